// No page goes through a whole table: SQLite's own plans say so for all that the pages run.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include <mutex>
#include <set>

#include "archive/temporary_archive.h"
#include "serve/api_v1.h"
#include "serve/archive_pages.h"
#include "serve/export_pages.h"
#include "serve/review_page.h"

namespace sayso::serve {
namespace {

// What was run on any connection since clear().
class Statements {
 public:
  static void watch() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(&Statements::begin)); }
  static void unwatch() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&Statements::begin)); }
  static std::set<std::string> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(seen_, {});
  }

 private:
  static int begin(sqlite3* handle, char**, const sqlite3_api_routines*) {
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, note, nullptr);
  }
  static int note(unsigned, void*, void* statement, void*) {
    const std::lock_guard lock(mutex_);
    if (const char* const sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement))) seen_.insert(sql);
    return 0;
  }
  static inline std::mutex mutex_;
  static inline std::set<std::string> seen_;
};

// A plan may go through an index from its one end as long as it stops there: with LIMIT and without sorting.
struct Plan {
  std::vector<std::string> steps;
  bool sorts = false, stops = false;
};

// Whole tables that are read for what cannot be had otherwise: all that a person corrected (few), outlets
// (few), the settings of full-text search, counts over the whole archive, and the whole graph. page_cache.h
// keeps the pages until the archive changes.
bool may_scan(const std::string& sql) {
  for (const char* part :
       {"FROM correction c", "FROM outlet o JOIN", "_search_config", "SELECT count(*) FROM",
        "count(*) FROM claim WHERE", "FROM actor_edge e", "FROM claim_statement c JOIN item i"})
    if (sql.find(part) != std::string::npos) return true;
  return false;
}

class PagePlans : public archive::TemporaryArchive {
 protected:
  PagePlans() {
    auto archive = open();
    add(archive,
        {article_of(
             {.text =
                  "Tilda Brask said the bridge at Ansley will open in May. Oskar Venn denied the bridge at "
                  "Ansley opens."}),
         article_of(
             {.text = "Ada Holm said the bridge at Ansley will open in May.", .outlet = "Harbour Post"})});
    Statements::watch();
    pool_ = std::make_unique<ArchivePool>(file_);
    SiteOptions options;
    options.guard.hosts = {"localhost"};
    options.costly_per_minute = 1000;
    site_ = std::make_unique<Site>(options);
    add_home_page(*site_, *pool_);
    add_document_pages(*site_, *pool_);
    add_claim_list_page(*site_, *pool_);
    add_claim_pages(*site_, *pool_);
    add_timeline_page(*site_, *pool_);
    add_compare_page(*site_, *pool_);
    add_search_page(*site_, *pool_);
    add_entity_pages(*site_, *pool_);
    add_graph_page(*site_, *pool_);
    add_event_pages(*site_, *pool_);
    add_review_page(*site_, *pool_, file_, false);
    add_export_pages(*site_, *pool_);
    add_api_v1(*site_, *pool_);
  }
  ~PagePlans() override { Statements::unwatch(); }

  std::string get(const std::string& path, std::multimap<std::string, std::string> query = {}) {
    Request request;
    request.path = path;
    request.query = std::move(query);
    request.headers["host"] = "localhost";
    const Response response = site_->respond(request);
    EXPECT_EQ(response.status, 200) << path << " " << response.body;
    return response.body;
  }

  std::string first(const std::string& path, const char* field) {
    const Json rows = Json::parse(get(path))["rows"];
    EXPECT_FALSE(rows.empty()) << path;
    return rows.empty() ? "" : rows[0][field].get<std::string>();
  }

  Plan plan_of(const std::string& sql) {
    Plan plan;
    // Events come by date, and whoever asked takes no more than a page.
    plan.stops =
        sql.find("LIMIT") != std::string::npos || sql.find("FROM event e WHERE 1") != std::string::npos;
    sqlite3* handle = nullptr;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file_.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_prepare_v2(handle, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &statement, nullptr),
              SQLITE_OK)
        << sqlite3_errmsg(handle) << " in " << sql;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      plan.steps.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
      plan.sorts |= plan.steps.back().starts_with("USE TEMP B-TREE FOR ORDER BY");
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return plan;
  }

  std::vector<std::string> scans(const std::string& sql) {
    std::vector<std::string> found;
    const Plan plan = plan_of(sql);
    for (const std::string& step : plan.steps) {
      const bool walk = plan.stops && !plan.sorts && step.find(" USING ") != std::string::npos;
      const bool small =
          step.find("VIRTUAL TABLE INDEX") != std::string::npos ||
          step.find("CONSTANT ROW") != std::string::npos || step == "SCAN g" ||  // a list made before
          (step == "SCAN x" && sql.find("FROM correction_anchor x") != std::string::npos);  // few
      if (step.starts_with("SCAN") && !walk && !small) found.push_back(step + " in " + sql);
    }
    return found;
  }

  std::unique_ptr<ArchivePool> pool_;
  std::unique_ptr<Site> site_;
};

TEST_F(PagePlans, NoPageGoesThroughATable) {
  const std::string claim = first("/claims.json", "id"), document = first("/documents.json", "id");
  const std::string entity = first("/entities.json", "url");
  Statements::take();
  const std::vector<std::pair<std::string, std::multimap<std::string, std::string>>> pages = {
      {"/", {}},
      {"/claims", {}},
      {"/claims", {{"contested", "on"}}},
      {"/claims", {{"entity", "Ada Holm"}}},
      {"/claims/" + claim, {}},
      {"/claims/" + claim + "/origins", {}},
      {"/documents", {}},
      {"/documents/" + document, {}},
      {"/timeline", {}},
      {"/timeline", {{"claim", claim}}},
      {"/timeline", {{"entity", "Ada Holm"}}},
      {"/graph", {}},
      {"/graph", {{"about", "Ada Holm"}}},
      {"/graph", {{"kind", "acts"}}},
      {"/compare", {}},
      {"/compare", {{"claim", claim}}},
      {"/compare", {{"entity", "Ada Holm"}}},
      {"/entities", {}},
      {"/entities", {{"name", "Ada Holm"}}},
      {"/entities", {{"name", "Adah Holmes"}}},
      {entity, {}},
      {"/search", {{"q", "bridge"}}},
      {"/search", {{"q", "bridge xylophone"}, {"source", "Nobody"}}},
      {"/search", {{"in", "articles"}, {"q", "bridge"}, {"outlet", "Harbour Post"}}},
      {"/events", {}},
      {"/events", {{"actor", "Holm"}, {"from", "2024"}}},
      {"/review", {}},
      {"/export/claims", {{"format", "claims"}}},
      {"/api/v1/claims/" + claim, {}},
      {"/api/v1/documents/" + document, {}}};
  for (const auto& [path, query] : pages) {
    get(path, query);
    const auto statements = Statements::take();
    EXPECT_FALSE(statements.empty()) << path;
    for (const std::string& sql : statements) {
      if (may_scan(sql)) continue;
      EXPECT_THAT(scans(sql), testing::IsEmpty()) << path;
    }
  }
}

// The test would see one.
TEST_F(PagePlans, AScanIsSeen) {
  EXPECT_THAT(scans("SELECT quote FROM claim_statement WHERE quote = 'x'"), testing::SizeIs(1));
  EXPECT_THAT(scans("SELECT quote FROM claim_statement ORDER BY polarity LIMIT 1"), testing::SizeIs(1));
  EXPECT_THAT(scans("SELECT date FROM claim_statement ORDER BY date LIMIT 1"), testing::IsEmpty());
}

}  // namespace
}  // namespace sayso::serve
