// Short facts in a row, as in "contested · 8 articles · since 2024-10-21", and the line above what is shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/styled_wrap.h"

namespace sayso::cli {

std::string join(const std::vector<std::string>& parts, std::string_view separator);

// With " · " between them; empty ones are left out.
std::string facts(const std::vector<std::string>& parts);

// "1 article", "8 articles"; `noun` takes an s.
std::string count_of(std::uint64_t number, std::string_view noun);

// "8 articles, 5 outlets, 2 origins".
std::string reach(std::uint64_t articles, std::uint64_t outlets, std::uint64_t origins);

// "2024-10-21 to 2024-10-31", one date where both are the same day, "undated" where none is known. Times of
// day are left out.
std::string period(std::string_view first, std::string_view last);

// The date without the time of day, or "undated".
std::string day_of(std::string_view date);

// The first digits of a document's id, as the views show them and the commands take them.
std::string short_id(std::string_view id);

// "── LEFT ─────────── RIGHT ──" and a line end, as wide as the view, where it fits; of a left part that is
// too long its end is kept, which tells more of a path than its front. Neither needs to be visible already.
std::string rule(std::string_view left, std::string_view right, const WrapOptions& options);

}  // namespace sayso::cli
