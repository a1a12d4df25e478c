#include "agreement/count_choices.h"

#include <bit>

// Baseline x86-64 has no instruction that counts bits. The function is compiled twice and the
// better one chosen when the program is loaded; on other processors std::popcount is an instruction
// already. Wider vectors gain nothing: most sessions are one to three words.
#if defined(__x86_64__) && defined(__linux__)
#define VOLTEFACE_BEST_POPCOUNT __attribute__((target_clones("popcnt", "default")))
#else
#define VOLTEFACE_BEST_POPCOUNT
#endif

namespace volteface {

VOLTEFACE_BEST_POPCOUNT
void count_choices(const std::uint64_t* a, const std::uint64_t* b,
                   std::span<const std::uint32_t> first_word, std::span<ChoiceTable> tables) {
  for (std::size_t period = 0; period < tables.size(); ++period) {
    std::uint32_t counts[9] = {};
    for (std::size_t word = first_word[period]; word < first_word[period + 1]; ++word) {
      const std::uint64_t* choices_a = a + 3 * word;
      const std::uint64_t* choices_b = b + 3 * word;
      for (int i = 0; i < 3; ++i) {
        for (int j = 0; j < 3; ++j) {
          counts[3 * i + j] +=
              static_cast<std::uint32_t>(std::popcount(choices_a[i] & choices_b[j]));
        }
      }
    }
    for (int k = 0; k < 9; ++k) tables[period].cells[k] = counts[k];
  }
}

}  // namespace volteface
