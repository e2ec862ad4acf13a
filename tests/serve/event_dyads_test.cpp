#include "serve/event_dyads.h"

#include <gtest/gtest.h>

namespace sayso::serve {
namespace {

SharedEventSide side(std::string text, std::string name) {
  SharedEventSide s;
  s.text = std::move(text);
  s.name = std::move(name);
  return s;
}

SharedEvent event(std::vector<SharedEventSide> actors, std::vector<SharedEventSide> recipients, int quad,
                  std::string date) {
  SharedEvent e;
  e.actors = std::move(actors);
  e.recipients = std::move(recipients);
  e.quad = quad;
  e.date = std::move(date);
  e.independent_origins = 2;
  return e;
}

TEST(EventDyads, EventsOfAPairAreAddedUp) {
  Dyads dyads;
  dyads.add(event({side("the board", "light board")}, {side("Anna Berg", "anna berg")}, 3, "2024-05-02"));
  dyads.add(event({side("Light Board", "light board")}, {side("Berg", "anna berg")}, 1, "2024-05-01"));
  dyads.add(event({side("Anna Berg", "anna berg")}, {side("the board", "light board")}, 4, ""));
  const Json json = dyads.json(10);
  ASSERT_EQ(json["edges"].size(), 2U);
  const Json& first = json["edges"][0];
  EXPECT_EQ(first["from"], "light board");
  EXPECT_EQ(first["to_name"], "Anna Berg");
  EXPECT_EQ(first["count"], 2);
  EXPECT_EQ(first["origins"], 4);
  EXPECT_EQ(first["conflict"], 1);
  EXPECT_EQ(first["cooperation"], 1);
  EXPECT_EQ(first["first"], "2024-05-01");
  EXPECT_EQ(first["last"], "2024-05-02");
  EXPECT_TRUE(json["edges"][1]["first"].is_null());
}

TEST(EventDyads, AMentionThatIsNoNameIsShownByTheName) {
  Dyads dyads;
  dyads.add(event({side("Its chairman", "lucas fenn")}, {side("The Board", "board")}, 3, "2024"));
  const Json edge = dyads.json(10)["edges"][0];
  EXPECT_EQ(edge["from_name"], "Lucas Fenn");
  EXPECT_EQ(edge["to_name"], "The Board");
}

TEST(EventDyads, AtATableEachPairCountsOnce) {
  Dyads dyads;
  dyads.add(event({side("A", "a"), side("B", "b"), side("C", "c")}, {}, 1, "2024"));
  EXPECT_EQ(dyads.json(10)["edge_count"], 3);
}

TEST(EventDyads, NobodyActsOnThemselves) {
  Dyads dyads;
  dyads.add(event({side("A", "a")}, {side("the A", "a")}, 1, "2024"));
  EXPECT_EQ(dyads.json(10)["edge_count"], 0);
}

TEST(EventDyads, TheMostFrequentPairsStayWithTheirNodes) {
  Dyads dyads;
  dyads.add(event({side("A", "a")}, {side("B", "b")}, 1, "2024"));
  for (int i = 0; i < 2; ++i) dyads.add(event({side("C", "c")}, {side("D", "d")}, 1, "2024"));
  const Json json = dyads.json(1);
  ASSERT_EQ(json["edges"].size(), 1U);
  EXPECT_EQ(json["edges"][0]["from"], "c");
  EXPECT_EQ(json["nodes"].size(), 2U);
  EXPECT_EQ(json["edge_count"], 2);
}

TEST(EventDyads, AFilterFindsASideAgainByNameThenByCode) {
  SharedEventSide body = side("riot police", "");
  EXPECT_EQ(side_filter(body), "riot police");
  body.code = "KEN";
  body.sector = "COP";
  EXPECT_EQ(side_filter(body), "KENCOP");
  body.name = "riot police of kenya";
  EXPECT_EQ(side_filter(body), "riot police of kenya");
}

}  // namespace
}  // namespace sayso::serve
