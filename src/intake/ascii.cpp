#include "intake/ascii.h"

namespace sayso::intake {

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

bool same_nocase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_nocase(a, b);
}

bool starts_nocase(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (ascii_lower(text[i]) != ascii_lower(prefix[i])) return false;
  }
  return true;
}

bool ends_nocase(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && starts_nocase(text.substr(text.size() - suffix.size()), suffix);
}

std::size_t find_nocase(std::string_view text, std::string_view needle, std::size_t from) {
  if (needle.empty()) return from <= text.size() ? from : std::string_view::npos;
  for (std::size_t i = from; i + needle.size() <= text.size(); ++i) {
    if (ascii_lower(text[i]) == needle[0] && starts_nocase(text.substr(i), needle)) return i;
  }
  return std::string_view::npos;
}

}  // namespace sayso::intake
