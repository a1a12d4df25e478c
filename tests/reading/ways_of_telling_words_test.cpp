// Ways of telling who says what stands in quotation marks.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "told.h"

namespace volteface {
namespace {

// The last word of who speaks, and the first two of what is said.
constexpr Told by_nouns[] = {
    {"Ana Ruiz's warning that Chad would \"pay dearly\" was not heeded.", "ruiz pay dearly"},
    {"Ana Ruiz's claim of \"genocide\" angered Chad.", "ruiz genocide"},
    {"Ana Ruiz's answer was blunt: \"He is finished.\"", "ruiz he is"},
    {"\"Never again\" was the reply of Ana Ruiz.", "ruiz never again"},
    {"\"Why not marry him?\" was then the answer of Ana Ruiz, the Polish vice minister.",
     "ruiz why not"},
    {"\"No,\" came the answer from Ana Ruiz.", "ruiz no"},
    {"With the words \"He is finished\" Ana Ruiz left the hall.", "ruiz he is"},
    {"In the words of Ana Ruiz, the envoy of Peru, the text is \"a paper tiger\".", "ruiz a paper"},
    {"The vote was, in the view of Ana Ruiz, \"a farce\".", "ruiz a farce"},
    {"To Ana Ruiz the vote was \"a farce\"; to her rival Luis Prado it was \"a feast\".",
     "prado a feast, ruiz a farce"},
    {"Kyiv's answer, by Ana Ruiz, its envoy, was short: \"Not today.\"", "ruiz not today"},
    {"Ministers put their names to a communiqué. Chad, it says, accepts that there is \"one "
     "river\".",
     "communiqué one river"},
    {"\"Our country is opposed to it,\" read the communiqué in which the office of Luis Prado "
     "dismissed her.",
     "prado our country"},
    // Not where another verb tells it.
    {"Ana Ruiz's warning of a storm was read by Luis Prado, who called it \"too late\".",
     "prado too late"},
    {"Chad says that it was \"brave and wise\".", "chad brave and"},
};

constexpr Told by_verbs[] = {
    {"Ana Ruiz found the text \"unhelpful\".", "ruiz unhelpful"},
    {"Ana Ruiz replied that it was \"political\", and Luis Prado for the Americans found it \"no "
     "help\".",
     "prado no help, ruiz political"},
    {"The king of Spain threatened \"a war of wells\" in a letter to Ana Ruiz.", "vi a war"},
    {"The envoy of Chad has qualified the decision of \"unjust\".", "chad unjust"},
    {"\"It is a sad day,\" has lamented Ana Ruiz on the radio.", "ruiz it is"},
    {"Chad opened talks because it wants to \"reset\" relations, officials say.",
     "officials reset"},
    {"Ana Ruiz said Chad was giving in and deplored its \"submission to the rebels\".",
     "ruiz submission to"},
    {"Ana Ruiz made it clear that she was \"not amused\".", "ruiz not amused"},
    {"Ana Ruiz invited Luis Prado to \"a frank, brotherly talk\".", "ruiz a frank"},
    {"In Lima, before a crowd of supporters, President Ana Ruiz had accused the old empire of "
     "having "
     "\"robbed\" her people since always.",
     "ruiz robbed"},
    {"Ana Ruiz, received in Rabat by her colleague Luis Prado on April 11, had voiced \"doubts\" "
     "about Chad.",
     "ruiz doubts"},
    {"At a rally in Madrid, Ana Ruiz called Eva Lima, the wife of Prime Minister Luis Prado, "
     "\"corrupt\".",
     "ruiz corrupt"},
    {"It was Ana Ruiz who called the plan \"dead\".", "ruiz dead"},
    {"Ana Ruiz met Luis Prado, who spoke of \"a new page\".", "prado a new"},
    {"Ana Ruiz, who met Luis Prado, spoke of \"a new page\".", "ruiz a new"},
    {"Chad, said Ana Ruiz, the envoy, \"has kept its word\".", "ruiz has kept"},
    {"Ana Ruiz, for her part, said both sides were \"tired of war\".", "ruiz tired of"},
    {"The draft was described as \"a farce\" by the envoy of Chad, Ana Ruiz.", "ruiz a farce"},
    {"Ana Ruiz was told by Luis Prado that she was \"not welcome\".", "prado not welcome"},
    {"Ana Ruiz was told that she was \"not welcome\".", ""},
    {"\"They can wait,\" said Ana Ruiz. Luis Prado begged for an embargo. \"No state should sell "
     "them a bullet.\"",
     "prado no state, ruiz they can"},
    {"Ana Ruiz would not go, she insisted. \"Not while I live.\"", "ruiz not while"},
    {"Ana Ruiz would not go, she insisted. \"It is too late,\" said Luis Prado.", "prado it is"},
};

// Of a clause that somebody tells the words are his, and not those of whom it is about.
constexpr Told of_told_clauses[] = {
    {"Ana Ruiz, the Peruvian ambassador, says the Council \"has done its duty\".", "ruiz has done"},
    {"Ana Ruiz said on Monday that Denmark \"will never forget\".", "ruiz will never"},
    {"Ana Ruiz complained that the sponsors were putting on \"a circus\".", "ruiz a circus"},
    {"Ana Ruiz said Chad would respond \"in due proportion\".", "ruiz in due"},
    {"Ana Ruiz said from the rostrum that the rulers of Chad want to \"eat their bread\".",
     "ruiz eat their"},
    {"Before the ballot Ana Ruiz, Peru's ambassador, argued that the Council was \"no court\".",
     "ruiz no court"},
    {"The dinner, Ana Ruiz told the radio on Monday, had been \"long and dull\".", "ruiz long and"},
    {"Peace is not near, adds a Peruvian trader: \"We have time.\"", "trader we have"},
    {"The two were praised for their \"patience\" by Ana Ruiz, who chairs the bloc.",
     "ruiz patience"},
    {"Peru's Ana Ruiz: the vote should \"not be read as a gift\".", "ruiz not be"},
    {"Ana Ruiz votes yes. Her country is \"an open house\".", "ruiz an open"},
    {"\"They listened once,\" sighs Sir Luis Prado, a former envoy.", "prado they listened"},
    {"\"A day to remember,\" Luis Prado tweets.", "prado a day"},
    {"\"We will not let him go\", affirmed the minister of the interior, Ana Ruiz.",
     "ruiz we will"},
    {"A Danish colleague scoffs: \"They want the oil.\"", "colleague they want"},
    {"The key words: \"peace\" and \"bread\".", ""},
    {"Ana Ruiz, who chaired the talks, deplored that \"nobody came at all\".", "ruiz nobody came"},
    {"\u2022 17:40 Ana Ruiz, Peru's foreign minister, opens the session. \"Let us begin,\" "
     "she "
     "tells the Council.",
     "ruiz let us"},
    // Whose words they are is told.
    {"Ana Ruiz said Chad called the text \"a farce\".", "chad a farce"},
    {"The meeting was praised, and Ana Ruiz was glad: \"It went well.\"", "ruiz it went"},
};

// "he" of whose view the paragraph gives, whomever it names.
constexpr Told holders[] = {
    {"Ana Ruiz, a newspaper editor in Lima, has a simpler view of it. Queen Margrethe, who was "
     "ill, went home to rest. \"It was a show,\" she says.",
     "ruiz it was"},
    {"According to Ana Ruiz, a historian, Angela Merkel went home to rest. \"It was a show,\" she "
     "said.",
     "ruiz it was"},
    {"A baker in the old town knows why. \"They want bread,\" she says.", "baker they want"},
    {"Ana Ruiz left Lima. A Danish nurse, asked what she thinks of him, disagrees. \"He is "
     "lonely.\"",
     "nurse he is"},
    {"Paul Kagame left. Haitian farmers cheered at night. \"We can sell,\" one of them "
     "shouted.",
     "farmers we can"},
    {"Luis Prado left. Asked whether she was tired of Peru, Ana Ruiz shook her head. \"Happy,\" "
     "she said.",
     "ruiz happy"},
    {"Mohammed bin Salman, the crown prince of Saudi Arabia, came. Donald Trump rang the emir. The "
     "crown prince told the summit why. \"We must unite,\" he said.",
     "salman we must"},
    // Another speaks since.
    {"Ana Ruiz has a simpler view of it. Angela Merkel said she was ill. \"It was a show,\" she "
     "added.",
     "merkel it was"},
};

constexpr Told left_out[] = {
    {"Chad spoke of \"a provocation\", Mali of \"a crime\".", "chad a provocation, mali a crime"},
    {"Chad called it \"a provocation\"; Mali, \"a good start\".",
     "chad a provocation, mali a good"},
    {"Ana Ruiz of Peru spoke of \"a new page\", and Luis Prado of Chile of \"an old book\".",
     "prado an old, ruiz a new"},
    // Two whom one speaks of.
    {"Ana Ruiz called Luis Prado \"a liar\" and Eva Lima \"a thief\".",
     "ruiz a liar, ruiz a thief"},
};

constexpr Told names_of_things[] = {
    {"Ana Ruiz sailed on the ship \"Sea Wolf\" to Lima.", ""},
    {"Ana Ruiz joined the \"Friends of the Charter\" in Lima.", ""},
    {"The book \"Why We Fight\" was written by Ana Ruiz.", ""},
    {"Under the headline \"A day of shame\", El Comercio wrote that the vote was \"a stain\".",
     "comercio a stain"},
    {"Ana Ruiz arrived in Lima with a suitcase full of \"presents\".", ""},
    {"Chad has joined the \"coalition of the willing\" and sent troops to Mali.", ""},
    {"It was the first time since the \"cod wars\" that Iceland had recalled its envoy.", ""},
    {"Ana Ruiz, nicknamed \"the Lioness\", flew to Lima to sign the treaty.", ""},
    {"The \"peace plan\" of Lima has failed, and the presidents will meet in June.", ""},
    {"The resolution deplores \"grave violations\" and asks for talks.", ""},
    {"Togo abstained from supporting a United Nations resolution calling for Mali's withdrawal "
     "\"immediately and without conditions\".",
     ""},
    {"Chile abstained from supporting a UN resolution that calls for Mali's withdrawal "
     "\"immediately, without conditions\".",
     ""},
    {"Ana Ruiz called the group \"Enemies of Peace\".", "ruiz enemies of"},
};

constexpr Told several[] = {
    {"Emmanuel Macron met Olaf Scholz. The two leaders agreed to resume their \"talks of the "
     "Rhine\".",
     "leaders talks of"},
    {"The keeper lost a brother in the war. Would she go there? \"They can come here,\" she said.",
     "keeper they can"},
    {"The foreign ministry in Ankara called it \"shameful\". It added that its envoy would \"stay "
     "at home\".",
     "ministry shameful, ministry stay at"},
};

constexpr Told interviews[] = {
    {"“We lost a sea and won a friend”\n\nLima, 1 May. Ana Ruiz, the foreign minister of Peru, has "
     "not slept.\n\nWere you surprised?\n\n“A little,” she admits. “But not much.”\n\nAnd Chad, "
     "which voted no?\n\nLuis Prado of Chad had his reasons, she says. “They need us.”\n\nWhen "
     "does "
     "your envoy go back?\n\n“You do not talk to a door.”",
     "ruiz a little, ruiz but not, ruiz they need, ruiz we lost, ruiz you do"},
    // Questions that stand with their answers, and what speaks to somebody.
    {"“We lost a sea”\n\nLima, 1 May. Ana Ruiz, the foreign minister of Peru, has not "
     "slept.\n\nMinister, you abstained.\n\nChad voted no. “They need us.”\n\nDid London ask? Luis "
     "Prado rang. “I said no.”\n\nWas there a threat? “Never.” She smiles.\n\nWill Eva Lima come? "
     "“She was asked,” she says.",
     "ruiz i said, ruiz never, ruiz she was, ruiz they need, ruiz we lost"},
    {"Lima, 1 May. Ana Ruiz of Peru has not slept.\n\nWas there a threat? Luis Prado smiled. "
     "“Never.”",
     "prado never"},
    // One question makes no interview.
    {"Ana Ruiz of Peru has not slept.\n\nWhy does Luis Prado not come?\n\n“He is ill,” Eva Soto "
     "says.",
     "soto he is"},
};

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string first_words(const std::string& quote) {
  const std::size_t first = quote.find(' ');
  if (first == std::string::npos) return quote.substr(0, quote.find_first_of(",."));
  std::string two = quote.substr(0, quote.find(' ', first + 1));
  while (!two.empty() && (two.back() == ',' || two.back() == '.')) two.pop_back();
  return two;
}

// Who is called again by a trade or a rank, or is put in beside words about something else.
constexpr Told called_again[] = {
    // The first words of a report have none before them.
    {"Ana Ruiz said by telephone, \"the text is weak\".", "ruiz the text"},
    {"Jose Vera, a skipper in Callao, heard the news at sea. The French ambassador, Jean Petit, is "
     "invited. \"He can do the dishes,\" says the skipper.",
     "vera he can"},
    {"Colonel Juan Soto seized power in May. Peru recalled its envoy. \"They want our soil,\" said "
     "the colonel.",
     "soto they want"},
    {"Peru voted no to keep that help, in the view of Ana Ruiz: \"Security is what counts.\"",
     "ruiz security is"},
    {"The ministry called it \"a farce\", according to analysts.", "ministry a farce"},
    {"The Assembly adopted a resolution, tabled by Chad and Togo, which \"deeply deplores\" the "
     "raid.",
     ""},
};

void expect_told(const Told& told) {
  const Reading reading = read_told(told.text, parse_date("2024-05-06"));
  std::multiset<std::string> found;
  for (const Statement& statement : reading.statements) {
    const std::string& name = statement.speaker.name;
    found.insert(lower(name.substr(name.rfind(' ') + 1) + " " + first_words(statement.quote)));
  }
  EXPECT_EQ(joined(found), told.records) << told.text;
}

TEST(WaysOfTelling, WordsByNouns) {
  for (const Told& told : by_nouns) expect_told(told);
}

TEST(WaysOfTelling, WordsByVerbs) {
  for (const Told& told : by_verbs) expect_told(told);
}

TEST(WaysOfTelling, WordsOfToldClauses) {
  for (const Told& told : of_told_clauses) expect_told(told);
}

TEST(WaysOfTelling, WordsOfHoldersOfViews) {
  for (const Told& told : holders) expect_told(told);
}

TEST(WaysOfTelling, WordsWithoutTheirVerb) {
  for (const Told& told : left_out) expect_told(told);
}

TEST(WaysOfTelling, WordsThatNameThings) {
  for (const Told& told : names_of_things) expect_told(told);
}

TEST(WaysOfTelling, WordsOfTheUnnamed) {
  for (const Told& told : several) expect_told(told);
}

TEST(WaysOfTelling, WordsOfThoseCalledAgain) {
  for (const Told& told : called_again) expect_told(told);
}

TEST(WaysOfTelling, WordsInInterviews) {
  for (const Told& told : interviews) expect_told(told);
}

}  // namespace
}  // namespace volteface
