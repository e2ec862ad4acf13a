// The module sayso._native. What Python sees of it is wrapped by the package's own modules.
#include <nanobind/nanobind.h>

#include "reading.h"

NB_MODULE(_native, module) {
  nanobind::set_leak_warnings(false);  // an interpreter that ends may keep an engine alive
  sayso::python::bind_reading(module);
  sayso::python::bind_archive(module);
  sayso::python::bind_claims(module);
}
