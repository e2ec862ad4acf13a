// What the kinds of blocks are called, which of them are read, and how warnings add up.
#include "sayso/article.h"

namespace sayso {

const char* to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::dek:
      return "dek";
    case BlockKind::heading:
      return "heading";
    case BlockKind::byline:
      return "byline";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::caption:
      return "caption";
    case BlockKind::credit:
      return "credit";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::quote:
      return "quote";
    case BlockKind::list:
      return "list";
    case BlockKind::table:
      return "table";
    case BlockKind::furniture:
      return "furniture";
  }
  return "unknown";
}

bool is_read(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
    case BlockKind::dek:
    case BlockKind::caption:
    case BlockKind::paragraph:
    case BlockKind::quote:
    case BlockKind::list:
      return true;
    case BlockKind::heading:
    case BlockKind::byline:
    case BlockKind::dateline:
    case BlockKind::credit:
    case BlockKind::table:
    case BlockKind::furniture:
      return false;
  }
  return false;
}

void Article::warn(std::string_view code, std::string_view place, std::uint32_t count) {
  for (Warning& warning : warnings) {
    if (warning.code == code && warning.place == place) {
      warning.count += count;
      return;
    }
  }
  warnings.push_back({std::string(code), std::string(place), count});
}

}  // namespace sayso
