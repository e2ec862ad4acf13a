// `sayso catalog` through the command line, on files of a folder of its own.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "cli/command_line.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* kPeople =
    "id\ttype\tname\taliases\tcountry\n"
    "p1\tperson\tIlmar Kestrel\tI. Kestrel|Ilmar J. Kestrel\tRU\n"
    "p2\torganization\tMinistry of Tides\tMoT\n"
    "p3\tplace\tPort Varn\n";

class CatalogCommand : public testing::Test {
 protected:
  CatalogCommand() {
    folder_ = fs::path(testing::TempDir()) /
              ("sayso_catalog_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    store_ = folder_ / "data" / "catalog.tsv";
    variables_["SAYSO_CATALOG"] = store_.string();
  }
  ~CatalogCommand() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  static std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  int run_with(const std::vector<std::string>& arguments) {
    std::vector<const char*> argv = {"sayso", "catalog"};
    for (const std::string& argument : arguments) argv.push_back(argument.c_str());
    std::istringstream in;
    out_.str("");
    err_.str("");
    const Environment environment{
        .in = in,
        .out = out_,
        .err = err_,
        .out_terminal = {},
        .err_terminal = {},
        .variable = [this](const char* name) -> const char* {
          const auto found = variables_.find(name);
          return found == variables_.end() ? nullptr : found->second.c_str();
        },
        .load = [](const EngineOptions&) -> Result<LoadedEngine> {
          return Error{ErrorCode::bad_model, "no model is needed", "", std::nullopt};
        },
        .interrupted = [this] { return ++asked_ > interrupt_after_; }};
    return run(static_cast<int>(argv.size()), argv.data(), environment);
  }

  // What is in the store's folder beside the store and its lock.
  std::size_t strays() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(store_.parent_path())) {
      if (entry.path() != store_ && entry.path() != store_.string() + ".lock") ++count;
    }
    return count;
  }

  fs::path folder_;
  fs::path store_;
  std::ostringstream out_;
  std::ostringstream err_;
  std::map<std::string, std::string> variables_;
  int asked_ = 0;
  int interrupt_after_ = 1'000'000;
};

TEST_F(CatalogCommand, ImportsTabSeparatedValues) {
  EXPECT_EQ(run_with({"import", write("people.tsv", kPeople)}), kDone);
  EXPECT_EQ(err_.str(), "3 added, 0 replaced, 3 in " + store_.string() + "\n");
  EXPECT_THAT(out_.str(), IsEmpty());
  EXPECT_EQ(run_with({"list", "--imported"}), kDone);
  EXPECT_EQ(out_.str(),
            "p1\tperson\tperson\tIlmar Kestrel\tRU\t\n"
            "p2\torganization\torganization\tMinistry of Tides\t\t\n"
            "p3\tother\tplace\tPort Varn\t\t\n");
  EXPECT_EQ(strays(), 0u);
}

TEST_F(CatalogCommand, ImportsFollowTheMoney) {
  const std::string file = write(
      "entities.ftm.json",
      R"({"id":"NK-1","caption":"Ilmar Kestrel","schema":"Person","properties":{)"
      R"("name":["Ilmar Kestrel","Ильмар"],"alias":["I. Kestrel"],"weakAlias":["Boss"],"country":["suhh","ru"]}})"
      "\n\n"
      R"({"id":"NK-2","schema":"PublicBody","properties":{)"
      R"("name":["Ministry\tof Tides"],"jurisdiction":["gb-sct"]},"datasets":["x"]})"
      "\n"
      R"({"id":"NK-3","caption":"Owns","schema":"Ownership","properties":{"owner":["NK-1"]}})"
      "\n"
      R"({"id":"NK-4","schema":"Address","properties":{"full":["1 Quay, Port Varn"]}})"
      "\n"
      R"({"id":"NK-5","schema":"Vessel","properties":{"name":"Grey Auk \ud800"}})");
  EXPECT_EQ(run_with({"import", file}), kDone);
  EXPECT_THAT(err_.str(), StartsWith("4 added, 0 replaced, 1 without a name, 4 in "));
  EXPECT_EQ(read(store_),
            "#sayso.catalog/1\n"
            "NK-1\tperson\tIlmar Kestrel\tИльмар|I. Kestrel\tRU\n"
            "NK-2\torganization\tMinistry of Tides\t\tGB\n"
            "NK-4\tother\t1 Quay, Port Varn\t\t\n"
            "NK-5\tother\tGrey Auk \xEF\xBF\xBD\t\t\n");
}

