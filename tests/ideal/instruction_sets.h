// Tests of vector kernels are run on each instruction set that this processor has.
#pragma once

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <cstdint>
#include <vector>

namespace volteface {

// 0: all of them again.
inline void use_instruction_set(std::int64_t target) {
  hwy::SetSupportedTargetsForTest(target);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

inline std::vector<std::int64_t> instruction_sets_here() {
  std::vector<std::int64_t> targets;
  const std::int64_t all = hwy::SupportedTargets() & HWY_TARGETS;
  for (std::int64_t target = 1; target > 0 && target <= all; target <<= 1) {
    if ((all & target) != 0) targets.push_back(target);
  }
  return targets;
}

class OnEachInstructionSet : public testing::TestWithParam<std::int64_t> {
 protected:
  void SetUp() override { use_instruction_set(GetParam()); }
  void TearDown() override { use_instruction_set(0); }
};

}  // namespace volteface
