#include "sayso/event_export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sayso/event_json.h"

namespace sayso {
namespace {

using Json = nlohmann::json;

EventPage page() {
  EventPage page;
  SharedEvent& event = page.event;
  event.id = "5f3c0011aabbccdd";
  event.type = "ACCUSE";
  event.mode = "allege";
  event.cameo = "1123";
  event.quad = 3;
  event.date = "2016-12-12";
  event.actors = {{"Kenya", "KEN", "", "kenya", "country:KE"}, {"Kenyan army", "KEN", "MIL", "", ""}};
  event.recipients = {{"Uganda", "UGA", "", "uganda", "country:UG"}};
  event.place = SharedEventPlace{"Nairobi", "city:184745", "KE", -1.28, 36.82};
  event.factuality = Commitment::probable_plus;
  event.text = "Kenya accused\tUganda.";
  event.reports = {{std::string(64, 'a'),
                    "x1",
                    "a1",
                    "",
                    "Kenya accused\tUganda.",
                    "accused",
                    Commitment::probable_plus,
                    "Ada Holt",
                    "",
                    {},
                    "The Weir",
                    "2016-12-13"}};
  event.origins = {{"Ada Holt", "", {std::string(64, 'a')}, true, true, "one name"}};
  event.report_count = event.articles = event.outlets = event.independent_origins = 1;
  event.first = event.last = "2016-12-13";
  page.documents[std::string(64, 'a')] = {std::string(64, 'a'),      "w-1", "The Weir", "A row", "2016-12-13",
                                          "https://weir.example/row"};
  return page;
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line + "\t");
  for (std::string cell; std::getline(in, cell, '\t');) out.push_back(cell);
  return out;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

TEST(Plover, HasTheManualsFields) {
  const Json json = Json::parse(to_plover(page()));
  EXPECT_EQ(json["date"], "2016-12-12");
  EXPECT_EQ(json["event"], Json({"ACCUSE"}));
  EXPECT_EQ(json["actor"][1]["sector"], "MIL");
  EXPECT_EQ(json["recipient"][0]["code"], "UGA");
  EXPECT_EQ(json["event_loc"]["geonameid"], 184745);
  EXPECT_EQ(json["link"], "https://weir.example/row");
  EXPECT_EQ(json["sayso"]["cameo"], "1123");
  EXPECT_EQ(json["sayso"]["factuality"], "PR+");
  EXPECT_EQ(json["sayso"]["attribution"], std::string(64, 'a') + "#a1");
}

TEST(Plover, AnEventWithoutADayHasThatOfItsFirstReport) {
  EventPage undated = page();
  undated.event.date = "2016-12";
  EXPECT_EQ(Json::parse(to_plover(undated))["date"], "2016-12-13");
}

TEST(Gdelt, ARowForEachPairInTheHeadersColumns) {
  const auto header = cells(lines(gdelt_header())[0]);
  const auto rows = lines(to_gdelt(page()));
  ASSERT_EQ(header.size(), 61u);
  ASSERT_EQ(rows.size(), 2u);
  const auto at = [&](std::size_t row, const std::string& name) {
    const auto found = std::ranges::find(header, name);
    return cells(rows[row])[static_cast<std::size_t>(found - header.begin())];
  };
  EXPECT_EQ(cells(rows[0]).size(), 61u);
  EXPECT_EQ(at(0, "SQLDATE"), "20161212");
  EXPECT_EQ(at(0, "FractionDate"), "2017.0192");
  EXPECT_EQ(at(1, "Actor1Code"), "KENMIL");
  EXPECT_EQ(at(0, "Actor2Code"), "UGA");
  EXPECT_EQ(at(0, "EventCode"), "1123");
  EXPECT_EQ(at(0, "EventBaseCode"), "112");
  EXPECT_EQ(at(0, "EventRootCode"), "11");
  EXPECT_EQ(at(0, "ActionGeo_FullName"), "Nairobi");
  EXPECT_EQ(at(0, "SOURCEURL"), "https://weir.example/row");
  EXPECT_NE(at(0, "GLOBALEVENTID"), at(1, "GLOBALEVENTID"));
}

TEST(Gdelt, AllAtATableMeetEachOther) {
  EventPage talks = page();
  talks.event.recipients.clear();
  EXPECT_EQ(lines(to_gdelt(talks)).size(), 2u);  // there and back
}

TEST(Gdelt, SectorsHaveCameosLetters) {
  EventPage some = page();
  some.event.actors = {{"Kenyan reporters", "KEN", "JRN", "", ""}};
  some.event.recipients = {{"Ugandan doctors", "UGA", "MED", "", ""}};
  const auto row = cells(lines(to_gdelt(some)).at(0));
  const auto header = cells(lines(gdelt_header()).at(0));
  const auto cell = [&](std::string_view name) {
    return row.at(std::ranges::find(header, name) - header.begin());
  };
  EXPECT_EQ(cell("Actor1Code"), "KENMED");
  EXPECT_EQ(cell("Actor2Type1Code"), "HLH");
}

TEST(EventTables, NoCellHasATabOrALineBreak) {
  const auto rows = lines(to_card_table({{"d1", "", "The\tWeir", "Two\nlines", "", ""}}));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1], "d1\t\t\tThe Weir\tTwo lines\t");
  EXPECT_EQ(lines(to_count_table({{"2016-12", "KEN", "UGA", "ACCUSE", 3, 2, 5, 1}}))[1],
            "2016-12\tKEN\tUGA\tACCUSE\t3\t2\t5\t1");
}

TEST(EventJson, WhatIsUnknownIsNull) {
  EventPage bare = page();
  bare.event.place.reset();
  bare.event.date.clear();
  const Json json = Json::parse(to_json(bare.event));
  EXPECT_EQ(json["schema"], "sayso.event/1");
  EXPECT_TRUE(json["date"].is_null());
  EXPECT_TRUE(json["event_loc"].is_null());
  EXPECT_TRUE(json["reports"][0]["proposition"].is_null());
  EXPECT_EQ(json["reports"][0]["event"], std::string(64, 'a') + "#x1");
}

}  // namespace
}  // namespace sayso
