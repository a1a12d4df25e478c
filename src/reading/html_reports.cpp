// HTML: the report in the page, and what the page says about it.
//
// The main text is what stands in the element that publishers mark as such (itemprop articleBody,
// <article>, <main>), else in the one whose own paragraphs are longest once links are taken off,
// after Kohlschuetter et al. (2010): text that is read has few links. Menus, forms, scripts and
// asides are left out.
#include <algorithm>
#include <unordered_map>

#include "reading/html_tree.h"
#include "reading/page_metadata.h"
#include "reading/report_parts.h"
#include "record/text.h"

namespace volteface {
namespace {

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

// Nothing of these is part of a report.
bool is_left_out(const GumboNode& node) {
  if (!is_element(node)) return node.type == GUMBO_NODE_COMMENT || node.type == GUMBO_NODE_TEMPLATE;
  const GumboTag tag = node.v.element.tag;
  if (is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV,
                      GUMBO_TAG_FORM, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_IFRAME,
                      GUMBO_TAG_BUTTON, GUMBO_TAG_SVG, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
                      GUMBO_TAG_FIGCAPTION, GUMBO_TAG_HEAD, GUMBO_TAG_OBJECT})) {
    return true;
  }
  return gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr ||
         equal_ignoring_case(attribute(node, "aria-hidden"), "true");
}

bool is_block(GumboTag tag) {
  return is_one_of(tag,
                   {GUMBO_TAG_P,       GUMBO_TAG_DIV,     GUMBO_TAG_LI,      GUMBO_TAG_UL,
                    GUMBO_TAG_OL,      GUMBO_TAG_H1,      GUMBO_TAG_H2,      GUMBO_TAG_H3,
                    GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,      GUMBO_TAG_BLOCKQUOTE,
                    GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,    GUMBO_TAG_HEADER,
                    GUMBO_TAG_TABLE,   GUMBO_TAG_TR,      GUMBO_TAG_TD,      GUMBO_TAG_TH,
                    GUMBO_TAG_PRE,     GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_DD,
                    GUMBO_TAG_FIGURE,  GUMBO_TAG_ADDRESS, GUMBO_TAG_HR,      GUMBO_TAG_BODY,
                    GUMBO_TAG_HTML,    GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_TIME});
}

// Text with blanks run together and a blank line between blocks.
class TextWriter {
 public:
  void add(std::string_view text) {
    for (const char c : text) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        blank_ = true;
        continue;
      }
      if (blank_ && !line_.empty()) line_ += ' ';
      blank_ = false;
      line_ += c;
    }
  }
  void end_line() {
    if (!line_.empty()) text_ += line_ + '\n';
    line_.clear();
    blank_ = false;
  }
  void end_block() {
    end_line();
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  }
  std::string take() {
    end_line();
    return std::move(text_);
  }

 private:
  std::string text_;
  std::string line_;
  bool blank_ = false;
};

std::string text_of(const GumboNode& top, const GumboNode* but = nullptr) {
  TextWriter writer;
  walk(
      top,
      [&](const GumboNode& node) {
        if (is_left_out(node) || &node == but) return false;
        if (is_text(node)) writer.add(node.v.text.text);
        if (is_element(node) && is_block(node.v.element.tag)) writer.end_block();
        if (is_element(node) && node.v.element.tag == GUMBO_TAG_BR) writer.end_line();
        return true;
      },
      [&](const GumboNode& node) {
        if (is_element(node) && is_block(node.v.element.tag)) writer.end_block();
      });
  return writer.take();
}

// How much of an element's text stands in paragraphs of its own, without links.
class MainElement {
 public:
  explicit MainElement(const GumboNode& root) {
    walk(
        root,
        [&](const GumboNode& node) {
          if (is_left_out(node)) return false;
          if (is_text(node) && links_ == 0) run_ += std::string_view(node.v.text.text).size();
          if (is_element(node)) enter(node);
          return true;
        },
        [&](const GumboNode& node) {
          if (is_element(node)) leave(node);
        });
  }

  // The body, where nothing better is found.
  const GumboNode* best() const {
    if (marked_ != nullptr) return marked_;
    const auto found = std::ranges::max_element(holders_, {}, &Holder::score);
    return found == holders_.end() ? nullptr : found->element;
  }

 private:
  static constexpr std::size_t shortest_paragraph = 25;

  void enter(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_A) ++links_;
    if (is_block(tag)) run_ = 0;
    const bool is_body = attribute(node, "itemprop").find("articleBody") != std::string_view::npos;
    if (is_body && marked_ == nullptr) marked_ = &node;
  }

  void leave(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_A && links_ > 0) --links_;
    if (!is_block(tag)) return;
    if (run_ >= shortest_paragraph) credit(node);
    run_ = 0;
  }

  // The element that holds the paragraph, and half as much the one around it.
  void credit(const GumboNode& paragraph) {
    const bool holds_itself = paragraph.v.element.tag == GUMBO_TAG_DIV;
    const GumboNode* holder = holds_itself ? &paragraph : paragraph.parent;
    double share = static_cast<double>(run_);
    for (int up = 0; up < 3 && holder != nullptr && is_element(*holder); ++up) {
      add(holder, share * (is_article(*holder) ? 1.5 : 1));
      share /= 2;
      holder = holder->parent;
    }
  }

  static bool is_article(const GumboNode& node) {
    return is_one_of(node.v.element.tag, {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) ||
           attribute(node, "role") == "main";
  }

  void add(const GumboNode* holder, double share) {
    const auto [place, is_new] = places_.try_emplace(holder, holders_.size());
    if (is_new) holders_.push_back({holder, 0});
    holders_[place->second].score += share;
  }

  struct Holder {
    const GumboNode* element;
    double score;
  };

  std::size_t links_ = 0;  // that stand open
  std::size_t run_ = 0;    // bytes of text since the last block began or ended
  const GumboNode* marked_ = nullptr;
  std::unordered_map<const GumboNode*, std::size_t> places_;
  std::vector<Holder> holders_;  // in the order of the page
};

// The charset that the page gives in its first kilobyte.
std::string_view charset_in(std::string_view page) {
  page = page.substr(0, 1024);
  const auto at = page.find("charset=");
  if (at == page.npos) return {};
  page.remove_prefix(at + 8);
  if (page.starts_with('"') || page.starts_with('\'')) page.remove_prefix(1);
  return page.substr(0, page.find_first_of("\"' />;"));
}

}  // namespace

void take_html(const std::string& bytes, Report report, const std::string& charset,
               ReportIntake& intake) {
  std::string told;
  const std::string page =
      to_utf8(bytes, charset.empty() ? charset_in(bytes) : std::string_view(charset), told);
  if (!told.empty()) intake.note(report.position, told);
  if (page.size() > most_page_bytes) {
    intake.note(report.position, "is a page of more than 16 MB, and was not read");
    return;
  }
  const HtmlTree tree(page);
  if (tree.root() == nullptr) {
    intake.note(report.position, "is nested beyond what can be read, and was given up");
    return;
  }
  const GumboNode* heading = take_page_metadata(*tree.root(), report);
  const GumboNode* main = MainElement(*tree.root()).best();
  report.text = text_of(main == nullptr ? *tree.root() : *main, heading);
  intake.take(std::move(report));
}

}  // namespace volteface
