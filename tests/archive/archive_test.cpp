// The archive from outside: what goes in comes out, once, in whatever way it is asked for.
#include "sayso/archive.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <fstream>

#include "archive/temporary_archive.h"
#include "sayso/record_json.h"

namespace sayso::archive {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using ArchiveTest = TemporaryArchive;

const News kBridge = {.text = "Tilda Brask said the bridge will open in May.", .id = "w-1"};
const News kDenial = {.text = "Oskar Venn denied the bridge was late.", .outlet = "Harbour Post"};
const Generator kNewModel = {"1.0", "model-b", "catalog-a"};

TEST_F(ArchiveTest, GivesBackWhatWasAdded) {
  Archive archive = open();
  const ArchiveArticle bridge = article_of(kBridge);
  EXPECT_THAT(add(archive, {bridge, article_of(kDenial)}),
              ElementsAre(ArchiveChange::added, ArchiveChange::added));
  EXPECT_EQ(**archive.record_json(bridge.record.id), to_json(bridge.record));
  EXPECT_EQ((*archive.record(bridge.record.id))->attributions.at(0).content.text,
            "the bridge will open in May");
  const auto raw = *archive.raw_input(bridge.record.id);
  EXPECT_EQ(raw->bytes, bridge.raw.bytes);
  EXPECT_EQ(raw->name, bridge.raw.name);
  EXPECT_EQ(raw->format, InputFormat::json_lines);
  EXPECT_FALSE(*archive.record_json("0000"));
}

TEST_F(ArchiveTest, IsThereAfterItWasClosed) {
  const ArchiveArticle bridge = article_of(kBridge);
  {
    Archive archive = open();
    add(archive, {bridge});
  }
  const Archive archive = open(ArchiveAccess::read);
  EXPECT_EQ(**archive.record_json(bridge.record.id), to_json(bridge.record));
}

TEST_F(ArchiveTest, PackingAheadChangesNothing) {
  ArchiveArticle packed = article_of(kBridge);
  pack(packed);
  Archive archive = open();
  add(archive, {packed});
  EXPECT_EQ(**archive.record_json(packed.record.id), to_json(packed.record));
  EXPECT_EQ((*archive.raw_input(packed.record.id))->bytes, packed.raw.bytes);
}

TEST_F(ArchiveTest, TheSameAgainIsUnchanged) {
  Archive archive = open();
  const ArchiveArticle bridge = article_of(kBridge);
  add(archive, {bridge});
  EXPECT_THAT(add(archive, {bridge}), ElementsAre(ArchiveChange::unchanged));
  ArchiveArticle elsewhere = bridge;  // another collector's copy
  elsewhere.record.document.input = "copy.jsonl:7";
  elsewhere.record.document.external_id = "x-9";
  EXPECT_THAT(add(archive, {elsewhere}), ElementsAre(ArchiveChange::unchanged));
  EXPECT_THAT(column(archive, "SELECT id FROM documents"), SizeIs(1));
}

TEST_F(ArchiveTest, KnowsWhatItHolds) {
  Archive archive = open();
  const ArchiveArticle bridge = article_of(kBridge);
  Article article = bridge.record.document;
  const Generator generator = bridge.record.generator;
  EXPECT_FALSE(*archive.holds(article, generator));
  add(archive, {bridge});
  EXPECT_TRUE(*archive.holds(article, generator));
  EXPECT_FALSE(*archive.holds(article, kNewModel));
  article.published = "2025-03-13";  // a correction of what is known about it
  EXPECT_FALSE(*archive.holds(article, generator));
}

TEST_F(ArchiveTest, AChangedArticleOfTheSameIdReplacesTheOld) {
  Archive archive = open();
  ArchiveArticle first = article_of(kBridge);
  first.record.id = "aaaa0001";
  ArchiveArticle second =
      article_of({.text = "Tilda Brask said the bridge will open in June. Oskar Venn said no."});
  second.record.id = "aaaa0001";
  add(archive, {first, article_of(kDenial)});
  EXPECT_THAT(add(archive, {second}), ElementsAre(ArchiveChange::replaced));
  EXPECT_EQ(**archive.record_json("aaaa0001"), to_json(second.record));
  EXPECT_EQ(**archive.previous_record_json("aaaa0001"), to_json(first.record));
  EXPECT_THAT(column(archive, "SELECT content FROM attributions WHERE document = 'aaaa0001'"),
              ElementsAre("the bridge will open in June", "no"));
  EXPECT_THAT(archive.search({.words = "May"})->hits, IsEmpty());
  EXPECT_THAT(archive.search({.words = "June"})->hits, SizeIs(1));
  EXPECT_THAT(archive.verify()->problems, IsEmpty());
}

TEST_F(ArchiveTest, OnlyTheLastRecordBeforeIsKept) {
  Archive archive = open();
  std::vector<ArchiveArticle> versions;
  for (const char* month : {"May", "June", "July"}) {
    versions.push_back(
        article_of({.text = std::string("Tilda Brask said the bridge will open in ") + month + "."}));
    versions.back().record.id = "aaaa0001";
  }
  EXPECT_THAT(add(archive, versions),
              ElementsAre(ArchiveChange::added, ArchiveChange::replaced, ArchiveChange::replaced));
  EXPECT_EQ(**archive.previous_record_json("aaaa0001"), to_json(versions[1].record));
}

TEST_F(ArchiveTest, AReadingAgainWithAnotherIdTakesThePlaceOfTheOld) {
  Archive archive = open();
  const ArchiveArticle old = article_of(kBridge);
  ArchiveArticle again = article_of(kBridge, kNewModel);
  again.record.id = "bbbb0002";
  again.reread = old.record.id;
  add(archive, {old});
  EXPECT_THAT(add(archive, {again}), ElementsAre(ArchiveChange::replaced));
  EXPECT_THAT(column(archive, "SELECT id FROM documents"), ElementsAre("bbbb0002"));
  EXPECT_EQ(**archive.previous_record_json("bbbb0002"), to_json(old.record));
  EXPECT_THAT(archive.verify()->problems, IsEmpty());
}

TEST_F(ArchiveTest, ListsWhatAnotherModelHasRead) {
  Archive archive = open();
  std::vector<ArchiveArticle> batch;
  for (int i = 0; i < 5; ++i) {
    batch.push_back(article_of({.text = "Tilda Brask said number " + std::to_string(i) + " is due."}));
  }
  add(archive, batch);
  EXPECT_EQ(*archive.count_outdated(batch[0].record.generator), 0u);
  EXPECT_EQ(*archive.count_outdated(kNewModel), 5u);
  ArchiveArticle again = batch[1];
  again.record.generator = kNewModel;
  again.reread = again.record.id;
  add(archive, {again});
  EXPECT_EQ(*archive.count_outdated(kNewModel), 4u);
  const auto first = *archive.outdated(kNewModel, 0, 2);
  ASSERT_THAT(first, SizeIs(2));
  EXPECT_EQ(first[0].id, batch[0].record.id);
  EXPECT_EQ(first[1].id, batch[2].record.id);
  const auto rest = *archive.outdated(kNewModel, first[1].place, 10);
  ASSERT_THAT(rest, SizeIs(2));
  EXPECT_EQ(rest[1].id, batch[4].record.id);
}

TEST_F(ArchiveTest, FindsADocumentByIdByItsBeginningAndByTheCallersId) {
  Archive archive = open();
  const ArchiveArticle bridge = article_of(kBridge);
  add(archive, {bridge, article_of(kDenial)});
  for (const std::string& name : {bridge.record.id, bridge.record.id.substr(0, 8), std::string("w-1")}) {
    const auto document = *archive.document(name);
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(document->id, bridge.record.id);
    EXPECT_EQ(document->outlet, "The Weir");
    EXPECT_EQ(document->published, "2025-03-12");
    EXPECT_EQ(document->attributions, 1u);
    EXPECT_EQ(document->generator.model, "model-a");
  }
  for (const char* name : {"", "w-2", "zz", "' OR 1 --"}) EXPECT_FALSE(*archive.document(name)) << name;
}

TEST_F(ArchiveTest, AnAmbiguousBeginningFindsNothing) {
  Archive archive = open();
  ArchiveArticle a = article_of(kBridge), b = article_of(kDenial);
  a.record.id = "abcd0001";
  b.record.id = "abcd0002";
  add(archive, {a, b});
  EXPECT_FALSE(*archive.document("abcd"));
  EXPECT_TRUE(*archive.document("abcd0001"));
}

TEST_F(ArchiveTest, StoresAllOfABatchOrNothing) {
  Archive archive = open();
  std::vector<ArchiveArticle> batch = {article_of(kBridge), article_of(kDenial)};
  batch[1].packed_record = "x";  // is stored as it is, and makes no trouble here
  add(archive, batch);
  ASSERT_TRUE(archive.query("SELECT 1", {}, [](const SqlRow&) { return true; }));
  // A second writer holds the lock: the batch fails as a whole, and the archive works on afterwards.
  Archive other = open();
  bool checked = false;
  {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(file_.c_str(), &handle), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto refused = other.add(std::vector{article_of({.text = "Oskar Venn said yes."})});
    checked = true;
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::busy);
    EXPECT_EQ(refused.error().input, file_.string());
    sqlite3_close(handle);
  }
  ASSERT_TRUE(checked);
  EXPECT_THAT(add(other, {article_of({.text = "Oskar Venn said yes."})}), ElementsAre(ArchiveChange::added));
}

