#include "claims/origins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/hand_made_statement.h"

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;

Member member(const std::string& document, Statement s, const std::string& outlet) {
  Member made;
  made.id = {document, 0};
  made.statement = std::move(s);
  made.statement.outlet = outlet;
  made.text_group = {document, 0};
  return made;
}

Origins found(const std::vector<Member>& members) {
  return find_origins(members, std::vector<Polarity>(members.size(), Polarity::affirm));
}

std::size_t independent(const Origins& origins) {
  return static_cast<std::size_t>(std::count_if(origins.voices.begin(), origins.voices.end(),
                                                [](const ClaimOrigin& voice) { return voice.independent; }));
}

TEST(OriginsOfClaims, AnArticleThatNamesNobodyRestsOnWhoSaidItBefore) {
  const Origins origins =
      found({member("a", saying(person("Ada Holt"), "The dam leaks badly", "2024-05-01"), "Vale Press"),
             member("b", saying("The dam leaks badly", "2024-05-02"), "Weir Blog")});
  EXPECT_EQ(origins.of[1].name, "Ada Holt");
  EXPECT_THAT(origins.of[1].via, ElementsAre("Vale Press"));
  EXPECT_EQ(independent(origins), 1u);
  EXPECT_NE(origins.voices[0].why.find("said before in Vale Press"), std::string::npos)
      << origins.voices[0].why;
}

TEST(OriginsOfClaims, NobodyRestsOnALaterArticle) {
  const Origins origins =
      found({member("a", saying(person("Ada Holt"), "The dam leaks badly", "2024-05-03"), "Vale Press"),
             member("b", saying("The dam leaks badly", "2024-05-02"), "Weir Blog")});
  EXPECT_EQ(origins.of[1].name, "unattributed: Weir Blog");
  EXPECT_FALSE(origins.of[1].known);
  EXPECT_EQ(independent(origins), 1u);
}

TEST(OriginsOfClaims, ABodyAndItsSpokespersonAreOneVoiceUnderTheirOwnNames) {
  const Origins origins =
      found({member("a", saying(body("Hollin Council"), "The dam leaks"), "Vale Press"),
             member("b", saying(person("Ada Holt", "spokeswoman", "Hollin Council"), "The dam is leaking"),
                    "Weir Blog"),
             member("c", saying(person("Paul Brack"), "The dam leaks a little"), "Weir Blog")});
  EXPECT_EQ(independent(origins), 2u);
  EXPECT_EQ(origins.of[0].voice, origins.of[1].voice);
  EXPECT_EQ(origins.of[0].name, "Hollin Council");
  EXPECT_NE(origins.voices[origins.of[0].voice].why.find("spokeswoman"), std::string::npos);
}

TEST(OriginsOfClaims, UnnamedSourcesAreOneForEachCarrier) {
  const Party official = person("anonymous: official");
  std::vector<Member> members{member("a", saying(official, "The dam leaks"), "Vale Press"),
                              member("b", saying(official, "The dam is leaking badly"), "Weir Blog"),
                              member("c", saying(official, "The dam leaks"), "Brack Echo")};
  members[2].text_group = members[0].text_group;
  const Origins origins = found(members);
  EXPECT_EQ(independent(origins), 2u);
  EXPECT_EQ(origins.of[0].voice, origins.of[2].voice);
  EXPECT_FALSE(origins.voices[0].verifiable);
}

TEST(OriginsOfClaims, NobodyIsNoOrigin) {
  const Origins origins =
      found({member("a", saying(person("anonymous: nobody"), "The dam leaks"), "Vale Press"),
             member("b", saying(person("anonymous: none of the officials"), "The dam leaks"), "Weir Blog"),
             member("c", saying(person("anonymous: neighbour"), "The dam is leaking"), "Vale Press")});
  EXPECT_EQ(independent(origins), 1u);
  EXPECT_EQ(origins.voices[0].name, "anonymous: neighbour");
  EXPECT_EQ(origins.voices[1].why, "nobody says so");
}

TEST(OriginsOfClaims, WhoSpeaksOfSomethingBesideItIsNone) {
  std::vector<Member> members{
      member("a", saying(person("Ada Holt"), "The dam leaks badly"), "Vale Press"),
      member("b", saying(person("Paul Brack"), "The dam is leaking badly"), "Weir Blog"),
      member("c", saying(person("Una Dale"), "We had to drag it out of them"), "Weir Blog")};
  EXPECT_EQ(independent(found(members)), 3u) << "without meanings nobody is far";
  members[0].statement.meaning = {100, 0};
  members[1].statement.meaning = {100, 5};
  members[2].statement.meaning = {5, 100};
  const Origins origins = found(members);
  EXPECT_EQ(independent(origins), 2u);
  EXPECT_EQ(origins.voices[2].why, "speaks of something beside it");
  members[2].statement.meaning = {100, 100};
  EXPECT_EQ(independent(found(members)), 3u);
}

TEST(OriginsOfClaims, AnOutletThatCarriesIsNone) {
  const Origins origins =
      found({member("a", saying(body("Vale Press"), "The dam leaks"), "Weir Blog"),
             member("b", saying(person("Ada Holt"), "The dam is leaking"), "Vale Press")});
  EXPECT_EQ(independent(origins), 1u);
}

TEST(OriginsOfClaims, ABodySpeaksInItsOwnNotice) {
  Statement notice = saying("The dam leaks");
  notice.own_voice = true;
  const Origins origins = found({member("a", notice, "State Dam Inspectorate")});
  EXPECT_EQ(origins.of[0].name, "State Dam Inspectorate");
  EXPECT_EQ(independent(origins), 1u);
}

}  // namespace
}  // namespace sayso::claims
