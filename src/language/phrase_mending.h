// Words that a parser hangs on the wrong part of the phrase before them.
#pragma once

#include <span>

#include "volteface/language.h"

namespace volteface::language {

// `tokens`: one sentence; heads count within it.

// "Chad's envoy in Lima, Omar Sy, left", "Mali's minister in May, who did not come": not Lima is
// Omar Sy, and no month came.
void mend_what_is_said_of_holders(std::span<Token> tokens);

// "sent them arms": a pronoun has no noun for a part of it.
void mend_two_objects(std::span<Token> tokens);

// "is due to visit Mali": no copula has an adjective.
void mend_adjectives_of_copulas(std::span<Token> tokens);

// "Having abstained in 2017, Chad voted", "As it owes much, Chad abstained": what begins so is not
// the main clause.
void mend_clauses_at_root(std::span<Token> tokens);

// "the treaty that Chad signed": it is what was signed.
void mend_relative_that(std::span<Token> tokens);

// All of these.
void mend_phrases(std::span<Token> tokens);

}  // namespace volteface::language
