// Cuts an article's pieces into windows that the encoder can hold, and tells which window counts for which
// piece.
//
// A window holds whole paragraphs and, before them, the last pieces of the paragraph that stands there, for
// context. A paragraph that does not fit is cut with overlap. train/windows.py does the same for training.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/piece.h"

namespace sayso::language {

struct WindowLimits {
  std::uint32_t pieces = 318;  // in one window, without [CLS] and [SEP]
  std::uint32_t context = 64;  // pieces shared with the window before
};

struct Window {
  PieceRange pieces;  // context included
  // The pieces whose scores are taken from this window: those that lie deeper in it than in its neighbours.
  PieceRange own;
};

// `paragraphs` are ranges of `pieces`, in order, none empty, together covering `range`. Windows come in
// order; their `own` ranges are disjoint and cover `range`. Cost: linear.
std::vector<Window> cut_windows(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs,
                                const WindowLimits& limits);

}  // namespace sayso::language
