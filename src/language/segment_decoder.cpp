#include "language/segment_decoder.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/ascii.h"

namespace sayso::language {
namespace {

enum SegmentLabel : std::uint8_t { kInside, kBeginsWord, kBeginsSentence };

// Bytes of the second word in a word of two, as "n't" in "don't"; 0 in most words.
std::size_t split_off(std::string_view word) {
  constexpr std::array<std::string_view, 2> kNegations = {"n't", "n\u2019t"};
  struct Pair {
    std::string_view word;
    std::size_t second;
  };
  constexpr std::array<Pair, 4> kPairs = {{{"cannot", 3}, {"gonna", 2}, {"gotta", 2}, {"wanna", 2}}};
  if (word.size() < 4 ||
      (word.back() != 't' && word.back() != 'T' && word.back() != 'a' && word.back() != 'A'))
    return 0;
  // ASCII is enough: the words of the rules have no other letters.
  const std::string lower = intake::ascii_lower(word);
  for (const std::string_view negation : kNegations) {
    if (lower.size() > negation.size() && lower.ends_with(negation)) return negation.size();
  }
  for (const Pair& pair : kPairs) {
    if (lower == pair.word) return pair.second;
  }
  return 0;
}

class Segmenter {
 public:
  Segmenter(std::string_view text, std::span<const Piece> pieces, std::span<const float> scores)
      : text_(text), pieces_(pieces), scores_(scores) {}

  void take(const Paragraph& paragraph) {
    std::uint32_t begin = paragraph.pieces.begin;
    if (paragraph.pieces.size() == 0) return;
    begin_sentence(paragraph.block);
    for (std::uint32_t p = begin + 1; p < paragraph.pieces.end; ++p) {
      const SegmentLabel label = label_of(p);
      if (label == kInside) continue;
      add_word({begin, p});
      begin = p;
      if (label == kBeginsSentence) begin_sentence(paragraph.block);
    }
    add_word({begin, paragraph.pieces.end});
  }

  Segmentation finish() { return std::move(result_); }

 private:
  SegmentLabel label_of(std::uint32_t piece) const {
    // Several pieces may stand for one character; a word's border cannot lie inside of it.
    if (pieces_[piece].continues || pieces_[piece].span.begin < pieces_[piece - 1].span.end) return kInside;
    const float* const row = scores_.data() + piece * kSegmentLabels;
    const SegmentLabel begins = row[kBeginsSentence] > row[kBeginsWord] ? kBeginsSentence : kBeginsWord;
    if (pieces_[piece].gap == Gap::blank) return begins;
    return row[begins] > row[kInside] ? begins : kInside;
  }

  void begin_sentence(std::uint32_t block) {
    const auto here = static_cast<std::uint32_t>(result_.words.size());
    result_.sentences.push_back({{here, here}, block});
  }

  void add_word(PieceRange pieces) {
    const Span span{pieces_[pieces.begin].span.begin, pieces_[pieces.end - 1].span.end};
    const auto second = static_cast<std::uint32_t>(split_off(span.of(text_)));
    if (second == 0) {
      add({span, pieces.begin, false});
      return;
    }
    const std::uint32_t cut = span.end - second;
    add({{span.begin, cut}, pieces.begin, false});
    std::uint32_t piece = pieces.begin + 1;
    while (piece < pieces.end && pieces_[piece].span.begin < cut) ++piece;
    add({{cut, span.end}, piece < pieces.end ? piece : pieces.end - 1, true});
  }

  void add(const Segment& word) {
    if (result_.sentences.back().words.size() == kLongestSentence)
      begin_sentence(result_.sentences.back().block);
    result_.words.push_back(word);
    ++result_.sentences.back().words.end;
  }

  std::string_view text_;
  std::span<const Piece> pieces_;
  std::span<const float> scores_;
  Segmentation result_;
};

}  // namespace

Segmentation segment(std::string_view text, std::span<const Piece> pieces,
                     std::span<const Paragraph> paragraphs, std::span<const float> scores) {
  Segmenter segmenter(text, pieces, scores);
  for (const Paragraph& paragraph : paragraphs) segmenter.take(paragraph);
  return segmenter.finish();
}

}  // namespace sayso::language
