#include "reading/catalog.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <thread>

#include "reading/catalog_data.h"
#include "reading/catalog_key.h"

namespace sayso::reading {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const char* const kForms[] = {"name", "acronym", "demonym", "metonym", "capital"};

// "country:RU name", ...
std::vector<std::string> found(std::string_view words, const Catalog& catalog = Catalog::builtin()) {
  std::vector<std::string> matches;
  for (const CatalogMatch& match : catalog.find(words)) {
    matches.push_back(match.entry->id + " " + kForms[static_cast<int>(match.form)]);
  }
  return matches;
}

struct Lookup {
  std::string words;
  std::vector<std::string> matches;
};

TEST(Catalog, FindsWhatIsCalledSo) {
  const std::vector<Lookup> lookups = {
      // Countries and the words for them
      {"Russia", {"country:RU name"}},
      {"Russian", {"country:RU demonym"}},
      {"Russians", {"country:RU demonym"}},
      {"a Russian", {"country:RU demonym"}},
      {"Danes", {"country:DK demonym"}},
      {"the United States", {"country:US name"}},
      {"Burma", {"country:MM name"}},
      {"Ivory Coast", {"country:CI name"}},
      {"Cote d’Ivoire", {"country:CI name"}},
      {"Britain", {"country:GB name"}},
      {"Great Britain", {"country:GB name"}},
      {"Holland", {"country:NL name"}},
      {"The Netherlands", {"country:NL name"}},
      {"DPRK", {"country:KP acronym"}},
      {"Türkiye", {"country:TR name"}},
      {"Congolese", {"country:CD demonym", "country:CG demonym"}},
      {"Dominican", {"country:DM demonym", "country:DO demonym"}},
      {"Korean", {"country:KP demonym", "country:KR demonym"}},
      {"European", {"place:EUROPE demonym"}},
      {"Arab", {"place:ARAB-WORLD demonym"}},
      {"Western", {"place:WEST demonym"}},
      {"Scottish", {"place:GB-SCT demonym"}},
      // Governments
      {"the Kremlin", {"country:RU metonym"}},
      {"Downing Street", {"country:GB metonym"}},
      {"Whitehall", {"country:GB metonym"}},
      {"the Élysée", {"country:FR metonym"}},
      {"Elysee Palace", {"country:FR metonym"}},
      {"White House", {"country:US metonym"}},
      {"Zhongnanhai", {"country:CN metonym"}},
      {"Blue House", {"country:KR metonym"}},
      {"Foggy Bottom", {"org:us-department-of-state metonym"}},
      {"Pentagon", {"org:us-department-of-defense metonym"}},
      {"Capitol Hill", {"org:us-congress metonym"}},
      {"Quai d'Orsay", {"org:french-foreign-ministry metonym"}},
      // Cities, and the governments that sit in them
      {"Moscow", {"city:524901 name", "country:RU capital"}},
      {"Kabul", {"city:1138958 name", "country:AF capital"}},
      {"Kiev", {"city:703448 name", "country:UA capital"}},
      {"Brussels", {"city:2800866 name", "org:eu capital", "country:BE capital"}},
      {"The Hague", {"city:2747373 name", "country:NL capital"}},
      {"Singapore", {"country:SG name", "city:1880252 name"}},
      {"Washington", {"city:4140963 name", "country:US capital", "place:US-WA name"}},
      {"Washington, D.C.", {"city:4140963 name", "country:US capital"}},
      {"São Paulo", {"city:3448439 name"}},
      {"Sao Paulo", {"city:3448439 name"}},
      {"St. Petersburg", {"city:498817 name"}},
      {"Georgia", {"country:GE name", "place:US-GA name"}},
      {"Montpelier", {"city:5238685 name"}},
      // Bodies, groups, parties
      {"NATO", {"org:nato acronym"}},
      {"Nato", {"org:nato name"}},
      {"U.N.", {"org:un acronym"}},
      {"United Nations", {"org:un name"}},
      {"ISIS", {"org:islamic-state acronym"}},
      {"Islamic State", {"org:islamic-state name"}},
      {"Daesh", {"org:islamic-state name"}},
      {"al-Qaeda", {"org:al-qaeda name"}},
      {"Al Qaida", {"org:al-qaeda name"}},
      {"the Taliban", {"org:taliban name"}},
      {"Republicans", {"org:republican-party demonym"}},
      {"GOP", {"org:republican-party acronym"}},
      {"the Democratic Party", {"org:democratic-party name", "org:italian-democratic-party name"}},
      {"State Department", {"org:us-department-of-state name"}},
      {"AfD", {"org:afd acronym"}},
      // Outlets and agencies
      {"Reuters", {"agency:reuters name"}},
      {"Tass", {"agency:tass name"}},
      {"TASS", {"agency:tass acronym"}},
      {"Itar-Tass", {"agency:tass name"}},
      {"dpa", {"agency:deutsche-presse-agentur acronym"}},
      {"the Associated Press", {"agency:associated-press name"}},
      {"Agence France Presse", {"agency:agence-france-presse name"}},
      {"TOLOnews", {"outlet:tolonews name"}},
      {"Khaama Press", {"outlet:khaama-press name"}},
      {"The New York Times", {"outlet:new-york-times name"}},
      {"de Volkskrant", {"outlet:de-volkskrant name"}},
      {"De Volkskrant", {"outlet:de-volkskrant name"}},
      {"The Hill", {"outlet:hill name"}},
      {"“Meet the Press”", {"outlet:meet-the-press name"}},
      {"60 Minutes", {"outlet:60-minutes name"}},
      {"Twitter", {"network:twitter name"}},
      // Spelling
      {"Russia's", {"country:RU name"}},
      {"Russia’s", {"country:RU name"}},
      {"Reuters'", {"agency:reuters name"}},
      {"the United  States'", {"country:US name"}},
      {"U.S.'s", {"country:US acronym"}},
      {"Moody's", {"org:moodys name"}},
      {"IRAN", {"country:IR name"}},
      {"RUSSIA", {"country:RU name"}},
      {"Iran.", {"country:IR name"}},
      {"Ore.", {"place:US-OR name"}},
  };
  for (const Lookup& lookup : lookups) EXPECT_EQ(found(lookup.words), lookup.matches) << lookup.words;
}

TEST(Catalog, WordsAreNoNames) {
  for (const char* words : {"turkey",
                            "china",
                            "polish",
                            "jordan",
                            "us",
                            "who",
                            "Who",
                            "it",
                            "IT",
                            "isis",
                            "Let",
                            "let",
                            "Dpa",
                            "the kremlin",
                            "the hill",
                            "Hill",
                            "Hague",
                            "Ore",
                            "Miss",
                            "60 minutes",
                            "reuters",
                            "60",
                            "Moscow Idaho",
                            "Moscow on Monday",
                            "",
                            " ",
                            "the",
                            "'s",
                            "...",
                            "\x01US",
                            "-",
                            "&"}) {
    EXPECT_THAT(found(words), IsEmpty()) << words;
  }
}

TEST(Catalog, AnyBytesAreSafe) {
  EXPECT_THAT(found(std::string(1'000'000, 'A')), IsEmpty());
  EXPECT_THAT(found(std::string(kLongestName, '.')), IsEmpty());
  EXPECT_THAT(found(std::string("Mos\0cow", 7)), IsEmpty());
  for (int byte = 0; byte < 256; ++byte) {
    found(std::string(1, static_cast<char>(byte)));
    found("Iran" + std::string(1, static_cast<char>(byte)));
    found(std::string(1, static_cast<char>(byte)) + "'s");
  }
}

TEST(Catalog, EntriesKnowTheirFacts) {
  const CatalogEntry& moscow = *Catalog::builtin().find("Moscow").at(0).entry;
  EXPECT_EQ(moscow.kind, CatalogKind::city);
  EXPECT_EQ(moscow.entity_kind, EntityKind::place);
  EXPECT_EQ(moscow.country, "RU");
  ASSERT_TRUE(moscow.place);
  EXPECT_NEAR(moscow.place->latitude, 55.75, 0.1);
  EXPECT_NEAR(moscow.place->longitude, 37.62, 0.1);
  EXPECT_EQ(moscow.place->country, "RU");
  const CatalogEntry& msnbc = *Catalog::builtin().find("MSNBC").at(0).entry;
  EXPECT_EQ(msnbc.kind, CatalogKind::outlet);
  EXPECT_EQ(msnbc.publisher, "NBCUniversal");
  EXPECT_EQ(Catalog::builtin().find("Meet the Press").at(0).entry->publisher, msnbc.publisher);
  EXPECT_EQ(Catalog::builtin().find("Interfax").at(0).entry->kind, CatalogKind::agency);
  EXPECT_EQ(Catalog::builtin().find("Hezbollah").at(0).entry->entity_kind, EntityKind::organization);
  EXPECT_FALSE(moscow.imported);
}

TEST(Catalog, CountriesByCode) {
  ASSERT_NE(Catalog::builtin().country("FR"), nullptr);
  EXPECT_EQ(Catalog::builtin().country("FR")->name, "France");
  EXPECT_EQ(Catalog::builtin().country("fr"), nullptr);
  EXPECT_EQ(Catalog::builtin().country(""), nullptr);
}

TEST(Catalog, LooksUpFromManyThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int n = 0; n < 200; ++n) EXPECT_EQ(found("Moscow").size(), 2u);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// The tables are written by hand: every row is whole and refers to what is there, no id stands twice.
TEST(CatalogTables, EveryRowIsWhole) {
  const std::map<std::string_view, std::size_t> columns = {
      {"cities", 7},         {"city_names", 3},   {"countries", 6},     {"country_names", 2},
      {"demonyms", 3},       {"metonyms", 2},     {"organizations", 5}, {"outlets", 5},
      {"places", 7},         {"programmes", 6},   {"actor_codes", 3},   {"event_codes", 3},
      {"event_contexts", 2}, {"event_deeds", 10}, {"event_nouns", 2},   {"event_pairs", 3},
      {"event_verbs", 2},    {"sectors", 2}};
  ASSERT_EQ(catalog_tables().size(), columns.size());
  std::set<std::string> ids;
  Catalog::builtin().for_each([&](const CatalogEntry& entry) {
    EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
    EXPECT_FALSE(entry.name.empty()) << entry.id;
    EXPECT_TRUE(entry.country.empty() || Catalog::builtin().country(entry.country) != nullptr) << entry.id;
    const std::vector<std::string> by_name = found(entry.name.substr(0, entry.name.find(" (")));
    EXPECT_TRUE(
        std::ranges::any_of(by_name, [&](const std::string& m) { return m.starts_with(entry.id + " "); }) ||
        entry.kind == CatalogKind::outlet || entry.kind == CatalogKind::city)
        << entry.id;
    return true;
  });
  EXPECT_GT(ids.size(), 4'000u);
  for (const CatalogTable& table : catalog_tables()) {
    ASSERT_TRUE(columns.contains(table.name)) << table.name;
    std::istringstream lines{std::string(table.text)};
    bool header = true;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("#")) continue;
      EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(line, '\t')) + 1, columns.at(table.name)) << line;
      EXPECT_EQ(line.find(";"), std::string::npos) << line;
      const std::string first = line.substr(0, line.find('\t'));
      if (std::exchange(header, false)) continue;
      if (table.name == "demonyms" || table.name == "country_names") {
        EXPECT_NE(Catalog::builtin().country(first), nullptr) << line;
      }
      if (table.name == "metonyms") {
        EXPECT_TRUE(first.starts_with("org:") ? ids.contains(first)
                                              : Catalog::builtin().country(first) != nullptr)
            << line;
      }
    }
  }
}

