#include "sayso/record_json.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <random>

#include "fakes/fake_encoder.h"
#include "publish/code_points.h"
#include "reading/attributions.h"

namespace sayso {
namespace {

using nlohmann::json;

TEST(CodePoints, CountsWhatPythonCounts) {
  const std::string text = "aé\U0001F600e\u0301\r\nМ";
  const publish::CodePoints points(text);
  EXPECT_EQ(points.before(0), 0u);
  EXPECT_EQ(points.before(1), 1u);
  EXPECT_EQ(points.before(3), 2u);
  EXPECT_EQ(points.before(7), 3u);
  EXPECT_EQ(points.before(static_cast<std::uint32_t>(text.size())), 8u);
}

TEST(CodePoints, AgreesWithCountingFromTheStart) {
  std::mt19937 random(4);
  for (std::size_t length : {0, 1, 63, 64, 65, 128, 1000}) {
    std::string text;
    while (text.size() < length) text += std::vector<std::string>{"a", "é", "中", "\U0001F600"}[random() % 4];
    const publish::CodePoints points(text);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
      ASSERT_EQ(points.before(static_cast<std::uint32_t>(i)), count);
      ++count;
    }
  }
}

// The text that a code point range cuts out, as Python would do it.
std::string cut(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++at) {
    std::size_t length = 1;
    while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0U) == 0x80U)
      ++length;
    if (at >= begin && at < end) out += text.substr(i, length);
    i += length;
  }
  return out;
}

void expect_passage_cuts_its_text(const json& passage, const std::string& text) {
  std::string joined;
  for (const json& span : passage["spans"]) {
    if (!joined.empty()) joined += ' ';
    joined += cut(text, span[0], span[1]);
  }
  EXPECT_EQ(joined, passage["text"].get<std::string>());
}

Record read(std::string text) {
  Record record;
  record.document = fakes::make_article(std::move(text));
  const auto analysis = fakes::make_analyser({40, 8}).analyse(record.document);
  record.attributions = reading::find_attributions(record.document, *analysis);
  return record;
}

// Every span of every record cuts exactly its own text, whatever characters stand around it.
TEST(RecordJson, EverySpanCutsItsOwnText) {
  const std::vector<std::string> words = {"Анна", "said",   "told", "\"",  "\U0001F600", "e\u0301",
                                          "Zoë",  "\u00A0", "\r\n", "the", "Łukasz",     "中",
                                          "\n\n", "'",      ".",    ",",   "\u200D"};
  std::mt19937 random(9);
  std::size_t attributions = 0;
  for (int round = 0; round < 300; ++round) {
    std::string text = "Bo ";
    for (int i = 0; i < 60; ++i) text += words[random() % words.size()] + (random() % 3 ? " " : "");
    const json record = json::parse(to_json(read(text)));
    ASSERT_EQ(record["document"]["text"], text);
    for (const json& a : record["attributions"]) {
      ++attributions;
      for (const char* part : {"source", "cue", "content"}) {
        if (!a[part].is_null()) expect_passage_cuts_its_text(a[part], text);
      }
    }
    for (const json& block : record["document"]["blocks"]) EXPECT_LT(block["begin"], block["end"]);
  }
  EXPECT_GT(attributions, 300u);
}

TEST(RecordJson, WhatIsUnknownIsNull) {
  const json record = json::parse(to_json(read("\"Go,\" said Bo.")));
  EXPECT_EQ(record["schema"], "sayso.record/1");
  EXPECT_EQ(record["offset_unit"], "codepoint");
  EXPECT_TRUE(record["document"]["outlet"].is_null());
  for (const char* field : {"within", "origin", "addressee", "place", "time"}) {
    EXPECT_TRUE(record["attributions"][0][field].is_null()) << field;
  }
}

TEST(RecordJson, AFileNameOfAnyBytesStaysReadable) {
  Record record = read("Nothing.");
  record.document.input = "bad\xFFname\n.txt";
  EXPECT_EQ(json::parse(to_json(record))["document"]["input"], "bad\uFFFDname\n.txt");
}

TEST(RecordJson, OneLineAndTheSameBytesEachTime) {
  const Record record = read("\"Go,\" said Bo.\n\nIt rained.");
  EXPECT_EQ(to_json(record).find('\n'), std::string::npos);
  EXPECT_EQ(to_json(record), to_json(record));
}

}  // namespace
}  // namespace sayso
