// What an item of a feed or an agency's file says, made an article. Every such format is read into ItemFacts,
// and this is what they become.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/xml_tree.h"
#include "sayso/article.h"
#include "sayso/intake.h"
#include "sayso/result.h"

namespace sayso::intake {

// Valid UTF-8 throughout. Empty strings mean "unknown".
struct ItemFacts {
  std::string id;     // as the publisher has it
  std::string link;   // of the page
  std::string base;   // what a relative link starts from
  std::string title;  // plain text
  std::string outlet;
  std::string agency;
  std::string language;
  std::string modified;  // as written
  std::vector<std::string> authors;
  std::vector<DateCandidate> dates;  // values as written, best first
  std::string html;                  // the body, a piece of HTML; or
  std::string text;                  // plain
};

// The title stands as ItemFacts has it, even if it is empty. Its link without fragment and tracking
// parameters is the canonical URL, so that an item and the page behind it are one document. Errors:
// empty_input, too_large.
Result<Article> article_from_item(const ItemFacts& facts, const std::string& name,
                                  const IntakeOptions& options);

// The same, with warnings of what was wrong with the XML that the facts come from.
Result<Article> article_from_tree(const XmlTree& tree, const ItemFacts& facts, const std::string& name,
                                  const IntakeOptions& options);

// An http or https address, made whole with `base`, without fragment and utm_ parameters; "" for others.
std::string clean_link(std::string_view link, std::string_view base);

// Whether a text out of a feed has markup in it, rather than a "<" or "&" of its own.
bool looks_like_html(std::string_view text);

// HTML of one line, as titles have it, as plain text.
std::string without_markup(std::string_view html);

// Whether that time, as to_iso_date gives it, lies in the future. A date alone is over at its end.
bool is_in_future(std::string_view iso);

}  // namespace sayso::intake
