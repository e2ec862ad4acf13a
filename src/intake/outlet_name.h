// The name of the outlet among what a page says of its site.
#pragma once

#include <string>
#include <string_view>

namespace sayso::intake {

// "The Lantern Post | News, weather and sport" without what follows the name; "" for an address.
std::string cut_tagline(std::string_view name);

// "The Lantern Post" of "Ferry stops - The Lantern Post" where `headline` is "Ferry stops"; "" if the title
// does not end so.
std::string outlet_behind(std::string_view title, std::string_view headline);

// Whether a name is that of the software or the host of a site rather than the site's.
bool is_platform(std::string_view name);

// "lanternpost.example" of "https://www.lanternpost.example/2021/ferry"; "" for what is no web address.
std::string host_of(std::string_view url);

}  // namespace sayso::intake
