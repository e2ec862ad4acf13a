// Letters of the ASCII range without a locale: tag names, labels and the English words that page furniture is
// made of. Names of people and places go through ICU instead (words.h).
#pragma once

#include <string>
#include <string_view>

namespace sayso::intake {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_letter(char c) {
  return is_ascii_upper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string ascii_lower(std::string_view text);

// Whether both are the same but for the case of ASCII letters.
bool same_nocase(std::string_view a, std::string_view b);
bool starts_nocase(std::string_view text, std::string_view prefix);
bool ends_nocase(std::string_view text, std::string_view suffix);

// The place of `needle`, which must be in lower case, or npos. Cost: text times needle at worst; needles are
// short.
std::size_t find_nocase(std::string_view text, std::string_view needle, std::size_t from = 0);
inline bool contains_nocase(std::string_view text, std::string_view needle) {
  return find_nocase(text, needle) != std::string_view::npos;
}

}  // namespace sayso::intake
