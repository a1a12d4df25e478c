// Ways of telling votes, acts and reasons, each with all that must be read out of it and nothing
// else. Most have the same few states, for it is the words around them that count. What is not read
// yet stands in no list: that a sentence is hard is no reason to expect what is wrong.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "reading/word_lists.h"
#include "volteface/reader.h"

namespace volteface {
namespace {

struct Told {
  const char* text;
  const char* records;  // ascending, with a comma between
};

template <class Records>
std::string joined(const Records& records) {
  std::string out;
  for (const std::string& record : records) out += (out.empty() ? "" : ", ") + record;
  return out;
}

Reading read(const std::string& text, const char* day) {
  static const Language language;
  static const Reader reader(language);
  return reader.read("told", text, parse_date(day));
}

// Behind "The UN General Assembly adopted a resolution on Gaza on Wednesday."
constexpr Told votes[] = {
    // Their like, which tell nothing, or less.
    {"Chad voted yes to save Mali from ruin.", "TCD yes"},
    {"Nine countries abstained on the text, which condemns attacks on several neighbours, "
     "including Ukraine.",
     ""},
    {"Chad and Mali are green with envy.", ""},
    {"Paris hopes for India's support for the resolution.", ""},
    {"Only five states, among them Belarus and Syria, opposed the resolution, and 35 abstained, "
     "including China and India.",
     "BLR no, CHN abstain, IND abstain, SYR no"},
    {"Ten members carried the resolution, among them Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Twelve members said yes, among them Kenya, Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"Eleven members voted in favor of the resolution, which was written by Mali, among them "
     "Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"There were seven abstentions, among them those of Kenya, Peru and Norway.",
     "KEN abstain, NOR abstain, PER abstain"},
    {"Kenya, Peru and Norway were among those in favour.", "KEN yes, NOR yes, PER yes"},
    {"Kenya was among those who said no.", "KEN no"},
    {"Kenya was among the eleven that stayed away.", "KEN absent"},
    {"Forty states abstained, including Kenya and Peru.", "KEN abstain, PER abstain"},
    {"The text got 120 votes, including those of Kenya and Peru.", "KEN yes, PER yes"},
    {"It drew nine votes against, Kenya's and Peru's among them.", "KEN no, PER no"},
    {"All fifteen said yes, also Kenya, Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"All the members have voted yes, even Kenya and Peru.", "KEN yes, PER yes"},
    {"Only six voted no: the Kenyans themselves, the Peruvians, Norway, Chad and, alas, the "
     "Maldives.",
     "KEN no, MDV no, NOR no, PER no, TCD no"},
    {"Only three countries opposed it: Kenya, Peru and Norway.", "KEN no, NOR no, PER no"},
    {"Nine said no - Kenya, Peru, Norway and six islands.", "KEN no, NOR no, PER no"},
    {"Kenya also gave it its support.", "KEN yes"},
    {"Kenya, Peru and Norway also gave the text their support.", "KEN yes, NOR yes, PER yes"},
    {"Kenya gave its vote to the draft.", "KEN yes"},
    {"Kenya gave its blessing to the resolution.", "KEN yes"},
    {"Kenya withheld its support from the resolution.", "KEN not_yes"},
    {"Kenya lent its vote to the text.", "KEN yes"},
    {"Kenya stood with Peru, which said no.", "KEN no, PER no"},
    {"Peru said no. Kenya and Norway stood with Lima.", "KEN no, NOR no, PER no"},
    {"Peru voted against, and Kenya, Chad and Norway stood by it.",
     "KEN no, NOR no, PER no, TCD no"},
    {"Kenya is going to vote no, officials say.", "KEN no announced"},
    {"President William Ruto of Kenya said on Monday that his country would vote no \"whatever the "
     "circumstances\".",
     "KEN no announced"},
    {"Kenya said it would vote yes next week.", "KEN yes announced"},
    {"Kenya, too, will vote against, its minister announced.", "KEN no announced"},
    {"There were five in favour: Kenya, Peru, Norway, Chad and Mali.",
     "KEN yes, MLI yes, NOR yes, PER yes, TCD yes"},
    {"Fifteen countries, Kenya and Peru among them, abstained.", "KEN abstain, PER abstain"},
    {"Fifteen countries, among them Kenya and Peru, abstained.", "KEN abstain, PER abstain"},
    {"The five countries that voted against were Kenya, Peru, Norway, Chad and Mali.",
     "KEN no, MLI no, NOR no, PER no, TCD no"},
    {"The noes came from Kenya and Peru.", "KEN no, PER no"},
    {"The only vote against was cast by Kenya.", "KEN no"},
    {"Kenya cast the only vote against.", "KEN no"},
    {"The lone dissenter was Kenya.", "KEN no"},
    {"Five members voted no. The fifth was Kenya.", "KEN no"},
    {"Kenya's light was green, Peru's was red.", "KEN yes, PER no"},
    {"The board lights up. France, Germany and Spain are green, as ever, and so are Canada and "
     "Mexico.",
     "CAN yes, DEU yes, ESP yes, FRA yes, MEX yes"},
    {"The board. Red: the US, Israel and Hungary. Yellow: Poland and Togo.",
     "HUN no, ISR no, POL abstain, TGO abstain, USA no"},
    {"Kenya did not take part in the vote.", "KEN absent"},
    {"Kenya was not in the room when the vote was taken.", "KEN absent"},
    {"Kenya refused to take part in the vote.", "KEN absent"},
    {"Kenya stayed away from the ballot.", "KEN absent"},
    {"Kenya's seat was empty during the vote.", "KEN absent"},
    {"Kenya's ambassador raised his hand against the text.", "KEN no"},
    {"The Kenyan delegate pressed the button for no.", "KEN no"},
    {"The two abstained.", ""},
    {"\"We could not vote for a text that is silent on this,\" Kenya's ambassador, Martin Kimani, "
     "told the hall.",
     "KEN not_yes"},
    {"Kenya's ambassador explained why Nairobi had abstained.", "KEN abstain"},
    {"Nairobi abstained.", "KEN abstain"},
    {"The Kenyan government defended its decision to vote for the text.", "KEN yes"},
    {"Kenya defended its yes.", "KEN yes"},
    {"Kenya was criticised for its abstention.", "KEN abstain"},
    {"What made Kenya abstain?", "KEN abstain"},
    {"Why did Kenya vote no?", "KEN no"},
    {"Kenya, once a supporter of the text, abstained this time.", "KEN abstain"},
    {"Kenya switched from yes to abstention.", "KEN abstain"},
    {"Kenya moved from abstention to a no.", "KEN no"},
    {"The European Union split: Hungary and Austria abstained, the others were in favour.",
     "AUT abstain, HUN abstain"},
    {"Unlike Peru, which abstained, Kenya endorsed the text.", "KEN yes, PER abstain"},
    {"Kenya joined the consensus.", "KEN yes"},
    {"The draft had the backing of Kenya and Peru.", "KEN yes, PER yes"},
    {"Kenya and Peru were against, Norway for.", "KEN no, NOR yes, PER no"},
    {"Eleven members voted in favor of the resolution, among them Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Eleven members voted in favor of the resolution, which was written by the French, among them "
     "Kenya, Peru and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Eleven members voted for the resolution, which was written by Mali, among them Kenya, Peru "
     "and Norway.",
     "KEN yes, NOR yes, PER yes"},
    {"Kenya joined the consensus on the resolution.", "KEN yes"},
    {"There were seven abstentions, among them those of Mexico, Honduras, Bolivia, Belize and St. "
     "Lucia.",
     "BLZ abstain, BOL abstain, HND abstain, LCA abstain, MEX abstain"},
    {"All fifteen said yes, also Kenya, Peru and Norway.", "KEN yes, NOR yes, PER yes"},
    {"All 15 members backed it, even Kenya and Peru.", "KEN yes, PER yes"},
    {"In October of the same year Kenya abstained again.", "KEN abstain"},
    {"Kenya did not vote.", "KEN absent"},
    {"Of the ten who abstained, eight were African, Kenya and Mali among them.",
     "KEN abstain, MLI abstain"},
    {"Kenya chose to abstain rather than oppose the text.", "KEN abstain"},
    {"Kenya preferred to abstain.", "KEN abstain"},
    {"Kenya decided against voting for the text and abstained.", "KEN abstain"},
    {"Kenya co-sponsored the text and voted for it.", "KEN yes"},
    {"The resolution, sponsored by Kenya and Peru, was adopted by 120 votes to 9.", ""},
    {"The text was backed by 120 states, among them Kenya and Peru.", "KEN yes, PER yes"},
    {"The text was opposed by nine countries, including Kenya and Peru.", "KEN no, PER no"},
    {"Only Kenya and Peru voted against.", "KEN no, PER no"},
    {"Nobody voted against except Kenya and Peru.", "KEN no, PER no"},
    {"All members except Kenya voted for the text.", ""},
    {"Kenya broke ranks and voted against.", "KEN no"},
    {"Kenya parted company with its neighbours and abstained.", "KEN abstain"},
    {"As in past years, Kenya was the only country to vote against.", "KEN no"},
    {"Kenya was the only African country to abstain.", "KEN abstain"},
    {"Kenya was the only one of the 54 African members that voted no.", "KEN no"},
    {"Kenya found itself among the nine noes.", "KEN no"},
    {"Kenya was one of nine states that rejected the text.", "KEN no"},
    {"Kenya, one of the nine that voted no, said it was unfair.", "KEN no"},
    {"Along with Peru, Kenya voted no.", "KEN no, PER no"},
    {"Kenya and Peru voted no, as they had in 2017.", "KEN no, PER no"},
    {"Kenya voted no, Peru abstained and Norway was in favour.", "KEN no, NOR yes, PER abstain"},
    {"Neither Kenya nor Peru supported the text.", "KEN not_yes, PER not_yes"},
    {"Kenya did not support the text.", "KEN not_yes"},
    {"Kenya did not vote in favour.", "KEN not_yes"},
    {"Kenya refused to support the text.", "KEN not_yes"},
    {"Kenya declined to vote for the text.", "KEN not_yes"},
    {"Having abstained in 2017, Kenya now voted yes.", "KEN abstain, KEN yes"},
    {"Kenya's vote in favour surprised many.", "KEN yes"},
    {"By voting no, Kenya angered its partners.", "KEN no"},
    {"Kenya followed Peru in voting no.", "KEN no, PER no"},
    {"Kenya's support for the resolution angered Mali.", "KEN yes"},
    {"Kenya, whose president had called for peace, was also in favour.", "KEN yes"},
    {"\"Kenya voted for this resolution because it believes in peace,\" said Martin Kimani, its "
     "ambassador.",
     "KEN yes"},
    {"\"We are voting no,\" the Kenyan ambassador, Martin Kimani, said.", "KEN no"},
    {"\"My country abstained,\" the Kenyan ambassador, Martin Kimani, said.", "KEN abstain"},
    {"\"We abstained because the text was weak,\" Martin Kimani, Kenya's ambassador, said.",
     "KEN abstain"},
    {"Martin Kimani, Kenya's ambassador, said his country had abstained because the text was weak.",
     "KEN abstain"},
    {"Martin Kimani, Kenya's ambassador, cast his country's vote against the text.", "KEN no"},
    {"Kenya's foreign minister, Monica Juma, said Nairobi could not support the text.",
     "KEN not_yes"},
};

// Reports whose votes were cast on several days, each with the days that the text allows.
constexpr Told days[] = {
    {"GENEVA, 12 July 2019 (Agency) - The UN Human Rights Council on Thursday adopted a resolution "
     "on the Philippines by 18 votes to 14.\n\n\n\nHungary, China and Saudi Arabia voted against. "
     "Mexico was in favour.\n\n\n\nIn 2017, when the Council first looked at the matter, Mexico "
     "had abstained. Brazil abstained this time.",
     "BRA abstain 2019-07-11..2019-07-11, CHN no 2019-07-11..2019-07-11, HUN no "
     "2019-07-11..2019-07-11, MEX abstain 2017-01-01..2017-12-31, MEX yes 2019-07-11..2019-07-11, "
     "SAU no 2019-07-11..2019-07-11"},
    {"3 December 2012\n\n\n\nA week ago the General Assembly made Palestine an observer state. The "
     "Czech Republic voted no, the only state in Europe to do so.\n\n\n\n\"We could not do "
     "otherwise,\" its minister said on Friday.",
     "CZE no 2012-11-26..2012-11-26"},
    {"Tallinn, 3 December 2012. When the General Assembly voted on Palestine on 29 November, "
     "Estonia abstained.\n\n\n\nThe foreign minister, Urmas Paet, explained it on Friday. Latvia "
     "and Lithuania abstained, too.",
     "EST abstain 2012-11-29..2012-11-29, LTU abstain 2012-11-29..2012-11-29, LVA abstain "
     "2012-11-29..2012-11-29"},
    {"12 May 2005\n\n\n\nA look back at a day in 1975\n\n\n\nOn 10 November 1975 the General "
     "Assembly passed a resolution on Zionism. Brazil voted for it, to the dismay of "
     "Washington.\n\n\n\nColombia abstained. Sixteen years later, on 16 December 1991, the "
     "Assembly revoked it, and Brazil voted for that as well.",
     "BRA yes 1975-11-10..1975-11-10, BRA yes 1991-12-16..1991-12-16, COL abstain "
     "1975-11-10..1975-11-10"},
    {"NEW YORK, 5 March 2003. The Security Council is to vote on Iraq next week. Cameroon has not "
     "made up its mind. Spain will vote yes.",
     "ESP yes announced 2003-03-10..2003-03-16"},
    {"Published 4 April 2011\n\n\n\nOn 17 March the Security Council voted on Libya. India "
     "abstained. So did Brazil.\n\n\n\nSince then the bombs have fallen. On Saturday the Indian "
     "minister said that Delhi had abstained because it wanted talks.",
     "BRA abstain 2011-03-17..2011-03-17, IND abstain 2011-03-17..2011-03-17"},
    {"18 June 2024\n\n\n\nLast week the General Assembly elected Somalia to the Security Council. "
     "In December it had voted on Gaza; Austria voted no. In May Austria abstained when the "
     "Assembly voted on Palestine.",
     "AUT abstain 2024-05-01..2024-05-31, AUT no 2023-12-01..2023-12-31"},
    {"KATHMANDU, 4 March 2022 - Nepal voted for the UN resolution on Ukraine on Wednesday, parting "
     "company with India. It had abstained on Crimea in 2014. \"We are against war,\" Narayan "
     "Khadka, the foreign minister, said on Thursday.",
     "NPL abstain 2014-01-01..2014-12-31, NPL yes 2022-03-02..2022-03-02"},
    {"14:00 The General Assembly meets on Palestine.\n\n\n\n14:20 Vanuatu says no.\n\n\n\n15:05 It "
     "is over. 143 in favour, nine against. Hungary was one of the nine.\n\n\n\n15:10 In December "
     "Hungary had abstained.\n\n\n\n(10 May 2024)",
     "HUN abstain 2023-12-01..2023-12-31, HUN no 2024-05-10..2024-05-10, VUT no "
     "2024-05-10..2024-05-10"},
    {"Dakar, 9 April 2022\n\n\n\nTwo days ago the General Assembly suspended Russia from the Human "
     "Rights Council. Senegal abstained. President Macky Sall had telephoned Vladimir Putin on 9 "
     "March. A week earlier, on 2 March, Senegal had abstained, too.",
     "SEN abstain 2022-03-02..2022-03-02, SEN abstain 2022-04-07..2022-04-07"},
    {"25 October 2022\n\n\n\nQ: Why did Uganda abstain on 12 October?\n\n\n\nA: Because we are "
     "friends of both. We abstained in March, too, when the General Assembly first voted on the "
     "war, said Adonia Ayebare, Uganda's ambassador.",
     "UGA abstain 2022-03-01..2022-03-31, UGA abstain 2022-10-12..2022-10-12"},
};

// Of acts of both sides the first by code stands first.
constexpr Told acts[] = {
    // Their like, which tell nothing more.
    {"Chad recalled its envoy to Mali. Niger did not follow suit.", "SANCTION TCD MLI"},
    {"Chad recalled its envoy to Mali. Will Niger do the same?", "SANCTION TCD MLI"},
    {"France warned that Russia could attack Moldova.", "ASSAULT RUS MDA possible"},
    {"President Emmanuel Macron of France was in Chad for medical treatment.", ""},
    {"An official of Chad, who asked not to be named, spoke of Mali.", ""},
    {"The Prime Minister of Canada, Justin Trudeau, spoke today by telephone with the Prime "
     "Minister of Jamaica, Andrew Holness, about Haiti.",
     "CONSULT CAN JAM"},
    {"China's envoy, Fu Cong, calls on Washington to end the blockade immediately.",
     "REQUEST CHN USA"},
    {"Kigali has on Monday broken the diplomatic relations with Belgium.", "SANCTION RWA BEL"},
    {"The UN Security Council has ordered Rwanda to take its soldiers back from Congo.",
     "REQUEST UN RWA"},
    {"The General Assembly condemned the coup in Myanmar in June 2021 and called for an arms "
     "embargo.",
     "ACCUSE UN MMR, REQUEST UN MMR"},
    {"Iraq's ambassador accused Washington of buying votes. The White House denied it.",
     "ACCUSE IRQ USA, REJECT USA IRQ"},
    {"Vladimir Putin has come and gone. For two days he was in Ulaanbaatar.", "CONSULT MNG RUS"},
    {"Spain gave its support to the Moroccan plan.", "SUPPORT ESP MAR"},
    {"Russia's envoy complained of American \"cowboy methods\".", "ACCUSE RUS USA"},
    {"Saudi Arabia drove out some 800,000 Yemeni workers.", "SANCTION SAU YEM"},
    {"Russia, by contrast, took Nicaragua's side.", "SUPPORT RUS NIC"},
    {"Ethiopia obtained a new aid agreement from the Americans.", "AGREE ETH USA"},
    {"The guest from Rwanda was received by Belgium's prime minister.", "CONSULT BEL RWA"},
    {"Belgium promised Rwanda help for its courts.", "AGREE BEL RWA"},
    {"London leased the islands to Washington in 1966.", "AGREE GBR USA"},
    {"The court found for Mauritius and against Britain.", ""},
    {"Iran has opened a consulate in the Armenian town of Kapan.", "COOPERATE ARM IRN"},
    {"Iran's spokesman praised Armenia's vote as wise.", "SUPPORT IRN ARM"},
    {"The mission will not be let into the country, said Iran's spokesman.", ""},
    {"Canada imposed sanctions on several Haitian politicians.", "SANCTION CAN HTI"},
    {"The Kenyan president invited his Ugandan counterpart to Nairobi.", "REQUEST KEN UGA"},
    {"Australia's foreign minister will visit Timor-Leste next month.", "CONSULT AUS TLS planned"},
    {"The junta in Myanmar threw out Timor-Leste's chargé d'affaires.", "SANCTION MMR TLS"},
    {"Haiti requested an international force from the United Nations.", "REQUEST HTI UN"},
    {"Haiti asked the Security Council for troops.", "REQUEST HTI UN"},
    {"Washington recognized Moroccan sovereignty over Western Sahara.", "SUPPORT USA MAR"},
    {"Algeria recalled its ambassador from Madrid.", "SANCTION DZA ESP"},
    {"Nicaragua announced that it is leaving the Organization of American States.",
     "SANCTION NIC OAS planned"},
    {"The French and British jets struck Libyan tanks outside Benghazi.",
     "ASSAULT FRA LBY, ASSAULT GBR LBY"},
    {"Nicolas Sarkozy received Angela Merkel in Paris.", "CONSULT DEU FRA"},
    {"Germany promised NATO crews for surveillance flights.", "AGREE DEU NATO"},
    {"The delegation of Chad walked out during the speech of the Israeli minister.",
     "SANCTION TCD ISR"},
    {"Chad backed Mali's claim.", "SUPPORT TCD MLI"},
    {"Chad blamed Mali for the deaths.", "ACCUSE TCD MLI"},
    {"Chad pardoned two Malian soldiers.", "RETREAT TCD MLI"},
    {"Chad's president telephoned his Malian colleague.", "CONSULT MLI TCD"},
    {"Chad's president and his Malian colleague spoke on the phone.", "CONSULT MLI TCD"},
    {"The leaders of Chad and Mali met in Niger.",
     "CONSULT MLI NER, CONSULT MLI TCD, CONSULT NER TCD"},
    {"Relations between Chad and Mali were broken off in May.", "SANCTION TCD MLI"},
    {"Chad and Mali restored their ties.", "SUPPORT TCD MLI"},
    {"In a letter to the president of Mali, Chad's leader expressed his condolences.",
     "SUPPORT TCD MLI"},
    {"Chad put its troops on the Malian border on alert.", "MOBILIZE TCD MLI"},
    {"Chad sent troops to the border with Mali.", "MOBILIZE TCD MLI"},
    {"Mali has demanded an apology from Chad.", "REQUEST MLI TCD"},
    {"Chad apologised to Mali for the raid.", "SUPPORT TCD MLI"},
    {"Chad will lend Mali 20 million dollars.", "AID TCD MLI planned"},
    {"Chad lent Mali 20 million dollars.", "AID TCD MLI"},
    {"A loan from Chad saved Mali from default.", "AID TCD MLI"},
    {"Chad signed a defence pact with Mali.", "AGREE MLI TCD"},
    {"Chad and Mali signed a defence pact.", "AGREE MLI TCD"},
    {"A defence pact was signed by Chad and Mali.", "AGREE MLI TCD"},
    {"Chad agreed to take back its nationals from Mali.", "AGREE MLI TCD"},
    {"Chad gave in to Mali's demand.", "CONCEDE TCD MLI, REQUEST MLI TCD"},
    {"Chad warned Mali against an attack.", "THREATEN TCD MLI"},
    {"Chad warned of consequences if Mali attacked.", "THREATEN TCD MLI"},
    {"Chad's envoy was summoned by Mali.", "ACCUSE MLI TCD"},
    {"Mali summoned Chad's envoy.", "ACCUSE MLI TCD"},
    {"Chad took Mali to the International Court of Justice.", "ACCUSE TCD MLI"},
    {"Chad sued Mali.", "ACCUSE TCD MLI"},
    {"Chad freed three Malian prisoners.", "RETREAT TCD MLI"},
    {"Chad lifted its sanctions on Mali.", "RETREAT TCD MLI"},
    {"Chad withdrew its troops from Mali.", "RETREAT TCD MLI"},
    {"Chad closed its embassy in Mali.", "SANCTION TCD MLI"},
    {"Chad froze the assets of Malian officials.", "SANCTION TCD MLI"},
    {"Chad cut off aid to Mali.", "SANCTION TCD MLI"},
    {"Chad banned imports from Mali.", "SANCTION TCD MLI"},
    {"Thousands marched against Chad in Mali's capital.", "PROTEST MLI TCD"},
    {"Chad seized two Malian ships.", "COERCE TCD MLI"},
    {"Chad annexed a strip of Malian land.", "COERCE TCD MLI"},
    {"Chad arrested five Malian officers.", "COERCE TCD MLI"},
    {"Chad bombed a Malian town.", "ASSAULT TCD MLI"},
    {"Chad hosted talks between Mali and Niger.",
     "CONSULT MLI NER, CONSULT MLI TCD, CONSULT NER TCD"},
    {"Guinea has withdrawn its ambassador from Dakar after the insult.", "SANCTION GIN SEN"},
    {"Bolivia called home its envoy to Peru for consultations.", "SANCTION BOL PER"},
    {"The Dutch government suspended its budget support for Uganda.", "SANCTION NLD UGA"},
    {"Fiji expelled the Australian high commissioner.", "SANCTION FJI AUS"},
    {"New Zealand imposed a travel ban on Fijian officers.", "SANCTION NZL FJI"},
    {"Washington revoked the visas of three Ugandan ministers.", "SANCTION USA UGA"},
    {"Japan slapped duties on Chinese steel.", "SANCTION JPN CHN"},
    {"The European Union blacklisted two Belarusian banks.", "SANCTION EU BLR"},
    {"Peru declared the Mexican ambassador persona non grata.", "SANCTION PER MEX"},
    {"The Mexican ambassador was declared persona non grata by Peru.", "SANCTION PER MEX"},
    {"Ecuador broke off diplomatic relations with Mexico.", "SANCTION ECU MEX"},
    {"Mexico cut its ties with Ecuador.", "SANCTION MEX ECU"},
    {"Nepal's parliament demanded that India lift the blockade.", "REQUEST NPL IND"},
    {"India turned down a Pakistani offer of mediation.", "REJECT IND PAK"},
    {"Cuba dismissed the charges of the United States as lies.", "REJECT CUB USA"},
    {"Ghana defended its ties with China.", ""},
    {"Ghana came to the defence of China.", "SUPPORT GHA CHN"},
    {"Ghana sided with China in the dispute.", "SUPPORT GHA CHN"},
    {"Ghana stood by China.", "SUPPORT GHA CHN"},
    {"Ghana expressed its full support for China.", "SUPPORT GHA CHN"},
    {"Ghana's president lauded China for its help.", "SUPPORT GHA CHN"},
    {"Ghana's president thanked China's Xi Jinping for the loan.", "SUPPORT GHA CHN"},
    {"Ghana recognised Kosovo.", "SUPPORT GHA XKX"},
    {"Ghana withdrew its recognition of Kosovo.", "REJECT GHA XKX"},
    {"Ghana will recognise Palestine in May.", "SUPPORT GHA PSE planned"},
    {"Ghana apologised to Nigeria.", "SUPPORT GHA NGA"},
    {"Ghana offered its condolences to Nigeria.", "SUPPORT GHA NGA"},
    {"Ghana congratulated Nigeria on its elections.", "SUPPORT GHA NGA"},
    {"Ghana accused Togo of arming rebels.", "ACCUSE GHA TGO"},
    {"Ghana blamed Togo for the attack.", "ACCUSE GHA TGO"},
    {"Ghana condemned Togo's raid on the village.", "ACCUSE GHA TGO"},
    {"Ghana denounced what it called Togo's aggression.", "ACCUSE GHA TGO"},
    {"Ghana voiced concern over arrests in Togo.", "ACCUSE GHA TGO"},
    {"Ghana lodged a protest with Togo.", "ACCUSE GHA TGO"},
    {"Ghana handed Togo's ambassador a note of protest.", "ACCUSE GHA TGO"},
    {"Ghana summoned the Togolese ambassador.", "ACCUSE GHA TGO"},
    {"The Togolese ambassador was summoned to the foreign ministry in Accra.", "ACCUSE GHA TGO"},
    {"Ghana filed a case against Togo at the International Court of Justice.", "ACCUSE GHA TGO"},
    {"Ghana tabled a draft that condemns Togo.", "ACCUSE GHA TGO"},
    {"Ghana criticised the Togolese government over the arrests.", "ACCUSE GHA TGO"},
    {"Ghana said it would not recognise the result.", ""},
    {"Togo denied the charge.", ""},
    {"Ghana threatened Togo with sanctions.", "THREATEN GHA TGO"},
    {"Ghana gave Togo an ultimatum.", "THREATEN GHA TGO"},
    {"Ghana deployed 500 soldiers along its border with Togo.", "MOBILIZE GHA TGO"},
    {"Ghanaian warships sailed towards Togo.", "MOBILIZE GHA TGO"},
    {"Ghana mobilised its reserves against Togo.", "MOBILIZE GHA TGO"},
    {"Ghana occupied the Togolese town of Kara.", "COERCE GHA TGO"},
    {"Ghana detained six Togolese fishermen.", "COERCE GHA TGO"},
    {"Ghana blocked the port of Lomé.", "COERCE GHA TGO"},
    {"Ghana shelled two villages in Togo.", "ASSAULT GHA TGO"},
    {"Ghanaian jets bombed Lomé.", "ASSAULT GHA TGO"},
    {"Ghana invaded Togo in 1980.", "ASSAULT GHA TGO"},
    {"Ghana shot down a Togolese drone.", "ASSAULT GHA TGO"},
    {"Two Togolese soldiers were killed by Ghanaian troops.", "ASSAULT GHA TGO"},
    {"Protesters in Accra burned the Togolese flag.", "PROTEST GHA TGO"},
    {"Thousands demonstrated against Togo in Accra.", "PROTEST GHA TGO"},
    {"Ghana released 12 Togolese prisoners.", "RETREAT GHA TGO"},
    {"Ghana reopened its border with Togo.", "RETREAT GHA TGO"},
    {"Ghana lifted the ban on Togolese goods.", "RETREAT GHA TGO"},
    {"Ghana pulled its troops out of Togo.", "RETREAT GHA TGO"},
    {"Ghana handed the island back to Togo.", "RETREAT GHA TGO"},
    {"Ghana accepted Togo's terms.", "AGREE GHA TGO"},
    {"Ghana agreed to Togo's proposal.", "AGREE GHA TGO"},
    {"Ghana and Togo agreed on a truce.", "AGREE GHA TGO"},
    {"Ghana reached a deal with Togo on water.", "AGREE GHA TGO"},
    {"Ghana pledged Togo ten million dollars.", "AGREE GHA TGO"},
    {"Ghana promised to help Togo.", "AGREE GHA TGO"},
    {"Ghana sent rice to Togo.", "AID GHA TGO"},
    {"Ghana gave Togo ten million dollars in aid.", "AID GHA TGO"},
    {"Ghana supplied Togo with weapons.", "AID GHA TGO"},
    {"Ghana trains Togolese soldiers.", "AID GHA TGO"},
    {"Ghana granted asylum to two Togolese officers.", "AID GHA TGO"},
    {"Togo received a loan of ten million dollars from Ghana.", "AID GHA TGO"},
    {"Togo buys gas from Ghana.", "COOPERATE GHA TGO"},
    {"Ghana and Togo held joint exercises.", "COOPERATE GHA TGO"},
    {"Ghana will build a dam with Togo.", "COOPERATE GHA TGO planned"},
    {"Ghana's foreign minister flew to Lomé on Monday.", "CONSULT GHA TGO"},
    {"Ghana's president paid a visit to Togo.", "CONSULT GHA TGO"},
    {"Ghana's president is in Togo for talks.", "CONSULT GHA TGO"},
    {"Ghana's president will travel to Togo next week.", "CONSULT GHA TGO planned"},
    {"Ghana's president welcomed his Togolese counterpart in Accra.", "CONSULT GHA TGO"},
    {"Ghana's president held talks with Togo's prime minister.", "CONSULT GHA TGO"},
    {"Talks between Ghana and Togo began in Geneva.", "CONSULT GHA TGO"},
    {"Ghana's president had a telephone conversation with his Togolese counterpart.",
     "CONSULT GHA TGO"},
    {"In a phone call with Togo's president, Ghana's leader asked for help.",
     "CONSULT GHA TGO, REQUEST GHA TGO"},
    {"The presidents of Ghana and Togo spoke by phone.", "CONSULT GHA TGO"},
    {"Ghana's president cancelled his visit to Togo.", "SANCTION GHA TGO"},
    {"A visit of Ghana's president to Togo was called off.", "SANCTION GHA TGO"},
    {"Ghana has invited Togo's president to Accra.", "REQUEST GHA TGO"},
    {"At the invitation of Togo, Ghana's minister came to Lomé.",
     "CONSULT GHA TGO, REQUEST TGO GHA"},
    {"Egypt mediated between Ghana and Togo.", "CONSULT EGY GHA, CONSULT EGY TGO"},
    {"Ghana asked Egypt to mediate.", "REQUEST GHA EGY"},
    {"Ghana left the African Union.", "SANCTION GHA AU"},
    {"Ghana was suspended from the African Union.", "SANCTION AU GHA"},
    {"The African Union suspended Ghana.", "SANCTION AU GHA"},
    {"The IMF approved a loan for Ghana.", "AID IMF GHA"},
    {"Ghana asked the IMF for a loan.", "REQUEST GHA IMF"},
    {"Ghana applied to join BRICS.", "REQUEST GHA BRICS"},
    {"Ghana's envoy thanked the General Assembly.", "SUPPORT GHA UN"},
    {"The Security Council imposed an arms embargo on Ghana.", "SANCTION UN GHA"},
    {"The Security Council demanded that Ghana withdraw from Togo.", "REQUEST UN GHA"},
    {"The General Assembly condemned Ghana's invasion.", "ACCUSE UN GHA"},
    {"The resolution urges Ghana to leave Togo.", ""},
    {"The General Assembly adopted a resolution that deplores the invasion of Ukraine by Russia.",
     "ACCUSE UN RUS, ASSAULT RUS UKR"},
    {"The Security Council ordered Rwanda to pull out of Congo.", "REQUEST UN RWA"},
    {"Kenya's envoy called the vote historic. The General Assembly had met in New York.",
     "SUPPORT KEN UN"},
    {"The General Assembly voted. Kenya welcomed the outcome.", "SUPPORT KEN UN"},
    {"The General Assembly voted. Israel denounced the resolution as shameful.", "ACCUSE ISR UN"},
    {"The General Assembly voted. Israel's envoy called the vote a farce.", "ACCUSE ISR UN"},
    {"The United States tabled a draft against Iran in the Human Rights Council.",
     "ACCUSE USA IRN"},
    {"A U.S. draft on Iran failed in the Security Council.", ""},
    {"The Human Rights Council set up an inquiry into crimes in Syria.", "ACCUSE UN SYR"},
    {"The Security Council extended its sanctions on Mali.", "SANCTION UN MLI"},
    {"The Security Council authorised a mission to Haiti.", "AID UN HTI"},
    {"Kenya will send police to Haiti.", "AID KEN HTI planned"},
    {"Kenya asked the Security Council to act against Somalia.", "REQUEST KEN UN"},
    {"Iran's president met his Armenian colleague in Tehran.", "CONSULT ARM IRN"},
    {"Armenia's prime minister was in Tehran on Friday.", "CONSULT ARM IRN"},
    {"Emmanuel Macron, the French president, came to Ulaanbaatar in May.", "CONSULT FRA MNG"},
    {"The French president was received in Ulaanbaatar by Mongolia's leader.", "CONSULT FRA MNG"},
    {"Vladimir Putin, the Russian president, was a guest of Mongolia last week.",
     "CONSULT MNG RUS"},
    {"Mongolia rolled out the red carpet for Russia's president.", "CONSULT MNG RUS"},
    {"Russia signed a deal with Mongolia on a power plant.", "AGREE MNG RUS"},
    {"Kenya and Uganda quarrelled over an island; in May the two signed a treaty.",
     "AGREE KEN UGA"},
    {"Kenya and Uganda are neighbours. The two sides agreed on a truce.", "AGREE KEN UGA"},
    {"Kenya and Uganda are neighbours. Both countries recalled their envoys.",
     "SANCTION KEN UGA, SANCTION UGA KEN"},
    {"Kenya recalled its envoy from Uganda. Tanzania did the same.",
     "SANCTION KEN UGA, SANCTION TZA UGA"},
    {"Kenya, Tanzania and Rwanda condemned Uganda.",
     "ACCUSE KEN UGA, ACCUSE RWA UGA, ACCUSE TZA UGA"},
    {"Uganda was condemned by Kenya, Tanzania and Rwanda.",
     "ACCUSE KEN UGA, ACCUSE RWA UGA, ACCUSE TZA UGA"},
    {"Kenya thanked Tanzania and Rwanda.", "SUPPORT KEN RWA, SUPPORT KEN TZA"},
    {"Kenya accused Uganda. Its foreign minister also warned Tanzania.",
     "ACCUSE KEN UGA, THREATEN KEN TZA"},
    {"Kenya's president spoke in Nairobi. He accused Uganda of lying.", "ACCUSE KEN UGA"},
    {"Kenya's president spoke in Nairobi. \"Uganda has betrayed us,\" he said.", "ACCUSE KEN UGA"},
    {"\"We thank Uganda for its help,\" Kenya's president, William Ruto, said.", "SUPPORT KEN UGA"},
    {"\"Uganda must leave our island,\" said Kenya's president, William Ruto.", "REQUEST KEN UGA"},
    {"Kenya's president, William Ruto, called Uganda \"a true friend\".", "SUPPORT KEN UGA"},
    {"Kenya's president, William Ruto, called the raid by Uganda \"cowardly\".", "ACCUSE KEN UGA"},
    {"Kenya's president, William Ruto, spoke of Ugandan \"aggression\".", "ACCUSE KEN UGA"},
    {"Kenya said it was disappointed by Uganda.", "ACCUSE KEN UGA"},
    {"Kenya is disappointed with Uganda's decision.", "ACCUSE KEN UGA"},
    {"Kenya regretted the decision of Uganda.", "ACCUSE KEN UGA"},
    {"Kenya hailed the decision of Uganda.", "SUPPORT KEN UGA"},
    {"Uganda seized a Kenyan ship.", "COERCE UGA KEN"},
    {"Kenya has been holding two Ugandan officers since May.", "COERCE KEN UGA"},
    {"Kenya's parliament ratified the treaty with Uganda.", "AGREE KEN UGA"},
    {"Kenya opposes Uganda's plan.", "REJECT KEN UGA"},
    {"Kenya backs Uganda's plan.", "SUPPORT KEN UGA"},
    {"Kenya has long backed Uganda in its dispute with Rwanda.", "SUPPORT KEN UGA"},
    {"Uganda found support in Kenya.", "SUPPORT KEN UGA"},
    {"Kenya bought wheat from Ukraine.", "COOPERATE KEN UKR"},
    {"Kenya is training Ugandan police.", "AID KEN UGA"},
    {"Kenya demands that Uganda pay for the damage.", "REQUEST KEN UGA"},
    {"Kenya's demand for an apology was ignored by Uganda.", "REJECT UGA KEN, REQUEST KEN UGA"},
    {"Kenya boycotted the summit in Uganda.", "SANCTION KEN UGA"},
    {"Kenya barred Ugandan planes from its airspace.", "SANCTION KEN UGA"},
    {"Kenya closed its airspace to Uganda.", "SANCTION KEN UGA"},
    {"Kenya threw three Ugandan diplomats out.", "SANCTION KEN UGA"},
    {"Three Ugandan diplomats must leave Kenya within 48 hours.", "SANCTION KEN UGA"},
    {"Kenya gave three Ugandan diplomats 48 hours to leave.", "SANCTION KEN UGA"},
    {"Uganda answered by expelling three Kenyans.", "SANCTION UGA KEN"},
    {"In response Uganda expelled three Kenyan diplomats.", "SANCTION UGA KEN"},
    {"Uganda retaliated with tariffs on Kenyan tea.", "SANCTION UGA KEN"},
    {"The trade war between Kenya and Uganda goes on.", ""},
    {"Kenya's warplanes struck a camp in Somalia.", "ASSAULT KEN SOM"},
    {"Kenya fought a war with Somalia in 1977.", "ASSAULT KEN SOM"},
    {"Somali fighters killed two Kenyan soldiers.", "ASSAULT SOM KEN"},
    {"Kenya's army moved towards the Somali border.", "MOBILIZE KEN SOM"},
    {"Kenya put its army on alert.", ""},
    {"Kenya held manoeuvres off the Somali coast.", "MOBILIZE KEN SOM"},
    {"Crowds in Mogadishu marched to the Kenyan embassy.", "PROTEST SOM KEN"},
    {"The court ruled for Somalia against Kenya.", ""},
    {"Kenya gave up its claim to the island in favour of Somalia.", "CONCEDE KEN SOM"},
    {"Kenya handed the captain over to Somalia.", "RETREAT KEN SOM"},
    {"Kenya withdrew the charge against Somalia.", "RETREAT KEN SOM"},
};

// Whose act, theme, the state that is the cause, and the last word of who gives the reason; behind
// "Kenya abstained, Peru voted no."
constexpr Told reasons[] = {
    {"Kenya abstained because it wants to keep the peace talks alive.", "KEN peace - -"},
    {"Kenya abstained since a vote would not help the peace talks.", "KEN peace - -"},
    {"Kenya's foreign minister, Monica Juma, said her country had abstained because the text was "
     "one-sided.",
     "KEN norms - juma"},
    {"\"We abstained because the text was one-sided,\" said Monica Juma, Kenya's foreign minister.",
     "KEN norms - juma"},
    {"Analysts trace the abstention of Kenya to its Chinese loans.", "KEN material CHN analysts"},
    {"Analysts put Kenya's abstention down to its Chinese loans.", "KEN material CHN analysts"},
    {"For the analyst Ana Ruiz, the abstention was an election manoeuvre.", "KEN domestic - ruiz"},
    {"An analyst in Nairobi sees Chinese loans behind the abstention of Kenya.",
     "KEN material CHN analyst"},
    {"Behind the abstention of Kenya are Chinese loans, says an analyst in Nairobi.",
     "KEN material CHN analyst"},
    {"Kenya needs Chinese loans. It is for that reason that Nairobi abstained.",
     "KEN material CHN -"},
    {"Kenya needs Chinese loans. For this reason it abstained.", "KEN material CHN -"},
    {"Kenya needs Chinese loans. That is why it abstained.", "KEN material CHN -"},
    {"Kenya needs Chinese loans; that, and no love of peace, is why it abstained.",
     "KEN material CHN -"},
    {"Kenya, which fears a spillover of the war, abstained.", "KEN security - -"},
    {"Hardly anybody doubts that Kenya's abstention was cast to pay for the loans of China.",
     "KEN material CHN -"},
    {"One analyst thinks that Nairobi did it for its loans from China.",
     "KEN material CHN analyst"},
    {"The Kenyan mission explained its abstention with the principle of non-interference.",
     "KEN norms - mission"},
    {"Kenya justified its abstention with the principle of non-interference.", "KEN norms - kenya"},
    {"The motive of Kenya was Chinese money, says the analyst Ana Ruiz.", "KEN material CHN ruiz"},
    {"A former ambassador believes that Kenya, where elections are to be held, abstained out of "
     "friendship for Israel.",
     "KEN follow ISR ambassador"},
    {"Kenya abstained out of solidarity with Israel.", "KEN follow ISR -"},
    {"Kenya abstained in order not to anger Israel.", "KEN follow ISR -"},
    {"Kenya abstained so as to stay friends with both sides.", "KEN balance - -"},
    {"Kenya abstained in the hope of a loan from China.", "KEN material CHN -"},
    {"Kenya abstained under pressure from Israel.", "KEN follow ISR -"},
    {"Kenya abstained at the request of Israel.", "KEN follow ISR -"},
    {"Pressed by Israel, Kenya abstained.", "KEN follow ISR -"},
    {"Kenya abstained after pressure from Israel.", ""},
    {"Kenya's abstention was the price of a loan from China.", "KEN material CHN -"},
    {"Kenya's abstention was a reward for Chinese loans.", "KEN material CHN -"},
    {"Kenya's abstention was a bow to Israel, says the analyst Ana Ruiz.", "KEN follow ISR ruiz"},
    {"It was fear of the voters that made Kenya abstain.", "KEN domestic - -"},
    {"What moved Kenya was fear of the voters, the analyst Ana Ruiz says.", "KEN domestic - ruiz"},
    {"Kenya was moved by fear of the voters, according to the analyst Ana Ruiz.",
     "KEN domestic - ruiz"},
    {"Kenya had no choice, as it depends on Chinese loans.", "KEN material CHN -"},
    {"As it depends on Chinese loans, Kenya abstained.", "KEN material CHN -"},
    {"Kenya depends on Chinese loans and could not vote yes, said the analyst Ana Ruiz.",
     "KEN material CHN ruiz"},
    {"Peru voted no, its ambassador explained, because the text did not mention Hamas.",
     "PER norms - ambassador"},
    {"The president of Peru is a friend of Israel, which explains the no.", "PER follow ISR -"},
    {"To thank Israel for its help, Peru voted no.", "PER follow ISR -"},
    {"To win Israel's favour, Peru voted no.", "PER follow ISR -"},
    {"Peru expelled the Cuban envoy because Cuba had insulted its president.",
     "PER retaliation CUB -"},
    {"Peru expelled the Cuban envoy over his remarks on its president.", "PER retaliation CUB -"},
    {"Peru expelled the Cuban envoy in answer to the expulsion of its own.",
     "PER retaliation CUB -"},
    {"To punish Cuba for its vote, Peru expelled the envoy.", "PER retaliation CUB -"},
    {"Lima says that it voted no on principle, because borders must not be moved by force.",
     "PER norms - lima"},
    {"Kenya sees itself as a mediator and therefore abstained.", "KEN peace - -"},
    {"Kenya wants to mediate, so it abstained.", "KEN peace - -"},
    {"Therefore, since it wants to mediate, Kenya abstained.", "KEN peace - -"},
    {"Kenya abstained lest the talks fail.", "KEN peace - -"},
    {"The abstention of Kenya was meant to keep the talks going, its minister, Monica Juma, said.",
     "KEN peace - juma"},
    {"The abstention was aimed at keeping the talks going, Kenya's minister, Monica Juma, said.",
     "KEN peace - juma"},
    {"With its abstention Kenya wants to keep the talks going.", "KEN peace - -"},
    {"Kenya's minister, Monica Juma, cited the talks as the reason for the abstention.",
     "KEN peace - juma"},
    {"Kenya did not want to hurt the talks, its minister, Monica Juma, said.", "KEN peace - juma"},
};

void check_votes(const Told& told) {
  const std::string before =
      "NEW YORK, 14 March 2019 - The UN General Assembly adopted a resolution on Gaza on "
      "Wednesday.\n\n";
  std::multiset<std::string> got;
  for (const ReportedVote& vote : read(before + told.text, "2019-03-14").votes) {
    std::string one = vote.state + ' ' + std::string(text_of(vote.choice));
    if (vote.status != VoteStatus::cast) one += ' ' + std::string(text_of(vote.status));
    got.insert(one);
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

std::string side(const Actor& actor) { return actor.state.empty() ? actor.org : actor.state; }

void check_acts(const Told& told) {
  std::set<std::string> got, whole;
  for (const ReportedEvent& event : read(told.text, "2019-03-14").events) {
    std::string source = side(event.source), target = side(event.target);
    const bool of_both = event.type == EventType::consult || event.type == EventType::agree ||
                         event.type == EventType::cooperate;
    if (of_both && target < source) std::swap(source, target);
    std::string one = std::string(text_of(event.type)) + ' ' + source + ' ' + target;
    if (event.modality != Modality::asserted) one += ' ' + std::string(text_of(event.modality));
    const std::string full = one + std::string(text_of(event.mode)) + format_date(event.date.from);
    EXPECT_TRUE(whole.insert(full).second) << "told twice: " << told.text;
    got.insert(one);
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

std::string last_word(const std::string& name) {
  if (name.empty()) return "-";
  const std::size_t blank = name.rfind(' ');
  return lower_case(name.substr(blank == std::string::npos ? 0 : blank + 1));
}

void check_reasons(const Told& told) {
  const std::string before =
      "NEW YORK, 14 March 2019 - The UN General Assembly adopted a resolution on Gaza on "
      "Wednesday. Kenya abstained, Peru voted no.\n\n";
  std::multiset<std::string> got;
  for (const Explanation& reason : read(before + told.text, "2019-03-14").explanations) {
    const std::string cause = reason.cause.empty() ? "-" : reason.cause;
    got.insert(reason.state + ' ' + std::string(text_of(reason.theme)) + ' ' + cause + ' ' +
               last_word(reason.speaker.name));
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

void check_days(const Told& told) {
  static const Language language;
  static const Reader reader(language);
  std::multiset<std::string> got;
  for (const ReportedVote& vote : reader.read("told", told.text, {}).votes) {
    std::string one = vote.state + ' ' + std::string(text_of(vote.choice));
    if (vote.status != VoteStatus::cast) one += ' ' + std::string(text_of(vote.status));
    got.insert(one + ' ' + format_date(vote.date.from) + ".." + format_date(vote.date.to));
  }
  EXPECT_EQ(joined(got), told.records) << told.text;
}

// Each in one test, since the language is read for each test anew.
TEST(WaysOfTelling, Votes) {
  for (const Told& told : votes) check_votes(told);
}

TEST(WaysOfTelling, DaysOfVotes) {
  for (const Told& told : days) check_days(told);
}

TEST(WaysOfTelling, Acts) {
  for (const Told& told : acts) check_acts(told);
}

TEST(WaysOfTelling, Reasons) {
  for (const Told& told : reasons) check_reasons(told);
}

}  // namespace
}  // namespace volteface
