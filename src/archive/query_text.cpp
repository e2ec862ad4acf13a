#include "archive/query_text.h"

#include <unicode/uchar.h>

#include "intake/utf8.h"

namespace sayso::archive {
namespace {

using intake::next_code_point;

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'\u201C' || c == U'\u201D' || c == U'\u201E' || c == U'\u00AB' || c == U'\u00BB';
}

// What the tokenizer unicode61 makes words of: categories L*, N* and Co.
bool is_token_character(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK)) != 0;
}

struct Term {
  std::string words;  // without quotation marks
  bool unwanted = false;
  bool beginning = false;  // "reserv*"
};

// Reads terms one after another. Positions lie between code points of valid UTF-8.
class TermReader {
 public:
  explicit TermReader(std::string_view text) : text_(text) {}

  // False at the end.
  bool next(Term& term) {
    skip_blanks();
    if (at_ == text_.size()) return false;
    term = {};
    // A hyphen alone is no sign, nor is one within a word.
    if (text_[at_] == '-' && at_ + 1 < text_.size() && !is_blank_at(at_ + 1)) {
      term.unwanted = true;
      ++at_;
    }
    std::size_t after = at_;
    if (is_quotation_mark(next_code_point(text_, after))) {
      at_ = after;
      read_phrase(term);
    } else {
      read_word(term);
    }
    return true;
  }

 private:
  bool is_blank_at(std::size_t at) const {
    return u_isUWhiteSpace(static_cast<UChar32>(next_code_point(text_, at)));
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank_at(at_)) next_code_point(text_, at_);
  }

  void read_phrase(Term& term) {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      if (is_quotation_mark(next_code_point(text_, at_))) break;
      term.words += text_.substr(start, at_ - start);
    }
    take_star(term);
  }

  void read_word(Term& term) {
    while (at_ < text_.size() && !is_blank_at(at_)) {
      const std::size_t start = at_;
      if (is_quotation_mark(next_code_point(text_, at_))) {
        at_ = start;  // a phrase begins without a blank before it
        break;
      }
      term.words += text_.substr(start, at_ - start);
    }
    if (term.words.ends_with('*')) term.beginning = true;
  }

  void take_star(Term& term) {
    if (at_ < text_.size() && text_[at_] == '*') {
      term.beginning = true;
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

Error too_long() {
  return {ErrorCode::bad_argument,
          "the query is too long (at most " + std::to_string(kMostQueryTerms) + " words or phrases and " +
              std::to_string(kLongestQuery) + " bytes)",
          "", std::nullopt};
}

std::string without_controls(std::string_view typed) {
  std::uint32_t replaced = 0;
  std::string text = intake::repair_utf8(typed, replaced);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';  // a NUL would end the query
  }
  return text;
}

}  // namespace

std::string quote_phrase(std::string_view words) {
  const std::string text = without_controls(words);
  std::string phrase = "\"";
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    any = any || is_token_character(c);
    if (c == U'"') {
      phrase += ' ';
    } else {
      phrase += text.substr(start, at - start);
    }
  }
  return any ? phrase + '"' : "";
}

Result<QueryText> parse_query_text(std::string_view typed) {
  if (typed.size() > kLongestQuery) return too_long();
  const std::string text = without_controls(typed);
  TermReader reader(text);
  QueryText query;
  std::size_t terms = 0;
  for (Term term; reader.next(term);) {
    std::string phrase = quote_phrase(term.words);
    if (phrase.empty()) continue;
    if (++terms > kMostQueryTerms) return too_long();
    if (term.beginning) phrase += " *";
    std::string& expression = term.unwanted ? query.unwanted : query.wanted;
    if (!expression.empty()) expression += term.unwanted ? " OR " : " AND ";
    expression += phrase;
  }
  return query;
}

}  // namespace sayso::archive
