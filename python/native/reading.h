// Articles from memory to records as JSON, one by one or many side by side in their order.
#pragma once

#include <nanobind/nanobind.h>

namespace sayso::python {

void bind_reading(nanobind::module_& module);
void bind_archive(nanobind::module_& module);
void bind_claims(nanobind::module_& module);

}  // namespace sayso::python
