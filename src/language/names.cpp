#include "language/names.h"

#include <algorithm>

#include "language/actor_names.h"
#include "language/characters.h"
#include "language/lexicon.h"
#include "language/name_types.h"
#include "language/state_bodies.h"

namespace volteface::language {
namespace {

class NameFinder {
 public:
  NameFinder(const Document& document, const Actors& actors, const Gazetteer& gazetteer)
      : document_(document), actors_(actors), gazetteer_(gazetteer) {}

  std::vector<FoundName> all() {
    for (const Sentence& sentence : document_.sentences) {
      look_at(sentence);
      for (std::uint32_t at = sentence.first; at < sentence.last;) at = step(at);
    }
    decide_types(names_, pieces_);
    return std::move(names_);
  }

 private:
  std::string_view form(std::uint32_t token) const {
    return document_.form(document_.tokens[token]);
  }
  const std::string& key(std::uint32_t token) const { return keys_[token - sentence_->first]; }

  void look_at(const Sentence& sentence) {
    sentence_ = &sentence;
    keys_.clear();
    upper_.clear();
    capitals_.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const std::string_view text = form(i);
      const bool upper =
          class_of(character_at(text, article_in(text)).code) == CharacterClass::upper;
      upper_.push_back(upper);
      capitals_.push_back(upper && std::none_of(text.begin(), text.end(),
                                                [](char c) { return c >= 'a' && c <= 'z'; }));
      const bool mark = text == "-" || text == "." || text == "'" || text == "\xE2\x80\x99";
      const bool word = class_of(character_at(text, 0).code) != CharacterClass::punctuation;
      keys_.push_back(mark ? std::string() : word ? name_key(text) : "\x01");
    }
  }

  // A word that may be in a name without a list that says so.
  bool name_like(std::uint32_t i) const {
    if (i >= sentence_->last) return false;
    const Token& token = document_.tokens[i];
    if (!upper_[i - sentence_->first] || is_weekday(key(i))) return false;  // "On Friday Ruiz left"
    if (is_in_date(i)) return false;  // "On 2 March Ruiz left"
    if (is_letters_behind_name(form(i))) return false;
    if (token.xpos.starts_with("NNP")) return true;
    if (i == sentence_->first && i + 1 < sentence_->last && document_.tokens[i + 1].xpos == "NNP" &&
        document_.tokens[i + 1].space_before &&
        (document_.tokens[i + 1].deprel == "flat" || actors_.is_given_name(key(i)))) {
      return token.upos != "DET" && token.upos != "PRON" && token.upos != "ADP" &&
             token.upos != "SCONJ" && token.upos != "CCONJ";
    }
    if (token.xpos == "NN" && opens_quotation(i)) return false;  // "“Love is strong,” she said"
    return i > sentence_->first && token.upos != "PRON" && token.upos != "DET" &&
           token.upos != "ADP" && token.upos != "CCONJ" && token.upos != "SCONJ" &&
           token.upos != "AUX" && token.upos != "VERB" && token.upos != "ADV" &&
           token.upos != "PART" && form(i).size() > 1;
  }

  bool is_in_date(std::uint32_t i) const {
    const std::uint32_t at = document_.tokens[i].begin;
    const auto date = std::ranges::upper_bound(document_.dates, at, {}, &DateExpression::end);
    if (date == document_.dates.end() || date->begin > at) return false;
    // "Thu" alone may be a name; a month is none where it is a date ("In April Ruiz left").
    return is_other_name_word(key(i)) ||
           document_.text_of(*date).find_first_of("0123456789 ") != std::string_view::npos;
  }

  bool opens_quotation(std::uint32_t i) const {
    if (i == sentence_->first) return false;
    const Token& mark = document_.tokens[i - 1];
    const bool quote = mark.upos == "PUNCT" && mark.lemma == "\"";
    return quote && !document_.tokens[i].space_before &&
           (i < sentence_->first + 2 || document_.tokens[i - 2].upos == "PUNCT");
  }

  // The end of the run of name-like words that begins at `at`, with particles, hyphens and initials
  // in it.
  std::uint32_t end_of_run(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < sentence_->last) {
      if (name_like(end)) {
        ++end;
      } else if (end > at && end + 1 < sentence_->last && name_like(end + 1) && links(end)) {
        end += 2;
      } else if (end > at && end + 1 < sentence_->last && form(end) == "-" && links(end) &&
                 upper_[end - 1 - sentence_->first]) {
        end += 2;  // "Ing-wen"
      } else if (end > at && end + 2 < sentence_->last && links(end) && links(end + 1) &&
                 name_like(end + 2)) {
        end += 3;
      } else {
        break;
      }
    }
    return end;
  }

