// An archive's questions; answers as JSON in their published schemas, which the package makes objects of.
#include "sayso/archive.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "failure.h"
#include "reading.h"
#include "sayso/archive_json.h"
#include "sayso/claim_json.h"
#include "sayso/claim_queries.h"
#include "sayso/query_json.h"

namespace nb = nanobind;

namespace sayso::python {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

Archive open_archive(const std::string& file) {
  return checked(Archive::open(file));
}

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

SearchQuery query_of(const nb::dict& options) {
  SearchQuery query;
  const auto text = [&](const char* name, std::string& field) {
    if (options.contains(name)) field = nb::cast<std::string>(options[name]);
  };
  text("words", query.words);
  text("source", query.source);
  text("cue", query.cue);
  text("cue_class", query.cue_class);
  text("speech_act", query.act);
  text("commitment", query.commitment);
  text("outlet", query.outlet);
  text("from", query.from);
  text("to", query.to);
  text("after", query.after);
  if (options.contains("articles")) query.articles = nb::cast<bool>(options["articles"]);
  if (options.contains("limit")) query.limit = nb::cast<std::uint32_t>(options["limit"]);
  if (options.contains("order"))
    query.order =
        nb::cast<std::string>(options["order"]) == "newest" ? SearchOrder::newest : SearchOrder::best;
  return query;
}

std::tuple<std::vector<std::string>, std::string> search(const Archive& archive, const nb::dict& options) {
  const SearchPage page = checked(archive.search(query_of(options)));
  std::vector<std::string> hits;
  for (const SearchHit& hit : page.hits) hits.push_back(to_json(hit));
  return {std::move(hits), page.next};
}

std::vector<std::string> who(const Archive& archive, const std::string& name, std::size_t limit) {
  std::vector<std::string> pages;
  for (const EntitySummary& entity : checked(find_entities(archive, name, kAll)))
    pages.push_back(to_json(checked(describe_entity(archive, entity.id, limit))));
  return pages;
}

std::vector<std::string> claims(const Archive& archive, bool contested, std::uint32_t min_origins,
                                std::vector<std::string> about, std::uint64_t limit) {
  ClaimFilter filter;
  filter.contested = contested;
  filter.min_origins = min_origins;
  filter.about = std::move(about);
  filter.limit = limit;
  std::vector<std::string> rows;
  for (const ClaimSummary& claim : checked(list_claims(archive, filter))) {
    rows.push_back(dump({{"id", claim.id},
                         {"text", claim.text},
                         {"status", to_string(claim.status)},
                         {"articles", claim.articles},
                         {"outlets", claim.outlets},
                         {"independent_origins", claim.origins},
                         {"first", or_null(claim.first)},
                         {"last", or_null(claim.last)}}));
  }
  return rows;
}

std::string explain(const Archive& archive, const std::string& id, std::size_t limit) {
  return to_json(checked(explain_claim(archive, id, limit)));
}

// Whole ids of all documents, in the order of their addition.
std::vector<std::string> documents(const Archive& archive) {
  std::vector<std::string> ids;
  checked(archive.query("SELECT id FROM document ORDER BY key", {}, [&](const SqlRow& row) {
    ids.emplace_back(row.text(0));
    return true;
  }));
  return ids;
}

std::optional<std::string> record(const Archive& archive, const std::string& name) {
  const auto stored = checked(archive.document(name));
  if (!stored) return std::nullopt;
  return checked(archive.record_json(stored->id));
}

}  // namespace

void bind_archive(nb::module_& module) {
  nb::class_<Archive>(module, "Archive")
      .def(nb::new_(&open_archive), nb::arg("file"))
      .def("search", &search, nb::arg("options"))
      .def("who", &who, nb::arg("name"), nb::arg("limit"))
      .def("claims", &claims, nb::arg("contested"), nb::arg("min_origins"), nb::arg("about"),
           nb::arg("limit"))
      .def(
          "claim",
          [](const Archive& archive, const std::string& id) {
            return to_json(checked(find_claim(archive, id)).claim);
          },
          nb::arg("id"))
      .def("explain", &explain, nb::arg("id"), nb::arg("limit"))
      .def("documents", &documents)
      .def("record", &record, nb::arg("name"));
}

}  // namespace sayso::python
