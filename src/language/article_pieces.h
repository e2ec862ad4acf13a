// An article's word pieces, block by block, and the sections in which a long article is decoded.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/piece.h"
#include "language/segment_decoder.h"
#include "language/vocabulary.h"
#include "sayso/article.h"

namespace sayso::language {

// The pieces of a block, or of a part of a very long one.
struct BlockPieces {
  bool read = true;  // which of the lists of ArticlePieces it is a range of
  Paragraph paragraph;

  std::uint32_t size() const { return paragraph.pieces.size(); }
};

// Blocks that are read go into windows of their own, so that attributions do not depend on what else is asked
// for.
struct ArticlePieces {
  std::vector<Piece> read;          // of the blocks where attributions are looked for
  std::vector<Piece> other;         // of the rest, where it is asked for
  std::vector<BlockPieces> blocks;  // in the order of the text

  const std::vector<Piece>& list(bool is_read) const { return is_read ? read : other; }
};

// Blocks that are not read are left out, unless `all_blocks`. Cost: linear in the text.
ArticlePieces split(const Article& article, const Vocabulary& vocabulary, bool all_blocks);

// An article is decoded in sections of about this many pieces (a news article has a thousand), so that one of
// twenty megabytes needs no more memory than one of a hundred kilobytes. Nothing is linked across a section's
// end.
inline constexpr std::uint32_t kSectionPieces = 16'384;

// As many of the first blocks as hold at most kSectionPieces, counting those that are read or the others; at
// least one.
std::span<const BlockPieces> first_section(std::span<const BlockPieces> blocks, bool read);

// The range of pieces that a run of blocks has in the one list or the other.
PieceRange range_of(std::span<const BlockPieces> blocks, bool read);

// The same block by block, counted from the range's begin.
std::vector<PieceRange> paragraphs_of(std::span<const BlockPieces> blocks, bool read);

}  // namespace sayso::language
