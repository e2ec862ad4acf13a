// SHA-256 as 64 hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace sayso::language {

std::string sha256(std::string_view bytes);

}  // namespace sayso::language
