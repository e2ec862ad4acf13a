// Claims and entities across documents as JSON, schemas "sayso.claim/1" and "sayso.entity/1".
#pragma once

#include <string>

#include "sayso/claim.h"

namespace sayso {

// One line without a newline at the end; docs/claim.schema.json, docs/entity.schema.json. The same claim
// gives the same bytes. Cost: linear.
std::string to_json(const Claim& claim);
std::string to_json(const SharedEntity& entity);

}  // namespace sayso
