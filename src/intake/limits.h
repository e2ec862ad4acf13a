// The checks that every way in has in common, and the facts that options add to an article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sayso/article.h"
#include "sayso/intake.h"
#include "sayso/result.h"

namespace sayso::intake {

// options.max_bytes, or what a Span can address if that is less.
std::uint64_t byte_limit(const IntakeOptions& options);
bool exceeds(std::uint64_t bytes, const IntakeOptions& options);

// The error for a document beyond the limit, naming the option.
Error too_large(const IntakeOptions& options, const std::string& input);

Error empty_input(const std::string& input);

// Fills outlet and published from the options where the input named none.
void apply_options(const IntakeOptions& options, Article& article);

}  // namespace sayso::intake
