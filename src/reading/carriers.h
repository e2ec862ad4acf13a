// Through whom the words reached the article: "told Interfax", "said on Fox News", "in an interview with
// Time".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/catalog.h"
#include "reading/cue_clause.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

struct Carrier {
  std::string
      name;  // the catalog's or the text's; empty where the entity that `span` names has to be looked up
  Span span;
  bool medium = true;  // false: whoever passed the words on, "was quoted by", "according to a note"
};

// The catalog's name for an outlet or agency; none for others.
std::optional<std::string> medium_name(std::string_view name, const Catalog& catalog);

// Whether two names mean one outlet or agency.
bool same_outlet(std::string_view a, std::string_view b, const Catalog& catalog);

// Media named in the clause of a cue, in the addressee, or behind the source's name ("Jack Kelly, writing for
// ...", "CNN's Dana Bash"); whoever quotes the source ("was quoted by") or is named behind another's words
// ("he said, according to a note"). In the order of the text; the publishing outlet is none of them.
std::vector<Carrier> find_carriers(std::string_view text, const Layers& layers, const Dependents& dependents,
                                   const Catalog& catalog, const Attribution& attribution,
                                   std::string_view outlet);

}  // namespace sayso::reading
