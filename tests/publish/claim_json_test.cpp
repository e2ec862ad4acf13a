#include "sayso/claim_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/hand_made_claim.h"

namespace sayso {
namespace {

using Json = nlohmann::json;

TEST(ClaimJson, HasEveryPart) {
  const Json json = Json::parse(to_json(cli::bridge_page().claim));
  EXPECT_EQ(json["schema"], "sayso.claim/1");
  EXPECT_EQ(json["status"], "affirmed");
  EXPECT_EQ(json["independent_origins"], 2);
  const Json& first = json["statements"][0];
  EXPECT_EQ(first["attribution"], std::string(64, 'a') + "#a1");
  EXPECT_EQ(first["proposition"], std::string(64, 'a') + "#v1");
  EXPECT_EQ(first["confidence"], 0.877);
  EXPECT_EQ(json["statements"][1]["via"], Json({"The Weir"}));
  EXPECT_EQ(json["statements"][2]["polarity"], "deny");
  EXPECT_EQ(json["copies"][0]["kind"], "excerpt");
  EXPECT_EQ(json["positions"][1]["polarity"], "affirm");
  EXPECT_EQ(json["origins"][2]["verifiable"], false);
}

TEST(ClaimJson, WhatIsUnknownIsNull) {
  const Json own = Json::parse(to_json(cli::bridge_page().claim))["statements"][3];
  for (const char* field : {"attribution", "date", "origin_entity"})
    EXPECT_TRUE(own[field].is_null()) << field;
}

TEST(ClaimJson, BrokenBytesOfACorrectionAreReplaced) {
  Claim claim = cli::bridge_page().claim;
  claim.origins[0].name = "Ti\xfflda";
  EXPECT_EQ(Json::parse(to_json(claim))["origins"][0]["name"], "Ti\xEF\xBF\xBDlda");
}

TEST(EntityJson, HasEveryPart) {
  SharedEntity entity;
  entity.id = "country:RU";
  entity.name = "Russia";
  entity.kind = EntityKind::place;
  entity.aliases = {{"Moscow", 4, "2024-01-01", ""}};
  entity.roles = {{"envoy", "Vesland", "2024-01-01", "", ""}};
  entity.members = {"d#e1"};
  const Json json = Json::parse(to_json(entity));
  EXPECT_EQ(json["schema"], "sayso.entity/1");
  EXPECT_EQ(json["type"], "place");
  EXPECT_EQ(json["aliases"][0],
            Json({{"text", "Moscow"}, {"count", 4}, {"first", "2024-01-01"}, {"last", nullptr}}));
  EXPECT_EQ(json["roles"][0]["of"], "Vesland");
  EXPECT_TRUE(json["roles"][0]["evidence"].is_null());
}

}  // namespace
}  // namespace sayso
