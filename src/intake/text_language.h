// Which language a text is in, by CLD2's statistics of letter groups. Others than English are recorded and
// not read, so a wrong answer costs an article: short and mixed texts get none.
#pragma once

#include <string>
#include <string_view>

#include "sayso/article.h"

namespace sayso::intake {

struct FoundLanguage {
  std::string tag;    // BCP 47, as a rule two letters; "" if nothing can be said
  bool sure = false;  // enough text, and nearly all of it in this language
};

// `text` must be valid UTF-8; its first 16,384 bytes are looked at. Linear, some 20 MB/s.
FoundLanguage find_language(std::string_view text);

// What the page or the caller declares, where the text does not surely say otherwise: the "lang" of many
// pages is their publishing system's. "" if they disagree and nothing is sure.
std::string settle_language(std::string_view declared, const FoundLanguage& found);

// Settles article.language by the blocks that are read.
void note_language(Article& article);

}  // namespace sayso::intake
