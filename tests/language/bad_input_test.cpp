#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>
#include <thread>

#include "language/conllu.h"
#include "language/english_model.h"
#include "language/linear_model.h"
#include "one_language.h"
#include "volteface/error.h"

// What this program asks of the heap, by number: a count of operations that costs nothing to keep.
namespace {
std::atomic<std::size_t> asked_of_heap = 0;
}

void* operator new(std::size_t size) {
  ++asked_of_heap;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace volteface {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(BadInput, EmptyAndBlank) {
  for (const char* text : {"", " ", "\n\n\n", "\t \r\n", "\x01\x02\x7f"}) {
    const Document document = one_language().read(text);
    EXPECT_TRUE(document.tokens.empty());
    EXPECT_TRUE(document.sentences.empty());
  }
}

TEST(BadInput, InvalidUtf8IsCountedAndReadOn) {
  const Document document = one_language().read("Peru \xff\xfe voted \xc3 no\xed\xa0\x80.");
  EXPECT_EQ(document.invalid_bytes, 6u);
  EXPECT_EQ(document.first_invalid, 5u);
  EXPECT_EQ(document.form(document.tokens.front()), "Peru");
  EXPECT_NE(language::conllu_text(document, "x").find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(BadInput, OtherScriptsAndSigns) {
  for (const char* text : {"صوتت مصر لصالح القرار.", "Египет проголосовал за.", "日本は棄権した。",
                           "👍🏽🇰🇪 \u202e abc \u202c", "a\u0301\u0301\u0301",
                           "Das Parlament stimmte dagegen, weil niemand gefragt worden war."}) {
    const Document document = one_language().read(text);
    EXPECT_FALSE(document.tokens.empty()) << text;
  }
}

TEST(BadInput, ManyBracketsAndQuotes) {
  for (const char* text : {"(", ")", "\"", "“", "”", "‘", "«", "-", "'", ".", ",", "he ", "Chad ",
                           "\n", "2025 ", "a-"}) {
    EXPECT_NO_THROW(one_language().read(repeated(text, 100000))) << text;
  }
}

TEST(BadInput, OneLongLine) {
  const Document words =
      one_language().read(repeated("Mali and Niger said they would leave ", 20000));
  EXPECT_GT(words.sentences.size(), 100u);
  const Document word = one_language().read(std::string(1000000, 'x'));
  EXPECT_GT(word.tokens.size(), 1000u);
}

// What is read twice as long takes twice the steps: a count of what the parser is asked, not a
// time.
class CountingParser final : public Parser {
 public:
  explicit CountingParser(std::atomic<std::size_t>& asked) : asked_(asked) {}
  void parse(std::string_view, std::span<Token> sentence) const override {
    asked_ += sentence.size();
    for (std::size_t i = 0; i < sentence.size(); ++i)
      sentence[i].head = static_cast<std::int32_t>(i) - 1;
  }

 private:
  std::atomic<std::size_t>& asked_;
};

TEST(BadInput, WorkIsLinear) {
  std::atomic<std::size_t> asked = 0;
  LanguageOptions options;
  options.parser = std::make_shared<CountingParser>(asked);
  const Language language(options);
  const std::string text = repeated("Mali said \"no\", and (Chad) did so, too, on Monday ", 2000);
  language.read(text);
  const std::size_t once = asked;
  asked = 0;
  language.read(text + text);
  EXPECT_LE(asked, 2 * once + once / 50);
}

// Names, descriptions, pronouns, dates and quotations are looked up, joined and stored on the heap
// at every step, so that their work shows in what is asked of it. Loops that store nothing do not
// show; those look back or up by a fixed number of sentences, appearances or heads.
TEST(BadInput, WorkOnWhatIsMeantIsLinear) {
  const std::string text = repeated(
      "President William Ruto met Gustavo Petro on 3 May 2024. \"We shall go in two years,\" he "
      "told him hours before the vote. The two leaders thanked the NATO chief, 'who came', he "
      "said. It was their day. “It is “very” late,” said Ana Faleiro, the minister.\n\n",
      150);
  const auto asked = [](const std::string& of) {
    const std::size_t before = asked_of_heap;
    one_language().read(of);
    return asked_of_heap - before;
  };
  asked(text);  // what is made once
  const std::size_t once = asked(text);
  EXPECT_LE(asked(text + text), 2 * once + once / 50);
}

TEST(BadInput, ASwappedParserIsUsed) {
  std::atomic<std::size_t> asked = 0;
  LanguageOptions options;
  options.parser = std::make_shared<CountingParser>(asked);
  const Document document = Language(options).read("Peru voted no.");
  EXPECT_EQ(asked, 4u);
  EXPECT_EQ(document.tokens[2].head, 1);
}

TEST(BadInput, DamagedModelsAreNamed) {
  const auto path = std::filesystem::temp_directory_path() / "volteface-damaged.vfl";
  std::ifstream in(std::string(VOLTEFACE_SOURCE_DIR) + "/data/english.vfl", std::ios::binary);
  const std::string good((std::istreambuf_iterator<char>(in)), {});
  std::vector<std::string> damaged = {"", "VFENG", good.substr(0, 100),
                                      good.substr(0, good.size() - 1), good + "x"};
  for (const std::size_t at : {0ul, 9ul, 17ul, 25ul, 40ul, good.size() / 2, good.size() - 1}) {
    damaged.push_back(good);
    damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ 0x55);
  }
  for (const std::string& bytes : damaged) {
    std::ofstream(path, std::ios::binary) << bytes;
    LanguageOptions options;
    options.model_file = path.string();
    try {
      const Language language(options);
      ADD_FAILURE() << "a damaged model was taken";
    } catch (const Error& e) {
      EXPECT_NE(std::string(e.what()).find("volteface-damaged.vfl"), std::string::npos) << e.what();
    }
  }
  std::filesystem::remove(path);
}

TEST(BadInput, AMissingModelIsNamed) {
  LanguageOptions options;
  options.model_file = "/nowhere/english.vfl";
  EXPECT_THROW(Language{options}, Error);
}

TEST(BadInput, ConlluTellsLineAndColumn) {
  const std::pair<const char*, const char*> cases[] = {
      {"1\tone\n", "x:1"},
      {"# text\n1\ta\ta\tX\tX\t_\tzero\troot\t_\t_\n", "x:2:"},
      {"1\ta\t_\t_\t_\t_\t0\t_\t_\t_\n3\tb\t_\t_\t_\t_\t0\t_\t_\t_\n", "x:2"},
      {"1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t0\t_\t_\t_\n\n", "x:3"},
      {"1\ta\t_\t_\t_\t_\t9\t_\t_\t_\n", "x:1"},
  };
  for (const auto& [text, where] : cases) {
    const auto source = memory_bytes(std::span(text, std::string_view(text).size()), "x");
    try {
      language::read_conllu(*source);
      ADD_FAILURE() << text;
    } catch (const Error& e) {
      EXPECT_NE(std::string(e.what()).find(where), std::string::npos) << e.what();
    }
  }
}

TEST(BadInput, OneLanguageServesManyThreads) {
  const std::string text = repeated("Kenya's envoy said on Monday that he would come. ", 50);
  const std::string expected = language::conllu_text(one_language().read(text), "x");
  std::vector<std::thread> threads;
  std::atomic<int> same = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back(
        [&] { same += language::conllu_text(one_language().read(text), "x") == expected; });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(same, 4);
}

}  // namespace
}  // namespace volteface
