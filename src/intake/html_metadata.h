// What a page's head and markup say of its article: title, outlet, authors, dates, addresses, language,
// origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/html_page.h"
#include "sayso/article.h"

namespace sayso::intake {

struct PageFacts {
  std::string title;
  std::string outlet;
  std::vector<std::string> authors;
  std::vector<DateCandidate> published;  // best first, likely or not
  std::string modified;
  std::string canonical_url;
  std::string language;
  std::string syndicated_from;
  std::string agency;         // named as the publisher of what another site shows
  std::uint32_t heading = 0;  // the <h1> (or its like) that shows the title; 0 if there is none
};

// `linked_data` is FlatPage's. Cost: linear in the page.
PageFacts find_facts(const Page& page, const std::vector<std::uint32_t>& regions,
                     const std::vector<std::string_view>& linked_data);

}  // namespace sayso::intake
