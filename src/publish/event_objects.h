// Parts of events across documents as JSON objects, for all that write them.
#pragma once

#include "publish/claim_objects.h"
#include "sayso/shared_event.h"

namespace sayso::publish {

// In PLOVER's names of a location.
Json to_object(const SharedEventPlace& place);

}  // namespace sayso::publish
