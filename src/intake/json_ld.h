// What a page says of its article in JSON-LD, as schema.org and the search engines ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::intake {

struct LinkedAuthor {
  std::string name;
  bool organization = false;  // where the page says so
};

struct LinkedFacts {
  std::string headline, published, modified, publisher, url, language;
  std::vector<LinkedAuthor> authors;
};

// What else the page calls its article; tells it from other stories that are described beside it.
struct LinkedHints {
  std::vector<std::string> titles;
  std::string url;
};

// Reads the article (NewsArticle, ReportageNewsArticle, Article, BlogPosting, ...) in the scripts' text.
// Arrays, @graph, main entities and references by @id are followed, and other nested objects where none of
// these is an article. Of several articles it is the one that the hints name, else the first. What it leaves
// out is taken from the page that it is on (WebPage, ClaimReview, WebSite, Organization). Scripts that are no
// JSON are mended, else searched for the dates and names they hold: pages often have broken ones.
LinkedFacts read_json_ld(const std::vector<std::string_view>& scripts, const LinkedHints& hints);

}  // namespace sayso::intake
