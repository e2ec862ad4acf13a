// A claim's statements as the pages show them.
#pragma once

#include "sayso/claim_queries.h"
#include "serve/page.h"

namespace sayso::serve {

// What is unknown is null. Beside the statement's own fields: `title`, `published`, `url` (where its words
// stand in the reader), `says` (its polarity for a person), `sure` (percent), `article_speaks`.
Json statement_row(const ClaimStatement& statement, const DocumentCards& documents);

// "affirms", "denies", "leaves open".
std::string_view stance_label(Polarity polarity);

// The words of a claim for a headline: a content clause begins with "that", which reads badly there.
std::string headline_of(std::string_view text);

// {id, text, headline, status, articles, outlets, origins, first, last, reach} as a list has them.
Json claim_row(const ClaimSummary& claim);

// "8 articles, 5 outlets, 3 origins".
std::string reach_of(std::uint64_t articles, std::uint64_t outlets, std::uint64_t origins);

Json or_null(std::string_view text);

}  // namespace sayso::serve
