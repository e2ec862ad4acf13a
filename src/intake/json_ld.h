// What a page says of its article in JSON-LD, as schema.org and the search engines ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::intake {

struct LinkedFacts {
  std::string headline, published, modified, publisher, url, language;
  std::vector<std::string> authors;
};

// Reads the first article (NewsArticle, ReportageNewsArticle, Article, BlogPosting, ...) in the scripts'
// text; arrays,
// @graph and references by @id are followed. Scripts that are no JSON are passed over: pages often have
// broken ones.
LinkedFacts read_json_ld(const std::vector<std::string>& scripts);

}  // namespace sayso::intake
