// Numbers and names as the brief writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "volteface/brief.h"

namespace volteface {

// "1,105".
std::string count_text(std::uint64_t n);

// "a, b and c".
std::string listed(const std::vector<std::string>& names);

// "1 roll call", "1,105 roll calls".
std::string counted(std::uint64_t n, std::string_view thing);

// "0.43", "−0.10": two digits, never "−0.00"; "–" for NaN.
std::string number(double value);

// The same with a sign: "+0.32", "−0.32", "0.00".
std::string signed_number(double value);

// A share or probability without the zero that says nothing: ".43", "1.00".
std::string share(double value);

// A probability: ".021", "<.001".
std::string probability(double value);

// "0.43 [0.33, 0.52]", "+0.32 [+0.20, +0.44]", ".43 [.33, .52]".
std::string with_interval(const Estimate& e);
std::string signed_with_interval(const Estimate& e);
std::string share_with_interval(const Estimate& e);

// "2021–2023", or "2023".
std::string span_text(const YearSpan& span);

// "1988-11-17", or "1965-12-16 to 1988-11-17".
std::string days_between(Date first, Date last);

// " One vote tells little of who would vote so again." Empty where the votes are more than a few.
std::string if_few_votes(std::uint64_t votes);

// "93-18-65": yes, no, abstain, as the United Nations state it.
std::string tally_text(const Tally& tally);

// "voted yes", "abstained", "was absent".
std::string_view choice_in_words(Choice choice);
std::string_view choice_in_words(ReportedChoice choice);

// "2024-12", "2023-12-10", "2025-02-17/24" (of one month), "2023-12-10/2025-02-28"; "no day told"
// for more than a life.
std::string days_text(const DateWindow& window);

// The name as it stands within a sentence: "the United States", "Argentina".
std::string name_in_text(const State& state);

// The same at the beginning of one: "The United States".
std::string name_at_beginning(const State& state);

}  // namespace volteface
