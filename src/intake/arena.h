// Memory for one parse: handed out piece by piece, capped, freed whole. Freed pieces are used again for
// pieces of their size class, since gumbo frees a buffer for almost every tag. Not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace sayso::intake {

class Arena {
 public:
  // `cap` is in bytes.
  explicit Arena(std::size_t cap) : cap_(cap) {}

  // nullptr when the cap is reached.
  void* allocate(std::size_t bytes);
  // `memory` came from allocate, or is nullptr.
  void release(void* memory);

 private:
  // In front of every piece, and its list link while it is free.
  struct Header {
    std::size_t size_class;
  };

  std::size_t cap_;
  std::size_t used_ = 0;
  std::vector<std::unique_ptr<std::byte[]>> pages_;
  std::byte* free_begin_ = nullptr;
  std::size_t free_bytes_ = 0;
  std::array<void*, 64> free_lists_{};
};

}  // namespace sayso::intake
