#include "ideal/symbol_parts.h"

#include <charconv>

namespace volteface {

SymbolParts parse_symbol(std::string_view symbol) {
  SymbolParts out;
  const std::size_t slash = symbol.rfind('/');
  const std::string_view last = slash == std::string_view::npos ? symbol : symbol.substr(slash + 1);
  const char* const end = last.data() + last.size();
  const auto [rest, error] = std::from_chars(last.data(), end, out.number);
  if (error != std::errc()) return {};
  for (const char* c = rest; c != end; ++c) {
    if (*c < 'A' || *c > 'Z') return {out.number, {}};
    out.part += *c;
  }
  return out;
}

std::optional<std::map<std::string, RollCallIndex>> by_part(
    const Record& record, std::span<const RollCallIndex> roll_calls) {
  std::map<std::string, RollCallIndex> out;
  std::optional<std::uint32_t> number;
  for (RollCallIndex r : roll_calls) {
    const SymbolParts symbol = parse_symbol(record.roll_calls[r].symbol);
    if (symbol.part.empty()) continue;
    if (number && *number != symbol.number) return std::nullopt;
    number = symbol.number;
    if (!out.emplace(symbol.part, r).second) return std::nullopt;
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace volteface
