// Days as numbers, for drawings over time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::serve {

using Days = std::int64_t;  // since 1970-01-01

// Of "2024-10-21T08:00", "2024-10", "2024"; of a month or year its first day. None for what is no date.
std::optional<Days> day_of(std::string_view date);

// "2024-10-21".
std::string date_of(Days day);

}  // namespace sayso::serve
