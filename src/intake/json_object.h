// One JSON document from foreign bytes: its depth bounded, every failure an Error with its place.
//
// For this library's own sources only: the layout of simdjson's classes depends on definitions that nobody
// else is compiled with, so that a test including this header would destroy what it did not build.
#pragma once

#include <simdjson.h>

#include <memory>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::intake {

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
