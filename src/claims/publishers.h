// Who publishes: houses with several titles are one voice, and bodies that publish their own notices speak
// for themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::claims {

// "Ministry of Foreign Affairs", "State Environment Inspectorate", "Northgate University": not an outlet that
// reports about others, but somebody who is reported about. Told by the name's words.
bool speaks_for_itself(std::string_view outlet);

// The house that the catalog knows for an outlet or agency, else its name in normal form.
std::string publisher_of(std::string_view outlet);

// Whether two names may be the same outlet's: the words of one, "news", "agency" and the like left out, are
// the first words of the other. "Meridian" and "Meridian News Agency".
bool same_outlet(std::string_view a, std::string_view b);

// The words that same_outlet() looks at: "meridian". Outlets that may be one have the first one in common.
std::vector<std::string> telling_outlet_words(std::string_view outlet);
// same_outlet() by these words of the two.
bool same_outlet(const std::vector<std::string>& a, const std::vector<std::string>& b);

// "the Courier" for the Harlow Bend Courier: the last words of its name.
bool is_short_for_outlet(std::string_view name, std::string_view outlet);

}  // namespace sayso::claims
