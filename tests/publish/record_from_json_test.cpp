#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "fakes/fake_record.h"
#include "publish/code_point_bytes.h"
#include "publish/code_points.h"
#include "sayso/record_json.h"

namespace sayso {
namespace {

using nlohmann::json;

TEST(CodePointBytes, IsTheWayBack) {
  const std::string text = "aé\U0001F600e\u0301\r\nМ";
  const publish::CodePoints there(text);
  const publish::CodePointBytes back(text);
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    EXPECT_EQ(back.byte_of(there.before(i)), i);
  }
  EXPECT_FALSE(back.byte_of(9));
}

TEST(RecordFromJson, EveryGoldenRecordComesBackAsItWas) {
  int records = 0;
  for (const auto& file : std::filesystem::directory_iterator(SAYSO_SOURCE_DIR "/tests/golden")) {
    std::ifstream stream(file.path());
    // Goldens are printed over many lines, in the order of the fields.
    const std::string written = nlohmann::ordered_json::parse(stream).dump();
    const Result<Record> record = record_from_json(written);
    ASSERT_TRUE(record) << file.path() << record.error().describe();
    EXPECT_EQ(to_json(*record), written) << file.path();
    ++records;
  }
  EXPECT_GT(records, 10);
}

std::string valid() {
  Article article;
  article.text = "Żółć. Tilda Brask said it opens.";
  return to_json(fakes::fake_record(article));
}

TEST(RecordFromJson, CountsInBytesAgain) {
  const Record record = *record_from_json(valid());
  EXPECT_EQ(record.mentions.at(0).span.of(record.document.text), "Tilda Brask");
  EXPECT_EQ(record.attributions.at(0).content.spans.at(0).of(record.document.text), "it opens");
}

TEST(RecordFromJson, ReadsRecordsFromBeforePropositions) {
  json old = json::parse(valid());
  old.erase("propositions");
  const Result<Record> record = record_from_json(old.dump());
  ASSERT_TRUE(record) << record.error().describe();
  EXPECT_TRUE(record->propositions.empty());
}

void expect_malformed(const std::string& text) {
  const Result<Record> record = record_from_json(text);
  ASSERT_FALSE(record) << text;
  EXPECT_EQ(record.error().code, ErrorCode::malformed);
}

TEST(RecordFromJson, WhatIsNoRecordIsAnError) {
  for (const char* text :
       {"", "{", "[]", "null", "{}", "1e999", "\"x\"", "{\"schema\":\"sayso.record/2\"}"}) {
    expect_malformed(text);
  }
}

// Every value of a record replaced by others and every field left out: an error or a record, nothing else.
TEST(RecordFromJson, AWrongValueAnywhereIsAnErrorAtMost) {
  const json record = json::parse(valid());
  const json flat = record.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    for (const json& wrong :
         {json(nullptr), json(-1), json(1e18), json("nonsense"), json::array(), json(true)}) {
      json changed = record;
      changed[json::json_pointer(pointer)] = wrong;
      const Result<Record> result = record_from_json(changed.dump());
      if (result) (void)to_json(*result);
    }
  }
}

TEST(RecordFromJson, OffsetsAndIdsAreChecked) {
  json beyond = json::parse(valid());
  beyond["mentions"][0]["end"] = 10000;
  expect_malformed(beyond.dump());
  json turned = json::parse(valid());
  std::swap(turned["mentions"][0]["begin"], turned["mentions"][0]["end"]);
  expect_malformed(turned.dump());
  json stranger = json::parse(valid());
  stranger["mentions"][0]["entity"] = "e99";
  expect_malformed(stranger.dump());
  json kind = json::parse(valid());
  kind["entities"][0]["type"] = "alien";
  expect_malformed(kind.dump());
}

}  // namespace
}  // namespace sayso
