// The store in SQLite does what the one in memory does, whatever is done to both.
#include "archive/sqlite_claim_store.h"

#include <gmock/gmock.h>

#include <random>

#include "archive/migrations.h"
#include "archive/record_rows.h"
#include "archive/schema.h"
#include "archive/temporary_archive.h"
#include "claims/linker.h"
#include "claims/memory_store.h"

namespace sayso::archive {
namespace {

using claims::Item;
using claims::ItemId;
using claims::ItemKind;
using claims::ItemLink;

constexpr ItemKind kKinds[] = {ItemKind::statement, ItemKind::entity, ItemKind::text};

class SqliteClaimStoreTest : public testing::Test {
 protected:
  SqliteClaimStoreTest()
      : database_(*Database::open(file(), ArchiveAccess::create, std::chrono::milliseconds(10))) {
    EXPECT_FALSE(prepare_schema(database_, ArchiveAccess::create, schema_steps()));
    // Their keys are not in the order of their ids.
    for (const char* id : {"d3", "d1", "d4", "d2"}) {
      Record record;
      record.id = id;
      EXPECT_GT(put_document(database_, record, "hash"), 0);
    }
  }
  ~SqliteClaimStoreTest() override { remove_files(); }

  static std::filesystem::path file() {
    const auto path = temporary_path();
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
    return path;
  }
  void remove_files() {
    for (const char* suffix : {"", "-wal", "-shm"})
      std::filesystem::remove(database_.file().string() + suffix);
  }

  Database database_;
};

void expect_equal(const Item& a, const Item& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.payload, b.payload);
  EXPECT_EQ(a.keys, b.keys);
}

void expect_equal(const std::vector<Item>& a, const std::vector<Item>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) expect_equal(a[i], b[i]);
}

void expect_equal(const std::vector<ItemLink>& a, const std::vector<ItemLink>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].a, b[i].a);
    EXPECT_EQ(a[i].b, b[i].b);
    EXPECT_EQ(a[i].score, b[i].score);
    EXPECT_EQ(a[i].why, b[i].why);
  }
}

void expect_equal(const std::vector<claims::Neighbour>& a, const std::vector<claims::Neighbour>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].id, b[i].id);
    EXPECT_EQ(a[i].score, b[i].score);
    EXPECT_EQ(a[i].density, b[i].density);
    EXPECT_EQ(a[i].group, b[i].group);
  }
}

class Both {
 public:
  Both(claims::ClaimStore& a, claims::ClaimStore& b, unsigned seed) : stores_{&a, &b}, random_(seed) {}

  void do_something() {
    const ItemKind kind = kKinds[pick(3)];
    const ItemId id = any_id(), other = any_id();
    switch (pick(8)) {
      case 0:
      case 1:
      case 2:
        return put(kind, id);
      case 3:
        if (id < other && exists(kind, id) && exists(kind, other)) {
          for (auto* store : stores_)
            store->put_link(kind, {id, other, id.number + 0.25, "why " + other.document.text()});
        }
        return;
      case 4:
        if (exists(kind, id)) {
          for (auto* store : stores_) store->set_group(kind, id, other);
        }
        return;
      case 5:
        for (auto* store : stores_) store->remove_link(kind, id, other);
        return;
      case 6:
        if (exists(kind, id)) {
          for (auto* store : stores_) store->set_density(kind, id, other.number / 3.0);
        }
        return;
      default:
        if (pick(4) == 0) {
          for (auto* store : stores_) store->remove_document(id.document);
        }
    }
  }

  void compare() {
    for (const ItemKind kind : kKinds) {
      for (const char* document : {"d1", "d2", "d3", "d4"}) {
        expect_equal(stores_[0]->items_of(kind, document), stores_[1]->items_of(kind, document));
        for (std::uint32_t number = 0; number < 4; ++number) {
          const ItemId id{document, number};
          EXPECT_EQ(exists(kind, id), stores_[1]->get(kind, id) != nullptr);
          EXPECT_EQ(stores_[0]->group_of(kind, id), stores_[1]->group_of(kind, id));
          EXPECT_EQ(stores_[0]->members(kind, id), stores_[1]->members(kind, id));
          expect_equal(stores_[0]->links_of(kind, id), stores_[1]->links_of(kind, id));
          expect_equal(stores_[0]->neighbours(kind, id), stores_[1]->neighbours(kind, id));
          EXPECT_EQ(stores_[0]->density_of(kind, id), stores_[1]->density_of(kind, id));
        }
      }
      const std::uint64_t key = any_key();
      const unsigned limit = pick(4);
      EXPECT_EQ(stores_[0]->holders(kind, key, limit), stores_[1]->holders(kind, key, limit));
    }
  }

 private:
  unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }
  ItemId any_id() { return {"d" + std::to_string(1 + pick(4)), pick(4)}; }
  // Some with the highest bit, which SQLite takes for a sign.
  std::uint64_t any_key() { return (std::uint64_t{pick(2)} << 63) + pick(6); }
  bool exists(ItemKind kind, const ItemId& id) { return stores_[0]->get(kind, id) != nullptr; }

  void put(ItemKind kind, const ItemId& id) {
    Item item{id, std::string("p\0", 2) + std::to_string(pick(100)), {}};
    for (unsigned i = pick(5); i > 0; --i) item.keys.push_back(any_key());
    std::sort(item.keys.begin(), item.keys.end());
    item.keys.erase(std::unique(item.keys.begin(), item.keys.end()), item.keys.end());
    for (auto* store : stores_) store->put(kind, item);
  }

  claims::ClaimStore* stores_[2];
  std::mt19937 random_;
};

TEST_F(SqliteClaimStoreTest, DoesWhatTheOneInMemoryDoes) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    claims::MemoryStore memory;
    Transaction transaction(database_);
    SqliteClaimStore store(database_);
    Both both(memory, store, seed);
    for (int step = 0; step < 150; ++step) {
      both.do_something();
      if (step % 10 == 0) both.compare();
    }
    both.compare();
    ASSERT_FALSE(database_.failed()) << database_.take_failure()->describe();
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
}

TEST_F(SqliteClaimStoreTest, LeavesNothingOfADocument) {
  Transaction transaction(database_);
  SqliteClaimStore store(database_);
  store.put(ItemKind::statement, {{"d1", 0}, "p", {1, 2}});
  store.put(ItemKind::text, {{"d1", 0}, "q", {1}});
  store.put(ItemKind::statement, {{"d2", 0}, "r", {2}});
  store.put_link(ItemKind::statement, {{"d1", 0}, {"d2", 0}, 1, "why"});
  store.remove_document("d1");
  EXPECT_EQ(database_.find_integer("SELECT count(*) FROM item"), 1);
  EXPECT_EQ(database_.find_integer("SELECT count(*) FROM item_key"), 1);
  EXPECT_EQ(database_.find_integer("SELECT count(*) FROM item_link"), 0);
}

TEST_F(SqliteClaimStoreTest, AnItemOfNoDocumentIsAFailure) {
  SqliteClaimStore store(database_);
  store.put(ItemKind::statement, {{"nowhere", 0}, "p", {}});
  EXPECT_TRUE(database_.take_failure());
}

}  // namespace
}  // namespace sayso::archive
