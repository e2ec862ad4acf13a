#include "intake/headline.h"

#include <string>

#include "intake/ascii.h"

namespace sayso::intake {
namespace {

// Letters and digits only, in lower case as far as ASCII goes.
std::string bare(std::string_view text) {
  std::string plain;
  for (char c : text) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || (c & 0x80)) plain.push_back(ascii_lower(c));
  }
  return plain;
}

}  // namespace

bool is_same_headline(std::string_view a, std::string_view b) {
  const std::string bare_a = bare(a);
  const std::string bare_b = bare(b);
  if (bare_a.size() < 8 || bare_b.size() < 8) return !bare_a.empty() && bare_a == bare_b;
  return bare_a.find(bare_b) != std::string::npos || bare_b.find(bare_a) != std::string::npos;
}

}  // namespace sayso::intake