TEST_F(CatalogCommand, TheSameIdsAreReplacedAndOthersStay) {
  run_with({"import", write("people.tsv", kPeople)});
  const std::string first = read(store_);
  EXPECT_EQ(run_with({"import", (folder_ / "people.tsv").string()}), kDone);
  EXPECT_THAT(err_.str(), StartsWith("0 added, 3 replaced, 3 in "));
  EXPECT_EQ(read(store_), first);
  EXPECT_EQ(run_with({"import", write("more.tsv", "p2\torganization\tTide Office\np9\tperson\tOna Brask\n")}),
            kDone);
  EXPECT_THAT(err_.str(), StartsWith("1 added, 1 replaced, 4 in "));
  EXPECT_EQ(run_with({"show", "Ministry of Tides"}), kSomeFailed);
  EXPECT_EQ(run_with({"show", "the Tide Office's"}), kDone);
  EXPECT_EQ(out_.str(), "name\tp2\torganization\torganization\tTide Office\t\t\n");
  EXPECT_EQ(run_with({"show", "Ilmar Kestrel"}), kDone);
}

TEST_F(CatalogCommand, ShowsNamesAndIds) {
  EXPECT_EQ(run_with({"show", "Moscow"}), kDone);
  EXPECT_EQ(
      out_.str(),
      "name\tcity:524901\tcity\tplace\tMoscow\tRU\t\ncapital\tcountry:RU\tcountry\tplace\tRussia\tRU\t\n");
  EXPECT_EQ(run_with({"show", "agency:reuters"}), kDone);
  EXPECT_EQ(out_.str(), "id\tagency:reuters\tagency\torganization\tReuters\tGB\tThomson Reuters\n");
  EXPECT_EQ(run_with({"show", "Nobody At All"}), kSomeFailed);
  EXPECT_EQ(err_.str(), "sayso: nothing in the catalog is called \"Nobody At All\"\n");
  EXPECT_EQ(run_with({"list"}), kDone);
  EXPECT_THAT(out_.str(), HasSubstr("\ncountry:FR\tcountry\tplace\tFrance\tFR\t\n"));
}

