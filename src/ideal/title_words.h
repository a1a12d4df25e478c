// The words of a title by which two titles are told to be of one text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace volteface {

// Sorted, each once, in lower case, in the singular, without filling words, years and document
// numbers.
struct TitleWords {
  std::vector<std::string> all;
  std::vector<std::string> last_part;  // those after the last " : ", where the title has one

  // True where the title is what the President of the Assembly said before the vote: it tells of
  // the vote's occasion and not of the text, so it is compared with nothing.
  bool speech = false;
};

// ASCII letters are folded; other bytes are kept as they are, so that any UTF-8 title may be
// compared.
TitleWords words_of_title(std::string_view title);

// Numbers that count ("tenth", "10th") say which conference or session, and drift from year to
// year.
bool is_ordinal(std::string_view word);

}  // namespace volteface
