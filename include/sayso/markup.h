// Text inside of HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// & < > " ' become entities; characters that XML 1.0 does not have become U+FFFD. For text and for attributes
// in quotation marks.
std::string escape_markup(std::string_view text);

// The address, if it is one that a link may lead to: http or https. Else empty. Not escaped.
std::string_view safe_link(std::string_view url);

}  // namespace sayso
