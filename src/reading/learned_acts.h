// Acts that no rule told, found by what was learned from annotated reports.
//
// Rules see a word that they know with sides where they expect them. Here each word of a sentence
// is weighed (does it tell of an act, of which type?), and with it each pair of sides that the
// sentence names or that the story is about (does it tell it of these?): two logistic regressions
// over what stands around the word and on the way from it to the sides. What rules found is seen by
// both, so that they bear each other out; an act that a rule has told is not told again.
#pragma once

#include <vector>

#include "reading/act_features.h"
#include "reading/act_scene.h"
#include "reading/act_weights.h"

namespace volteface {

// Scores of all words that may tell of an act in a sentence, in their order.
std::vector<WordScores> weigh_words(const ActScene& scene, const std::vector<ToldWord>& words,
                                    const ActWeights& weights);

std::vector<ToldWord> told_words(const ActScene& scene, std::uint32_t sentence);

// Candidates of a word: pairs of sides of its sentence for each type that it may tell of.
std::vector<ActCandidate> candidates_of(const ActScene& scene, const ToldWord& word,
                                        const WordScores& scores);

// `acts`: those that rules found. Those returned are in the order of sentences.
std::vector<ReportedEvent> read_learned_acts(const ReportView& view,
                                             const std::vector<ReportedVote>& votes,
                                             const std::vector<ReportedEvent>& acts,
                                             const ActWeights& weights);

}  // namespace volteface
