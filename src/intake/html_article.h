// A page's facts and text put together to an article.
#pragma once

#include <string>
#include <string_view>

#include "sayso/article.h"
#include "sayso/result.h"

namespace sayso::intake {

// What the caller knows. A title given with an empty text means that there is none.
struct PageTitle {
  bool given = false;
  std::string text = {};
  bool whole = false;       // the page is nothing but the article, as what a feed carries is
  std::string latest = {};  // the last day (YYYY-MM-DD) that it can have been published on; empty: tomorrow
};

// `page` must be valid UTF-8. article.text is the title and the blocks in page order, joined by a blank line.
// Errors: empty_input, too_large, malformed.
Result<Article> article_from_page(std::string_view page, const std::string& name, const PageTitle& title);

}  // namespace sayso::intake
