// What an article is called outside its record, so that the same article read twice has one name.
#pragma once

#include <string>

#include "sayso/article.h"

namespace sayso::reading {

// sha256 of the canonical URL where there is one, else of outlet, title and text with a newline between.
std::string document_id(const Article& article);

}  // namespace sayso::reading
