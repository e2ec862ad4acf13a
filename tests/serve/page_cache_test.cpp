#include "serve/page_cache.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

namespace sayso::serve {
namespace {

Request page(const std::string& path, const std::string& next = {}) {
  Request request;
  request.path = path;
  if (!next.empty()) request.query.emplace("_next", next);
  return request;
}

struct Kept : testing::Test {
  Response get(const Request& request, int status = 200, std::size_t bytes = 10) {
    return cache.get(request, [&] {
      ++made;
      return Response{status, "text/html", std::string(bytes, 'x') + std::to_string(made)};
    });
  }

  std::atomic<std::uint64_t> state = 1;
  int made = 0;
  PageCache cache{1000, [this] { return state.load(); }};
};

TEST_F(Kept, AnAnswerIsMadeOnce) {
  const std::string first = get(page("/a")).body;
  EXPECT_EQ(get(page("/a")).body, first);
  EXPECT_EQ(made, 1);
}

TEST_F(Kept, OtherAddressesAreOthers) {
  get(page("/a"));
  get(page("/b"));
  get(page("/a", "50"));
  EXPECT_EQ(made, 3);
}

TEST_F(Kept, AChangeOfTheArchiveEndsAll) {
  get(page("/a"));
  state = 2;
  get(page("/a"));
  EXPECT_EQ(made, 2);
}

TEST_F(Kept, ErrorsAreNotKept) {
  get(page("/a"), 404);
  get(page("/a"), 404);
  EXPECT_EQ(made, 2);
}

TEST_F(Kept, WhatWasAskedForLongAgoGoesFirst) {
  for (const char* path : {"/a", "/b", "/c"}) get(page(path), 200, 300);
  get(page("/a"));
  get(page("/d"), 200, 300);  // too much: "/b" goes
  EXPECT_EQ(made, 4);
  get(page("/a"));
  get(page("/c"));
  EXPECT_EQ(made, 4);
  get(page("/b"), 200, 300);
  EXPECT_EQ(made, 5);
}

TEST_F(Kept, WhoWantsTheSameWaits) {
  std::atomic<int> makings = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      cache.get(page("/slow"), [&] {
        ++makings;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return Response{200, "text/html", "x"};
      });
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(makings, 1);
}

TEST(PageCache, WithoutAStateNothingIsKept) {
  PageCache cache(1000, {});
  int made = 0;
  for (int i = 0; i < 2; ++i)
    cache.get(page("/a"), [&] { return Response{200, "", std::to_string(++made)}; });
  EXPECT_EQ(made, 2);
}

}  // namespace
}  // namespace sayso::serve
