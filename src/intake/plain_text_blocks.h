// Which part of a plain text is what: title, byline, dateline, captions and credits, furniture, headings,
// lists.
#pragma once

#include <cstdint>

#include "sayso/article.h"

namespace sayso::intake {

struct PlainTextParts {
  std::uint32_t begin = 0;  // byte of article.text where the body starts
  bool guess_title = true;  // take a headline-like first line for the title
};

// Adds the blocks of article.text from parts.begin on, fills title, authors, credit, agency and
// syndicated_from where they are still empty, and settles the language. Linear in the text.
void add_plain_text_blocks(Article& article, const PlainTextParts& parts);

}  // namespace sayso::intake
