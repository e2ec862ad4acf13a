// Works on many items at once and hands the results over in the order in which the items came.
//
// One thread produces, `workers` threads work, the calling thread consumes. Entry point: run_in_order().
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace sayso::cli {

struct PipelineLimits {
  std::size_t workers = 1;
  // Items produced and not yet consumed, and their bytes where items tell them (Item::bytes()), which bounds
  // the memory; of them those that no worker has begun. One item is let in, whatever the limits.
  std::size_t in_flight = 2;
  std::size_t not_begun = SIZE_MAX;
  std::size_t bytes_in_flight = SIZE_MAX;
  std::chrono::milliseconds idle{100};
};

template <typename Item, typename Value>
class OrderedPipeline {
 public:
  explicit OrderedPipeline(const PipelineLimits& limits) : limits_(limits) {}

  template <typename Produce, typename Work, typename Consume, typename Idle>
  void run(Produce& produce, Work& work, Consume& consume, Idle& idle) {
    {
      std::vector<std::jthread> threads;
      const StopAtExit stop_at_exit{*this};  // before the threads are joined, also when consume() throws
      threads.emplace_back([&] { guarded([&] { produce_all(produce); }); });
      for (std::size_t i = 0; i < std::max<std::size_t>(limits_.workers, 1); ++i) {
        threads.emplace_back([&] { guarded([&] { work_on_items(work); }); });
      }
      consume_all(consume, idle);
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Slot {
    Item item;
    std::size_t bytes;
    std::optional<Value> value;
  };

  struct StopAtExit {
    OrderedPipeline& pipeline;
    ~StopAtExit() { pipeline.stop(nullptr); }
  };

  static std::size_t bytes_of(const Item& item) {
    if constexpr (requires { item.bytes(); }) return item.bytes();
    return 0;
  }

  bool has_room() const {
    return slots_.size() < limits_.in_flight && slots_.size() - started_ < limits_.not_begun &&
           bytes_ < limits_.bytes_in_flight;
  }

  template <typename Produce>
  void produce_all(Produce& produce) {
    std::unique_lock lock(mutex_);
    for (;;) {
      room_.wait(lock, [&] { return stopped_ || slots_.empty() || has_room(); });
      if (stopped_) return;
      lock.unlock();
      std::optional<Item> item = produce();
      lock.lock();
      if (!item) {
        all_produced_ = true;
        work_.notify_all();
        results_.notify_one();
        return;
      }
      const std::size_t bytes = bytes_of(*item);
      bytes_ += bytes;
      slots_.push_back(Slot{*std::move(item), bytes, std::nullopt});
      work_.notify_one();
    }
  }

  template <typename Work>
  void work_on_items(Work& work) {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_.wait(lock, [&] { return stopped_ || started_ < slots_.size() || all_produced_; });
      if (stopped_ || started_ == slots_.size()) return;
      Slot& slot = slots_[started_++];  // a deque keeps it in place while its ends change
      room_.notify_one();
      lock.unlock();
      Value value = work(std::move(slot.item));
      lock.lock();
      slot.value = std::move(value);
      if (&slot == &slots_.front()) results_.notify_one();
    }
  }

  template <typename Consume, typename Idle>
  void consume_all(Consume& consume, Idle& idle) {
    std::unique_lock lock(mutex_);
    for (;;) {
      const bool woken = results_.wait_for(lock, limits_.idle, [&] {
        return stopped_ || (slots_.empty() ? all_produced_ : slots_.front().value.has_value());
      });
      if (!woken) {
        lock.unlock();
        idle();
        lock.lock();
        continue;
      }
      if (stopped_ || slots_.empty()) return;
      Value value = *std::move(slots_.front().value);
      bytes_ -= slots_.front().bytes;
      slots_.pop_front();
      --started_;
      room_.notify_one();
      lock.unlock();
      const bool go_on = consume(std::move(value));
      if (!go_on) return;
      lock.lock();
    }
  }

  template <typename Step>
  void guarded(Step step) {
    try {
      step();
    } catch (...) {
      stop(std::current_exception());
    }
  }

  void stop(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (!failure_) failure_ = std::move(failure);
    room_.notify_all();
    work_.notify_all();
    results_.notify_all();
  }

  const PipelineLimits limits_;
  std::mutex mutex_;  // guards all below
  std::condition_variable room_, work_, results_;
  std::deque<Slot> slots_;   // in order; the front is consumed next
  std::size_t started_ = 0;  // how many of them, from the front, a worker has taken
  std::size_t bytes_ = 0;    // of all of them
  bool all_produced_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

// produce() -> std::optional<Item>, on one thread of its own, until it gives none.
// work(Item) -> Value, on many threads at once.
// consume(Value) -> bool, on the calling thread, in the order of the items; false stops: what is in work is
//   finished and dropped. A produce() that waits for something must be woken by the caller.
// idle(), on the calling thread, each time that no result was ready for `limits.idle`.
// Returns when all threads have ended. An exception in any step stops the others and is thrown again from
// here.
template <typename Produce, typename Work, typename Consume, typename Idle>
void run_in_order(const PipelineLimits& limits, Produce produce, Work work, Consume consume, Idle idle) {
  using Item = typename std::invoke_result_t<Produce&>::value_type;
  using Value = std::invoke_result_t<Work&, Item>;
  OrderedPipeline<Item, Value>(limits).run(produce, work, consume, idle);
}

}  // namespace sayso::cli
