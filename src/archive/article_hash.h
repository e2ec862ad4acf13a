// Whether an article that comes again is the same as the one that is stored.
#pragma once

#include <string>

#include "sayso/article.h"

namespace sayso::archive {

// sha256 of the text and of what is known about the article and can change its record. Where it was read from
// and what its collector calls it do not count: an article that two files hold is one.
std::string article_hash(const Article& article);

}  // namespace sayso::archive
