// The whole reading of an article: language, then each concept of the record in turn.
#pragma once

#include "language/analyser.h"
#include "reading/catalog.h"
#include "sayso/article.h"
#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso::reading {

// The record without its generator. Errors: inference; too_large behind the deadline.
Result<Record> read(Article article, const language::Analyser& analyser, const Catalog& catalog,
                    const language::Deadline& deadline = {});

}  // namespace sayso::reading