TEST_F(ArchiveTest, ViewsHaveTheRecordsNames) {
  Archive archive = open();
  const ArchiveArticle bridge = article_of(kBridge);
  add(archive, {bridge});
  EXPECT_THAT(column(archive, "SELECT outlet || ' ' || published || ' ' || model FROM documents"),
              ElementsAre("The Weir 2025-03-12 model-a"));
  EXPECT_THAT(column(archive, "SELECT id || ' ' || name || ' ' || type FROM entities"),
              ElementsAre("e1 Tilda Brask person"));
  EXPECT_THAT(column(archive, "SELECT id || ' ' || entity || ' ' || text || ' ' || form FROM mentions"),
              ElementsAre("m1 e1 Tilda Brask name"));
  EXPECT_THAT(column(archive,
                     "SELECT id || ' ' || source_name || ' ' || cue_lemma || ' ' || cue_class || ' ' || "
                     "polarity || ' ' || origin_name || ' ' || day FROM attributions"),
              ElementsAre("a1 Tilda Brask say report affirm Tilda Brask 2025-03-12"));
  EXPECT_THAT(column(archive, "SELECT position || ' ' || name FROM chains"),
              ElementsAre("0 The Weir", "1 Tilda Brask"));
  EXPECT_THAT(column(archive, "SELECT id || ' ' || attribution || ' ' || text FROM propositions"),
              ElementsAre("v1 a1 the bridge will open in May"));
  EXPECT_THAT(column(archive, "SELECT role || ' ' || proposition FROM arguments"), ElementsAre("nsubj v1"));
  EXPECT_THAT(column(archive, "SELECT id FROM timexes"), IsEmpty());
}

