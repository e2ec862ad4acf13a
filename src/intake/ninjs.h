// ninjs, IPTC's news in JSON: versions 1.x (body_text, headline), 2.x (bodies, headlines) and 3.x, which
// writes the same names in camel case.
#pragma once

#include <string>

#include "intake/json_object.h"
#include "sayso/intake.h"

namespace sayso::intake {

// By "uri" with a version, a body or a headline in one of their spellings.
bool is_ninjs(const simdjson::dom::object& object);

// Errors: empty_input for what has no text (a picture), too_large, withheld.
Result<Article> read_ninjs(const simdjson::dom::object& item, const std::string& name,
                           const IntakeOptions& options);

}  // namespace sayso::intake
