// No statement that adds, replaces, looks up or searches goes through a whole table: SQLite's own plans for
// all that was run say so.
#include <gmock/gmock.h>

#include <set>

#include "archive/state.h"
#include "archive/temporary_archive.h"
#include "sayso/claim_queries.h"

namespace sayso::archive {
namespace {

class Plans : public TemporaryArchive {
 protected:
  Plans() : archive_(open()) { sqlite3_trace_v2(handle(), SQLITE_TRACE_STMT, note, this); }
  ~Plans() override { sqlite3_trace_v2(handle(), 0, nullptr, nullptr); }

  sqlite3* handle() { return archive_.state().database.handle(); }

  static int note(unsigned, void* self, void* statement, void*) {
    if (const char* const sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement))) {
      static_cast<Plans*>(self)->statements_.insert(sql);
    }
    return 0;
  }

  // Steps of the plan that go through all rows of a table. What people corrected by hand is few and read
  // whole.
  std::vector<std::string> scans(const std::string& sql) {
    std::vector<std::string> found;
    sqlite3_stmt* plan = nullptr;
    const std::string explain = "EXPLAIN QUERY PLAN " + sql;
    if (sqlite3_prepare_v2(handle(), explain.c_str(), -1, &plan, nullptr) != SQLITE_OK) return found;
    while (sqlite3_step(plan) == SQLITE_ROW) {
      const std::string step = reinterpret_cast<const char*>(sqlite3_column_text(plan, 3));
      if (step.starts_with("SCAN") && step.find("VIRTUAL TABLE INDEX") == step.npos &&
          step.find("CONSTANT ROW") == step.npos && sql.find("FROM correction c") == sql.npos) {
        found.push_back(step + " in " + sql);
      }
    }
    sqlite3_finalize(plan);
    return found;
  }

  void expect_no_scan() {
    sqlite3_trace_v2(handle(), 0, nullptr, nullptr);
    EXPECT_GT(statements_.size(), 3u);
    for (const std::string& sql : statements_) EXPECT_THAT(scans(sql), testing::IsEmpty());
  }

  Archive archive_;
  std::set<std::string> statements_;
};

const News kOne = {.text =
                       "Tilda Brask said the bridge at Ansley will open in May. Oskar Venn denied the bridge "
                       "at Ansley opens."};
const News kTwo = {.text = "Ada Holm said the bridge at Ansley will open in May.", .outlet = "Harbour Post"};

TEST_F(Plans, OfAdditions) {
  add(archive_, {article_of(kOne), article_of(kTwo)});
  ArchiveArticle again = article_of(kOne, {"2.0", "model-b", "catalog-a"});
  add(archive_, {again});
  again.reread = again.record.id;
  again.record.id = "0123abcd";
  add(archive_, {again});
  EXPECT_GT(statements_.size(), 30u);
  expect_no_scan();
}

TEST_F(Plans, OfLookingUp) {
  const ArchiveArticle one = article_of(kOne);
  add(archive_, {one});
  statements_.clear();
  (void)archive_.holds(one.record.document, one.record.generator);
  (void)archive_.document("12345678");
  (void)archive_.record(one.record.id);
  (void)archive_.raw_input(one.record.id);
  (void)archive_.outdated({"2.0", "model-b", "catalog-a"}, 0, 10);
  (void)archive_.differences(one.record.id, [](const RecordDifference&) { return true; });
  expect_no_scan();
}

TEST_F(Plans, OfEntitiesAndWhatIsAroundThem) {
  add(archive_, {article_of(kOne), article_of(kTwo)});
  statements_.clear();
  const auto found = find_entities(archive_, "Tilda Brask", 10);
  ASSERT_TRUE(found && found->size() == 1);
  ASSERT_TRUE(describe_entity(archive_, found->front().id, 10));
  ASSERT_TRUE(explain_entity(archive_, found->front().id, 10));
  // Outlets are few, and looked through for those that are cited.
  ASSERT_TRUE(make_graph(archive_, {.entities = {found->front().id}}));
  std::erase_if(statements_,
                [](const std::string& sql) { return sql.find("FROM outlet o JOIN") != sql.npos; });
  expect_no_scan();
}

TEST_F(Plans, OfEverySearch) {
  add(archive_, {article_of(kOne), article_of(kTwo)});
  statements_.clear();
  const std::vector<std::string> words = {"", "bridge", "-bridge"};
  for (int mask = 0; mask < 1 << 8; ++mask) {
    for (const std::string& word : words) {
      for (const auto order : {SearchOrder::best, SearchOrder::newest}) {
        SearchQuery query{.words = word, .order = order, .limit = 1};
        if (mask & 1) query.source = "Brask";
        if (mask & 2) query.cue = "say";
        if (mask & 4) query.cue_class = "report";
        if (mask & 8) query.act = "assertive";
        if (mask & 16) query.commitment = "CT+";
        if (mask & 32) query.outlet = "The Weir";
        if (mask & 64) query.from = "2025";
        if (mask & 128) query.to = "2026";
        query.articles = (mask & 31) == 0 && word == "bridge";
        const Result<SearchPage> page = archive_.search(query);
        ASSERT_TRUE(page) << page.error().describe();
        query.after = page->next;
        if (!query.after.empty()) {
          ASSERT_TRUE(archive_.search(query));
        }
      }
    }
  }
  EXPECT_GT(statements_.size(), 200u);
  expect_no_scan();
}

}  // namespace
}  // namespace sayso::archive
