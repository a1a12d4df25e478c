// Words to whose place in the tree a parser gives the wrong name.
#pragma once

#include <span>

#include "volteface/language.h"

namespace volteface::language {

// `tokens`: one sentence; heads count within it.

// "In yellow: Chad and Mali": on a mark nothing hangs but on what the mark hangs on.
void mend_heads_that_are_marks(std::span<Token> tokens);

// "the fifteen, Kenya and Peru included, have voted": the names belong to the noun before them, and
// it is the subject.
void mend_names_included(std::span<Token> tokens);

// "It was closed by Chad": an "it" that no clause explains is somebody or something.
void mend_empty_subjects(std::span<Token> tokens);

// "agreed, although they had refused": a clause with a conjunction is no relative one.
void mend_clauses_with_conjunctions(std::span<Token> tokens);

// "abstained like Chad and Mali": what a parser hung on the preposition before it.
void mend_prepositions_with_objects(std::span<Token> tokens);

// "Much of Latin America abstained": one subject, and not two.
void mend_parts_as_subjects(std::span<Token> tokens);

}  // namespace volteface::language
