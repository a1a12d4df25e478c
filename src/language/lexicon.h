// Closed lists of words that names, quotations and coreference go by.
#pragma once

#include <cstdint>
#include <string_view>

namespace volteface::language {

// What a noun says of a person's office; offices are those of the registry of actors.
struct RoleNoun {
  std::string_view noun;     // "president"
  std::string_view offices;  // "head_of_state|head_of_government", may be empty
};

// Null where the lemma is no role of a person. "foreign minister" and the like are looked up whole.
const RoleNoun* role_noun(std::string_view lemma);

// Stands before a name and is written large: "President", "Mr", "Gen".
bool is_title(std::string_view folded_word);
// A woman's or a man's title: 'f', 'm' or 0.
char gender_of_title(std::string_view folded_word);
// Goes on a title ("Prime" Minister, "Secretary" "of" "State", "Foreign" Minister).
bool is_title_modifier(std::string_view folded_word);

// "Monday", in whatever case.
bool is_weekday(std::string_view word);

// "May", with its capital.
bool is_month_name(std::string_view word);

// The last word of names of organisations: "Council", "University", "Times".
bool is_organisation_word(std::string_view folded_word);
// Of places: "Sea", "Islands", "Square".
bool is_place_word(std::string_view folded_word);
// Parts of the world, and their adjectives: "latin america", "european".
bool is_region(std::string_view folded_words);
// Of events, laws and papers, which are no actors: "Summit", "Accords", "War".
bool is_other_name_word(std::string_view folded_word);

// "say", "write", "warn": verbs whose subject speaks.
bool is_speech_verb(std::string_view lemma);

// "trader", "shopkeeper": what somebody may do for a living who holds no office.
bool is_occupation(std::string_view lemma);

// "leaders", "presidents", "men": nouns of several persons; of states: "countries", "sides".
bool is_person_group(std::string_view lemma);
bool is_state_group(std::string_view lemma);
bool is_pair_noun(std::string_view lemma);  // "duo", "pair"

// "economist", "libertarian", "veteran": what a person may be called with "the".
bool is_epithet(std::string_view lemma);

// "country", "nation": one state.
bool is_state_noun(std::string_view lemma);

char gender_of_noun(std::string_view lemma);

}  // namespace volteface::language
