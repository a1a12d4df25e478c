// A page's tree from Gumbo, with memory and time bounded.
//
// Gumbo frees a tree by recursion, and pages can be nested as deep as they are long; some nestings
// also take it quadratic time and memory. So a tree lives in an arena that is dropped whole, and
// parsing is given up when it asks for too much.
#pragma once

#include <gumbo.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace volteface {

class HtmlTree {
 public:
  // `page` must outlive the tree. Without a root where the page was given up.
  explicit HtmlTree(std::string_view page);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode* root() const { return root_; }

 private:
  struct Arena;
  static void* allocate(void* arena, std::size_t bytes);

  struct ArenaDeleter {
    void operator()(Arena* arena) const;
  };
  std::unique_ptr<Arena, ArenaDeleter> arena_;
  const GumboNode* root_ = nullptr;
};

// The value of an attribute, or nothing.
std::string_view attribute(const GumboNode& element, const char* name);

inline bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
inline bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

// Visits a node and all below it without recursion: `enter` before what is below, which is passed
// over where it returns false; `leave` behind it, for nodes that were entered.
void walk(const GumboNode& top, const std::function<bool(const GumboNode&)>& enter,
          const std::function<void(const GumboNode&)>& leave = {});

}  // namespace volteface
