// The built-in tables row by row.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "reading/catalog_data.h"

namespace sayso::reading {

// Views into the table; those that a row does not have are empty.
using TableCells = std::array<std::string_view, 10>;

// The part before `separator`, which goes with it.
inline std::string_view take_part(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

// Every row below the names of the columns.
template <typename Take>
void for_each_row(std::string_view table, Take take) {
  std::string_view text;
  for (const CatalogTable& candidate : catalog_tables()) {
    if (candidate.name == table) text = candidate.text;
  }
  bool header = true;
  while (!text.empty()) {
    std::string_view line = take_part(text, '\n');
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    TableCells cells;
    for (std::string_view& cell : cells) cell = take_part(line, '\t');
    take(cells);
  }
}

// Each of the names in a cell.
template <typename Take>
void for_each_name(std::string_view names, Take take) {
  while (!names.empty()) {
    const std::string_view name = take_part(names, '|');
    if (!name.empty()) take(name);
  }
}

}  // namespace sayso::reading
