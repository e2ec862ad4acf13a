#include "language/windows.h"

#include <algorithm>

namespace sayso::language {
namespace {

// The window's first piece: a little of the paragraph before, from the start of a word.
std::uint32_t begin_with_context(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs,
                                 std::size_t first, std::uint32_t context) {
  const std::uint32_t begin = paragraphs[first].begin;
  if (first == 0) return begin;
  const PieceRange& before = paragraphs[first - 1];
  std::uint32_t at = begin - std::min(context, before.size());
  while (at < begin && pieces[at].continues) ++at;
  return at;
}

void cut_long_paragraph(const PieceRange& paragraph, const WindowLimits& limits,
                        std::vector<Window>& windows) {
  const std::uint32_t step = limits.pieces - limits.context;
  for (std::uint32_t begin = paragraph.begin;; begin += step) {
    const std::uint32_t end = std::min(begin + limits.pieces, paragraph.end);
    windows.push_back({{begin, end}, {}});
    if (end == paragraph.end) return;
  }
}

// Where two windows overlap, the pieces up to the middle are deeper in the first one, the rest in the second.
void share_overlaps(std::vector<Window>& windows) {
  for (std::size_t i = 0; i < windows.size(); ++i) {
    Window& window = windows[i];
    window.own.begin = i == 0 ? window.pieces.begin : windows[i - 1].own.end;
    window.own.end = window.pieces.end;
    if (i + 1 < windows.size()) {
      const std::uint32_t next = windows[i + 1].pieces.begin;
      if (next < window.pieces.end) window.own.end = next + (window.pieces.end - next + 1) / 2;
    }
  }
}

}  // namespace

std::vector<Window> cut_windows(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs,
                                const WindowLimits& limits) {
  std::vector<Window> windows;
  for (std::size_t i = 0; i < paragraphs.size();) {
    const std::uint32_t begin = begin_with_context(pieces, paragraphs, i, limits.context);
    std::size_t after = i;
    while (after < paragraphs.size() && paragraphs[after].end - begin <= limits.pieces) ++after;
    if (after > i) {
      windows.push_back({{begin, paragraphs[after - 1].end}, {}});
    } else {
      cut_long_paragraph(paragraphs[i], limits, windows);
      ++after;
    }
    i = after;
  }
  share_overlaps(windows);
  return windows;
}

}  // namespace sayso::language
