#include "serve/page_cache.h"

#include "serve/address.h"

namespace sayso::serve {
namespace {

constexpr std::size_t kLargest = 1'000'000;   // bytes of a body that is kept
constexpr std::size_t kMostEntries = 10'000;  // small ones cost their keys

}  // namespace

// Under mutex_.
void PageCache::forget(const std::string& address) {
  const auto at = entries_.find(address);
  if (at == entries_.end()) return;
  bytes_ -= at->second->bytes;
  order_.erase(at->second->place);
  entries_.erase(at);
}

std::shared_ptr<PageCache::Entry> PageCache::entry_of(const std::string& address) {
  const std::uint64_t state = state_();
  const std::lock_guard lock(mutex_);
  if (state != state_of_entries_) {
    entries_.clear();
    order_.clear();
    bytes_ = 0;
    state_of_entries_ = state;
  }
  auto& entry = entries_[address];
  if (entry) {
    order_.splice(order_.begin(), order_, entry->place);
    return entry;
  }
  entry = std::make_shared<Entry>();
  order_.push_front(address);
  entry->place = order_.begin();
  const auto kept = entry;
  if (entries_.size() > kMostEntries) forget(std::string(order_.back()));
  return kept;
}

void PageCache::count(const std::string& address, const std::shared_ptr<Entry>& entry) {
  const std::lock_guard lock(mutex_);
  const auto at = entries_.find(address);
  if (at == entries_.end() || at->second != entry) return;  // the archive has changed meanwhile
  entry->bytes = entry->response.body.size();
  bytes_ += entry->bytes;
  while (bytes_ > most_bytes_ && !order_.empty()) forget(std::string(order_.back()));
}

Response PageCache::get(const Request& request, const std::function<Response()>& make) {
  if (most_bytes_ == 0 || !state_) return make();
  const std::string address = address_with(request, {{"_next", std::string(request.parameter("_next"))}});
  const auto entry = entry_of(address);
  const std::lock_guard making(entry->making);
  if (entry->made) return entry->response;
  Response response = make();
  if (response.status != 200 || response.body.size() > kLargest) return response;
  entry->response = response;
  entry->made = true;
  count(address, entry);
  return response;
}

}  // namespace sayso::serve
