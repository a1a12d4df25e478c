// What a verb, or a noun that tells of an act, says of who did what to whom, and how surely.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/sentence_tree.h"
#include "volteface/reading.h"

namespace volteface {

enum class ClauseTime : std::uint8_t { past, present, future };

// A noun that hangs on a word by a preposition ("with Iran": with, Iran).
struct Oblique {
  std::string preposition;
  std::uint32_t noun = nowhere;
};

struct Clause {
  std::uint32_t head = nowhere;  // the verb or noun
  bool passive = false;
  std::uint32_t subject = nowhere;   // who does it: of a passive the one after "by"
  std::uint32_t object = nowhere;    // to whom it is done: of a passive its subject
  std::uint32_t receiver = nowhere;  // indirect object
  std::vector<Oblique> obliques;
  Modality modality = Modality::asserted;
  ClauseTime time = ClauseTime::past;
};

// Of a verb. What it shares with the verb that it is joined to, hangs on or describes is found
// there: "Iran, which recalled", "condemned and expelled", "wants to buy", "asked Chad to vote".
Clause clause_of_verb(const SentenceTree& tree, std::uint32_t verb);

// Of a noun: the subject is its possessor ("Qatar's offer") or that of the verb that it is the
// object of ("Qatar made an offer").
Clause clause_of_noun(const SentenceTree& tree, std::uint32_t noun);

// Nouns behind a preposition that stand behind a word in its own clause, wherever a parser hung
// them: "imposed on Monday by Chad on Mali" has on, by, on. At most 40 words are looked at.
std::vector<Oblique> loose_obliques(const SentenceTree& tree, std::uint32_t head);

// The object of a verb where a parser hung it on something between ("signed on Monday a peace").
std::uint32_t loose_object(const SentenceTree& tree, std::uint32_t verb);

// The subject of a verb, wherever it stands; nowhere if there is none.
std::uint32_t subject_of(const SentenceTree& tree, std::uint32_t verb);

// A verb or an auxiliary.
bool is_verbal(const SentenceTree& tree, std::uint32_t at);

bool is_passive(const SentenceTree& tree, std::uint32_t verb);

Modality modality_of(const SentenceTree& tree, std::uint32_t verb);

}  // namespace volteface
