// Verbs that a parser hung where no finite verb hangs.
#pragma once

#include <span>

#include "volteface/language.h"

namespace volteface::language {

// `tokens`: one sentence; heads count within it.

// "Ana Ruiz had in April asked": what a parser hung on an auxiliary hangs on its verb.
void free_auxiliaries(std::span<Token> tokens);

// "recalled its envoy and ended relations", "Ana Ruiz thanked President Sy": a finite verb is
// neither an adjective of the noun behind it nor a part of the name before it.
void mend_verbs_in_nouns(std::span<Token> tokens);

// "flew to Lima on the 24th and spent": a finite verb is joined to a verb and to no noun.
void mend_verbs_joined_to_nouns(std::span<Token> tokens);

// "Chad, whose envoy was in Lima, has promised": the verb behind the comma that ends a relative
// clause is that of the noun before it; so is that behind "Ana Ruiz, then envoy of Chad,".
void mend_verbs_behind_relatives(std::span<Token> tokens);

// "called its envoy home": not the home of an envoy.
void mend_called_home(std::span<Token> tokens);

// "On Tuesday the mission was refused entry", "In Lima on 1 May, Ana Ruiz met the envoy": a time or
// place with a preposition is no root, and a clause with a subject of its own does not say which.
void mend_times_at_root(std::span<Token> tokens);

}  // namespace volteface::language
