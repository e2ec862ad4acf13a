#include "language/segment_decoder.h"

#include <gmock/gmock.h>

#include <random>

namespace sayso::language {
namespace {

using testing::ElementsAre;

// A piece for each run of letters and for each other character that is no blank, as BERT splits.
std::vector<Piece> pieces_of(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < text.size();) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    while (is_letter(text[i]) && end < text.size() && is_letter(text[end])) ++end;
    Piece piece;
    piece.span = {i, end};
    piece.gap = pieces.empty() ? Gap::paragraph : text[i - 1] == ' ' ? Gap::blank : Gap::none;
    pieces.push_back(piece);
    i = end;
  }
  return pieces;
}

// `labels` has a digit for each piece.
Segmentation segment_as(std::string_view text, std::span<const Piece> pieces, std::string_view labels) {
  EXPECT_EQ(labels.size(), pieces.size());
  std::vector<float> scores(pieces.size() * kSegmentLabels);
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    scores[p * kSegmentLabels + static_cast<std::size_t>(labels[p] - '0')] = 1;
  }
  const std::vector<Paragraph> paragraphs = {{{0, static_cast<std::uint32_t>(pieces.size())}, 7}};
  return segment(text, pieces, paragraphs, scores);
}

std::vector<std::string> words_of(std::string_view text, const Segmentation& segmentation) {
  std::vector<std::string> words;
  for (const Segment& word : segmentation.words) words.emplace_back(word.text.of(text));
  return words;
}

std::vector<std::string> words_as(std::string_view text, std::string_view labels) {
  return words_of(text, segment_as(text, pieces_of(text), labels));
}

TEST(SegmentDecoder, WordsAndSentences) {
  const std::string_view text = "Ann Roke's well-known. It is.";
  const auto result = segment_as(text, pieces_of(text), "21101111211");
  EXPECT_THAT(words_of(text, result),
              ElementsAre("Ann", "Roke", "'s", "well", "-", "known", ".", "It", "is", "."));
}

TEST(SegmentDecoder, SentencesAreRangesOfWords) {
  const std::string_view text = "It is. He is.";
  const auto result = segment_as(text, pieces_of(text), "211211");
  ASSERT_EQ(result.sentences.size(), 2u);
  EXPECT_EQ(result.sentences[0].words, (WordRange{0, 3}));
  EXPECT_EQ(result.sentences[1].words, (WordRange{3, 6}));
  EXPECT_EQ(result.sentences[1].block, 7u);
}

TEST(SegmentDecoder, NoWordHoldsABlankAndTheFirstPieceBeginsASentence) {
  const std::string_view text = "one two";
  const auto result = segment_as(text, pieces_of(text), "00");
  EXPECT_THAT(words_of(text, result), ElementsAre("one", "two"));
  EXPECT_EQ(result.sentences.size(), 1u);
}

TEST(SegmentDecoder, LaterPiecesOfAWordBeginNothing) {
  const std::string_view text = "unread";
  std::vector<Piece> pieces(2);
  pieces[0].span = {0, 2};
  pieces[1].span = {2, 6};
  pieces[1].continues = true;
  EXPECT_THAT(words_of(text, segment_as(text, pieces, "22")), ElementsAre("unread"));
}

TEST(SegmentDecoder, NoBorderInsideACharacter) {
  const std::string_view text = "x\u2260y";  // becomes three pieces or more, some of one character
  std::vector<Piece> pieces(4);
  pieces[0].span = {0, 1};
  pieces[1].span = {1, 4};
  pieces[2].span = {1, 4};
  pieces[3].span = {4, 5};
  EXPECT_THAT(words_of(text, segment_as(text, pieces, "2111")), ElementsAre("x", "\u2260", "y"));
}

TEST(SegmentDecoder, NegationsAreWords) {
  EXPECT_THAT(words_as("I don't", "2100"), ElementsAre("I", "do", "n't"));
  EXPECT_THAT(words_as("I DON'T", "2100"), ElementsAre("I", "DO", "N'T"));
  EXPECT_THAT(words_as("n't", "200"), ElementsAre("n't"));
  EXPECT_THAT(words_as("ain't so", "2001"), ElementsAre("ai", "n't", "so"));
  EXPECT_THAT(words_as("didnt", "2"), ElementsAre("didnt"));
  const std::string_view typographic = "can\u2019t";  // letters of 8 bits count as such above, so one piece
  EXPECT_THAT(words_as(typographic, "2"), ElementsAre("ca", "n\u2019t"));
}

