#include "intake/lone_surrogates.h"

#include <optional>
#include <string_view>

namespace sayso::intake {
namespace {

std::optional<unsigned> read_hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = text[i];
    const int digit = c >= '0' && c <= '9'                     ? c - '0'
                      : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                               : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

std::uint32_t replace_lone_surrogates(std::string& json) {
  std::uint32_t replaced = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos && at + 1 < json.size();
       at = json.find('\\', at)) {
    const std::optional<unsigned> unit = json[at + 1] == 'u' ? read_hex4(json, at + 2) : std::nullopt;
    if (!unit || (!is_high(*unit) && !is_low(*unit))) {
      at += 2;
      continue;
    }
    const bool escaped_next = is_high(*unit) && json.compare(at + 6, 2, "\\u") == 0;
    const std::optional<unsigned> partner = escaped_next ? read_hex4(json, at + 8) : std::nullopt;
    if (partner && is_low(*partner)) {
      at += 12;
      continue;
    }
    json.replace(at, 6, "\\ufffd");
    ++replaced;
    at += 6;
  }
  return replaced;
}

}  // namespace sayso::intake
