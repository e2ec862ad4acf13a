#include "reading/catalog_index.h"

#include <cstring>
#include <utility>

namespace sayso::reading {
namespace {

std::string_view without_brackets(std::string_view name) {
  if (!name.ends_with(')')) return name;
  const std::size_t open = name.rfind(" (");
  return open == std::string_view::npos || open == 0 ? name : name.substr(0, open);
}

// "turkey" is no country. A name that begins with a small letter, "al-Qaeda", begins a sentence with a
// capital.
bool admits(const CatalogForm& form, const CatalogKey& query) {
  if (form.needs_article && !query.article) return false;
  if (!query.lower_start) return true;
  return form.lower_start && (query.capital || !form.capital);
}

}  // namespace

CatalogEntry& CatalogIndex::add_entry(CatalogEntry entry) {
  return entries_.emplace_back(std::move(entry));
}

std::string_view CatalogIndex::keep(std::string_view key) {
  char* const kept = static_cast<char*>(keys_.allocate(key.size(), 1));
  std::memcpy(kept, key.data(), key.size());
  return {kept, key.size()};
}

void CatalogIndex::add_form(const CatalogEntry& entry, std::string_view name, FormKind kind) {
  const std::optional<CatalogKey> key = make_catalog_key(without_brackets(name));
  if (!key) return;
  const bool one_word = key->text.find(' ') == std::string::npos;
  const CatalogForm form{.entry = &entry,
                         .kind = key->acronym && kind == FormKind::name ? FormKind::acronym : kind,
                         .needs_article = key->article && one_word && !key->acronym,
                         .lower_start = key->lower_start,
                         .capital = key->capital,
                         .next = 0};
  const auto number = static_cast<std::uint32_t>(forms_.size() + 1);
  auto found = first_.find(key->text);
  if (found == first_.end()) {
    first_.emplace(keep(key->text), Chain{number, number, 1});
  } else {
    for (std::uint32_t at = found->second.first; at != 0; at = forms_[at - 1].next) {
      if (forms_[at - 1].entry != &entry) continue;
      forms_[at - 1].needs_article &= form.needs_article;
      return;
    }
    if (found->second.size == kMostOfOneName) return;
    forms_[found->second.last - 1].next = number;
    found->second.last = number;
    ++found->second.size;
  }
  forms_.push_back(form);
}

bool CatalogIndex::has(std::string_view name, CatalogKind kind) const {
  const std::optional<CatalogKey> key = make_catalog_key(without_brackets(name));
  if (!key) return false;
  const auto found = first_.find(key->text);
  if (found == first_.end()) return false;
  for (std::uint32_t at = found->second.first; at != 0; at = forms_[at - 1].next) {
    if (forms_[at - 1].entry->kind == kind) return true;
  }
  return false;
}

void CatalogIndex::find(const CatalogKey& query, std::vector<CatalogMatch>& matches) const {
  const auto found = first_.find(query.text);
  if (found == first_.end()) return;
  for (std::uint32_t at = found->second.first; at != 0; at = forms_[at - 1].next) {
    const CatalogForm& form = forms_[at - 1];
    if (admits(form, query)) matches.push_back({form.entry, form.kind});
  }
}

}  // namespace sayso::reading