TEST_F(CatalogCommand, ABadLineIsNamedAndNothingIsLost) {
  run_with({"import", write("people.tsv", kPeople)});
  const std::string before = read(store_);
  struct Bad {
    std::string name;
    std::string text;
    std::string message;  // behind FILE
  };
  const std::vector<Bad> bad = {
      {"a.tsv", "p7\tperson\tOna Brask\np8\tperson\n", ":2: the line has 2 columns; "},
      {"b.tsv", "p7\tking\tOna Brask\n", ":1: \"king\" is no type; known are agency, company, "},
      {"c.tsv", "p7\tperson\t \n", ":1: the name is empty"},
      {"d.tsv", "\tperson\tOna Brask\n", ":1: the id is empty"},
      {"e.tsv", "p7\tperson\tOna Brask\t\tRussia\n", ":1: \"Russia\" is no country's code"},
      {"f.tsv", "p7\tperson\tOna\xC3 Brask\n", ":1: byte 0xC3 at 14 of the line is not UTF-8"},
      {"g.tsv", "p7\tperson\tOna\np7\tperson\tUna\n", ":2: the id \"p7\" stands in the file twice"},
      {"h.json", "{\"id\":\"p7\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ona\"]}}\n{\"id\":\n",
       ":2: "},
      {"i.json", "{\"schema\":\"Person\"}\n", ":1: the object has no \"id\""},
      {"j.json", "{\"id\":\"p7\"}\n", ":1: the object has no \"schema\""},
      {"k.json", "{\"id\":\"p7\",\"schema\":\"Person\",\"properties\":{\"name\":[7]}}\n",
       ":1: \"name\" must be a list"},
      {"l.json", "{\"id\":\"p7\"} {\n", ":1: "},
      {"m.tsv", "p7\tperson\tOna Brask\t" + std::string(1'000'000, 'x') + "\n",
       ":1: the line is longer than 1000000 bytes"},
      {"n.tsv", "", ": the file is empty"},
      {"o.tsv", "\n \n", ": the file is empty"},
  };
  for (const Bad& file : bad) {
    const std::string path = write(file.name, file.text);
    EXPECT_EQ(run_with({"import", path}), kSomeFailed) << file.name;
    EXPECT_THAT(err_.str(), StartsWith("sayso: " + path + file.message));
    EXPECT_EQ(read(store_), before) << file.name;
    EXPECT_EQ(strays(), 0u) << file.name;
  }
  EXPECT_EQ(run_with({"import", (folder_ / "missing.tsv").string()}), kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr("missing.tsv: no such file"));
  EXPECT_EQ(run_with({"import", folder_.string()}), kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr(": it is a folder"));
  EXPECT_EQ(read(store_), before);
}

TEST_F(CatalogCommand, Limits) {
  const std::string people = write("people.tsv", kPeople);
  const std::string size = std::to_string(std::string_view(kPeople).size());
  EXPECT_EQ(run_with({"import", "--max-bytes", "20", people}), kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr("people.tsv: the file is larger than 20 bytes"));
  EXPECT_FALSE(fs::exists(store_));
  EXPECT_EQ(run_with({"import", "--max-entries", "2", people}), kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr("people.tsv:4: the catalog would have more than 2 entries"));
  EXPECT_FALSE(fs::exists(store_));
  EXPECT_EQ(run_with({"import", "--max-bytes", size, "--max-entries", "3", people}), kDone);
  // What is there already counts too.
  EXPECT_EQ(run_with({"import", "--max-entries", "3", write("one.tsv", "p9\tperson\tOna Brask\n")}),
            kSomeFailed);
  EXPECT_EQ(run_with({"import", "--max-entries", "4", (folder_ / "one.tsv").string()}), kDone);
}

