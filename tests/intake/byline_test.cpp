#include "intake/byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> authors_of(const char* line) {
  const auto byline = read_byline(line);
  EXPECT_TRUE(byline) << line;
  return byline ? byline->authors : std::vector<std::string>{};
}

TEST(Byline, NamesItsAuthors) {
  EXPECT_THAT(authors_of("By Jane Doe"), ElementsAre("Jane Doe"));
  EXPECT_THAT(authors_of("BY JANE DOE"), ElementsAre("JANE DOE"));
  EXPECT_THAT(authors_of("By Jane Doe and John Roe, The Outlet"), ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(authors_of("By Jane Doe, Ann van der Poe and Ibrahim al-Said"),
              ElementsAre("Jane Doe", "Ann van der Poe", "Ibrahim al-Said"));
  EXPECT_THAT(authors_of("By Zoë Ångström-O’Neill in Velmora"), ElementsAre("Zoë Ångström-O’Neill"));
  EXPECT_THAT(authors_of("By J. R. Doe Jr."), ElementsAre("J. R. Doe Jr."));
  EXPECT_THAT(authors_of("By Jane Doe | The Outlet"), ElementsAre("Jane Doe"));
  EXPECT_THAT(authors_of("(Reporting by Jane Doe; Editing by John Roe)"), ElementsAre("Jane Doe"));
  EXPECT_THAT(authors_of("By our own correspondent"), IsEmpty());
  EXPECT_THAT(authors_of("Tidewater Post staff and agencies"), IsEmpty());
  EXPECT_THAT(authors_of("Staff writers in Kabul"), IsEmpty());
}

TEST(Byline, NamesItsAgency) {
  EXPECT_EQ(read_byline("By Jane Doe, Associated Press")->agency, "Associated Press");
  EXPECT_EQ(read_byline("By Reuters")->agency, "Reuters");
  EXPECT_EQ(read_byline("By Jane Doe, The Outlet")->agency, "");
}

TEST(Byline, IsNoSentence) {
  for (const char* line :
       {"By Monday night, the water had gone.", "By the river", "By then it was too late, Moody said",
        "By far the largest strike in years", "By \"we\" he meant the port", "Jane Doe said so", "By",
        "Hospital cuts staff", "The paper blamed its staff and agencies."}) {
    EXPECT_FALSE(read_byline(line)) << line;
  }
}

TEST(Byline, SplitsFieldsAndElements) {
  EXPECT_THAT(split_authors("Jane Doe and John Roe"), ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(split_authors("The Outlet Staff"), ElementsAre("The Outlet Staff"));
  EXPECT_THAT(split_authors("https://social.example/jane"), IsEmpty());
  EXPECT_THAT(find_people("Analysis by Jane Doe, Editor-at-large"), testing::Contains("Jane Doe"));
  EXPECT_THAT(find_people("Jane Doe | November 18, 2019 12:26 PM Print"), ElementsAre("Jane Doe"));
  EXPECT_THAT(find_people("12 min read"), IsEmpty());
  EXPECT_THAT(find_people("November 20, 2019 Emilia Bell"), ElementsAre("Emilia Bell"));
  EXPECT_THAT(find_people("October 9, 2018 Tweet"), IsEmpty());
  EXPECT_THAT(find_people("21/06/2014 Tony Carter All, Books, Reviews"), IsEmpty());
  EXPECT_THAT(find_people("October"), IsEmpty());
  EXPECT_THAT(split_authors("Jane Doe, Futurism"), ElementsAre("Jane Doe"));
  EXPECT_THAT(split_authors("Plato, Cicero"), ElementsAre("Plato", "Cicero"));
}

}  // namespace
}  // namespace sayso::intake
