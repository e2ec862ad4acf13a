// A name as the catalog looks it up: what differs between newspapers is taken out of it, what tells a name
// from a word is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::reading {

// Longer ones are no names.
constexpr std::size_t kLongestName = 200;  // bytes

struct CatalogKey {
  // Lower case, no accents, apostrophes, commas or full stops, words with one blank between; of an acronym
  // ("WHO", "AfD", "dpa": one word of up to five characters that are not written as a name is) as it is
  // written, with a mark in front. "Miss.", an abbreviation, keeps its full stop, since "Miss" is something
  // else.
  std::string text;
  bool acronym = false;
  bool article = false;      // "the" stood in front
  bool lower_start = false;  // the first letter is a small one
  bool capital = false;      // it has a capital somewhere; scripts without case count as capitals
};

// Of a name as a table writes it. None for what has no letter or is longer than kLongestName.
std::optional<CatalogKey> make_catalog_key(std::string_view name);

// Of words in a text: the keys under which they may stand, the closest first; with "Reuters's" comes
// "Reuters". Cost: linear in the words, none beyond kLongestName.
std::vector<CatalogKey> make_catalog_queries(std::string_view words);

}  // namespace sayso::reading