TEST_F(CatalogCommand, AnInterruptedImportLeavesTheOldFile) {
  run_with({"import", write("people.tsv", kPeople)});
  const std::string before = read(store_);
  std::string many;
  for (int i = 0; i < 5'000; ++i)
    many += "n" + std::to_string(i) + "\tperson\tName Number " + std::to_string(i) + "\n";
  asked_ = 0;
  interrupt_after_ = 4'000;
  EXPECT_EQ(run_with({"import", write("many.tsv", many)}), kInterrupted);
  EXPECT_THAT(err_.str(), HasSubstr("many.tsv: interrupted"));
  EXPECT_EQ(read(store_), before);
  EXPECT_EQ(strays(), 0u);
}

TEST_F(CatalogCommand, APlaceThatCannotBeWrittenIsNamed) {
  const std::string people = write("people.tsv", kPeople);
  fs::create_directories(store_);
  EXPECT_EQ(run_with({"import", people}), kSomeFailed);
  EXPECT_EQ(err_.str(), "sayso: " + store_.string() + ": it is a folder\n");
  EXPECT_EQ(strays(), 0u);
  variables_["SAYSO_CATALOG"] = people + "/catalog.tsv";
  EXPECT_EQ(run_with({"import", people}), kSomeFailed);
  EXPECT_THAT(err_.str(), StartsWith("sayso: " + people + "/catalog.tsv: cannot be written: "));
}

TEST_F(CatalogCommand, ADamagedCatalogIsNotOverwritten) {
  fs::create_directories(store_.parent_path());
  std::ofstream(store_) << "#sayso.catalog/1\nbroken\n";
  EXPECT_EQ(run_with({"import", write("people.tsv", kPeople)}), kSomeFailed);
  EXPECT_THAT(err_.str(), StartsWith("sayso: " + store_.string() + ":2: the line has 1 column; "));
  EXPECT_EQ(read(store_), "#sayso.catalog/1\nbroken\n");
  EXPECT_EQ(run_with({"show", "Moscow"}), kSomeFailed);
  EXPECT_EQ(run_with({"list"}), kSomeFailed);
}

TEST_F(CatalogCommand, ALinkIsFollowed) {
  run_with({"import", write("people.tsv", kPeople)});
  fs::rename(store_, folder_ / "elsewhere.tsv");
  fs::create_symlink(folder_ / "elsewhere.tsv", store_);
  EXPECT_EQ(run_with({"import", write("one.tsv", "p9\tperson\tOna Brask\n")}), kDone);
  EXPECT_TRUE(fs::is_symlink(store_));
  EXPECT_THAT(read(folder_ / "elsewhere.tsv"),
              StartsWith("#sayso.catalog/1\np9\tperson\tOna Brask\t\t\np1\t"));
}

TEST_F(CatalogCommand, TheTypeCanBeSaid) {
  const std::string file = write("people", kPeople);
  EXPECT_EQ(run_with({"import", "--type", "ftm", file}), kSomeFailed);
  EXPECT_EQ(run_with({"import", "--type", "tsv", file}), kDone);
  EXPECT_EQ(run_with({"import", "--type", "auto",
                      write("windows", "\xEF\xBB\xBFid\ttype\tname\r\nq1\tperson\tA B\r\n")}),
            kDone);
  EXPECT_THAT(read(store_), StartsWith("#sayso.catalog/1\nq1\tperson\tA B\t\t\np1\t"));
}

TEST_F(CatalogCommand, WhereTheCatalogIs) {
  EXPECT_EQ(run_with({"where"}), kDone);
  EXPECT_EQ(out_.str(), store_.string() + "\n");
  variables_ = {{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/ona"}};
  run_with({"where"});
  EXPECT_EQ(out_.str(), "/data/sayso/catalog.tsv\n");
  variables_["XDG_DATA_HOME"] = "data";
  run_with({"where"});
  EXPECT_EQ(out_.str(), "/home/ona/.local/share/sayso/catalog.tsv\n");
  variables_.clear();
  EXPECT_EQ(run_with({"where"}), kSomeFailed);
  EXPECT_EQ(run_with({"import", write("people.tsv", kPeople)}), kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr("no place for the catalog"));
  EXPECT_EQ(run_with({"show", "Moscow"}), kDone);
}

TEST_F(CatalogCommand, NamesCannotControlTheTerminal) {
  EXPECT_EQ(run_with({"import", write("a.tsv", "e\x1b[31m\tperson\tOna\xC2\x9B Brask\n")}), kDone);
  EXPECT_EQ(run_with({"list", "--imported"}), kDone);
  EXPECT_THAT(out_.str(), Not(HasSubstr("\x1b")));
  EXPECT_THAT(out_.str(), Not(HasSubstr("\xC2\x9B")));
}

TEST_F(CatalogCommand, WrongUse) {
  const std::string file = write("people.tsv", kPeople);
  for (const auto& arguments : std::vector<std::vector<std::string>>{{},
                                                                     {"imprt", file},
                                                                     {"import"},
                                                                     {"import", "--type", "csv", file},
                                                                     {"import", "--max-bytes", "many", file},
                                                                     {"import", "--max-entries", "0", file},
                                                                     {"show"},
                                                                     {"where", "now"}}) {
    EXPECT_EQ(run_with(arguments), kWrongUse) << testing::PrintToString(arguments);
    EXPECT_THAT(err_.str(), StartsWith("sayso: "));
    EXPECT_THAT(out_.str(), IsEmpty());
  }
  EXPECT_FALSE(fs::exists(store_));
}

}  // namespace
}  // namespace sayso::cli
