// Lists in pages: how many rows (`_size`), and where the page before ended (`_next`), as Datasette has them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "serve/message.h"

namespace sayso::serve {

inline constexpr std::int64_t kRows = 50, kMostRows = 500;

std::int64_t number_of(std::string_view text, std::int64_t otherwise);

// `_size`, 1 to kMostRows.
std::int64_t size_of(const Request& request, std::int64_t otherwise = kRows);

// `_next` of lists that are cut by position; 0 to 100'000.
std::int64_t offset_of(const Request& request);

// "claims" and "claim": "1 claim", "2 claims".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

}  // namespace sayso::serve
