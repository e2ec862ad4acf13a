#include "serve/marked_text.h"

#include <gmock/gmock.h>

namespace sayso::serve {
namespace {

Span at(const std::string& text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

// "[source]Anna|[cue denied#a1]denied": segments with their classes.
std::string shown(const Record& record) {
  std::string out;
  for (const Json& block : marked_blocks(record)) {
    for (const Json& s : block["segments"]) {
      if (s["classes"] != "") out += "[" + s["classes"].get<std::string>();
      if (s["id"] != "") out += "#" + s["id"].get<std::string>();
      if (s["classes"] != "") out += "]";
      out += s["text"].get<std::string>();
      if (s["label"] != "") out += "(" + s["label"].get<std::string>() + ")";
      out += "|";
    }
    out += "\n";
  }
  return out;
}

Record record_of(const std::string& text) {
  Record record;
  record.document.text = text;
  record.document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  return record;
}

TEST(MarkedText, NestedAndDenied) {
  const std::string text = "Anna denied that Bo said it rained.";
  Record record = record_of(text);
  Attribution outer, inner;
  outer.id = "a1";
  outer.source.emplace().spans = {at(text, "Anna")};
  outer.cue.spans = {at(text, "denied")};
  outer.content.spans = {at(text, "that Bo said it rained")};
  outer.commitment = Commitment::certain_minus;
  inner.id = "a2";
  inner.cue.spans = {at(text, "said")};
  inner.content.spans = {at(text, "it rained")};
  inner.within = 0;
  record.attributions = {outer, inner};
  EXPECT_EQ(shown(record),
            "[source]Anna| |[cue#a1]denied(denies it)| |[content denied]that Bo |[content denied "
            "cue#a2]said|[content denied] |"
            "[content denied content inner]it rained|.|\n");
}

TEST(MarkedText, ContentsRunOverBlocks) {
  const std::string text = "one two";
  Record record = record_of(text);
  record.document.blocks = {{BlockKind::paragraph, {0, 3}}, {BlockKind::furniture, {4, 7}}};
  Attribution a;
  a.id = "a1";
  a.content.spans = {{0, 7}};
  record.attributions = {a};
  EXPECT_EQ(shown(record), "[content]one|\n[content]two|\n");
  EXPECT_EQ(marked_blocks(record)[1]["kind"], "furniture");
}

TEST(MarkedText, NoAttributions) {
  EXPECT_EQ(shown(record_of("Rain & <b>")), "Rain & <b>|\n");
}

}  // namespace
}  // namespace sayso::serve
