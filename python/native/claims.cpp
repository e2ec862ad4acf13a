// The steps of claims (sayso/claim_items.h) for sayso.spark.
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <utility>

#include "failure.h"
#include "reading.h"
#include "sayso/claim_items.h"
#include "sayso/claim_json.h"

namespace nb = nanobind;

namespace sayso::python {
namespace {

// SQL has no unsigned numbers.
std::vector<std::int64_t> signed_keys(const ClaimItem& item) {
  return {item.keys.begin(), item.keys.end()};
}

ClaimItem item_of(const std::string& kind, const std::string& document, std::uint32_t number,
                  const nb::bytes& payload) {
  ClaimItem item;
  item.kind = kind == "text" ? ClaimItemKind::text : ClaimItemKind::statement;
  item.document = document;
  item.number = number;
  item.payload = std::string(payload.c_str(), payload.size());
  return item;
}

using LinkTuple = std::tuple<std::size_t, std::size_t, double>;

std::vector<std::string> build(const std::vector<ClaimItem>& items, const std::vector<std::string>& groups,
                               const std::vector<LinkTuple>& links) {
  auto claims = [&] {
    const nb::gil_scoped_release release;
    std::vector<ClaimLink> all;
    for (const auto& [a, b, score] : links) all.push_back({a, b, score});
    return build_claims(items, groups, all);
  }();
  std::vector<std::string> out;
  for (const Claim& claim : checked(std::move(claims))) out.push_back(to_json(claim));
  return out;
}

}  // namespace

void bind_claims(nb::module_& module) {
  module.attr("representatives") = kRepresentatives;
  module.attr("least_density") = kLeastDensity;
  nb::class_<ClaimItem>(module, "ClaimItem")
      .def(
          "__init__",
          [](ClaimItem* self, const std::string& kind, const std::string& document, std::uint32_t number,
             const nb::bytes& payload) { new (self) ClaimItem(item_of(kind, document, number, payload)); },
          nb::arg("kind"), nb::arg("document"), nb::arg("number"), nb::arg("payload"))
      .def_prop_ro(
          "kind",
          [](const ClaimItem& item) { return item.kind == ClaimItemKind::text ? "text" : "statement"; })
      .def_ro("document", &ClaimItem::document)
      .def_ro("number", &ClaimItem::number)
      .def_prop_ro("lot", [](const ClaimItem& item) { return static_cast<std::int64_t>(item.lot); })
      .def_prop_ro("keys", &signed_keys)
      .def_prop_ro("payload",
                   [](const ClaimItem& item) { return nb::bytes(item.payload.data(), item.payload.size()); });
  module.def("judge_pair", &judge_pair, nb::arg("a"), nb::arg("b"));
  module.def("build_claims", &build, nb::arg("items"), nb::arg("groups"), nb::arg("links"));
}

}  // namespace sayso::python
