// What nouns hang on, where a parser has made of them what no noun in such a place can be.
#pragma once

#include <span>

#include "volteface/language.h"

namespace volteface::language {

// "the detention of two men caused anger", "expressed to Mali his thanks", "called by Chad".
void mend_nouns(std::span<Token> tokens);

// "Ana Ruiz's claim angered Chad": what ends in "'s" is hung on the noun that it owns.
void mend_owners(std::span<Token> tokens);

// "Rwanda “condemns” Burundi, its spokesman said": of two subjects the first is the object.
void mend_subjects_of_saying(std::span<Token> tokens);

// "Fighting broke out": a gerund at the head of the sentence, of which something is told.
void mend_gerunds_at_root(std::span<Token> tokens);

// "whose envoy was in Lima", "after Ruiz had been a guest": clauses of nouns that a parser hung up
// as if they were no clauses.
void mend_clauses_of_nouns(std::span<Token> tokens);

}  // namespace volteface::language
