// Character references in places where the HTML parser does not look: JSON-LD, where many sites leave them.
#pragma once

#include <string>
#include <string_view>

namespace sayso::intake {

// "Q&amp;A", "it&#8217;s" to plain text; anything that is no common reference stays.
std::string decode_entities(std::string_view text);

}  // namespace sayso::intake
