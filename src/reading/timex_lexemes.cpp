#include "reading/timex_lexemes.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/utf8.h"

namespace sayso::reading {
namespace {

constexpr std::size_t kLongestWord = 15;  // bytes; "internationally" is none of ours

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

char mark_of(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  return c < 0x80 ? static_cast<char>(c) : '\1';
}

std::vector<Lexeme> split(std::string_view text, Span block) {
  std::vector<Lexeme> lexemes;
  std::size_t before = block.begin + 1;  // so that the first one is not glued
  for (std::size_t at = block.begin; at < block.end;) {
    const std::size_t begin = at;
    const char32_t first = intake::next_code_point(text, at);
    if (intake::is_blank(first)) continue;
    Lexeme lexeme;
    if (is_letter(first) || is_digit(first)) {
      const bool letters = is_letter(first);
      lexeme.kind = letters ? LexemeKind::word : LexemeKind::number;
      lexeme.capital = u_isupper(static_cast<UChar32>(first)) != 0;
      for (std::size_t next = at; at < block.end; at = next) {
        const char32_t c = intake::next_code_point(text, next);
        if (letters ? !is_letter(c) : !is_digit(c)) break;
      }
    } else {
      lexeme.mark = mark_of(first);
    }
    lexeme.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    lexeme.glued = begin == before;
    if (lexeme.kind != LexemeKind::mark && lexeme.span.size() <= kLongestWord) {
      lexeme.lower = intake::ascii_lower(lexeme.span.of(text));
    }
    before = at;
    lexemes.push_back(std::move(lexeme));
  }
  return lexemes;
}

}  // namespace

std::vector<Lexeme> split_lexemes(const Article& article, const Block& block, const Layers& layers,
                                  const std::vector<std::uint8_t>& name_marks, std::size_t& first_word) {
  std::vector<Lexeme> lexemes = split(article.text, block.span);
  std::optional<std::uint32_t> sentence;
  for (Lexeme& lexeme : lexemes) {
    lexeme.in_headline = block.kind == BlockKind::title || block.kind == BlockKind::heading;
    while (first_word < layers.words.size() && layers.words[first_word].text.end <= lexeme.span.begin)
      ++first_word;
    if (first_word >= layers.words.size() || !layers.words[first_word].text.overlaps(lexeme.span)) continue;
    const Word& word = layers.words[first_word];
    lexeme.word = static_cast<std::uint32_t>(first_word);
    lexeme.tag = word.tag;
    lexeme.sentence = word.sentence;
    lexeme.in_person = (name_marks[first_word] & kPersonName) != 0;
    lexeme.in_long_name = (name_marks[first_word] & kLongName) != 0;
    if (lexeme.kind != LexemeKind::mark && sentence != word.sentence) {
      lexeme.starts_sentence = true;
      sentence = word.sentence;
    }
  }
  return lexemes;
}

std::vector<std::uint8_t> mark_names(const Layers& layers) {
  std::vector<std::uint8_t> marks(layers.words.size());
  for (const Name& name : layers.names) {
    const auto end = std::min<std::size_t>(name.words.end, marks.size());
    for (std::size_t i = name.words.begin; i < end; ++i) {
      if (name.type == NameType::person) marks[i] |= kPersonName;
      if (name.words.size() > 1) marks[i] |= kLongName;
    }
  }
  return marks;
}

}  // namespace sayso::reading