  bool links(std::uint32_t i) const {
    const std::string_view text = form(i);
    const bool touches = !document_.tokens[i].space_before;
    if (text == "-" || text == "'" || text == "\xE2\x80\x99") {
      return touches && i + 1 < sentence_->last && !document_.tokens[i + 1].space_before;
    }
    return text != "of" && text != "as" && text != "an" && text != "y" && text != "e" &&
           is_name_particle(text);
  }

  // "Latin America", "European": where the list of states would see a state, or nothing.
  std::uint32_t region(std::uint32_t at) {
    if (!upper_[at - sentence_->first]) return 0;
    const bool two = at + 1 < sentence_->last && is_region(key(at) + " " + key(at + 1));
    if (!two && !is_region(key(at))) return 0;
    const std::uint32_t last = at + (two ? 2 : 1);
    if (name_like(at) && end_of_run(at) > last && !two) return 0;
    add(at, last, NameType::place, nullptr);
    names_.back().name.demonym = document_.tokens[last - 1].upos == "ADJ";
    return last;
  }

  std::uint32_t step(std::uint32_t at) {
    if (const std::uint32_t behind = region(at); behind != 0) return behind;
    const auto match = gazetteer_.longest(keys_, upper_, capitals_, at - sentence_->first);
    if (match.entry != nullptr && known_name_stands(match, at)) return known(match, at);
    if (!name_like(at)) return at + 1;
    return run(at, end_of_run(at));
  }

  // "May", "Turkey" at the head of a sentence and the like are words first.
  bool known_name_stands(const Gazetteer::Match& match, std::uint32_t at) const {
    if (match.last - (at - sentence_->first) > 1) return true;
    const Token& token = document_.tokens[at];
    if (match.entry->kind == GazetteerEntry::Kind::person) return token.xpos.starts_with("NNP");
    // "Beijing" at the head of a sentence is no verb.
    const bool seat = match.entry->kind == GazetteerEntry::Kind::metonym;
    // "so did Britain"
    const bool state = match.entry->kind == GazetteerEntry::Kind::state && at > sentence_->first;
    return token.upos == "PROPN" || token.upos == "NOUN" || token.upos == "ADJ" ||
           ((seat || state) && token.upos == "VERB") || capitals_[at - sentence_->first];
  }

  // "Juan Manuel Santos" "Calderón": a text may tell more of a name than the lists have.
  std::uint32_t with_further_surname(std::uint32_t last) const {
    constexpr std::uint32_t most = 2;
    std::uint32_t end = last;
    while (end < sentence_->last && end < last + most && document_.tokens[end].upos == "PROPN" &&
           document_.tokens[end].space_before && name_like(end) &&
           document_.tokens[end].deprel == "flat")
      ++end;
    if (end == last) return last;
    const bool goes_on = end < sentence_->last && name_like(end) && upper_[end - sentence_->first];
    for (std::uint32_t i = last; i < end; ++i) {
      const std::string& word = key(i);
      const bool other =
          is_title(word) || is_title_modifier(word) || is_organisation_word(word) ||
          is_other_name_word(word) || is_place_word(word) || is_region(word) ||
          gazetteer_.longest(keys_, upper_, capitals_, i - sentence_->first).entry != nullptr;
      if (other) return last;
    }
    return goes_on ? last : end;
  }

  // A name of the lists: what stands behind it may make it part of a longer one.
  std::uint32_t known(const Gazetteer::Match& match, std::uint32_t at) {
    using Kind = GazetteerEntry::Kind;
    const std::uint32_t last = sentence_->first + static_cast<std::uint32_t>(match.last);
    const Kind kind = match.entry->kind;
    if (kind == Kind::person) {
      const std::uint32_t whole = with_further_surname(last);
      add(at, whole, NameType::person, match.entry);
      return whole;
    }
    if (kind == Kind::organisation) {
      add(at, last, NameType::organisation, match.entry);
      return last;
    }
    const std::uint32_t end = std::max(last, end_of_run(at));
    const std::string tail = end > last ? key(end - 1) : std::string();
    if (end > last && is_place_word(tail) && kind != Kind::demonym) {
      add(at, end, NameType::place, nullptr);
      return end;
    }
    const bool of_state = kind == Kind::state || kind == Kind::demonym;
    if (of_state && end > last + 1 && ends_in_body(words(), in_sentence(last), in_sentence(end))) {
      add(at, end, NameType::state, match.entry);
      return end;
    }
    if (of_state && fights_its_state(words(), in_sentence(last), in_sentence(end))) {
      add(at, end, NameType::organisation, nullptr);
      return end;
    }
    // A person whose first name is a state's or a capital's: "Jordan Bardella", "Victoria Ruiz".
    const bool may_be_given = end == last + 1 && actors_.is_given_name(key(at)) &&
                              !is_organisation_word(tail) && !is_other_name_word(tail) &&
                              !is_title(tail) && !is_region(tail);
    const bool flat = last < end && document_.tokens[last - 1].deprel != "compound" &&
                      document_.tokens[last].deprel == "flat";
    if (may_be_given && (kind == Kind::metonym || (kind == Kind::state && flat))) {
      add_piece(at, end, {}, 0);
      return end;
    }
    // "Paris Accords", "Warsaw Pact": no city speaks.
    if (kind == Kind::metonym && end > last && is_other_name_word(tail)) return end;
    add(at, last, kind == Kind::metonym ? NameType::place : NameType::state, match.entry);
    names_.back().name.demonym = kind == Kind::demonym;
    names_.back().name.metonym = kind == Kind::metonym;
    if (end > last && is_other_name_word(tail)) return end;
    return last;
  }

