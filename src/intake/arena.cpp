#include "intake/arena.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

namespace sayso::intake {
namespace {

constexpr std::size_t kPage = 1 << 20;
constexpr std::size_t kSmallest = 16;

}  // namespace

void* Arena::allocate(std::size_t bytes) {
  if (bytes > cap_) return nullptr;
  const std::size_t rounded = std::bit_ceil(std::max(bytes, kSmallest));
  const auto size_class = static_cast<std::size_t>(std::countr_zero(rounded));
  if (void*& head = free_lists_[size_class]) {
    void* const memory = head;
    std::memcpy(&head, memory, sizeof head);
    return memory;
  }
  const std::size_t wanted = rounded + sizeof(Header);
  if (wanted > free_bytes_) {
    const std::size_t page = std::max(kPage, wanted);
    if (used_ + page > cap_) return nullptr;
    std::unique_ptr<std::byte[]> fresh(new (std::nothrow) std::byte[page]);
    if (!fresh) return nullptr;
    used_ += page;
    free_begin_ = fresh.get();
    free_bytes_ = page;
    pages_.push_back(std::move(fresh));
  }
  const Header header{size_class};
  std::memcpy(free_begin_, &header, sizeof header);
  void* const memory = free_begin_ + sizeof header;
  free_begin_ += wanted;
  free_bytes_ -= wanted;
  return memory;
}

void Arena::release(void* memory) {
  if (!memory) return;
  Header header;
  std::memcpy(&header, static_cast<std::byte*>(memory) - sizeof header, sizeof header);
  void*& head = free_lists_[header.size_class];
  std::memcpy(memory, &head, sizeof head);
  head = memory;
}

}  // namespace sayso::intake
