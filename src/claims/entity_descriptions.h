// Who has no name in an article but is described as only one can be: "the mayor", "the customs service". Such
// a description may stand for somebody whom other articles in the same company name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::claims {

// What the entity is described as, in normal form; empty where it has a name, is many, may be any ("a
// mayor"), or has an office that many have ("the spokesman"). `mentions` are its own.
std::string described_as(const Record& record, const Entity& entity,
                         const std::vector<const EntityMention*>& mentions);

// "Ministry of Foreign Affairs": before one of these stands the head of a body's name.
bool is_joint(std::string_view word);

// How others may describe somebody who has a name: offices, the last words of a body's name. In normal form.
std::vector<std::string> descriptions_of(const Entity& entity);

}  // namespace sayso::claims
