#include "claims/copies_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/hand_made_record.h"

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;

CopyText full_text() {
  CopyText text;
  text.outlet = "Vale Press";
  text.published = "2024-05-02T10:00:00Z";
  text.credits = {"Brack Wire"};
  text.own_wire = true;
  text.carriers = {{"Weir Radio", 3}};
  text.sources = {{"holt", 300}, {"council", 1}};
  text.names = {"hollin", "holt"};
  text.attributions = 301;
  text.words = {TextWord("flood", false, true), TextWord("the", true, false)};
  return text;
}

TEST(CopyTextPayload, ComesBackAsItWas) {
  EXPECT_EQ(decode_copy_text(encode(full_text())), full_text());
  EXPECT_EQ(decode_copy_text(encode(CopyText{})), CopyText{});
}

TEST(CopyTextPayload, CutOrContinuedBytesAreNoText) {
  const std::string bytes = encode(full_text());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_copy_text(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_copy_text(bytes + '\0'));
}

TEST(CopyText, WordsAreThoseOfParagraphsWithQuotationsMarked) {
  Record record = record_of("a", "Vale Press", "A title\n\nThe floods “rose here”, he said.\n\nMenu");
  record.document.blocks[0].kind = BlockKind::title;
  record.document.blocks[2].kind = BlockKind::furniture;
  const CopyText text = make_copy_text(record);
  std::vector<bool> quoted, content;
  for (const TextWord& word : text.words) {
    quoted.push_back(word.quoted());
    content.push_back(word.content());
  }
  EXPECT_THAT(quoted, ElementsAre(false, false, true, true, false, false));
  EXPECT_THAT(content, ElementsAre(false, true, true, false, false, false));
  // Stems, so that an editor's "flood" for "floods" breaks no run.
  EXPECT_EQ(text.words[1].hash(), TextWord("flood", true, true).hash());
}

TEST(CopyText, StraightMarksOpenAndCloseInTurnAndEndWithTheParagraph) {
  const CopyText text =
      make_copy_text(record_of("a", "Vale Press", "\"Go now\" home \"and stay\n\nHere\" we are"));
  std::vector<bool> quoted;
  for (const TextWord& word : text.words) quoted.push_back(word.quoted());
  EXPECT_THAT(quoted, ElementsAre(true, true, false, true, true, false, true, true));
}

TEST(CopyText, CreditsAreOthersAndSourcesAreCounted) {
  Record record = record_of("a", "Brack Wire", "Ada Holt said the dam leaked. Holt told Weir Radio it held.");
  record.document.agency = "Brack Wire";
  record.document.syndicated_from = "Vale Press";
  add_attribution(record, "Ada Holt", "said", {"the dam leaked"});
  add_attribution(record, "Holt", "told", {"it held"})
      .chain.insert(record.attributions.back().chain.begin() + 1, {"Weir Radio", {}, "", {}});
  const CopyText text = make_copy_text(record);
  EXPECT_THAT(text.credits, ElementsAre("Vale Press"));
  EXPECT_TRUE(text.own_wire);
  EXPECT_THAT(text.sources, ElementsAre(CopyText::Name{"holt", 2}));
  EXPECT_EQ(text.attributions, 2u);
  EXPECT_THAT(text.carriers, ::testing::Contains(CopyText::Name{"Weir Radio", 1}));
}

}  // namespace
}  // namespace sayso::claims
