#include "cli/ordered_pipeline.h"

#include <gmock/gmock.h>

#include <atomic>
#include <numeric>
#include <random>
#include <stdexcept>
#include <string>

namespace sayso::cli {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

// Counts from 0 to `end`.
auto counter(int end) {
  return [next = 0, end]() mutable { return next < end ? std::optional<int>(next++) : std::nullopt; };
}

void sleep_a_little(int seed) {
  std::minstd_rand random(static_cast<unsigned>(seed) + 1);
  std::this_thread::sleep_for(microseconds(random() % 500));
}

const auto kNoIdle = [] {};

TEST(OrderedPipeline, KeepsTheOrder) {
  for (const std::size_t workers : {1, 2, 8}) {
    for (const std::size_t in_flight : {1, 3, 32}) {
      std::vector<int> seen;
      run_in_order(
          {.workers = workers, .in_flight = in_flight}, counter(200),
          [](int i) {
            sleep_a_little(i);
            return std::to_string(i);
          },
          [&](const std::string& value) {
            seen.push_back(std::stoi(value));
            return true;
          },
          kNoIdle);
      std::vector<int> expected(200);
      std::iota(expected.begin(), expected.end(), 0);
      EXPECT_EQ(seen, expected) << workers << " " << in_flight;
    }
  }
}

TEST(OrderedPipeline, NothingToDo) {
  run_in_order(
      {.workers = 4}, counter(0), [](int i) { return i; },
      [](int) {
        ADD_FAILURE();
        return true;
      },
      kNoIdle);
}

TEST(OrderedPipeline, KeepsToTheNumberInFlight) {
  std::atomic<int> produced = 0;
  int consumed = 0;
  int most = 0;
  run_in_order(
      {.workers = 4, .in_flight = 5},
      [&]() -> std::optional<int> { return produced < 100 ? std::optional<int>(++produced) : std::nullopt; },
      [](int i) { return i; },
      [&](int) {
        sleep_a_little(consumed);
        most = std::max(most, produced - consumed);
        ++consumed;
        return true;
      },
      kNoIdle);
  EXPECT_EQ(consumed, 100);
  EXPECT_LE(most, 7);  // in flight, the one being produced and the one being consumed
}

TEST(OrderedPipeline, StopsWhenTheConsumerHasEnough) {
  std::atomic<int> produced = 0;
  int consumed = 0;
  run_in_order(
      {.workers = 4, .in_flight = 8}, [&] { return std::optional<int>(produced++); },
      [](int i) {
        sleep_a_little(i);
        return i;
      },
      [&](int i) {
        EXPECT_EQ(i, consumed);
        return ++consumed < 10;
      },
      kNoIdle);
  EXPECT_EQ(consumed, 10);
  EXPECT_LE(produced, 20);
}

TEST(OrderedPipeline, WorksInParallel) {
  std::atomic<int> at_work = 0;
  std::atomic<int> most = 0;
  run_in_order(
      {.workers = 4, .in_flight = 8}, counter(16),
      [&](int i) {
        const int now = ++at_work;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        std::this_thread::sleep_for(milliseconds(10));
        --at_work;
        return i;
      },
      [](int) { return true; }, kNoIdle);
  EXPECT_GE(most, 2);
  EXPECT_LE(most, 4);
}

// Items of ten bytes each.
struct Heavy {
  int number;
  std::size_t bytes() const { return 10; }
};

TEST(OrderedPipeline, BoundsBytesAndWhatNobodyHasBegun) {
  for (const PipelineLimits& limits : {PipelineLimits{.workers = 2, .in_flight = 100, .bytes_in_flight = 30},
                                       PipelineLimits{.workers = 1, .in_flight = 100, .not_begun = 2}}) {
    std::atomic<int> produced = 0, begun = 0, consumed = 0, most = 0;
    run_in_order(
        limits,
        [&]() -> std::optional<Heavy> {
          const int waiting = limits.not_begun == SIZE_MAX ? produced - consumed : produced - begun;
          most = std::max(most.load(), waiting + 1);
          return produced < 40 ? std::optional(Heavy{produced++}) : std::nullopt;
        },
        [&](Heavy item) {
          ++begun;
          std::this_thread::sleep_for(milliseconds(1));
          return item.number;
        },
        [&](int number) {
          EXPECT_EQ(number, consumed++);
          return true;
        },
        kNoIdle);
    EXPECT_EQ(consumed, 40);
    // One more than the limit may be seen: a worker, or the consumer, tells a moment after it has taken one.
    EXPECT_LE(most, 4);
  }
}

TEST(OrderedPipeline, IsIdleWhileItWaits) {
  int idle = 0;
  run_in_order(
      {.workers = 2, .in_flight = 4, .idle = milliseconds(5)}, counter(1),
      [](int i) {
        std::this_thread::sleep_for(milliseconds(60));
        return i;
      },
      [](int) { return true; }, [&] { ++idle; });
  EXPECT_GE(idle, 2);
}

TEST(OrderedPipeline, PassesExceptionsOn) {
  const auto pass = [](int i) { return i; };
  const auto more = [](int) { return true; };
  const auto fail_at = [](int place) {
    return [place](int i) {
      if (i == place) throw std::runtime_error("broken");
      return i;
    };
  };
  EXPECT_THROW(run_in_order({.workers = 3, .in_flight = 6}, counter(50), fail_at(20), more, kNoIdle),
               std::runtime_error);
  EXPECT_THROW(run_in_order(
                   {.workers = 3, .in_flight = 6}, counter(50), pass,
                   [&](int i) { return fail_at(20)(i) >= 0; }, kNoIdle),
               std::runtime_error);
  EXPECT_THROW(run_in_order(
                   {.workers = 3, .in_flight = 6},
                   [next = 0, fail = fail_at(20)]() mutable { return std::optional<int>(fail(next++)); },
                   pass, more, kNoIdle),
               std::runtime_error);
}

TEST(OrderedPipeline, MovesWhatCannotBeCopied) {
  int sum = 0;
  run_in_order(
      {.workers = 2, .in_flight = 4},
      [next = 0]() mutable -> std::optional<std::unique_ptr<int>> {
        if (next == 5) return std::nullopt;
        return std::make_unique<int>(next++);
      },
      [](std::unique_ptr<int> item) { return item; },
      [&](std::unique_ptr<int> value) {
        sum += *value;
        return true;
      },
      kNoIdle);
  EXPECT_EQ(sum, 10);
}

}  // namespace
}  // namespace sayso::cli
