#include "serve/address.h"

#include <gmock/gmock.h>

namespace sayso::serve {
namespace {

Request asked() {
  Request request;
  request.path = "/claims";
  request.query = {{"entity", "A & B#1"}, {"contested", "on"}, {"_next", "50"}};
  return request;
}

TEST(Address, KeepsTheFiltersAndBeginsAnew) {
  EXPECT_EQ(address_with(asked(), {}), "/claims?contested=on&entity=A%20%26%20B%231");
}

TEST(Address, SetsAndDrops) {
  EXPECT_EQ(address_with(asked(), {{"contested", ""}, {"origins", "2"}, {"_next", "100"}}),
            "/claims?entity=A%20%26%20B%231&origins=2&_next=100");
}

TEST(Address, NothingEscapesFromAPath) {
  Request request;
  request.path = "/documents/a?b\"><i>";
  EXPECT_EQ(address_with(request, {}), "/documents/a%3Fb%22%3E%3Ci%3E");
}

TEST(Address, OfTheSamePageAsData) {
  EXPECT_EQ(data_address(asked()), "/claims.json?contested=on&entity=A%20%26%20B%231");
  Request start;
  start.path = "/";
  EXPECT_EQ(data_address(start), "/index.json");
}

}  // namespace
}  // namespace sayso::serve
