#include "claims/polarity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/figures.h"
#include "claims/hand_made_statement.h"

namespace sayso::claims {
namespace {

using enum Polarity;
using ::testing::ElementsAre;

std::vector<Member> members(std::vector<Statement> statements) {
  std::vector<Member> all;
  for (Statement& s : statements) {
    Member member;
    member.id = {std::string(1, static_cast<char>('a' + all.size())), 0};
    s.figures = figures_in(s.quote);
    member.statement = std::move(s);
    all.push_back(std::move(member));
  }
  return all;
}

TEST(Positions, DenialsAndDoubtsAgainstWhatIsSaidToBeSo) {
  const auto all = members({saying("The dam never leaked"), saying("The dam leaked badly"),
                            saying("The dam leaked"), saying("The dam may well have leaked")});
  const Positions positions = take_positions(all);
  EXPECT_NE(positions.representative, 0u);
  EXPECT_THAT(positions.polarity, ElementsAre(deny, affirm, affirm, uncertain));
}

TEST(Positions, AllDenialsDenyWhatTheyDeny) {
  EXPECT_THAT(take_positions(members({saying("No dam leaked"), saying("The dam did not leak")})).polarity,
              ElementsAre(deny, deny));
}

TEST(Positions, OppositesTurnAStatementAround) {
  EXPECT_THAT(
      take_positions(members({saying("The dam road stays closed"), saying("The dam road has reopened"),
                              saying("The dam road will not reopen, it stays")}))
          .polarity,
      ElementsAre(deny, affirm, deny));
}

TEST(Positions, FiguresAreThoseOfTheLastWordOfWhoeverSpeaksMost) {
  const auto all = members({saying(person("Ada Holt"), "40,000 litres leaked", "2024-05-01"),
                            saying(person("Ada Holt"), "4,000 litres leaked", "2024-05-03"),
                            saying(person("Paul Brack"), "40,000 litres leaked", "2024-05-04"),
                            saying(person("Una Dale"), "at least 2,000 litres leaked", "2024-05-02")});
  const Positions positions = take_positions(all);
  EXPECT_EQ(positions.representative, 1u);
  EXPECT_THAT(positions.polarity, ElementsAre(deny, affirm, deny, uncertain));
}

}  // namespace
}  // namespace sayso::claims
