// The tagger of the model: two passes of a linear classifier, left to right; the second sees what
// the first gave to the words ahead.
#pragma once

#include "language/english_model.h"
#include "language/word_form.h"
#include "volteface/language.h"

namespace volteface::language {

class ModelTagger final : public Tagger {
 public:
  // `model` must outlive the tagger.
  explicit ModelTagger(const EnglishModel& model) : model_(model) {}

  void tag(std::string_view text, std::span<Token> sentence) const override;

 private:
  const EnglishModel& model_;
};

// The lemma of a verb in "-ed" or "-ing" whose ending the rules cut at the wrong place ("blam",
// "bombe"): of "blame" and "bomb" the one that is a word. Any other as it is.
std::string known_lemma(std::string lemma, std::string_view form, std::string_view xpos,
                        const WordClusters& clusters);

// One pass. `later` are the tags of the pass before, or empty.
void tag_pass(const LinearModel& model, const CertainTags& certain, std::span<const WordForm> words,
              std::span<const std::uint8_t> later, std::vector<std::uint8_t>& tags);

}  // namespace volteface::language
