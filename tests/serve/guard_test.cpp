#include "serve/guard.h"

#include <gmock/gmock.h>

#include "serve/rate_limit.h"

namespace sayso::serve {
namespace {

GuardOptions writing() {
  return {loopback_hosts(80), true, "00ff00ff00ff00ff00ff00ff00ff00ff"};
}

Request post() {
  Request request;
  request.method = "POST";
  request.headers = {{"host", "localhost"}, {"cookie", "a=b; sayso_token=00ff00ff00ff00ff00ff00ff00ff00ff"}};
  return request;
}

TEST(Guard, WritesNeedTheTokenAndAnOwnPage) {
  EXPECT_FALSE(refusal(post(), true, writing()));
  Request request = post();
  request.headers["cookie"] = "sayso_token=00ff";
  EXPECT_EQ(refusal(request, true, writing())->status, 403);
  request = post();
  request.headers["origin"] = "http://evil.example";
  EXPECT_EQ(refusal(request, true, writing())->status, 403);
  request.headers["origin"] = "http://localhost";
  EXPECT_FALSE(refusal(request, true, writing()));
  request.headers["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(refusal(request, true, writing())->status, 403);
}

TEST(Guard, NothingIsWrittenUnlessAskedFor) {
  GuardOptions reading = writing();
  reading.writing = false;
  EXPECT_EQ(refusal(post(), true, reading)->status, 403);
  EXPECT_FALSE(refusal(post(), false, reading));
}

TEST(Guard, AnEmptyTokenOpensNothing) {
  GuardOptions options = writing();
  options.token.clear();
  Request request = post();
  request.headers["cookie"] = "sayso_token=";
  EXPECT_TRUE(refusal(request, true, options));
}

TEST(Guard, TokensDiffer) {
  EXPECT_NE(random_token(), random_token());
  EXPECT_EQ(random_token().size(), 32u);
}

TEST(RateLimit, FillsUpAgain) {
  RateLimit limit(60, 2);
  const auto start = RateLimit::Clock::now();
  EXPECT_TRUE(limit.take("a", start));
  EXPECT_TRUE(limit.take("a", start));
  EXPECT_FALSE(limit.take("a", start));
  EXPECT_TRUE(limit.take("b", start));
  EXPECT_TRUE(limit.take("a", start + std::chrono::seconds(1)));
  EXPECT_FALSE(limit.take("a", start + std::chrono::seconds(1)));
}

TEST(RateLimit, ManyAddressesDoNotFillTheMemory) {
  RateLimit limit(60, 1);
  const auto start = RateLimit::Clock::now();
  int taken = 0;
  for (int i = 0; i < 10'050; ++i) taken += limit.take(std::to_string(i), start);
  EXPECT_EQ(taken, 10'000);
  EXPECT_TRUE(limit.take("x", start + std::chrono::seconds(2)));
}

}  // namespace
}  // namespace sayso::serve
