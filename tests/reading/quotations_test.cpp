#include "reading/quotations.h"

#include <gmock/gmock.h>

#include "reading/quote_kind.h"

namespace sayso::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Span whole(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

// Quotations as text; "..." behind one that is not closed.
std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> out;
  for (const Quotation& q : find_quotations(text, whole(text))) {
    out.push_back(std::string(q.span.of(text)) + (q.closed ? "" : "..."));
  }
  return out;
}

TEST(Quotations, Typographic) {
  EXPECT_THAT(found("“We go,” he said, “now.”"), ElementsAre("“We go,”", "“now.”"));
  EXPECT_THAT(found("a ‘small’ step"), ElementsAre("‘small’"));
  EXPECT_THAT(found("il dit «non» hier"), ElementsAre("«non»"));
}

TEST(Quotations, Typewriter) {
  EXPECT_THAT(found("\"We go,\" he said, \"now.\""), ElementsAre("\"We go,\"", "\"now.\""));
  EXPECT_THAT(found("the 'quiet men' of the port"), ElementsAre("'quiet men'"));
}

TEST(Quotations, AnApostropheIsNoMark) {
  EXPECT_THAT(found("the workers’ union and it’s ‘over’ now"), ElementsAre("‘over’"));
  EXPECT_THAT(found("the workers' union isn't what it was in the '90s"), IsEmpty());
}

TEST(Quotations, InnerMarksBelongToTheOuterQuotation) {
  EXPECT_THAT(found("“He told me ‘stay’ twice,” she said"), ElementsAre("“He told me ‘stay’ twice,”"));
  EXPECT_THAT(found("\"He said 'no' to us,\" she said"), ElementsAre("\"He said 'no' to us,\""));
}

TEST(Quotations, WithoutAClosingMarkToTheEndOfTheParagraph) {
  EXPECT_THAT(found("He went on: “We must act"), ElementsAre("“We must act..."));
  EXPECT_THAT(found("He went on: \"We must act"), ElementsAre("\"We must act..."));
}

TEST(Quotations, ManyMarksTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "“‘\"";
  EXPECT_LE(found(text).size(), 200'000u);
}

TEST(Quotations, StaysInItsParagraph) {
  const std::string text = "“one” “two”";
  const auto quotations = find_quotations(text, {10, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(quotations.size(), 1u);
  EXPECT_EQ(quotations[0].span.of(text), "“two”");
}

QuoteKind kind(std::string_view text, std::vector<Span> content) {
  return quote_kind_of(text, content, find_quotations(text, whole(text)));
}

TEST(QuoteKind, ByTheWordsInQuotationMarks) {
  const std::string direct = "\"We go,\" he said";
  EXPECT_EQ(kind(direct, {{0, 8}}), QuoteKind::direct);
  const std::string indirect = "he said that we go";
  EXPECT_EQ(kind(indirect, {{8, 18}}), QuoteKind::indirect);
  const std::string mixed = "he said that \"we go\"";
  EXPECT_EQ(kind(mixed, {{8, 20}}), QuoteKind::mixed);
  const std::string split = "\"We go,\" he said, \"now.\"";
  EXPECT_EQ(kind(split, {{0, 8}, {18, 24}}), QuoteKind::direct);
  EXPECT_STREQ(to_string(QuoteKind::mixed), "mixed");
}

}  // namespace
}  // namespace sayso::reading