TEST(SegmentDecoder, PairsAreTwoWords) {
  EXPECT_THAT(words_as("We cannot", "21"), ElementsAre("We", "can", "not"));
  EXPECT_THAT(words_as("Gonna", "2"), ElementsAre("Gon", "na"));
  EXPECT_THAT(words_as("gotta wanna", "21"), ElementsAre("got", "ta", "wan", "na"));
  EXPECT_THAT(words_as("cannots", "2"), ElementsAre("cannots"));
}

TEST(SegmentDecoder, ASplitWordReadsThePieceThatBeginsInItElseTheOneAroundIt) {
  const std::string_view text = "don't cannot";
  const auto result = segment_as(text, pieces_of(text), "2001");
  ASSERT_THAT(words_of(text, result), ElementsAre("do", "n't", "can", "not"));
  EXPECT_EQ(result.words[0].piece, 0u);
  EXPECT_EQ(result.words[1].piece, 1u);  // the apostrophe; "don" begins before
  EXPECT_EQ(result.words[2].piece, 3u);
  EXPECT_EQ(result.words[3].piece, 3u);
  EXPECT_FALSE(result.words[0].particle);
  EXPECT_TRUE(result.words[1].particle);
  EXPECT_FALSE(result.words[2].particle);
  EXPECT_TRUE(result.words[3].particle);
  EXPECT_EQ(result.sentences.size(), 1u);
}

TEST(SegmentDecoder, CutsASentenceWithoutEnd) {
  std::string text;
  for (int i = 0; i < 600; ++i) text += "a ";
  const auto result = segment_as(text, pieces_of(text), "2" + std::string(599, '1'));
  ASSERT_EQ(result.sentences.size(), 3u);
  EXPECT_EQ(result.sentences[0].words, (WordRange{0, 256}));
  EXPECT_EQ(result.sentences[2].words, (WordRange{512, 600}));
}

// The contract, read piece by piece.
TEST(SegmentDecoder, AgreesWithThePlainRules) {
  std::mt19937 random(3);
  std::normal_distribution<float> normal(0, 1);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "ab.'- n't"[random() % 9];
    const std::vector<Piece> pieces = pieces_of(text);
    if (pieces.empty()) continue;
    const auto count = static_cast<std::uint32_t>(pieces.size());
    const std::uint32_t middle = random() % count;
    std::vector<Paragraph> paragraphs;
    if (middle > 0) paragraphs.push_back({{0, middle}, 0});
    paragraphs.push_back({{middle, count}, 1});
    std::vector<float> scores(pieces.size() * kSegmentLabels);
    for (float& score : scores) score = normal(random);

    std::vector<std::string> words;
    std::size_t sentences = 0;
    for (std::uint32_t p = 0; p < count; ++p) {
      const float* const row = scores.data() + p * kSegmentLabels;
      int label = row[1] >= row[0] && row[1] >= row[2] ? 1 : row[2] > row[0] ? 2 : 0;
      if (label == 0 && pieces[p].gap == Gap::blank) label = row[2] > row[1] ? 2 : 1;
      if (p == 0 || p == middle) label = 2;
      if (label > 0) words.emplace_back();
      words.back() += pieces[p].span.of(text);
      sentences += label == 2;
    }
    std::vector<std::string> expected;
    for (const std::string& word : words) {
      const bool splits = word.ends_with("n't") && word.size() > 3;
      expected.push_back(splits ? word.substr(0, word.size() - 3) : word);
      if (splits) expected.push_back("n't");
    }
    const Segmentation result = segment(text, pieces, paragraphs, scores);
    ASSERT_EQ(words_of(text, result), expected) << text;
    ASSERT_EQ(result.sentences.size(), sentences) << text;
  }
}

TEST(SegmentDecoder, NothingInNothingOut) {
  EXPECT_TRUE(segment("", {}, {}, {}).words.empty());
}

}  // namespace
}  // namespace sayso::language
