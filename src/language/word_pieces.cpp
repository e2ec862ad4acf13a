#include "language/word_pieces.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>

namespace sayso::language {
namespace {

constexpr std::size_t kLongestWord = 100;  // characters; BERT's limit

// One word after normalisation; characters[i] is where the i-th normalised character came from.
struct Word {
  struct Character {
    std::uint32_t at = 0;  // byte in `normal`
    Span source;
  };
  std::string normal;
  std::vector<Character> characters;

  bool empty() const { return characters.empty(); }
  void clear() {
    normal.clear();
    characters.clear();
  }
  void add(UChar32 c, Span source) {
    characters.push_back({static_cast<std::uint32_t>(normal.size()), source});
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    normal.append(bytes, static_cast<std::size_t>(length));
  }
};

// Control, format, unassigned and private-use characters carry no words.
bool is_dropped(UChar32 c) {
  if (c == 0 || c == 0xFFFD) return true;
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return (U_GET_GC_MASK(c) & U_GC_C_MASK) != 0;
}

bool is_punctuation(UChar32 c) {
  if (c < 0x80)
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
  return (U_GET_GC_MASK(c) & U_GC_P_MASK) != 0;
}

// Ideographs stand alone, as words of one character.
bool is_ideograph(UChar32 c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
         (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

LetterCase letter_case_of(std::string_view text) {
  int letters = 0;
  int upper = 0;
  bool first_upper = false;
  for (std::int32_t i = 0, n = static_cast<std::int32_t>(text.size()); i < n;) {
    UChar32 c;
    U8_NEXT(text.data(), i, n, c);
    const bool is_upper = c >= 0 && u_isUUppercase(c);
    if (!is_upper && !(c >= 0 && u_isULowercase(c))) continue;
    if (letters++ == 0) first_upper = is_upper;
    upper += is_upper;
  }
  if (letters == 0) return LetterCase::none;
  if (upper == 0) return LetterCase::lower;
  if (upper == letters) return upper > 1 ? LetterCase::upper : LetterCase::title;
  return upper == 1 && first_upper ? LetterCase::title : LetterCase::mixed;
}

class Splitter {
 public:
  Splitter(std::string_view text, Span paragraph, const Vocabulary& vocabulary, std::vector<Piece>& pieces)
      : text_(text), paragraph_(paragraph), vocabulary_(vocabulary), pieces_(pieces) {}

  void run() {
    const auto end = static_cast<std::int32_t>(paragraph_.end);
    for (auto i = static_cast<std::int32_t>(paragraph_.begin); i < end;) {
      const auto begin = static_cast<std::uint32_t>(i);
      UChar32 c;
      U8_NEXT(text_.data(), i, end, c);
      if (c >= 0) take(c, Span{begin, static_cast<std::uint32_t>(i)});
    }
    finish_word();
  }

 private:
  void take(UChar32 c, Span source) {
    if (is_dropped(c)) return;
    if (c < 0x80) {
      if (u_isUWhiteSpace(c)) {
        finish_word();
      } else {
        take_normal(c >= 'A' && c <= 'Z' ? c + 32 : c, source);
      }
      return;
    }
    if (u_isUWhiteSpace(c)) {
      finish_word();
    } else if (is_ideograph(c)) {
      finish_word();
      take_normal(c, source);
      finish_word();
    } else {
      take_decomposed(c, source);
    }
  }

  void take_decomposed(UChar32 c, Span source) {
    static const icu::Normalizer2* const nfd = [] {
      UErrorCode status = U_ZERO_ERROR;
      return icu::Normalizer2::getNFDInstance(status);
    }();
    icu::UnicodeString parts;
    if (nfd == nullptr || !nfd->getDecomposition(c, parts)) parts.setTo(c);
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      const UChar32 part = parts.char32At(i);
      if (u_charType(part) != U_NON_SPACING_MARK) take_normal(u_tolower(part), source);
    }
  }

  void take_normal(UChar32 c, Span source) {
    if (is_punctuation(c)) {
      finish_word();
      word_.add(c, source);
      finish_word();
    } else {
      word_.add(c, source);
    }
  }

  void finish_word() {
    if (word_.empty()) return;
    const Span span{word_.characters.front().source.begin, word_.characters.back().source.end};
    const std::size_t first = pieces_.size();
    if (word_.characters.size() > kLongestWord || !match(word_)) {
      pieces_.resize(first);
      pieces_.push_back({vocabulary_.unknown(), span, {}, {}, false});
    }
    const LetterCase letter_case = letter_case_of(span.of(text_));
    const Gap gap = !started_ ? Gap::paragraph : span.begin > last_end_ ? Gap::blank : Gap::none;
    for (std::size_t i = first; i < pieces_.size(); ++i) pieces_[i].letter_case = letter_case;
    pieces_[first].gap = gap;
    started_ = true;
    last_end_ = span.end;
    word_.clear();
  }

  // Greedy longest match; false if some part is not in the vocabulary.
  bool match(const Word& word) {
    const std::string_view normal = word.normal;
    std::size_t from = 0;
    while (from < word.characters.size()) {
      const std::uint32_t at = word.characters[from].at;
      std::size_t to = word.characters.size();
      std::int32_t id = -1;
      for (; to > from; --to) {
        const std::size_t end = to == word.characters.size() ? normal.size() : word.characters[to].at;
        if (end - at > vocabulary_.longest_piece()) continue;
        id = vocabulary_.find(normal.substr(at, end - at), from > 0);
        if (id >= 0) break;
      }
      if (id < 0) return false;
      const Span span{word.characters[from].source.begin, word.characters[to - 1].source.end};
      pieces_.push_back({id, span, {}, {}, from > 0});
      from = to;
    }
    return true;
  }

  std::string_view text_;
  Span paragraph_;
  const Vocabulary& vocabulary_;
  std::vector<Piece>& pieces_;
  Word word_;
  bool started_ = false;
  std::uint32_t last_end_ = 0;
};

}  // namespace

void append_word_pieces(std::string_view text, Span paragraph, const Vocabulary& vocabulary,
                        std::vector<Piece>& pieces) {
  Splitter(text, paragraph, vocabulary, pieces).run();
}

}  // namespace sayso::language
