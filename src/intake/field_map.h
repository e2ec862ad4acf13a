// Facts in other people's JSON, found by paths.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "intake/json_object.h"
#include "sayso/intake.h"

namespace sayso::intake {

// What stands at "body.paragraphs.0"; nullopt where nothing does.
std::optional<simdjson::dom::element> find_at_path(simdjson::dom::element root, std::string_view path);

// The path of that fact, or nullptr where it stands under its own name.
const FieldPath* find_field(const std::vector<FieldPath>& fields, std::string_view fact);

}  // namespace sayso::intake