TEST_F(ArchiveTest, OffsetsCountCodePointsInEveryView) {
  Archive archive = open();
  add(archive, {article_of({.text = "Żółć 😀 über. Tilda Brask said “là-bas” it is."})});
  EXPECT_THAT(column(archive, "SELECT text FROM mentions"), ElementsAre("Tilda Brask"));
  EXPECT_THAT(column(archive, "SELECT text FROM propositions"), ElementsAre("“là-bas” it is"));
  EXPECT_THAT(column(archive,
                     "SELECT substr(text, a.\"begin\" + 1, a.\"end\" - a.\"begin\") FROM attributions a "
                     "JOIN documents d ON d.id = a.document"),
              ElementsAre("“là-bas” it is"));
}

TEST_F(ArchiveTest, QueriesReadOnly) {
  Archive archive = open();
  add(archive, {article_of(kBridge)});
  const auto take = [](const SqlRow&) { return true; };
  for (const char* sql :
       {"DELETE FROM document", "DROP TABLE document", "PRAGMA user_version = 7", "ATTACH 'x' AS x", "BEGIN",
        "SELECT", "nonsense", "SELECT * FROM nothing", "", "VACUUM"}) {
    const auto done = archive.query(sql, {}, take);
    ASSERT_FALSE(done) << sql;
    EXPECT_EQ(done.error().code, ErrorCode::bad_argument) << sql;
  }
  EXPECT_THAT(column(archive, "SELECT id FROM documents"), SizeIs(1));
}

TEST_F(ArchiveTest, QueriesTakeValuesAndStopWhenTold) {
  Archive archive = open();
  add(archive, {article_of(kBridge), article_of(kDenial)});
  const std::vector<SqlValue> values = {std::string("Oskar Venn"), std::int64_t{3}, 0.5, nullptr};
  std::string row_text;
  const auto rows = archive.query("SELECT name, ?2 + 1, ?3 * 2, ?4 FROM entities WHERE name = ?1", values,
                                  [&](const SqlRow& row) {
                                    EXPECT_EQ(row.columns(), 4u);
                                    EXPECT_EQ(row.name(0), "name");
                                    EXPECT_EQ(row.integer(1), 4);
                                    EXPECT_EQ(row.real(2), 1.0);
                                    EXPECT_TRUE(row.is_null(3));
                                    row_text = row.text(0);
                                    return true;
                                  });
  EXPECT_EQ(*rows, 1u);
  EXPECT_EQ(row_text, "Oskar Venn");
  EXPECT_EQ(*archive.query("SELECT 1 UNION ALL SELECT 2", {}, [](const SqlRow&) { return false; }), 1u);
}

