// Memory for tables that are read all over: large pages where the system has them, so that the
// addresses of a whole model fit the processor's table of pages.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace volteface::language {

template <class T>
struct LargePages {
  using value_type = T;
  static constexpr std::size_t page = std::size_t{2} << 20;

  LargePages() = default;
  template <class U>
  LargePages(const LargePages<U>&) noexcept {}  // NOLINT: allocators convert

  T* allocate(std::size_t n) {
    const std::size_t bytes = n * sizeof(T);
    if (bytes < page) return static_cast<T*>(::operator new(bytes));
    const std::size_t whole = (bytes + page - 1) / page * page;
    void* memory = std::aligned_alloc(page, whole);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    (void)madvise(memory, whole,
                  MADV_HUGEPAGE);  // a wish; without it all works as well, and slower
#endif
    return static_cast<T*>(memory);
  }

  // Numbers are not set to zero where a vector grows: who asks for them fills them.
  template <class U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Arguments>
  void construct(U* at, Arguments&&... arguments) {
    ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
  }

  void deallocate(T* memory, std::size_t n) noexcept {
    if (n * sizeof(T) < page)
      ::operator delete(memory);
    else
      std::free(memory);
  }

  friend bool operator==(const LargePages&, const LargePages&) { return true; }
};

}  // namespace volteface::language
