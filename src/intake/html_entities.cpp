#include "intake/html_entities.h"

#include <cstdint>
#include <optional>

#include "intake/ascii.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

struct Named {
  std::string_view name;
  char32_t code_point;
};
constexpr Named kNamed[] = {{"amp", '&'},       {"quot", '"'},     {"apos", '\''},    {"lt", '<'},
                            {"gt", '>'},        {"nbsp", 0xA0},    {"lsquo", 0x2018}, {"rsquo", 0x2019},
                            {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"ndash", 0x2013}, {"mdash", 0x2014},
                            {"hellip", 0x2026}, {"eacute", 0xE9}};

std::optional<char32_t> read_reference(std::string_view name) {
  if (!name.starts_with('#')) {
    for (const Named& named : kNamed) {
      if (named.name == name) return named.code_point;
    }
    return std::nullopt;
  }
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  std::uint32_t value = 0;
  const std::string_view digits = name.substr(hex ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  for (char c : digits) {
    const char lower = ascii_lower(c);
    const bool is_hex_letter = hex && lower >= 'a' && lower <= 'f';
    if (!is_ascii_digit(c) && !is_hex_letter) return std::nullopt;
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(is_hex_letter ? lower - 'a' + 10 : c - '0');
  }
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return kReplacement;
  return value;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(0, at + 12).find(';', at) : std::string_view::npos;
    const auto code_point =
        end == std::string_view::npos ? std::nullopt : read_reference(text.substr(at + 1, end - at - 1));
    if (code_point) {
      append_utf8(plain, *code_point);
      at = end + 1;
    } else {
      plain.push_back(text[at++]);
    }
  }
  return plain;
}

}  // namespace sayso::intake
