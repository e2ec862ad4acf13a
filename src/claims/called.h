// What an article calls those it speaks of: names, names with their titles, and descriptions.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sayso/record.h"

namespace sayso::claims {

// How often each is used, by the words: "Edda Thorsby", "Mayor Edda Thorsby", "Ms Thorsby", "the mayor".
// Without pronouns; a leading article is written small, blanks are single.
using Called = std::map<std::string, std::uint32_t>;

// Whether the record has no name for it, but a description.
bool is_anonymous(const Entity& entity);

// For each entity of the record. Cost: linear in the mentions and roles.
std::vector<Called> called_in(const Record& record);

// By what somebody is looked up beside the words in the articles: a person's family name. Empty where the
// name has none, or nothing else.
std::string family_name(const Entity& entity);

}  // namespace sayso::claims
