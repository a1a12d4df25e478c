// What parsers get wrong in one way, and a rule sees.
#pragma once

#include <span>
#include <string_view>

#include "volteface/actors.h"
#include "volteface/language.h"

namespace volteface::language {

// `tokens`: one sentence; heads count within it.

// "Chad, Mali and Togo left": of two subjects side by side the second is joined to the first.
void mend_rows_of_subjects(std::span<Token> tokens);

// "The vote was a bow to Chad, says the analyst Ana Ruiz": what is told before the comma is no
// subject, and who is named behind the verb says it.
void mend_inverted_saying(std::span<Token> tokens);

// "The jets struck the town": a noun at the root of a tree, on which a finite verb hangs that has
// no subject, is its subject.
void mend_subjects_at_root(std::span<Token> tokens);

// "Chad's envoy, Ana Ruiz, mediated between them": a participle behind a comma is the verb of a
// sentence that has no other. "Chad's envoy, Ana Ruiz, expelled from Mali": she did not expel.
void mend_participles_alone(std::span<Token> tokens);

// "Chad expelled Ana Ruiz", "have promised men": a verb with a subject or an auxiliary that hangs
// on the noun behind it, as "expelled men" would, has that noun for its object.
void mend_verbs_before_objects(std::span<Token> tokens);

// "Italy voted": a sentence may begin with any word in a capital, and a tagger that has not met the
// state there goes by its ending ("only"). Tags alone, before trees are made.
void mend_states_at_start(std::string_view text, const Actors& actors, std::span<Token> tokens);

// "Ana Ruiz, of the opposition, hails Chad": a verb in the present that a tagger takes for a
// plural, between a name or a comma and a name; past forms that are too rare to be known ("lent");
// and "cast", which is hardly ever met as a verb. Tags alone.
void mend_verbs(std::string_view text, std::span<Token> tokens);

}  // namespace volteface::language
