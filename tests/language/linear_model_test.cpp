#include <gtest/gtest.h>

#include <map>
#include <random>

#include "language/linear_model.h"
#include "language/model_bytes.h"

namespace volteface::language {
namespace {

struct Random {
  std::map<FeatureKey, std::map<std::uint8_t, std::int16_t>> reference;
  std::vector<LinearModel::Weights> weights;

  explicit Random(std::size_t classes) {
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) reference[static_cast<FeatureKey>(random())];
    for (auto& [key, of] : reference) {
      const std::size_t cells = 1 + random() % classes;
      for (std::size_t k = 0; k < cells; ++k) {
        of[static_cast<std::uint8_t>(random() % classes)] =
            LinearModel::storable(static_cast<double>(random() % 4000) - 2000);
      }
      weights.push_back({key, {of.begin(), of.end()}});
    }
  }
};

// Rows and pairs, hashed and packed, against the plain sum.
TEST(LinearModel, ScoresAreSums) {
  for (const std::size_t classes : {2ul, 3ul, 17ul, 96ul, 128ul}) {
    const Random all(classes);
    const LinearModel model(classes, all.weights);
    const std::string encoded = model.encoded();
    ModelReader reader(encoded, "test");
    const LinearModel again = LinearModel::decoded(reader);
    std::mt19937 random(9);
    for (int round = 0; round < 50; ++round) {
      std::vector<FeatureKey> features;
      std::vector<int> expected(classes);
      for (int k = 0; k < 10; ++k) {
        const auto& feature = all.weights[random() % all.weights.size()];
        features.push_back(feature.key);
        for (const auto& [number, weight] : feature.of) expected[number] += weight;
        features.push_back(static_cast<FeatureKey>(random()));  // unknown
      }
      LinearModel::Scores scores;
      model.score(features, scores);
      for (std::size_t c = 0; c < classes; ++c) EXPECT_EQ(scores.of[c], expected[c]);
      again.score(features, scores);
      for (std::size_t c = 0; c < classes; ++c) EXPECT_EQ(scores.of[c], expected[c]);
    }
  }
}

TEST(LinearModel, WeightsRoundToWhatAFileCanHold) {
  EXPECT_EQ(LinearModel::storable(0.4), 0);
  for (int w = 0; w <= 20; ++w) EXPECT_EQ(LinearModel::storable(w), w);
  EXPECT_EQ(LinearModel::storable(1e9), LinearModel::largest_weight);
  EXPECT_EQ(LinearModel::storable(-1e9), -LinearModel::largest_weight);
  for (double w = 20; w < 2000; w *= 1.01) EXPECT_NEAR(LinearModel::storable(w), w, 0.03 * w + 1);
}

}  // namespace
}  // namespace volteface::language
