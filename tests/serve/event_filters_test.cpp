#include "serve/event_filters.h"

#include <gmock/gmock.h>

namespace sayso::serve {
namespace {

Request asked(std::multimap<std::string, std::string> query) {
  Request request;
  request.path = "/events";
  request.query = std::move(query);
  return request;
}

TEST(EventFilters, AreReadFromTheAddress) {
  const EventFilter filter = event_filter(asked({{"actor", "RUS"},
                                                 {"type", "accuse"},
                                                 {"quad", "1"},
                                                 {"factuality", "denied"},
                                                 {"origins", "2"},
                                                 {"country", "de"},
                                                 {"from", "2024-05"}}));
  EXPECT_EQ(filter.actor, "RUS");
  EXPECT_THAT(filter.types, testing::ElementsAre("ACCUSE"));  // the type says more than its class
  EXPECT_THAT(filter.factuality, testing::ElementsAre(Commitment::certain_minus, Commitment::probable_minus,
                                                      Commitment::possible_minus));
  EXPECT_EQ(filter.min_origins, 2U);
  EXPECT_EQ(filter.country, "DE");
  EXPECT_EQ(filter.from, "2024-05");
}

TEST(EventFilters, AClassIsItsTypes) {
  EXPECT_THAT(event_filter(asked({{"quad", "2"}})).types,
              testing::ElementsAre("COOPERATE", "AID", "RETREAT"));
}

TEST(EventFilters, WhatIsUnknownLetsEverythingThrough) {
  const EventFilter filter = event_filter(asked({{"quad", "9"}, {"factuality", "x"}, {"origins", "many"}}));
  EXPECT_TRUE(filter.types.empty());
  EXPECT_TRUE(filter.factuality.empty());
  EXPECT_EQ(filter.min_origins, 0U);
}

TEST(EventFilters, TheFormKnowsWhatIsChosen) {
  const Json choices = event_choices(asked({{"factuality", "open"}, {"type", "AID"}}));
  for (const Json& one : choices["factualities"]) EXPECT_EQ(one["chosen"], one["id"] == "open");
  for (const Json& one : choices["types"]) EXPECT_EQ(one["chosen"], one["id"] == "AID");
}

}  // namespace
}  // namespace sayso::serve
