// Claims for a person to read: a list, one claim with its lanes, and why its statements are one claim.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/claim_queries.h"

namespace sayso::cli {

// "8 articles, 5 outlets, 2 origins", the text, the status. Ends with an empty line, as all views here do.
std::string view_claim_summary(const ClaimSummary& claim, const WrapOptions& options);

// Who affirms, who denies, who leaves open, each in the article's words; then origins, changes of mind,
// copies.
std::string view_claim(const ClaimPage& page, const WrapOptions& options);

// Which statements were joined and why, and which came near and were kept apart.
std::string view_explanation(const ClaimExplanation& explanation, const WrapOptions& options);

// "342e467c#a1", as `sayso fix` takes it; of a statement that the article makes itself, its proposition.
std::string statement_reference(const ClaimStatement& statement);

// "The Weir > Interfax > Zamir Kabulov"
std::string statement_chain(const ClaimStatement& statement);

// `words` in typographic quotation marks unless they have some, with blanks for line breaks.
std::string quoted(const std::string& words);

}  // namespace sayso::cli
