// How an entity across documents looks from outside: its id, its name, what it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive_reading.h"

namespace sayso::archive {

struct EntityFace {
  std::string id;
  std::string name;
  EntityKind kind = EntityKind::other;
};

// Of the group of entities that this item gives its name. The name is a person's correction, else the
// catalog's, else what most of its first members with a name of several words are called. Cost: bounded.
EntityFace face_of(Reading& reading, std::int64_t group);

// The same with what tells it from others of its name, and how often it is in articles and speaks.
EntitySummary summary_of(Reading& reading, std::int64_t group);

// The group of the entity of that id: an entity's across documents, or DOCUMENT#e1. None: there is none.
std::optional<std::int64_t> find_entity_group(Reading& reading, const std::string& id);

// The group that an item is in.
std::int64_t group_of_item(Reading& reading, std::int64_t item);

// "DOCUMENT#e1" of an entity's item.
std::string reference_to(Reading& reading, std::int64_t item);

EntityKind kind_named(std::string_view name);

struct StoredRole {
  std::string title;
  std::optional<std::string> of;
};
// As the column entity.roles has them.
std::vector<StoredRole> roles_in(std::string_view json);

}  // namespace sayso::archive