TEST(CatalogTables, NearlyEveryCountryHasADemonymAndACapital) {
  std::set<std::string> with_demonym;
  std::istringstream lines{
      std::string(std::ranges::find(catalog_tables(), "demonyms", &CatalogTable::name)->text)};
  for (std::string line; std::getline(lines, line);) with_demonym.insert(line.substr(0, 2));
  std::size_t countries = 0;
  std::size_t places = 0;
  Catalog::builtin().for_each([&](const CatalogEntry& entry) {
    if (entry.kind != CatalogKind::country) return false;
    ++countries;
    places += entry.place ? 1 : 0;
    return true;
  });
  EXPECT_GT(countries, 240u);
  EXPECT_GT(places, countries - 8);
  EXPECT_GT(with_demonym.size(), countries - 20);
}

class UserCatalog : public testing::Test {
 protected:
  UserCatalog() {
    file_ = fs::path(testing::TempDir()) /
            ("sayso_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".tsv");
    fs::remove(file_);
  }
  ~UserCatalog() override { fs::remove(file_); }

  void write(const std::string& text) { std::ofstream(file_, std::ios::binary) << text; }

  fs::path file_;
};

TEST_F(UserCatalog, IsMergedWithTheBuiltInOne) {
  write(
      "#sayso.catalog/1\n"
      "Q1\tperson\tIlmar Kestrel\tI. Kestrel|Ильмар Кестрель\tRU\n"
      "Q2\tcompany\tMoscow\t\t\n"
      "Q3\tgroup\tThe Varn Seven\tVSVN\t\n");
  const Result<Catalog> catalog = Catalog::load(file_);
  ASSERT_TRUE(catalog) << catalog.error().describe();
  EXPECT_THAT(found("Ilmar Kestrel's", *catalog), ElementsAre("Q1 name"));
  EXPECT_THAT(found("Ильмар Кестрель", *catalog), ElementsAre("Q1 name"));
  EXPECT_THAT(found("ilmar kestrel", *catalog), IsEmpty());
  EXPECT_THAT(found("VSVN", *catalog), ElementsAre("Q3 acronym"));
  EXPECT_THAT(found("Moscow", *catalog), ElementsAre("city:524901 name", "country:RU capital", "Q2 name"));
  const CatalogEntry& person = *catalog->find("Ilmar Kestrel").at(0).entry;
  EXPECT_EQ(person.kind, CatalogKind::person);
  EXPECT_EQ(person.country, "RU");
  EXPECT_TRUE(person.imported);
  EXPECT_EQ(catalog->find("Varn Seven").at(0).entry->entity_kind, EntityKind::group);
  EXPECT_EQ(catalog->country("RU"), Catalog::builtin().country("RU"));
}

TEST_F(UserCatalog, TheHashIsOfBoth) {
  const std::string builtin = Catalog::builtin().hash();
  EXPECT_THAT(builtin, testing::MatchesRegex("[0-9a-f]{64}"));
  EXPECT_EQ(Catalog::load(file_)->hash(), builtin);
  EXPECT_EQ(Catalog::load("")->hash(), builtin);
  write("#sayso.catalog/1\nQ1\tperson\tIlmar Kestrel\t\t\n");
  const std::string one = Catalog::load(file_)->hash();
  EXPECT_THAT(one, testing::MatchesRegex("[0-9a-f]{64}"));
  EXPECT_NE(one, builtin);
  EXPECT_EQ(Catalog::load(file_)->hash(), one);
  write("#sayso.catalog/1\nQ1\tperson\tIlmar Kestrol\t\t\n");
  EXPECT_NE(Catalog::load(file_)->hash(), one);
}

TEST_F(UserCatalog, DamageIsNamed) {
  struct Damage {
    std::string text;
    std::string place;
  };
  for (const Damage& damage : std::vector<Damage>{{"", ""},
                                                  {"Q1\tperson\tA\t\t\n", ":1"},
                                                  {"#sayso.catalog/2\n", ":1"},
                                                  {"#sayso.catalog/1\nQ1\tperson\tA\t\t\nQ2\tperson\n", ":3"},
                                                  {"#sayso.catalog/1\nQ1\tking\tA\t\t\n", ":2"},
                                                  {"#sayso.catalog/1\nQ1\tperson\tA\xFF\t\t\n", ":2"},
                                                  {"#sayso.catalog/1\nQ1\tperson\tA\t\trussia\n", ":2"}}) {
    write(damage.text);
    const Result<Catalog> catalog = Catalog::load(file_);
    ASSERT_FALSE(catalog) << damage.text;
    EXPECT_EQ(catalog.error().code, ErrorCode::bad_catalog) << damage.text;
    EXPECT_EQ(catalog.error().input, file_.string() + damage.place) << damage.text;
  }
}

TEST_F(UserCatalog, ANameOfThousandsStaysQuick) {
  std::string text = "#sayso.catalog/1\n";
  for (int i = 0; i < 30'000; ++i) text += "Q" + std::to_string(i) + "\tperson\tAnna Varn\t\t\n";
  write(text);
  const Result<Catalog> catalog = Catalog::load(file_);
  ASSERT_TRUE(catalog);
  const auto matches = catalog->find("Anna Varn");
  EXPECT_EQ(matches.size(), 256u);
  EXPECT_EQ(matches.front().entry->id, "Q0");
}

}  // namespace
}  // namespace sayso::reading
