#include "cli/styled_wrap.h"

#include <algorithm>
#include <utility>

#include "cli/display_cells.h"
#include "cli/visible_text.h"

namespace sayso::cli {
namespace {

struct Marks {
  std::string_view opening;
  std::string_view closing;
};

Marks marks_of(Style style) {
  switch (style) {
    case Style::source:
      return {"{", "}"};
    case Style::cue:
      return {"*", "*"};
    case Style::content:
      return {"<", ">"};
    default:
      return {};
  }
}

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::title:
      return "\x1b[1m";
    case Style::faint:
      return "\x1b[2m";
    case Style::source:
      return "\x1b[1;36m";
    case Style::cue:
      return "\x1b[4;33m";
    default:
      return {};
  }
}

struct Cell {
  std::string_view bytes;
  int columns = 0;
  bool may_break_before = false;
  Style style = Style::plain;
  Marks marks;  // at this cell only

  bool is_blank() const { return bytes == " "; }
  bool ends_line() const { return bytes == "\n"; }
  int width() const { return columns + static_cast<int>(marks.opening.size() + marks.closing.size()); }
};

// The pieces as one run of cells, so that lines may break inside a piece and need not between two.
class Flow {
 public:
  Flow(const std::vector<StyledPiece>& pieces, bool colour) {
    std::vector<std::size_t> ends;
    for (const StyledPiece& piece : pieces) {
      text_ += visible_paragraphs(piece.text);
      ends.push_back(text_.size());
    }
    const std::string_view text = text_;
    std::size_t piece = 0;
    std::size_t piece_begin = 0;
    for (const DisplayCell& cell : split_cells(text)) {
      while (cell.begin >= ends[piece]) {
        if (!colour) set_marks(piece_begin, pieces[piece].style);
        piece_begin = cells_.size();
        ++piece;
      }
      cells_.push_back({text.substr(cell.begin, cell.end - cell.begin),
                        cell.columns,
                        cell.may_break_before,
                        pieces[piece].style,
                        {}});
    }
    if (!colour && !pieces.empty()) set_marks(piece_begin, pieces[piece].style);
  }
  Flow(const Flow&) = delete;  // cells point into the text
  Flow& operator=(const Flow&) = delete;

  const std::vector<Cell>& cells() const { return cells_; }

 private:
  // Marks the last piece, whose cells start at `begin`; blanks at its ends stay outside.
  void set_marks(std::size_t begin, Style style) {
    const auto is_ink = [](const Cell& cell) { return !cell.is_blank() && !cell.ends_line(); };
    const auto first =
        std::find_if(cells_.begin() + static_cast<std::ptrdiff_t>(begin), cells_.end(), is_ink);
    if (first == cells_.end()) return;
    const auto last = std::find_if(cells_.rbegin(), cells_.rend(), is_ink);
    first->marks.opening = marks_of(style).opening;
    last->marks.closing = marks_of(style).closing;
  }

  std::string text_;
  std::vector<Cell> cells_;
};

using Line = std::pair<std::size_t, std::size_t>;  // cells [first, second)

std::vector<Line> break_lines(const std::vector<Cell>& cells, int available) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  std::size_t last_break = 0;
  int columns = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    if (cell.ends_line()) {
      lines.push_back({begin, i});
      begin = last_break = i + 1;
      columns = 0;
      continue;
    }
    if (cell.may_break_before) last_break = i;
    // Blanks may hang over the end, where they are dropped.
    while (!cell.is_blank() && columns + cell.width() > available && i > begin) {
      const std::size_t cut = last_break > begin ? last_break : i;
      lines.push_back({begin, cut});
      for (std::size_t k = begin; k < cut; ++k) columns -= cells[k].width();
      begin = cut;
    }
    columns += cell.width();
  }
  lines.push_back({begin, cells.size()});
  return lines;
}

void append_line(std::string& out, const std::vector<Cell>& cells, Line line, bool colour) {
  while (line.second > line.first && cells[line.second - 1].is_blank()) --line.second;
  while (line.first < line.second && cells[line.first].is_blank()) ++line.first;
  for (std::size_t i = line.first; i < line.second;) {
    const Style style = cells[i].style;
    std::string run;
    for (; i < line.second && cells[i].style == style; ++i) {
      run.append(cells[i].marks.opening).append(cells[i].bytes).append(cells[i].marks.closing);
    }
    out += styled(run, style, colour);
  }
}

}  // namespace

std::string wrap(const std::vector<StyledPiece>& pieces, std::string_view first_indent,
                 const WrapOptions& options) {
  const Flow flow(pieces, options.colour);
  const int indent = display_columns(first_indent);
  const std::string next_indent(static_cast<std::size_t>(indent), ' ');
  std::string out;
  for (const Line& line : break_lines(flow.cells(), std::max(options.width - indent, 2))) {
    out += out.empty() ? first_indent : next_indent;
    append_line(out, flow.cells(), line, options.colour);
    out += '\n';
  }
  return out;
}

std::string styled(std::string_view text, Style style, bool colour) {
  const std::string_view escape = escape_of(style);
  if (!colour || escape.empty()) return std::string(text);
  return std::string(escape).append(text).append("\x1b[0m");
}

}  // namespace sayso::cli
