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

// Keeps a reference to the site. The body is text, or HTML where Content-Type says so; parameters `outlet`
// and `published`. Answers with the record.
void add_read_api(Site& site, ReadArticle read, const ReadApiOptions& options = {});

}  // namespace sayso::serve
