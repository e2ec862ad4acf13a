// Any text to word pieces: each stands on code point borders of its paragraph, in the text's order, and no letter is
// lost between them.
#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "intake/utf8.h"
#include "language/word_pieces.h"

namespace {

// A few pieces of every kind; what is not here is unknown.
constexpr const char* kVocabulary =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\nc\nd\ne\ns\nt\nsaid\nun\n##believ\n##able\n##a\n##b\n##e\n##s\n##t\n"
    "\"\n'\n.\n,\n-\n\u201c\n\u201d\n\u2019\n\u4e2d\n\u56fd\nstra\n##\u00df\n##e\n\u043c\n##\u043e\n\u0391\n";

void require(bool holds) {
  if (!holds) std::abort();
}

bool starts_a_code_point(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
}

// Letters and digits that no piece covers.
bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_isalnum(static_cast<UChar32>(sayso::intake::next_code_point(text, at)))) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto vocabulary = *sayso::language::Vocabulary::parse(kVocabulary);
  std::uint32_t replaced = 0;
  const std::string text = sayso::intake::repair_utf8({reinterpret_cast<const char*>(data), size}, replaced);
  const sayso::Span all{0, static_cast<std::uint32_t>(text.size())};
  std::vector<sayso::language::Piece> pieces;
  sayso::language::append_word_pieces(text, all, vocabulary, pieces);
  sayso::Span last{0, 0};
  for (const auto& piece : pieces) {
    require(piece.span.begin < piece.span.end && piece.span.end <= text.size());
    require(starts_a_code_point(text, piece.span.begin) && starts_a_code_point(text, piece.span.end));
    require(piece.span.begin >= last.end || piece.span.begin >= last.begin);
    if (piece.span.begin > last.end) require(!has_letter(sayso::Span{last.end, piece.span.begin}.of(text)));
    last = piece.span;
  }
  return 0;
}
