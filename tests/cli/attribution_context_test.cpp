#include "cli/attribution_context.h"

#include <gmock/gmock.h>

#include "cli/hand_made_record.h"

namespace sayso::cli {
namespace {

// Pieces as "role:words", one after another.
std::vector<std::string> context_of(const Record& record) {
  std::vector<std::string> shown;
  for (const StyledPiece& piece : attribution_context(record.document, record.attributions.front())) {
    const char* const role = piece.style == Style::source    ? "source:"
                             : piece.style == Style::cue     ? "cue:"
                             : piece.style == Style::content ? "content:"
                                                             : "";
    shown.push_back(role + std::string(piece.text));
  }
  return shown;
}

using testing::ElementsAre;

TEST(AttributionContext, GoesFromTheStartOfTheSentenceToItsEnd) {
  Record record =
      record_of("It rained. On Monday, Brask said the bridge was open, as planned. It rained again.");
  add_attribution(record, {{"Brask"}, {"said"}, {"the bridge was open"}});
  EXPECT_THAT(context_of(record), ElementsAre("On Monday, ", "source:Brask", " ", "cue:said", " ",
                                              "content:the bridge was open", ", as planned."));
}

TEST(AttributionContext, StopsAtTheParagraph) {
  Record record = record_of("A headline\n\nBrask said it was open\n\nMore text");
  add_attribution(record, {{"Brask"}, {"said"}, {"it was open"}});
  EXPECT_THAT(context_of(record), ElementsAre("source:Brask", " ", "cue:said", " ", "content:it was open"));
}

TEST(AttributionContext, KeepsTheOrderOfTheText) {
  Record record = record_of("“We are ready,” the agency quoted Brask as saying, “to open.”");
  add_attribution(record, {{"Brask"}, {"quoted", "as saying"}, {"“We are ready,”", "“to open.”"}});
  EXPECT_THAT(context_of(record),
              ElementsAre("content:“We are ready,”", " the agency ", "cue:quoted", " ", "source:Brask", " ",
                          "cue:as saying", ", ", "content:“to open.”"));
}

TEST(AttributionContext, ShortensALongGapAtBlanks) {
  const std::string aside =
      ", who has built bridges over every river of the province for more than thirty years "
      "and likes none of them, ";
  Record record = record_of("Brask" + aside + "said it was open.");
  add_attribution(record, {{"Brask"}, {"said"}, {"it was open"}});
  EXPECT_THAT(context_of(record),
              ElementsAre("source:Brask", ", who has built bridges over", " … ",
                          "years and likes none of them, ", "cue:said", " ", "content:it was open", "."));
}

TEST(AttributionContext, ShortensALongSentenceOnBothSides) {
  const std::string words =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
  Record record = record_of(words + " Brask said no " + words);
  add_attribution(record, {{"Brask"}, {"said"}, {"no"}});
  EXPECT_THAT(context_of(record),
              ElementsAre("… ", "thirteen fourteen fifteen ", "source:Brask", " ", "cue:said", " ",
                          "content:no", " one two three four five six", " …"));
}

TEST(AttributionContext, ReachesOverParagraphs) {
  const std::string between(300, 'x');
  Record record = record_of("“We will open,” he said.\n\nRain fell. " + between + "\n\n“In May.”");
  add_attribution(record, {{"he"}, {"said"}, {"“We will open,”", "“In May.”"}});
  EXPECT_THAT(context_of(record), ElementsAre("content:“We will open,”", " ", "source:he", " ", "cue:said",
                                              ".", " … ", "content:“In May.”"));
}

TEST(AttributionContext, ACueInsideTheContentIsShownAsCue) {
  Record record = record_of("The bridge, Brask said, was open.");
  Attribution& attribution =
      add_attribution(record, {{"Brask"}, {"said"}, {"The bridge, Brask said, was open"}});
  attribution.source->spans = {span_of(record.document.text, "Brask said")};
  EXPECT_THAT(context_of(record),
              ElementsAre("content:The bridge, ", "source:Brask ", "cue:said", "content:, was open", "."));
}

TEST(AttributionContext, WithoutSpaceBetweenWordsGapsAreCutBetweenCharacters) {
  std::string gap;
  for (int i = 0; i < 200; ++i) gap += "中";
  Record record = record_of("他" + gap + "说好");
  add_attribution(record, {{"他"}, {"说"}, {"好"}});
  const auto shown = context_of(record);
  ASSERT_EQ(shown.size(), 6u);
  EXPECT_EQ(shown[1].size(), 15u * 3);  // 30 columns
  EXPECT_EQ(shown[3].size(), 15u * 3);
}

TEST(AttributionContext, AHugeParagraphCostsNoMoreThanItsSurroundings) {
  std::string text;
  while (text.size() < 4'000'000) text += "word ";
  Record record = record_of(text + "Brask said no " + text);
  add_attribution(record, {{"Brask"}, {"said"}, {"no"}});
  for (int i = 0; i < 1000; ++i)
    ASSERT_EQ(context_of(record).size(), 9u);  // would take hours if linear in the text
}

TEST(AttributionContext, NoSpansNoWords) {
  Record record = record_of("Nothing.");
  record.attributions.emplace_back();
  EXPECT_THAT(context_of(record), testing::IsEmpty());
}

}  // namespace
}  // namespace sayso::cli
