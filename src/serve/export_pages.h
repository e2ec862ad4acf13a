// What a screen shows in other programs' terms: /export/..., with the screen's own filter.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sayso/claim_queries.h"
#include "sayso/record.h"
#include "serve/archive_pool.h"
#include "serve/site.h"

namespace sayso::serve {

// A format that an article can be taken away in.
struct ArticleFormat {
  std::string_view name;  // of record_format()
  const char* title;
  const char* ending;
  const char* type;
};
std::span<const ArticleFormat> article_formats();

// The record in the format of this name, as a file; an unknown one is a problem 400.
Response exported_article(const Record& record, std::string_view format, const Request& request);

// `path` with the request's filter, its place in the list left out.
std::string export_address(const Request& request, std::string_view path, std::string_view format);

// The filter of /claims (claim_list_page.cpp).
Result<ClaimFilter> claim_filter(const Archive& archive, const Request& request);

// Keeps references to both.
void add_export_pages(Site& site, ArchivePool& archives);

}  // namespace sayso::serve
