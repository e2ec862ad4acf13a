// An article as it came in: its text, what is known about it, and which part of the text is what.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso {

enum class BlockKind {
  title,
  dek,  // the sentence or two under the title
  heading,
  byline,
  dateline,  // "KATHMANDU, April 24 (TAP) -", the start of a paragraph
  caption,
  credit,  // of a picture
  paragraph,
  quote,
  list,
  table,
  furniture,  // the page around the article: menus, comment boxes, "read more"
};

// The name used in records, as above.
const char* to_string(BlockKind kind);

// Whether attributions are looked for in such a block.
bool is_read(BlockKind kind);

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;               // no blanks at either end
  bool truncated = false;  // cut off in the source, as a caption "carries a launcher as he sta"
};

// Something that was lost, repaired or limited on the way; the article is still usable.
struct Warning {
  std::string code;   // lower_snake_case, listed in docs/RECORD.md
  std::string place;  // "" for the whole document
  std::uint32_t count = 1;
};

struct DateCandidate {
  std::string value;  // ISO 8601
  std::string rule;   // where it was found: "json-ld", "meta:article:published_time", "time", ...
};

// Empty strings mean "unknown". Movable, copyable, no hidden state.
struct Article {
  std::string input;        // file name, "-" for standard input; "FILE:N" for a line, item or record, from 1
  std::string external_id;  // the caller's own id
  std::string url;
  std::string canonical_url;
  std::string outlet;
  std::string title;
  std::vector<std::string> authors;
  std::string credit;           // agency or photographer, from a credit line
  std::string agency;           // wire agency in the dateline or byline
  std::string syndicated_from;  // the outlet that had it first, where the page says so
  std::string published;        // ISO 8601 date or date-time, as given
  std::string modified;
  std::vector<DateCandidate> published_candidates;  // best first
  std::string language;                             // BCP 47

  // UTF-8, valid, at most 2^32 - 1 bytes. For plain text the input as it was (after decoding to UTF-8); for
  // HTML the blocks joined by a blank line; for JSON Lines the title, a blank line and the text.
  std::string text;
  // Sorted, disjoint, and covering every character of `text` that is not blank.
  std::vector<Block> blocks;
  std::vector<Warning> warnings;

  // Adds one to the count of (code, place).
  void warn(std::string_view code, std::string_view place = {}, std::uint32_t count = 1);
};

}  // namespace sayso
