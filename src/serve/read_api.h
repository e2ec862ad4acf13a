// Reading a text that somebody sends: POST /api/v1/read.
#pragma once

#include <functional>
#include <string>

#include "sayso/article.h"
#include "sayso/record.h"
#include "sayso/result.h"
#include "serve/site.h"

namespace sayso::serve {

// Engine::read, or what a test puts in its place. Called from many threads at once.
using ReadArticle = std::function<Result<Record>(Article)>;

struct ReadApiOptions {
  std::uint64_t max_bytes = 2'000'000;  // of a text
  unsigned at_once = 2;                 // readings; more wait
};

// Keeps a reference to the site. POST /api/v1/read: the body is text, or HTML where Content-Type says so;
// parameters `outlet` and `published`; answers with the record. /read: a form, which is sent to the same
// address and answered with the article in the reader.
void add_read_api(Site& site, ReadArticle read, const ReadApiOptions& options = {});

// What the form was filled in with (read_page.cpp): a file where there is one, else the text.
Result<Article> posted_article(const Request& request, const ReadApiOptions& options);
// The form, with what was filled in and what was wrong with it.
Page read_form(const Request& request, const std::string& problem);
// The article in the reader; its exports send the same text again.
Page read_result(const Record& record, const Request& request);

}  // namespace sayso::serve
