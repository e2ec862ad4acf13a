// Parts of claims and entities as JSON objects, for all that write them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "sayso/claim.h"

namespace sayso::publish {

using Json = nlohmann::ordered_json;

// null where nothing is known.
Json or_null(const std::string& value);

// "DOCUMENT#a1", as attributions are named outside their record; null without an id.
Json reference(const std::string& document, const std::string& id);

Json to_object(const ClaimStatement& statement);
Json to_object(const SharedEntity& entity);

template <typename Item, typename Convert>
Json to_list(const std::vector<Item>& items, Convert convert) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(convert(item));
  return list;
}

// One line. Everything that comes from articles is valid UTF-8; names that a person gave on a command line may
// not be, and are mended.
std::string write(const Json& json);

}  // namespace sayso::publish
