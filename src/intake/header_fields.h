// A header as HTTP and WARC have it: a first line, lines "Name: value", a blank line.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso::intake {

// Views into the bytes that were read.
struct HeaderFields {
  std::string_view first_line;
  std::vector<std::pair<std::string_view, std::string_view>> fields;
  std::size_t size = 0;  // bytes, with the blank line

  // The value of the first field of that name, whatever its letters' case; "" if there is none.
  std::string_view find(std::string_view name) const;
};

// The header's bytes, with the blank line; 0 where no blank line is in sight. Lines may end without CR.
std::size_t find_header_end(std::string_view bytes);

// nullopt where no blank line ends it. Lines that are no fields are left out.
std::optional<HeaderFields> parse_header(std::string_view bytes);

// "text/html" of "Text/HTML; charset=utf-8" as it stands, and the value of its parameter; "" for none.
std::string_view media_type(std::string_view content_type);
std::string_view charset_of(std::string_view content_type);

}  // namespace sayso::intake
