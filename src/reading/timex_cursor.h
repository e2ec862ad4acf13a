// A place in a list of lexemes, from which words and numbers are read. What does not fit is not read.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "reading/timex_lexemes.h"

namespace sayso::reading {

// Copied freely, to try one reading and then another. The lexemes outlive it.
class Cursor {
 public:
  Cursor(std::span<const Lexeme> lexemes, std::size_t at) : lexemes_(lexemes), at_(at) {}

  std::size_t at() const { return at_; }
  std::span<const Lexeme> lexemes() const { return lexemes_; }

  // `steps` behind the place or, if negative, before it; outside the list an empty mark.
  const Lexeme& peek(std::ptrdiff_t steps = 0) const {
    static const Lexeme kNone;
    const auto at = static_cast<std::ptrdiff_t>(at_) + steps;
    return at >= 0 && at < std::ssize(lexemes_) ? lexemes_[static_cast<std::size_t>(at)] : kNone;
  }
  const std::string& word(std::ptrdiff_t steps = 0) const { return peek(steps).lower; }
  bool is_word(std::string_view word, std::ptrdiff_t steps = 0) const { return peek(steps).lower == word; }
  bool is_any(std::initializer_list<std::string_view> words, std::ptrdiff_t steps = 0) const {
    for (std::string_view word : words) {
      if (is_word(word, steps)) return true;
    }
    return false;
  }
  bool is_mark(char mark, std::ptrdiff_t steps = 0) const {
    return peek(steps).kind == LexemeKind::mark && peek(steps).mark == mark;
  }

  void skip(std::size_t count = 1) { at_ += count; }
  bool eat_word(std::string_view word) { return is_word(word) ? (skip(), true) : false; }
  bool eat_any(std::initializer_list<std::string_view> words) {
    return is_any(words) ? (skip(), true) : false;
  }
  bool eat_mark(char mark) { return is_mark(mark) ? (skip(), true) : false; }
  // All of them or nothing.
  bool eat_words(std::initializer_list<std::string_view> words) {
    std::ptrdiff_t step = 0;
    for (std::string_view word : words) {
      if (!is_word(word, step++)) return false;
    }
    skip(words.size());
    return true;
  }

  // The number here, if it is digits alone (neither "2,000" nor "2.5") and has so many of them.
  std::optional<int> number(std::size_t min_digits, std::size_t max_digits, std::ptrdiff_t steps = 0) const;
  std::optional<int> eat_number(std::size_t min_digits, std::size_t max_digits) {
    const std::optional<int> value = number(min_digits, max_digits);
    if (value) skip();
    return value;
  }
  // Also "2,000" and "2.5".
  std::optional<double> eat_decimal();

 private:
  bool continues_number(std::ptrdiff_t steps) const;

  std::span<const Lexeme> lexemes_;
  std::size_t at_;
};

}  // namespace sayso::reading
