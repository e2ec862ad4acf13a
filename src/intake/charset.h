// Any bytes to valid UTF-8. Dirty text is never refused: a byte that fits nowhere becomes U+FFFD and is
// counted.
//
// The order is that of the evidence: a byte order mark, bytes that are valid UTF-8 with something beyond
// ASCII (no other charset gives that by chance), what the page declares, and then ICU's detector, which is
// trusted only against windows-1252, the charset that most unlabelled western text is really in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sayso/article.h"
#include "sayso/result.h"

namespace sayso::intake {

struct Decoded {
  std::string text;     // valid UTF-8, without a leading byte order mark, without NUL
  std::string charset;  // "" if it was UTF-8 all along, else the charset's name: "UTF-16LE", "windows-1252"
  std::uint32_t replaced = 0;  // sequences that became U+FFFD
  std::uint32_t nuls = 0;      // NUL characters that became U+FFFD
};

enum class Markup { none, html };

// Errors: not_text (the message names what it is). With Markup::html a charset declared in the first 4 KB
// counts. `told`: the charset that came with the bytes, as HTTP has it, before any that they declare; "" for
// none.
Result<Decoded> decode(std::string_view bytes, Markup markup, std::string_view told = {});

// For text that is UTF-8 by contract (JSON): the repair only.
Decoded repair(std::string_view bytes);

// Adds the warnings decoded_from, invalid_utf8 and nul_characters.
void warn_of(const Decoded& decoded, Article& article);

// "windows-1252" of <meta charset="windows-1252">, <meta http-equiv="Content-Type" content="text/html;
// charset=..."> or <?xml encoding="...">; "" if none stands in the first 4 KB.
std::string find_declared_charset(std::string_view page);

}  // namespace sayso::intake
