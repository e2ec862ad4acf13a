// The wire agencies that bylines and credits name most, for telling "By Jane Doe, Reuters" from a job or a
// town.
#pragma once

#include <string>
#include <string_view>

namespace sayso::intake {

// The agency's name as it stands in `text` ("AFP" in "AFP, Dhaka"); "" if there is none. A name of two and
// more words that ends in "News Agency", "Newswire" or "Wire Service" counts too.
std::string find_agency(std::string_view text);

}  // namespace sayso::intake
