// Half a character in JSON: "\ud800" without its partner, which programs that cut strings in UTF-16 leave
// behind.
#pragma once

#include <cstdint>
#include <string>

namespace sayso::intake {

// Each lone surrogate escape becomes "\ufffd"; returns how many did. Nothing else changes, not even the
// length. Linear.
std::uint32_t replace_lone_surrogates(std::string& json);

}  // namespace sayso::intake