// --- what is no archive ---

class Opening : public TemporaryArchive {
 protected:
  ErrorCode code_of(ArchiveAccess access) {
    const Result<Archive> archive =
        Archive::open(file_, {.access = access, .patience = std::chrono::milliseconds(1)});
    if (archive) return ErrorCode::inference;  // none of those that are looked for
    EXPECT_EQ(archive.error().input, file_.string());
    message_ = archive.error().message;
    return archive.error().code;
  }
  void write(const std::string& bytes) { std::ofstream(file_, std::ios::binary) << bytes; }
  void run_sql(const char* sql) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(file_.c_str(), &handle), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }
  std::string message_;
};

constexpr auto kAll = {ArchiveAccess::read, ArchiveAccess::write, ArchiveAccess::create};

TEST_F(Opening, WhatIsNotThereIsMadeOnlyWhereAskedFor) {
  EXPECT_EQ(code_of(ArchiveAccess::read), ErrorCode::not_found);
  EXPECT_EQ(code_of(ArchiveAccess::write), ErrorCode::not_found);
  EXPECT_FALSE(std::filesystem::exists(file_));
  open();
  EXPECT_TRUE(std::filesystem::exists(file_));
}

TEST_F(Opening, InAFolderThatIsNotThere) {
  file_ = folder_ / "nowhere" / "news.sayso";
  for (const auto access : kAll) EXPECT_EQ(code_of(access), ErrorCode::not_found);
}

TEST_F(Opening, AFolderIsNoArchive) {
  file_ = folder_;
  for (const auto access : kAll) EXPECT_EQ(code_of(access), ErrorCode::bad_archive);
}

TEST_F(Opening, AFileOfAnotherKindIsLeftAlone) {
  const std::string text =
      "Dear diary, today I wrote some lines that are no database. " + std::string(5000, 'x');
  write(text);
  for (const auto access : kAll) EXPECT_EQ(code_of(access), ErrorCode::bad_archive);
  std::ifstream stream(file_, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), text);
}

TEST_F(Opening, AnotherProgramsDatabaseIsLeftAlone) {
  run_sql("CREATE TABLE recipe (name TEXT)");
  for (const auto access : kAll) EXPECT_EQ(code_of(access), ErrorCode::bad_archive);
  EXPECT_THAT(message_, HasSubstr("no archive"));
}

TEST_F(Opening, AnEmptyFileBecomesOneWhereItMay) {
  write("");
  EXPECT_EQ(code_of(ArchiveAccess::read), ErrorCode::bad_archive);
  open();
  open(ArchiveAccess::read);
}

TEST_F(Opening, OneOfANewerVersionIsRefused) {
  open();
  run_sql("PRAGMA user_version = 999");
  for (const auto access : kAll) EXPECT_EQ(code_of(access), ErrorCode::bad_archive);
  EXPECT_THAT(message_, HasSubstr("newer version"));
}

TEST_F(Opening, ADamagedOneIsRefusedOrReportsItsDamage) {
  {
    Archive archive = open();
    add(archive, {article_of(kBridge)});
  }
  std::fstream stream(file_, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(100);
  stream << std::string(3000, '\xff');  // the page of the schema
  stream.close();
  for (const auto access : kAll) EXPECT_EQ(code_of(access), ErrorCode::bad_archive);
}

TEST_F(Opening, NamesWithCharactersOfAddressesAreNames) {
  file_ = folder_ / "a?b#c%20d e.sayso";
  open();
  EXPECT_TRUE(std::filesystem::exists(file_));
  open(ArchiveAccess::read);
}

TEST_F(Opening, ForReadingChangesNothing) {
  {
    Archive archive = open();
    add(archive, {article_of(kBridge)});
  }
  Archive archive = open(ArchiveAccess::read);
  const auto refused = archive.add(std::vector{article_of(kDenial)});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unwritable);
  EXPECT_THAT(column(archive, "SELECT id FROM documents"), SizeIs(1));
}

TEST_F(Opening, ReadersGoOnWhileOneWrites) {
  Archive writer = open();
  const Archive reader = open(ArchiveAccess::read);
  EXPECT_THAT(column(reader, "SELECT id FROM documents"), IsEmpty());
  add(writer, {article_of(kBridge)});
  EXPECT_THAT(column(reader, "SELECT id FROM documents"), SizeIs(1));
}

}  // namespace
}  // namespace sayso::archive
