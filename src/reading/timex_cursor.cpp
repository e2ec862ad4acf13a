#include "reading/timex_cursor.h"

#include <cstdlib>

namespace sayso::reading {

// Whether the mark there stands between two groups of digits: "2,000", "2.5".
bool Cursor::continues_number(std::ptrdiff_t steps) const {
  if (!is_mark('.', steps) && !is_mark(',', steps)) return false;
  const Lexeme& next = peek(steps + 1);
  return peek(steps).glued && next.glued && next.kind == LexemeKind::number &&
         peek(steps - 1).kind == LexemeKind::number;
}

std::optional<int> Cursor::number(std::size_t min_digits, std::size_t max_digits,
                                  std::ptrdiff_t steps) const {
  const Lexeme& lexeme = peek(steps);
  if (lexeme.kind != LexemeKind::number || max_digits > 9) return std::nullopt;
  if (lexeme.lower.size() < min_digits || lexeme.lower.size() > max_digits) return std::nullopt;
  if (continues_number(steps - 1) || continues_number(steps + 1)) return std::nullopt;
  return std::atoi(lexeme.lower.c_str());
}

std::optional<double> Cursor::eat_decimal() {
  if (peek().kind != LexemeKind::number || continues_number(-1)) return std::nullopt;
  std::string digits = peek().lower;
  Cursor next = *this;
  next.skip();
  while (next.continues_number(0)) {
    const bool thousands = next.is_mark(',');
    if (thousands && next.word(1).size() != 3) return std::nullopt;
    if (!thousands) digits += '.';
    digits += next.word(1);
    next.skip(2);
    if (digits.size() > 12) return std::nullopt;
  }
  if (digits.empty() || digits.size() > 12) return std::nullopt;
  *this = next;
  return std::atof(digits.c_str());
}

}  // namespace sayso::reading
