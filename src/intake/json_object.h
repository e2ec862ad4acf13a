// One JSON object from foreign bytes: repaired to valid UTF-8, its depth bounded, every failure an Error.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::intake {

// Lone surrogate escapes ("\ud800" without its partner) stand for no character. Each becomes "\ufffd"; returns how
// many did. Linear.
std::uint32_t replace_lone_surrogates(std::string& json);

// A parsed document and the memory it lives in; its strings are views into the parser. Movable.
class JsonDocument {
 public:
  // Errors: malformed, with the byte where it went wrong; `json` must be valid UTF-8.
  static Result<JsonDocument> parse(std::string_view json);

  simdjson::dom::element root() const { return root_; }

 private:
  std::unique_ptr<simdjson::dom::parser> parser_;  // elements point into it, so it must not move
  simdjson::dom::element root_;
};

}  // namespace sayso::intake
