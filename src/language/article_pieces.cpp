#include "language/article_pieces.h"

#include <algorithm>
#include <optional>

#include "language/word_pieces.h"

namespace sayso::language {
namespace {

// Cuts a paragraph that is longer than a section, at words.
std::vector<PieceRange> cut_giant(std::span<const Piece> pieces, PieceRange rest) {
  std::vector<PieceRange> parts;
  while (rest.size() > kSectionPieces) {
    std::uint32_t cut = rest.begin + kSectionPieces;
    while (cut > rest.begin + 1 && pieces[cut].continues) --cut;
    parts.push_back({rest.begin, cut});
    rest.begin = cut;
  }
  if (rest.size() > 0) parts.push_back(rest);
  return parts;
}

}  // namespace

ArticlePieces split(const Article& article, const Vocabulary& vocabulary, bool all_blocks) {
  ArticlePieces pieces;
  for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
    const Block& block = article.blocks[b];
    const bool read = is_read(block.kind);
    if (!read && !all_blocks) continue;
    std::vector<Piece>& list = read ? pieces.read : pieces.other;
    const auto begin = static_cast<std::uint32_t>(list.size());
    append_word_pieces(article.text, block.span, vocabulary, list);
    for (const PieceRange& part : cut_giant(list, {begin, static_cast<std::uint32_t>(list.size())})) {
      pieces.blocks.push_back({read, {part, b}});
    }
  }
  return pieces;
}

std::span<const BlockPieces> first_section(std::span<const BlockPieces> blocks, bool read) {
  std::size_t count = 0;
  std::uint32_t pieces = 0;
  for (; count < blocks.size(); ++count) {
    if (blocks[count].read != read) continue;
    pieces += blocks[count].size();
    if (pieces > kSectionPieces) break;
  }
  return blocks.first(std::max<std::size_t>(count, 1));
}

PieceRange range_of(std::span<const BlockPieces> blocks, bool read) {
  std::optional<PieceRange> range;
  for (const BlockPieces& block : blocks) {
    if (block.read != read) continue;
    if (!range) range = block.paragraph.pieces;
    range->end = block.paragraph.pieces.end;
  }
  return range.value_or(PieceRange{});
}

std::vector<PieceRange> paragraphs_of(std::span<const BlockPieces> blocks, bool read) {
  const std::uint32_t begin = range_of(blocks, read).begin;
  std::vector<PieceRange> paragraphs;
  for (const BlockPieces& block : blocks) {
    const PieceRange& pieces = block.paragraph.pieces;
    if (block.read == read) paragraphs.push_back({pieces.begin - begin, pieces.end - begin});
  }
  return paragraphs;
}

}  // namespace sayso::language
