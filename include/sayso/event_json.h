// Events across documents as JSON, schema "sayso.event/1".
#pragma once

#include <string>

#include "sayso/shared_event.h"

namespace sayso {

// One line without a newline at the end; docs/event.schema.json. The same event gives the same bytes. Cost:
// linear.
std::string to_json(const SharedEvent& event);

}  // namespace sayso
