// The dictionary form of an English word.
#pragma once

#include <string>
#include <string_view>

#include "sayso/layers.h"

namespace sayso::reading {

// In lower case (ASCII), a typographic apostrophe made plain: "said" as a verb is say, "hopes" as either is
// hope, "does" do. By a table of irregular forms, then by rules of spelling; without a dictionary the rules
// guess where English is ambiguous ("hoping" is hope, "hopping" hop). Other tags than verbs, auxiliaries and
// nouns keep their form. Cost: linear in the word.
std::string lemma_of(std::string_view form, Upos tag);

// In lower case (ASCII), with plain apostrophes: the form that the tables of this folder hold.
std::string plain_form(std::string_view form);

}  // namespace sayso::reading
