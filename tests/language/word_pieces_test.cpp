#include "language/word_pieces.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "publish/code_points.h"

namespace sayso::language {
namespace {

using testing::ElementsAre;

Vocabulary vocabulary() {
  return *Vocabulary::parse(
      "[PAD]\n[UNK]\n[CLS]\n[SEP]\nsaid\nun\n##believ\n##able\ncafe\nmoscow\n\"\n“\n’\ns\n.\n,"
      "\n中\n国\nмосква\nstrasse\n"
      "straße\ne\n##e\n##a\n\U0001F600\n");
}

std::vector<Piece> split(std::string_view text) {
  std::vector<Piece> pieces;
  append_word_pieces(text, {0, static_cast<std::uint32_t>(text.size())}, vocabulary(), pieces);
  return pieces;
}

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> out;
  for (const Piece& piece : split(text)) out.emplace_back(piece.span.of(text));
  return out;
}

TEST(WordPieces, SplitsAtBlanksAndPunctuation) {
  EXPECT_THAT(texts("Moscow said, \"said.\""), ElementsAre("Moscow", "said", ",", "\"", "said", ".", "\""));
}

TEST(WordPieces, TakesTheLongestPieceFirst) {
  const auto pieces = split("unbelievable");
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_THAT(texts("unbelievable"), ElementsAre("un", "believ", "able"));
  EXPECT_FALSE(pieces[0].continues);
  EXPECT_TRUE(pieces[1].continues);
  EXPECT_TRUE(pieces[2].continues);
}

TEST(WordPieces, DropsAccentsWhetherComposedOrNot) {
  for (const std::string text : {"Caf\u00E9", "Cafe\u0301"}) {
    const auto pieces = split(text);
    ASSERT_EQ(pieces.size(), 1u) << text;
    EXPECT_EQ(pieces[0].id, vocabulary().find("cafe", false));
    EXPECT_EQ(pieces[0].span.of(text), text.substr(0, text.size() == 5 ? 5 : 4));
  }
}

TEST(WordPieces, KeepsPositionsInOtherScripts) {
  EXPECT_THAT(texts("Москва said"), ElementsAre("Москва", "said"));
  EXPECT_THAT(texts("中国"), ElementsAre("中", "国"));
  EXPECT_THAT(texts("said\U0001F600said"), ElementsAre("said\U0001F600said"));  // one word, unknown
}

TEST(WordPieces, TreatsOtherBlanksAsBlanks) {
  EXPECT_THAT(texts("said\u00A0said\r\nsaid\u2009said"), ElementsAre("said", "said", "said", "said"));
}

TEST(WordPieces, SkipsInvisibleCharacters) {
  EXPECT_THAT(texts("sa\u00ADid"), ElementsAre("sa\u00ADid"));
  EXPECT_EQ(split("sa\u00ADid")[0].id, vocabulary().find("said", false));
}

TEST(WordPieces, UnknownWordIsOnePiece) {
  const auto pieces = split("xyzzy said");
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0].id, vocabulary().unknown());
  EXPECT_EQ(split(std::string(100'000, 'e')).size(), 1u);
}

TEST(WordPieces, NotesLetterCase) {
  const auto pieces = split("said Moscow MOSCOW mosCow . “");
  std::vector<LetterCase> cases;
  for (const Piece& piece : pieces) cases.push_back(piece.letter_case);
  EXPECT_THAT(cases, ElementsAre(LetterCase::lower, LetterCase::title, LetterCase::upper, LetterCase::mixed,
                                 LetterCase::none, LetterCase::none));
}

TEST(WordPieces, NotesWhatStandsBefore) {
  const auto pieces = split("\"said,\" unbelievable");
  std::vector<Gap> gaps;
  for (const Piece& piece : pieces) gaps.push_back(piece.gap);
  EXPECT_THAT(gaps,
              ElementsAre(Gap::paragraph, Gap::none, Gap::none, Gap::none, Gap::blank, Gap::none, Gap::none));
}

TEST(WordPieces, SpansAreInOrderAndNeverSplitACodePoint) {
  const std::vector<std::string> parts = {
      "said",   " ",      "é",      "e\u0301", "Москва", "\U0001F468\u200D\U0001F469",
      "\u00A0", "\r\n",   "中",     "İ",       "ß",      "“",
      "'",      "\u0000", "\uFFFD", "각"};
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += parts[random() % parts.size()];
    std::uint32_t last = 0;
    for (const Piece& piece : split(text)) {
      ASSERT_LT(piece.span.begin, piece.span.end);
      ASSERT_LE(piece.span.end, text.size());
      ASSERT_GE(piece.span.begin, last);
      ASSERT_NE(static_cast<unsigned char>(text[piece.span.begin]) & 0xC0U, 0x80U);
      ASSERT_TRUE(piece.span.end == text.size() ||
                  (static_cast<unsigned char>(text[piece.span.end]) & 0xC0U) != 0x80U);
      last = piece.span.begin;
    }
  }
}

// Against the Python package that training uses, on the shipped vocabulary.
TEST(WordPieces, AgreesWithTheReference) {
  const auto shipped = Vocabulary::load(SAYSO_SOURCE_DIR "/models/vocab.txt");
  ASSERT_TRUE(shipped);
  std::ifstream rows(SAYSO_SOURCE_DIR "/tests/language/word_pieces_reference.jsonl");
  int compared = 0;
  for (std::string line; std::getline(rows, line); ++compared) {
    const auto row = nlohmann::json::parse(line);
    const auto text = row["text"].get<std::string>();
    std::vector<Piece> pieces;
    append_word_pieces(text, {0, static_cast<std::uint32_t>(text.size())}, *shipped, pieces);
    const publish::CodePoints points(text);
    nlohmann::json found = {{"text", text},
                            {"ids", nlohmann::json::array()},
                            {"surface", nlohmann::json::array()},
                            {"begin", nlohmann::json::array()},
                            {"end", nlohmann::json::array()},
                            {"continues", nlohmann::json::array()}};
    for (const Piece& piece : pieces) {
      found["ids"].push_back(piece.id);
      found["surface"].push_back(piece.surface());
      found["begin"].push_back(points.before(piece.span.begin));
      found["end"].push_back(points.before(piece.span.end));
      found["continues"].push_back(piece.continues ? 1 : 0);
    }
    EXPECT_EQ(found, row) << text;
  }
  EXPECT_GT(compared, 200);
}

TEST(Vocabulary, RefusesAFileWithoutSpecialPieces) {
  const auto vocabulary = Vocabulary::parse("a\nb\n");
  ASSERT_FALSE(vocabulary);
  EXPECT_EQ(vocabulary.error().code, ErrorCode::bad_model);
}

}  // namespace
}  // namespace sayso::language
