// Values of options that need more than a number: sizes and dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso::cli {

// "500", "64K", "20M", "2G", in bytes; K, M and G are powers of 1000. None for anything else, for 0 and
// beyond 2^64 - 1.
std::optional<std::uint64_t> parse_byte_size(std::string_view text);

// YYYY-MM-DD of a day that exists, alone or with a time: T or a blank, HH:MM, perhaps :SS and a fraction,
// perhaps Z or a distance from UTC such as +05:45.
bool is_iso_date(std::string_view text);

}  // namespace sayso::cli