  // A run without a list name at its beginning: titles, then pieces.
  std::uint32_t run(std::uint32_t first, std::uint32_t end) {
    if (end == first + 1 && form(first).size() == 1) return end;  // "Q: …", "A: …"
    std::uint32_t at = first;
    std::string title;
    char gender = 0;
    // "National Security Adviser X", "Economist X": all up to the role.
    for (std::uint32_t i = first; i + 1 < end && i < first + 5; ++i) {
      if (!stands_before_names(key(i)) || key(i + 1).empty()) continue;
      for (; at <= i; ++at) title += (title.empty() ? "" : " ") + key(at);
    }
    while (at < end && ((is_title(key(at)) && !is_of_things(at, end)) || is_his_excellency(at) ||
                        (is_title_modifier(key(at)) && title_follows(at, end)))) {
      title += (title.empty() ? "" : " ") + key(at);
      if (const char of = gender_of_title(key(at)); of != 0) gender = of;
      ++at;
      if (at < end && form(at) == "-") ++at;
      // "Secretary of State Marco Rubio", "Minister of Foreign Affairs X".
    }
    if (title.empty() && is_of_secretary(at)) title = "secretary of " + key(at++);
    if (at == end) return title_with_of(end, title, gender);
    return piece(at, end, title, gender);
  }

  // "Secretary of State Ana Ruiz", where "Secretary" begins the sentence and is taken for a noun.
  bool is_of_secretary(std::uint32_t at) const {
    return at >= sentence_->first + 2 && key(at) == "state" && form(at - 1) == "of" &&
           key(at - 2) == "secretary";
  }

  // "General Security Agreement": no general.
  bool is_of_things(std::uint32_t at, std::uint32_t end) const {
    if (key(at) != "general" || at + 1 >= end) return false;
    const std::string& next = key(at + 1);
    return is_title_modifier(next) || is_organisation_word(next) || is_other_name_word(next);
  }

  // "In Banja Luka Milorad Dodik": where the person begins; nowhere for most.
  std::uint32_t person_behind_place(std::uint32_t first, std::uint32_t end) const {
    if (first == sentence_->first || end < first + 3 || actors_.is_given_name(key(first)))
      return nowhere;
    const std::string& before = key(first - 1);
    if (before != "in" && before != "at" && before != "from" && before != "near") return nowhere;
    for (std::uint32_t i = end - 2; i > first; --i) {
      if (actors_.is_given_name(key(i))) return i;
    }
    return nowhere;
  }

  // By its stops: "He" is a surname too.
  bool is_his_excellency(std::uint32_t at) const { return form(at) == "H.E."; }

  static bool stands_before_names(const std::string& word) {
    const RoleNoun* role = role_noun(word);
    if (role == nullptr && !is_epithet(word)) return false;
    return word != "king" && word != "queen" && word != "prince" && word != "pope" &&
           word != "head" && word != "bishop" && word != "general" && word != "judge" &&
           word != "chair" && word != "host" && word != "man" && word != "two";
  }

  bool title_follows(std::uint32_t at, std::uint32_t end) const {
    for (std::uint32_t i = at + 1; i < std::min(end, at + 4); ++i) {
      if (is_title(key(i))) return true;
      if (!is_title_modifier(key(i)) && !key(i).empty()) return false;
    }
    return false;
  }

  std::uint32_t title_with_of(std::uint32_t at, std::string title, char gender) {
    if (at + 1 >= sentence_->last || form(at) != "of" || !name_like(at + 1)) return at;
    std::uint32_t i = at + 1;
    const std::uint32_t end = end_of_run(i);
    std::string more = title + " of";
    while (i < end && (is_title_modifier(key(i)) || key(i) == "foreign" || key(i) == "affairs"))
      more += " " + key(i++);
    if (i == at + 1 || i == end) return at;
    return piece(i, end, more, gender);
  }

