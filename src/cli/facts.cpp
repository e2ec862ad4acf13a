#include "cli/facts.h"

#include <algorithm>

#include "cli/display_cells.h"
#include "cli/visible_text.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kDot = " · ";
constexpr std::size_t kDay = 10;     // of "2024-10-21T13:05:00Z"
constexpr std::size_t kShortId = 8;  // among a million documents, one in 4000 shares them with another

std::string last_columns(std::string text, int columns) {
  if (display_columns(text) <= columns) return text;
  const std::vector<DisplayCell> cells = split_cells(text);
  std::size_t begin = text.size();
  int used = 1;  // of the ellipsis
  for (auto cell = cells.rbegin(); cell != cells.rend() && used + cell->columns <= columns; ++cell) {
    used += cell->columns;
    begin = cell->begin;
  }
  return "…" + text.substr(begin);
}

}  // namespace

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string facts(const std::vector<std::string>& parts) {
  std::string row;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!row.empty()) row += kDot;
    row += part;
  }
  return row;
}

std::string count_of(std::uint64_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string reach(std::uint64_t articles, std::uint64_t outlets, std::uint64_t origins) {
  return count_of(articles, "article") + ", " + count_of(outlets, "outlet") + ", " +
         count_of(origins, "origin");
}

std::string day_of(std::string_view date) {
  return date.empty() ? "undated" : std::string(date.substr(0, kDay));
}

std::string period(std::string_view first, std::string_view last) {
  const std::string from = day_of(first.empty() ? last : first);
  const std::string to = day_of(last.empty() ? first : last);
  return from == to ? from : from + " to " + to;
}

std::string short_id(std::string_view id) {
  return std::string(id.substr(0, kShortId));
}

std::string rule(std::string_view left, std::string_view right, const WrapOptions& options) {
  const std::string end = visible_line(right);
  const int around = display_columns(end) + 8;  // two lines, four blanks, two lines
  const std::string front = last_columns(visible_line(left), std::max(options.width - around - 1, 1));
  std::string line;
  for (int i = std::max(options.width - around - display_columns(front), 1); i > 0; --i) line += "─";
  return styled("── " + front + " " + line + " " + end + " ──", Style::faint, options.colour) + "\n";
}

}  // namespace sayso::cli
