// Answers of pages, kept until the archive changes: many readers of one page cost one making of it.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "serve/message.h"

namespace sayso::serve {

// May be used from many threads at once.
class PageCache {
 public:
  // Keeps `bytes` of bodies, those asked for last; 0: none. `state` is another number whenever what the pages
  // are made of has changed.
  PageCache(std::size_t bytes, std::function<std::uint64_t()> state)
      : most_bytes_(bytes), state_(std::move(state)) {}

  // The answer that is kept for the request's address, else what `make` gives; a 200 is then kept. While one
  // thread makes it, others that want the same wait for it.
  Response get(const Request& request, const std::function<Response()>& make);

 private:
  struct Entry {
    std::mutex making;
    bool made = false;
    Response response;
    std::list<std::string>::iterator place;
    std::size_t bytes = 0;  // that are counted
  };

  std::shared_ptr<Entry> entry_of(const std::string& address);
  void count(const std::string& address, const std::shared_ptr<Entry>& entry);
  void forget(const std::string& address);

  const std::size_t most_bytes_;
  const std::function<std::uint64_t()> state_;
  std::mutex mutex_;
  std::uint64_t state_of_entries_ = 0;
  std::size_t bytes_ = 0;
  std::list<std::string> order_;  // the one asked for last first
  std::unordered_map<std::string, std::shared_ptr<Entry>> entries_;
};

}  // namespace sayso::serve
