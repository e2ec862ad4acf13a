// JSON as pages carry it: several values behind one another, wrapped in comments, with commas too many, line
// breaks and quotation marks in strings, cut off at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::intake {

// The text's values, each as JSON that a strict parser should take; what is beyond mending stays broken.
// Linear.
std::vector<std::string> mend_json(std::string_view text);

// The string that follows `"key":` first, for text that is no JSON at all; "" if there is none. Escapes are
// left as they are.
std::string_view find_string_value(std::string_view text, std::string_view key);

}  // namespace sayso::intake
