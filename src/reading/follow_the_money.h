// Entities of FollowTheMoney (https://followthemoney.tech), the model of OpenSanctions and Aleph: one JSON
// object a line.
#pragma once

#include <optional>
#include <string_view>

#include "reading/catalog_store.h"
#include "sayso/result.h"

namespace sayso::reading {

// The entity of a line of valid UTF-8; none where it has no name of its own, as an ownership or a sanction.
// Weak aliases are left out: they are nicknames that half the world has. Errors: malformed, without a place.
Result<std::optional<StoredEntry>> read_follow_the_money(std::string_view line);

}  // namespace sayso::reading
