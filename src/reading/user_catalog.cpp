// The user's catalog for those who only look: where it is, what is in it.
#include <string>
#include <utility>

#include "reading/catalog.h"
#include "sayso/catalog.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;
using namespace reading;

const char* name_of(CatalogKind kind) {
  switch (kind) {
    case CatalogKind::country:
      return "country";
    case CatalogKind::city:
      return "city";
    case CatalogKind::organization:
      return "organization";
    case CatalogKind::outlet:
      return "outlet";
    case CatalogKind::agency:
      return "agency";
    case CatalogKind::person:
      return "person";
    case CatalogKind::other:
      return "other";
  }
  return "other";
}

const char* name_of(FormKind form) {
  switch (form) {
    case FormKind::name:
      return "name";
    case FormKind::acronym:
      return "acronym";
    case FormKind::demonym:
      return "demonym";
    case FormKind::metonym:
      return "metonym";
    case FormKind::capital:
      return "capital";
  }
  return "name";
}

CatalogListing list(const CatalogEntry& entry, std::string form) {
  return {.id = entry.id,
          .kind = name_of(entry.kind),
          .type = to_string(entry.entity_kind),
          .name = entry.name,
          .country = entry.country,
          .publisher = entry.publisher,
          .form = std::move(form),
          .imported = entry.imported};
}

}  // namespace

fs::path user_catalog(const std::function<const char*(const char*)>& variable) {
  const auto value = [&](const char* name) {
    const char* const text = variable(name);
    return std::string(text == nullptr ? "" : text);
  };
  if (const std::string named = value("SAYSO_CATALOG"); !named.empty()) return named;
  // The XDG specification has relative paths ignored.
  if (const fs::path data = value("XDG_DATA_HOME"); data.is_absolute()) return data / "sayso" / "catalog.tsv";
  if (const fs::path home = value("HOME"); !home.empty())
    return home / ".local" / "share" / "sayso" / "catalog.tsv";
  return {};
}

Result<std::vector<CatalogListing>> look_up_catalog(const fs::path& store, std::string_view name) {
  const Result<Catalog> catalog = Catalog::load(store);
  if (!catalog) return catalog.error();
  std::vector<CatalogListing> found;
  for (const CatalogMatch& match : catalog->find(name)) {
    found.push_back(list(*match.entry, name_of(match.form)));
  }
  if (!found.empty()) return found;
  catalog->for_each([&](const CatalogEntry& entry) {
    if (entry.id == name) found.push_back(list(entry, "id"));
    return true;
  });
  return found;
}

Result<std::uint64_t> list_catalog(const fs::path& store, bool imported_only,
                                   const std::function<bool(const CatalogListing&)>& take) {
  const Result<Catalog> catalog = Catalog::load(store);
  if (!catalog) return catalog.error();
  std::uint64_t count = 0;
  catalog->for_each([&](const CatalogEntry& entry) {
    if (imported_only && !entry.imported) return true;
    ++count;
    return take(list(entry, ""));
  });
  return count;
}

}  // namespace sayso
