// An Error on its way to Python, where it becomes sayso.Error.
#pragma once

#include <utility>

#include "sayso/result.h"

namespace sayso::python {

struct Failure {
  Error error;
};

// The value, or a Failure thrown.
template <typename Value>
Value checked(Result<Value> result) {
  if (!result) throw Failure{std::move(result).error()};
  return *std::move(result);
}

}  // namespace sayso::python
