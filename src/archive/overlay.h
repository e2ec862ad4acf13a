// What a person's corrections mean for the items of an archive, and the store as it looks through them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/database.h"
#include "archive/sqlite_claim_store.h"
#include "claims/shared_entities.h"
#include "claims/statement.h"
#include "claims/update.h"

namespace sayso::archive {

struct Overlay {
  claims::AllCorrections pairs;                   // which statements are one claim, which are not
  claims::EntityCorrections entities;             // who is the same, who is not
  std::map<claims::ItemId, std::string> origins;  // statements to names of those who stand behind them
  // Entities, of which one in a group names the group; of several the last.
  std::vector<std::pair<claims::ItemId, std::string>> entity_names;
};

// Of all corrections whose words are in the archive. Cost: the corrections.
Overlay load_overlay(Database& database, SqliteClaimStore& store);

// Shows statements with the origins and the names that a person gave them; what it keeps is what was read, so
// that taking a correction back needs no second reading.
class CorrectedStore final : public claims::ClaimStore {
 public:
  // All three outlive it.
  CorrectedStore(Database& database, SqliteClaimStore& store, const Overlay& overlay)
      : database_(database), store_(store), overlay_(overlay) {
    for (const auto& [id, name] : overlay.entity_names) {
      names_[store.group_of(claims::ItemKind::entity, id)] = name;
    }
  }

  // That a person gave the group; none where nobody did.
  std::optional<std::string> given_name(const claims::ItemId& group) const {
    const auto name = names_.find(group);
    return name == names_.end() ? std::nullopt : std::optional(name->second);
  }

  void put(claims::ItemKind kind, const claims::Item& item) override { store_.put(kind, item); }
  void remove_document(const std::string& document) override { store_.remove_document(document); }
  std::shared_ptr<const claims::Item> get(claims::ItemKind kind, const claims::ItemId& id) override;
  std::vector<claims::Item> items_of(claims::ItemKind kind, const std::string& document) override;
  std::vector<claims::ItemId> holders(claims::ItemKind kind, std::uint64_t key, std::size_t limit) override {
    return store_.holders(kind, key, limit);
  }
  std::optional<std::uint64_t> next_key(claims::ItemKind kind, std::uint64_t from,
                                        std::uint64_t to) override {
    return store_.next_key(kind, from, to);
  }
  void put_link(claims::ItemKind kind, const claims::ItemLink& link) override { store_.put_link(kind, link); }
  void remove_link(claims::ItemKind kind, const claims::ItemId& a, const claims::ItemId& b) override {
    store_.remove_link(kind, a, b);
  }
  std::vector<claims::ItemLink> links_of(claims::ItemKind kind, const claims::ItemId& id) override {
    return store_.links_of(kind, id);
  }
  std::vector<claims::Neighbour> neighbours(claims::ItemKind kind, const claims::ItemId& id) override {
    return store_.neighbours(kind, id);
  }
  std::optional<double> density_of(claims::ItemKind kind, const claims::ItemId& id) override {
    return store_.density_of(kind, id);
  }
  void set_density(claims::ItemKind kind, const claims::ItemId& id, double density) override {
    store_.set_density(kind, id, density);
  }
  claims::ItemId group_of(claims::ItemKind kind, const claims::ItemId& id) override {
    return store_.group_of(kind, id);
  }
  std::vector<claims::ItemId> members(claims::ItemKind kind, const claims::ItemId& group) override {
    return store_.members(kind, group);
  }
  void set_group(claims::ItemKind kind, const claims::ItemId& id, const claims::ItemId& group) override {
    store_.set_group(kind, id, group);
  }

 private:
  bool is_corrected(claims::ItemKind kind, const claims::Item& item) const;
  void correct(claims::ItemKind kind, claims::Item& item);
  bool rename(const std::string& document, claims::Party& party);

  Database& database_;
  SqliteClaimStore& store_;
  const Overlay& overlay_;
  std::map<claims::ItemId, std::string> names_;  // of groups
};

}  // namespace sayso::archive
