// What holds for every article that this stage hands on. Tests and fuzz targets ask; nothing in production
// does.
#pragma once

#include <string>

#include "sayso/article.h"

namespace sayso::intake {

// "" if all is well, else a sentence about the first fault: text that is not valid UTF-8, blocks that are not
// sorted, overlap, leave the text, split a code point, begin or end with a blank, or leave out a character
// that is not blank. Linear.
std::string find_block_fault(const Article& article);

}  // namespace sayso::intake
