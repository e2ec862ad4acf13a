// Through whom the words reached the article: "told Interfax", "said on Fox News", "in an interview with Time".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/catalog.h"
#include "reading/cue_clause.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

struct Carrier {
  std::string name;
  Span span;
};

// Whether two names mean one outlet or agency.
bool same_outlet(std::string_view a, std::string_view b, const Catalog& catalog);

// Media named in the clause of a cue, in the addressee, or behind the source's name ("Jack Kelly, writing for ...", "CNN's
// Dana Bash"), in the order of the text; the publishing outlet is none of them.
std::vector<Carrier> find_carriers(std::string_view text, const Layers& layers, const Dependents& dependents,
                                   const Catalog& catalog, const Attribution& attribution, std::string_view outlet);

}  // namespace sayso::reading
