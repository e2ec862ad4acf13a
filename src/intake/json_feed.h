// JSON Feed 1.0 and 1.1.
#pragma once

#include <string>

#include "intake/json_object.h"
#include "sayso/intake.h"

namespace sayso::intake {

bool is_json_feed(const simdjson::dom::object& object);

// The feed's first item. Errors: empty_input, too_large, malformed.
Result<Article> read_json_feed(const simdjson::dom::object& feed, const std::string& name,
                               const IntakeOptions& options);

}  // namespace sayso::intake