  std::uint32_t piece(std::uint32_t first, std::uint32_t end, const std::string& title,
                      char gender) {
    if (const std::uint32_t person = title.empty() ? person_behind_place(first, end) : nowhere;
        person != nowhere) {
      add(first, person, NameType::place, nullptr);
      return piece(person, end, title, gender);
    }
    // A name of the lists within ends the piece, unless the last word makes all of it one name.
    std::uint32_t last = end;
    const bool whole = is_place_word(key(end - 1)) || is_organisation_word(key(end - 1)) ||
                       is_other_name_word(key(end - 1));
    if (const GazetteerEntry* state =
            state_within_body(gazetteer_, words(), in_sentence(first), in_sentence(end));
        state != nullptr && title.empty()) {
      add(first, end, NameType::state, state);
      return end;
    }
    if (!title.empty() || !whole) {
      for (std::uint32_t i = first; i < end; ++i) {
        const auto match = gazetteer_.longest(keys_, upper_, capitals_, i - sentence_->first);
        const bool ends = match.entry != nullptr &&
                          (match.entry->kind != GazetteerEntry::Kind::metonym || i > first);
        if (ends && i == first) {
          const std::uint32_t next = known(match, i);
          if (!names_.empty() && names_.back().name.type == NameType::person)
            set_title(names_.back(), title, gender);
          return next;
        }
        if (ends && match.entry->kind != GazetteerEntry::Kind::person) {
          last = i;
          break;
        }
      }
    }
    const std::uint32_t body = last;
    last = with_complement(first, last);
    if (const GazetteerEntry* state = state_behind_body(gazetteer_, words(), in_sentence(first),
                                                        in_sentence(body), in_sentence(last));
        state != nullptr && title.empty()) {
      add(first, last, NameType::state, state);
      return last;
    }
    while (last > first && key(last - 1).empty()) --last;
    if (last == first) return std::max(end, first + 1);
    if (title.empty()) {
      for (std::uint32_t i = first; i < last; ++i) {
        const bool given = i == first && last > first + 1 && actors_.is_given_name(key(i));
        if (given) continue;  // "Bill Graham"
        if (is_other_name_word(key(i)) && !is_organisation_word(key(last - 1))) return last;
      }
      // "the German Government": no name of its own.
      const bool bare = last == first + 1 && is_organisation_word(key(first)) &&
                        key(first) != "congress" && key(first) != "senate";
      const bool state = last == first + 1 && first > sentence_->first &&
                         is_state_noun(key(first)) && key(first - 1) == "the";
      if (bare || state) return last;  // "the Kingdom": for coreference
    }
    add_piece(first, last, title, gender);
    return last;
  }

  // "University of Buenos Aires", "Ministry for Foreign Affairs".
  std::uint32_t with_complement(std::uint32_t first, std::uint32_t last) const {
    if (last >= sentence_->last || last == first || !is_organisation_word(key(last - 1)))
      return last;
    if (form(last) != "of" && form(last) != "for") return last;
    std::uint32_t i = last + 1;
    if (i < sentence_->last && form(i) == "the") ++i;
    if (i >= sentence_->last || !name_like(i)) return last;
    const auto match = gazetteer_.longest(keys_, upper_, capitals_, i - sentence_->first);
    if (match.entry != nullptr) return sentence_->first + static_cast<std::uint32_t>(match.last);
    return end_of_run(i);
  }

  NameWords words() const { return {keys_, upper_, capitals_}; }
  std::size_t in_sentence(std::uint32_t token) const { return token - sentence_->first; }

  void set_title(FoundName& name, const std::string& title, char gender) {
    name.title = title;
    name.gender = gender;
  }

  void add(std::uint32_t first, std::uint32_t last, NameType type, const GazetteerEntry* entry) {
    FoundName found;
    found.name.first = first;
    found.name.last = last;
    found.name.begin = document_.tokens[first].begin;
    found.name.end = document_.tokens[last - 1].end;
    found.name.type = type;
    found.entry = entry;
    found.key = name_key(document_.text_of(found.name));
    names_.push_back(std::move(found));
  }

  void add_piece(std::uint32_t first, std::uint32_t last, const std::string& title, char gender) {
    add(first, last, NameType::person, nullptr);
    set_title(names_.back(), title, gender);
    Piece piece;
    piece.name = names_.size() - 1;
    piece.evidence = evidence_of(document_, *sentence_, first, last, !title.empty(), actors_);
    const std::string& all = names_.back().key;
    piece.last_word = all.substr(all.rfind(' ') == std::string::npos ? 0 : all.rfind(' ') + 1);
    pieces_.push_back(std::move(piece));
  }

  const Document& document_;
  const Actors& actors_;
  const Gazetteer& gazetteer_;
  const Sentence* sentence_ = nullptr;
  std::vector<std::string> keys_;
  std::vector<bool> upper_, capitals_;
  std::vector<FoundName> names_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<FoundName> find_names(const Document& document, const Actors& actors,
                                  const Gazetteer& gazetteer) {
  return NameFinder(document, actors, gazetteer).all();
}

}  // namespace volteface::language
