// Entries of a catalog and the words that they are found by.
#pragma once

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/catalog.h"
#include "reading/catalog_key.h"

namespace sayso::reading {

// What one name of an entry asks of the words in a text.
struct CatalogForm {
  const CatalogEntry* entry = nullptr;
  FormKind kind = FormKind::name;
  bool needs_article = false;
  bool lower_start = false;
  bool capital = false;
  std::uint32_t next = 0;  // of the same key, one higher than its place; 0 at the end
};

// What more have in common tells nothing of who is meant, and would make lookups slow.
constexpr std::uint32_t kMostOfOneName = 256;

// Filled by one thread, then read by many. Entries stay where they are. Neither copied nor moved.
class CatalogIndex {
 public:
  CatalogIndex() = default;
  CatalogIndex(const CatalogIndex&) = delete;
  CatalogIndex& operator=(const CatalogIndex&) = delete;

  CatalogEntry& add_entry(CatalogEntry entry);

  // A name that cannot be looked up is left out. One word behind "the" counts only with its article: "The
  // Hill". What stands in brackets behind a name tells it from others and is no part of it: "Senate
  // (France)". The same form twice counts once; of more than kMostOfOneName entries of one name the first
  // ones stay.
  void add_form(const CatalogEntry& entry, std::string_view name, FormKind kind = FormKind::name);

  // Whether the name is a form of an entry of that kind.
  bool has(std::string_view name, CatalogKind kind) const;

  // Appends what the key finds, in the order in which it was added.
  void find(const CatalogKey& query, std::vector<CatalogMatch>& matches) const;

  void reserve(std::size_t forms) { first_.reserve(forms); }
  const std::deque<CatalogEntry>& entries() const { return entries_; }

 private:
  struct Chain {
    std::uint32_t first = 0;  // places in forms_, one higher
    std::uint32_t last = 0;
    std::uint32_t size = 0;
  };

  std::string_view keep(std::string_view key);

  std::deque<CatalogEntry> entries_;
  std::vector<CatalogForm> forms_;
  std::pmr::monotonic_buffer_resource keys_;
  std::unordered_map<std::string_view, Chain> first_;  // views into keys_
};

}  // namespace sayso::reading
