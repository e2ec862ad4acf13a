#include "archive/sqlite_claim_store.h"

#include <algorithm>
#include <set>
#include <utility>

namespace sayso::archive {
namespace {

using claims::Item;
using claims::ItemId;
using claims::ItemKind;
using claims::ItemLink;

constexpr std::uint32_t kNumberMask = (std::uint32_t{1} << 24) - 1;
constexpr std::size_t kMostDocuments = 100'000;  // whose ids are remembered; some 200 bytes each
constexpr std::size_t kMostItems =
    30'000;  // that are remembered whole, and once more as many; some 2 kilobytes each
constexpr std::size_t kMostNodes = 200'000;  // a few hundred bytes each
constexpr std::size_t kMostKeys =
    100'000;  // of each kind, whose holders are remembered; up to 1 kilobyte each

// SQLite has signed integers only; the bits stay the same.
std::int64_t to_signed(std::uint64_t key) {
  return static_cast<std::int64_t>(key);
}

// Eight bytes each, the lowest first, on any machine.
std::string to_bytes(const std::vector<std::uint64_t>& keys) {
  std::string bytes;
  bytes.reserve(keys.size() * 8);
  for (const std::uint64_t key : keys) {
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(key >> shift);
  }
  return bytes;
}

std::vector<std::uint64_t> from_bytes(std::string_view bytes) {
  std::vector<std::uint64_t> keys(bytes.size() / 8);
  for (std::size_t i = 0; i < keys.size() * 8; ++i) {
    keys[i / 8] |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (i % 8 * 8);
  }
  return keys;
}

}  // namespace

std::optional<std::int64_t> SqliteClaimStore::document_key(const claims::DocumentId& id) {
  if (const auto known = key_of_.find(id); known != key_of_.end()) return known->second;
  const auto key = database_.find_integer("SELECT key FROM document WHERE id = ?1", id.text());
  if (key) {
    if (key_of_.size() >= kMostDocuments) key_of_.clear();
    key_of_.emplace(id, *key);
  }
  return key;
}

const claims::DocumentId& SqliteClaimStore::document_id(std::int64_t key) {
  if (const auto known = id_of_.find(key); known != id_of_.end()) return known->second;
  if (id_of_.size() >= kMostDocuments) id_of_.clear();
  const auto id = database_.find_text("SELECT id FROM document WHERE key = ?1", key);
  return id_of_.emplace(key, id.value_or("")).first->second;
}

std::optional<std::int64_t> SqliteClaimStore::item_key(ItemKind kind, const ItemId& id) {
  const auto document = document_key(id.document);
  if (!document || id.number > kNumberMask) return std::nullopt;
  return item_key_of(*document, kind, id.number);
}

ItemId SqliteClaimStore::item_id(std::int64_t key) {
  return {document_id(document_of_item(key)), static_cast<std::uint32_t>(key) & kNumberMask};
}

// Columns: key, keys, payload.
Item SqliteClaimStore::load(Statement& row, int first_column) {
  Item item;
  item.id = item_id(row.integer(first_column));
  item.keys = from_bytes(row.text(first_column + 1));
  item.payload = row.string(first_column + 2);
  return item;
}

void SqliteClaimStore::put(ItemKind kind, const Item& item) {
  const auto key = item_key(kind, item.id);
  if (!key) {
    if (!database_.failed()) {
      database_.fail({ErrorCode::bad_argument, "an item of no document in the archive was to be stored",
                      database_.file().string(), std::nullopt});
    }
    return;
  }
  if (const auto old = get(kind, item.id)) {
    remove_keys(kind, *key, *old);
    database_.run("UPDATE item SET keys = ?2, payload = ?3 WHERE key = ?1", *key, Blob{to_bytes(item.keys)},
                  Blob{item.payload});
  } else {
    database_.run("INSERT INTO item (key, group_key, keys, payload) VALUES (?1, ?1, ?2, ?3)", *key,
                  Blob{to_bytes(item.keys)}, Blob{item.payload});
  }
  add_keys(kind, *key, item);
  remember(*key, std::make_shared<const Item>(item));
}

void SqliteClaimStore::add_keys(ItemKind kind, std::int64_t row, const Item& item) {
  const Place place{to_signed(claims::lot_of(item.id)), row};
  for (const std::uint64_t key : item.keys) {
    database_.run("INSERT INTO item_key (kind, value, lot, item) VALUES (?1, ?2, ?3, ?4)",
                  static_cast<int>(kind), to_signed(key), place.lot, row);
    const auto known = holders_[static_cast<std::size_t>(kind)].find(key);
    if (known == holders_[static_cast<std::size_t>(kind)].end()) continue;
    Holders& holders = known->second;
    if (!holders.all() && place > holders.first.back()) continue;
    holders.first.insert(std::ranges::lower_bound(holders.first, place), place);
    if (holders.first.size() > holders.limit) holders.first.pop_back();
  }
}

void SqliteClaimStore::remove_keys(ItemKind kind, std::int64_t row, const Item& item) {
  const std::int64_t lot = to_signed(claims::lot_of(item.id));
  for (const std::uint64_t key : item.keys) {
    database_.run("DELETE FROM item_key WHERE kind = ?1 AND value = ?2 AND lot = ?3 AND item = ?4",
                  static_cast<int>(kind), to_signed(key), lot, row);
    holders_[static_cast<std::size_t>(kind)].erase(key);
  }
}

void SqliteClaimStore::remove_document(const std::string& document) {
  const auto key = document_key(document);
  if (!key) return;
  forget();
  key_of_.erase(document);
  id_of_.erase(*key);
  for (const ItemKind kind : {ItemKind::statement, ItemKind::entity, ItemKind::text, ItemKind::event}) {
    for (const Item& item : items_of(kind, document)) {
      remove_keys(kind, item_key_of(*key, kind, item.id.number), item);
    }
  }
  // Links go with their items.
  database_.run("DELETE FROM item WHERE key >= ?1 AND key < ?2", item_key_of(*key, ItemKind{}, 0),
                item_key_of(*key + 1, ItemKind{}, 0));
}

void SqliteClaimStore::shrink() {
  if (nodes_.size() > kMostNodes) nodes_.clear();
}

void SqliteClaimStore::forget() {
  nodes_.clear();
  items_.clear();
  older_items_.clear();
}

std::shared_ptr<const Item> SqliteClaimStore::get(ItemKind kind, const ItemId& id) {
  const auto key = item_key(kind, id);
  if (!key) return nullptr;
  if (const auto known = items_.find(*key); known != items_.end()) return known->second;
  if (const auto known = older_items_.find(*key); known != older_items_.end())
    return remember(*key, known->second);
  Statement row = database_.query("SELECT key, keys, payload FROM item WHERE key = ?1", *key);
  if (!row.step()) return nullptr;
  return remember(*key, std::make_shared<const Item>(load(row, 0)));
}

// Those that nobody has asked for while as many others came up are forgotten.
std::shared_ptr<const Item> SqliteClaimStore::remember(std::int64_t key, std::shared_ptr<const Item> item) {
  if (items_.size() >= kMostItems) older_items_ = std::exchange(items_, {});
  items_.insert_or_assign(key, item);
  return item;
}

std::vector<Item> SqliteClaimStore::items_of(ItemKind kind, const std::string& document) {
  std::vector<Item> items;
  const auto key = document_key(document);
  if (!key) return items;
  Statement rows =
      database_.query("SELECT key, keys, payload FROM item WHERE key BETWEEN ?1 AND ?2 ORDER BY key",
                      item_key_of(*key, kind, 0), item_key_of(*key, kind, kNumberMask));
  while (rows.step()) items.push_back(load(rows, 0));
  return items;
}

std::vector<ItemId> SqliteClaimStore::holders(ItemKind kind, std::uint64_t key, std::size_t limit) {
  auto& known = holders_[static_cast<std::size_t>(kind)];
  const auto at = known.find(key);
  const bool is_known = at != known.end() && (at->second.all() || (limit != 0 && limit <= at->second.limit));
  std::vector<Place> read;
  if (!is_known) read = read_holders(kind, key, limit);
  const std::vector<Place>& places = is_known ? at->second.first : read;
  std::vector<ItemId> ids;
  for (const Place& place : places) {
    if (limit != 0 && ids.size() == limit) break;
    ids.push_back(item_id(place.item));
  }
  // Without a limit they may be many.
  if (!is_known && limit != 0) {
    if (known.size() >= kMostKeys) known.clear();
    known.insert_or_assign(key, Holders{std::move(read), limit});
  }
  return ids;
}

std::vector<SqliteClaimStore::Place> SqliteClaimStore::read_holders(ItemKind kind, std::uint64_t key,
                                                                    std::size_t limit) {
  std::vector<Place> places;
  Statement rows = database_.query(
      "SELECT lot, item FROM item_key WHERE kind = ?1 AND value = ?2 ORDER BY lot, item LIMIT ?3",
      static_cast<int>(kind), to_signed(key),
      limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
  while (rows.step()) places.push_back({rows.integer(0), rows.integer(1)});
  return places;
}

std::optional<std::uint64_t> SqliteClaimStore::next_key(ItemKind kind, std::uint64_t from, std::uint64_t to) {
  const auto key = database_.find_integer(
      "SELECT value FROM item_key WHERE kind = ?1 AND value BETWEEN ?2 AND ?3 ORDER BY value LIMIT 1",
      static_cast<int>(kind), to_signed(from), to_signed(to));
  return key ? std::optional(static_cast<std::uint64_t>(*key)) : std::nullopt;
}

void SqliteClaimStore::put_link(ItemKind kind, const ItemLink& link) {
  const auto a = item_key(kind, link.a);
  const auto b = item_key(kind, link.b);
  if (!a || !b) return;
  database_.run("INSERT OR REPLACE INTO item_link (a, b, score, why) VALUES (?1, ?2, ?3, ?4)", *a, *b,
                link.score, link.why);
  set_edge(kind, link.a, link.b, link.score);
  set_edge(kind, link.b, link.a, link.score);
}

void SqliteClaimStore::remove_link(ItemKind kind, const ItemId& a, const ItemId& b) {
  const auto first = item_key(kind, std::min(a, b));
  const auto second = item_key(kind, std::max(a, b));
  if (!first || !second) return;
  database_.run("DELETE FROM item_link WHERE a = ?1 AND b = ?2", *first, *second);
  set_edge(kind, a, b, std::nullopt);
  set_edge(kind, b, a, std::nullopt);
}

// After the link was stored, or deleted where there is no score, for an end whose edges are read already.
void SqliteClaimStore::set_edge(ItemKind kind, const ItemId& from, const ItemId& to,
                                std::optional<double> score) {
  const auto key = item_key(kind, from);
  const auto known = key ? nodes_.find(*key) : nodes_.end();
  if (known == nodes_.end() || !known->second.has_edges) return;
  std::vector<Edge>& edges = known->second.edges;
  const auto at = std::ranges::lower_bound(edges, to, {},
                                           [](const Edge& edge) -> const ItemId& { return edge.other->id; });
  const bool there = at != edges.end() && at->other->id == to;
  Node* const other = score && !there ? find_node(kind, to) : nullptr;
  if (there && score) {
    at->score = *score;
  } else if (there) {
    edges.erase(at);
  } else if (other) {
    edges.insert(at, {other, *score});
  }
}

void SqliteClaimStore::add_links(std::int64_t key, std::string_view sql, std::vector<ItemLink>& links) {
  Statement rows = database_.query(sql, key);
  while (rows.step()) {
    links.push_back({item_id(rows.integer(0)), item_id(rows.integer(1)), rows.real(2), rows.string(3)});
  }
}

std::vector<ItemLink> SqliteClaimStore::links_of(ItemKind kind, const ItemId& id) {
  std::vector<ItemLink> links;
  const auto key = item_key(kind, id);
  if (!key) return links;
  add_links(*key, "SELECT a, b, score, why FROM item_link WHERE a = ?1", links);
  add_links(*key, "SELECT a, b, score, why FROM item_link WHERE b = ?1", links);
  std::sort(links.begin(), links.end(), [&](const ItemLink& x, const ItemLink& y) {
    return (x.a == id ? x.b : x.a) < (y.a == id ? y.b : y.a);
  });
  return links;
}

SqliteClaimStore::Node& SqliteClaimStore::keep_node(std::int64_t key, double density, std::int64_t group) {
  const auto [at, is_new] = nodes_.try_emplace(key);
  if (is_new) {
    Node& node = at->second;
    node.id = item_id(key);
    node.density = density;
    node.group = item_id(group);
  }
  return at->second;
}

SqliteClaimStore::Node* SqliteClaimStore::find_node(std::int64_t key) {
  if (const auto known = nodes_.find(key); known != nodes_.end()) return &known->second;
  Statement row = database_.query("SELECT density, group_key FROM item WHERE key = ?1", key);
  if (!row.step()) return nullptr;
  return &keep_node(key, row.real(0), row.integer(1));
}

SqliteClaimStore::Node* SqliteClaimStore::find_node(ItemKind kind, const ItemId& id) {
  const auto key = item_key(kind, id);
  return key ? find_node(*key) : nullptr;
}

void SqliteClaimStore::read_edges(std::int64_t key, Node& node) {
  for (const char* sql : {"SELECT i.key, l.score, i.density, i.group_key FROM item_link l JOIN item i "
                          "ON i.key = l.b WHERE l.a = ?1",
                          "SELECT i.key, l.score, i.density, i.group_key FROM item_link l JOIN item i "
                          "ON i.key = l.a WHERE l.b = ?1"}) {
    Statement rows = database_.query(sql, key);
    while (rows.step()) {
      Node& other = keep_node(rows.integer(0), rows.real(2), rows.integer(3));
      node.edges.push_back({&other, rows.real(1)});
    }
  }
  std::ranges::sort(node.edges, {}, [](const Edge& edge) -> const ItemId& { return edge.other->id; });
  node.has_edges = true;
}

std::vector<claims::Neighbour> SqliteClaimStore::neighbours(ItemKind kind, const ItemId& id) {
  std::vector<claims::Neighbour> found;
  const auto key = item_key(kind, id);
  Node* const node = key ? find_node(*key) : nullptr;
  if (!node) return found;
  if (!node->has_edges) read_edges(*key, *node);
  found.reserve(node->edges.size());
  for (const Edge& edge : node->edges) {
    found.push_back({edge.other->id, edge.score, edge.other->density, edge.other->group});
  }
  return found;
}

std::optional<double> SqliteClaimStore::density_of(ItemKind kind, const ItemId& id) {
  const Node* const node = find_node(kind, id);
  if (!node) return std::nullopt;
  return node->density;
}

void SqliteClaimStore::set_density(ItemKind kind, const ItemId& id, double density) {
  const auto key = item_key(kind, id);
  Node* const node = key ? find_node(*key) : nullptr;
  if (!node) return;
  database_.run("UPDATE item SET density = ?2 WHERE key = ?1", *key, density);
  node->density = density;
}

ItemId SqliteClaimStore::group_of(ItemKind kind, const ItemId& id) {
  const Node* const node = find_node(kind, id);
  return node ? node->group : id;
}

std::vector<ItemId> SqliteClaimStore::members(ItemKind kind, const ItemId& group) {
  std::vector<ItemId> ids;
  const auto key = item_key(kind, group);
  if (!key) return ids;
  Statement rows = database_.query("SELECT key FROM item WHERE group_key = ?1", *key);
  while (rows.step()) ids.push_back(item_id(rows.integer(0)));
  std::sort(ids.begin(), ids.end());
  return ids;
}

void SqliteClaimStore::set_group(ItemKind kind, const ItemId& id, const ItemId& group) {
  const auto key = item_key(kind, id);
  const auto group_key = item_key(kind, group);
  if (!key || !group_key) return;
  database_.run("UPDATE item SET group_key = ?2 WHERE key = ?1", *key, *group_key);
  if (const auto known = nodes_.find(*key); known != nodes_.end()) {
    known->second.group = group;
  }
  moved_.push_back(*key);
}

std::vector<std::int64_t> SqliteClaimStore::take_moved() {
  return std::exchange(moved_, {});
}

}  // namespace sayso::archive
