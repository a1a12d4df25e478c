// What the nouns beside an act say of its sides.
#pragma once

#include <cstdint>
#include <string_view>

#include "reading/sentence_tree.h"

namespace volteface {

// Of a token; nowhere is in none.
bool is_in_list(const SentenceTree& tree, std::uint32_t noun, std::string_view list);

// "both envoys", "the two capitals"
bool is_pair(const SentenceTree& tree, std::uint32_t noun);

// "the two agreed", "the two leaders met"
bool is_the_two(const SentenceTree& tree, std::uint32_t noun);

// "in solidarity with Chad", "out of friendship": why, and no side of what is done.
bool is_motive(const SentenceTree& tree, std::uint32_t noun);

// "both", "the two sides", "the parties", "the pair": whoever the story is of.
bool stands_for_two(const SentenceTree& tree, std::uint32_t noun);

// "the move", "the decision": of whoever acted last, and of no body.
bool is_move(const SentenceTree& tree, std::uint32_t object);

// A resolution or its like.
bool is_text(const SentenceTree& tree, std::uint32_t object);

// What a relative pronoun stands for: of "Chad, to which it lent money" Chad; nowhere of other words.
std::uint32_t described_by(const SentenceTree& tree, std::uint32_t pronoun);

// Whether a word says whose a deed is: "Chad's raid", "the Chadian raid", "the raid by Chad".
bool tells_whose(const SentenceTree& tree, std::uint32_t modifier);

// What a verb is done to in a relative clause: "the loan (that) it granted"; nowhere if the clause
// has an object of its own.
std::uint32_t done_to_described(const SentenceTree& tree, std::uint32_t verb);

// The noun that a word stands for: "a visit to Chad and another to Mali" has another visit.
std::uint32_t noun_meant(const SentenceTree& tree, std::uint32_t t);

}  // namespace volteface
