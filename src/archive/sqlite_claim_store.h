// The claims stage's store in the archive's tables item, item_key and item_link.
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "archive/database.h"
#include "claims/claim_store.h"

namespace sayso::archive {

// Works within the caller's transaction; a failure is the database's (see database.h). Documents whose items
// are put must be in the table document. Cost: a look-up in an index for each item, key and link; never a
// whole table. Linking looks at the same items and links again and again, so those that came up stay in
// memory: nobody else may change them while the store lives.
class SqliteClaimStore final : public claims::ClaimStore {
 public:
  // The database outlives the store where it is, and no document changes its id meanwhile.
  explicit SqliteClaimStore(Database& database) : database_(database) {}

  void put(claims::ItemKind kind, const claims::Item& item) override;
  void remove_document(const std::string& document) override;
  std::shared_ptr<const claims::Item> get(claims::ItemKind kind, const claims::ItemId& id) override;
  std::vector<claims::Item> items_of(claims::ItemKind kind, const std::string& document) override;
  std::vector<claims::ItemId> holders(claims::ItemKind kind, std::uint64_t key, std::size_t limit) override;
  std::optional<std::uint64_t> next_key(claims::ItemKind kind, std::uint64_t from, std::uint64_t to) override;

  void put_link(claims::ItemKind kind, const claims::ItemLink& link) override;
  void remove_link(claims::ItemKind kind, const claims::ItemId& a, const claims::ItemId& b) override;
  std::vector<claims::ItemLink> links_of(claims::ItemKind kind, const claims::ItemId& id) override;
  std::vector<claims::Neighbour> neighbours(claims::ItemKind kind, const claims::ItemId& id) override;

  std::optional<double> density_of(claims::ItemKind kind, const claims::ItemId& id) override;
  void set_density(claims::ItemKind kind, const claims::ItemId& id, double density) override;

  claims::ItemId group_of(claims::ItemKind kind, const claims::ItemId& id) override;
  std::vector<claims::ItemId> members(claims::ItemKind kind, const claims::ItemId& group) override;
  void set_group(claims::ItemKind kind, const claims::ItemId& id, const claims::ItemId& group) override;

  // The row of an item; none where its document is not there.
  std::optional<std::int64_t> item_key(claims::ItemKind kind, const claims::ItemId& id);
  claims::ItemId item_id(std::int64_t item_key);

  // Forgets what it remembers where that has become much. Between two uses only.
  void shrink();

  // Items whose group was set since the last call, with repetitions, in the order of setting.
  std::vector<std::int64_t> take_moved();

 private:
  struct Node;
  struct Edge {
    Node* other;
    double score;
  };
  // An item as it looks to those that it is linked with.
  struct Node {
    claims::ItemId id;
    double density = 0;
    claims::ItemId group;
    bool has_edges = false;   // whether they are read
    std::vector<Edge> edges;  // in the order of the other ends' ids
  };
  // Of an item among those that share a key.
  struct Place {
    std::int64_t lot;
    std::int64_t item;

    auto operator<=>(const Place&) const = default;
  };
  // The first items that have a key; all of them where they are fewer than `limit`, which is not 0.
  struct Holders {
    std::vector<Place> first;
    std::size_t limit;

    bool all() const { return first.size() < limit; }
  };

  Node* find_node(std::int64_t key);
  Node* find_node(claims::ItemKind kind, const claims::ItemId& id);
  Node& keep_node(std::int64_t key, double density, std::int64_t group);
  void read_edges(std::int64_t key, Node& node);
  void set_edge(claims::ItemKind kind, const claims::ItemId& from, const claims::ItemId& to,
                std::optional<double> score);
  void forget();
  std::optional<std::int64_t> document_key(const claims::DocumentId& id);
  const claims::DocumentId& document_id(std::int64_t key);
  std::shared_ptr<const claims::Item> remember(std::int64_t key, std::shared_ptr<const claims::Item> item);
  std::vector<Place> read_holders(claims::ItemKind kind, std::uint64_t key, std::size_t limit);
  void add_keys(claims::ItemKind kind, std::int64_t row, const claims::Item& item);
  void remove_keys(claims::ItemKind kind, std::int64_t row, const claims::Item& item);
  claims::Item load(Statement& row, int first_column);
  void add_links(std::int64_t key, std::string_view sql, std::vector<claims::ItemLink>& links);

  Database& database_;
  std::unordered_map<claims::DocumentId, std::int64_t> key_of_;  // of documents that came up
  std::unordered_map<std::int64_t, claims::DocumentId> id_of_;
  std::unordered_map<std::int64_t, Node> nodes_;  // by the item's key
  std::unordered_map<std::int64_t, std::shared_ptr<const claims::Item>> items_, older_items_;
  std::unordered_map<std::uint64_t, Holders> holders_[4];  // by kind and key
  std::vector<std::int64_t> moved_;
};

// A document's key, a kind and a number as one integer, in that order of weight.
constexpr std::int64_t item_key_of(std::int64_t document, claims::ItemKind kind, std::uint32_t number) {
  return (document << 26) | (static_cast<std::int64_t>(kind) << 24) | number;
}
constexpr std::int64_t document_of_item(std::int64_t item_key) {
  return item_key >> 26;
}
constexpr claims::ItemKind kind_of_item(std::int64_t item_key) {
  return static_cast<claims::ItemKind>((item_key >> 24) & 3);
}
constexpr std::uint32_t number_of_item(std::int64_t item_key) {
  return static_cast<std::uint32_t>(item_key & ((std::int64_t{1} << 24) - 1));
}

}  // namespace sayso::archive
