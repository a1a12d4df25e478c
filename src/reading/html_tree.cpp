#include "reading/html_tree.h"

#include <csetjmp>

namespace volteface {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30;
constexpr std::size_t block_bytes = std::size_t{1} << 18;
constexpr std::chrono::seconds most_time{5};

}  // namespace

struct HtmlTree::Arena {
  std::vector<std::unique_ptr<std::byte[]>> blocks;
  std::byte* next = nullptr;
  std::size_t left = 0;
  std::size_t used = 0;
  std::size_t calls = 0;
  std::chrono::steady_clock::time_point until = std::chrono::steady_clock::now() + most_time;
  std::jmp_buf given_up;

  bool is_spent() {
    const bool late = (++calls % 1024) == 0 && std::chrono::steady_clock::now() > until;
    return late || used > most_bytes;
  }

  std::byte* take(std::size_t bytes) {
    bytes = (bytes + 15) / 16 * 16;
    if (bytes > left) {
      const std::size_t size = bytes > block_bytes / 4 ? bytes : block_bytes;
      used += size;
      if (used > most_bytes) return nullptr;
      blocks.emplace_back(new std::byte[size]);
      if (size == bytes) return blocks.back().get();  // a block of its own
      next = blocks.back().get();
      left = size;
    }
    std::byte* taken = next;
    next += bytes;
    left -= bytes;
    return taken;
  }
};

void HtmlTree::ArenaDeleter::operator()(Arena* arena) const { delete arena; }

// Gumbo takes no failure from its allocator, so the way out is over its frames, which hold nothing
// that would have to be destroyed.
void* HtmlTree::allocate(void* user, std::size_t bytes) {
  auto* arena = static_cast<Arena*>(user);
  std::byte* memory = arena->is_spent() ? nullptr : arena->take(bytes);
  if (memory == nullptr) std::longjmp(arena->given_up, 1);
  return memory;
}

HtmlTree::HtmlTree(std::string_view page) : arena_(new Arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = [](void*, void*) {};
  options.userdata = arena_.get();
  options.max_errors = 0;
  Arena* const arena = arena_.get();
  if (setjmp(arena->given_up) != 0) return;
  root_ = gumbo_parse_with_options(&options, page.data(), page.size())->root;
}

std::string_view attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

void walk(const GumboNode& top, const std::function<bool(const GumboNode&)>& enter,
          const std::function<void(const GumboNode&)>& leave) {
  struct Place {
    const GumboNode* node;
    unsigned next_child;
  };
  std::vector<Place> path;
  if (!enter(top)) return;
  path.push_back({&top, 0});
  while (!path.empty()) {
    Place& place = path.back();
    const bool has_children =
        place.node->type == GUMBO_NODE_ELEMENT || place.node->type == GUMBO_NODE_TEMPLATE;
    if (has_children && place.next_child < place.node->v.element.children.length) {
      const auto* child =
          static_cast<const GumboNode*>(place.node->v.element.children.data[place.next_child++]);
      if (enter(*child)) path.push_back({child, 0});
    } else {
      if (leave) leave(*place.node);
      path.pop_back();
    }
  }
}

}  // namespace volteface
