#include "reading.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <algorithm>

#include "failure.h"
#include "pipeline.h"
#include "sayso/conllu.h"
#include "sayso/version.h"

namespace nb = nanobind;

namespace sayso::python {
namespace {

RawInput raw_input(const nb::bytes& bytes, const std::string& name, const std::string& format,
                   const std::string& outlet, const std::string& published, std::uint64_t max_bytes) {
  const std::string_view view(bytes.c_str(), bytes.size());
  IntakeOptions options;
  options.max_bytes = max_bytes;
  options.outlet = outlet;
  options.published = published;
  // One article from memory is a page or a text; whatever else its first bytes look like, it is text.
  InputFormat found = InputFormat::plain_text;
  if (!format.empty()) {
    const auto named = format_named(format);
    if (!named) throw Failure{{ErrorCode::bad_argument, "no format is called \"" + format + "\"", name, {}}};
    found = *named;
  } else if (detect_format({}, view.substr(0, 4096)) == InputFormat::html) {
    found = InputFormat::html;
  }
  return {found, name, std::string(view), options};
}

nb::object error_object(const Error& error) {
  const nb::object type = nb::module_::import_("sayso._errors").attr("Error");
  const nb::object offset = error.offset ? nb::cast(*error.offset) : nb::none();
  return type(to_string(error.code), error.message, error.input, offset);
}

// (json, items) or an Error.
nb::object reading_object(Reading reading) {
  if (reading.error) return error_object(*reading.error);
  return nb::make_tuple(std::move(reading.json), std::move(reading.items));
}

std::shared_ptr<Engine> load(const std::string& model, const std::string& catalog, unsigned threads,
                             bool cache) {
  EngineOptions options;
  options.model = model;
  options.catalog = catalog;
  options.threads = threads;
  options.use_cache = cache;
  Result<Engine> engine = [&] {
    const nb::gil_scoped_release release;
    return Engine::load(options);
  }();
  return std::make_shared<Engine>(checked(std::move(engine)));
}

std::string layers_of(const Engine& engine, const RawInput& raw) {
  auto text = [&]() -> Result<std::string> {
    const nb::gil_scoped_release release;
    auto article = read_raw(raw);
    if (!article) return article.error();
    auto layers = engine.layers(*article);
    if (!layers) return layers.error();
    return to_conllu(*article, *layers);
  }();
  return checked(std::move(text));
}

void translate_failure(const std::exception_ptr& pointer, void*) {
  try {
    std::rethrow_exception(pointer);
  } catch (const Failure& failure) {
    const nb::object value = error_object(failure.error);
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(value.ptr())), value.ptr());
  }
}

}  // namespace

void bind_reading(nb::module_& module) {
  nb::register_exception_translator(translate_failure);
  module.attr("version") = SAYSO_VERSION;

  nb::class_<RawInput>(module, "Input")
      .def(
          "__init__",
          [](RawInput* self, const nb::bytes& bytes, const std::string& name, const std::string& format,
             const std::string& outlet, const std::string& published, std::uint64_t max_bytes) {
            new (self) RawInput(raw_input(bytes, name, format, outlet, published, max_bytes));
          },
          nb::arg("data"), nb::arg("name"), nb::arg("format"), nb::arg("outlet"), nb::arg("published"),
          nb::arg("max_bytes"));

  nb::class_<Engine>(module, "Engine")
      .def(nb::new_(&load), nb::arg("model"), nb::arg("catalog"), nb::arg("threads"), nb::arg("cache"))
      .def_prop_ro("threads", &Engine::threads)
      .def_prop_ro("generator",
                   [](const Engine& engine) {
                     const Generator& g = engine.generator();
                     return std::make_tuple(g.version, g.model, g.catalog);
                   })
      .def(
          "read",
          [](const Engine& engine, const RawInput& raw, bool with_items) {
            Reading reading = [&] {
              const nb::gil_scoped_release release;
              return read_one(engine, raw, with_items);
            }();
            return reading_object(std::move(reading));
          },
          nb::arg("article"), nb::arg("with_items"))
      .def("layers", &layers_of, nb::arg("article"));

  nb::class_<Pipeline>(module, "Pipeline")
      .def(
          "__init__",
          [](Pipeline* self, std::shared_ptr<Engine> engine, unsigned workers, bool with_items) {
            new (self) Pipeline(std::move(engine), std::max(workers, 1U), with_items);
          },
          nb::arg("engine"), nb::arg("workers"), nb::arg("with_items"))
      .def(
          "put", [](Pipeline& self, const RawInput& raw) { self.put(raw); }, nb::arg("article"))
      .def("take", [](Pipeline& self) -> nb::object {
        auto reading = [&] {
          const nb::gil_scoped_release release;
          return self.take();
        }();
        return reading ? reading_object(*std::move(reading)) : nb::none();
      });
}

}  // namespace sayso::python
