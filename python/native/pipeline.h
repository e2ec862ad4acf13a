// Articles read side by side on threads of their own, given back in the order in which they came.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sayso/claim_items.h"
#include "sayso/engine.h"
#include "sayso/intake.h"

namespace sayso::python {

struct Reading {
  std::string json;                 // the record
  std::vector<ClaimItem> items;     // where asked for
  std::optional<Error> error = {};  // then nothing else
};

Reading read_one(const Engine& engine, const RawInput& raw, bool with_items);

// put() and take() from one thread; the destructor waits for the articles that are being read.
class Pipeline {
 public:
  Pipeline(std::shared_ptr<const Engine> engine, unsigned workers, bool with_items);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  void put(RawInput raw);
  // Waits for the first that was put and not taken; none where all are taken.
  std::optional<Reading> take();

 private:
  struct Slot {
    RawInput raw;
    std::optional<Reading> reading = {};
  };
  void work();

  const std::shared_ptr<const Engine> engine_;
  const bool with_items_;
  std::mutex mutex_;  // guards all below
  std::condition_variable work_, done_;
  std::deque<Slot> slots_;   // in order; a deque keeps them in place while its ends change
  std::size_t started_ = 0;  // how many of them, from the front, a worker has taken
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sayso::python
