#include "reading/names.h"

#include <gmock/gmock.h>

namespace sayso::reading {
namespace {

struct FormCase {
  std::string_view words;
  std::string_view normal;
};

class NormalForm : public testing::TestWithParam<FormCase> {};
TEST_P(NormalForm, IsWhatSpellingsShare) {
  EXPECT_EQ(normal_form(GetParam().words), GetParam().normal);
}
INSTANTIATE_TEST_SUITE_P(Names, NormalForm,
                         testing::Values(FormCase{"The Lakeside Post", "lakeside post"},
                                         FormCase{"Roke’s", "roke"}, FormCase{"U.S.", "us"},
                                         FormCase{"Doña Élba", "dona elba"},
                                         FormCase{"  “Harbour\n Radio,” ", "harbour radio"},
                                         FormCase{"Voters’ Forum", "voters' forum"},
                                         FormCase{"AFP/Reuters", "afp reuters"}, FormCase{"Москва", "москва"},
                                         FormCase{"", ""}, FormCase{"—", ""}, FormCase{"The", "the"}));

struct PersonCase {
  std::string_view name;
  std::vector<std::string> parts;
  Gender gender;
};

class ParsePerson : public testing::TestWithParam<PersonCase> {};
TEST_P(ParsePerson, TakesTitlesOff) {
  const PersonName person = parse_person(GetParam().name);
  EXPECT_EQ(person.parts, GetParam().parts);
  EXPECT_EQ(person.gender, GetParam().gender);
}
INSTANTIATE_TEST_SUITE_P(
    Names, ParsePerson,
    testing::Values(PersonCase{"Mrs. Roke", {"roke"}, Gender::female},
                    PersonCase{"Sen. Anna Roke", {"anna", "roke"}, Gender::female},
                    PersonCase{"Paul B. Varga Jr.", {"paul", "b", "varga"}, Gender::male},
                    PersonCase{"Xylo Qand", {"xylo", "qand"}, Gender::unknown},
                    PersonCase{"Pope", {"pope"}, Gender::unknown}, PersonCase{"", {}, Gender::unknown}));

struct PairCase {
  std::string_view a;
  std::string_view b;
  bool same;
};

class MayBeOnePerson : public testing::TestWithParam<PairCase> {};
TEST_P(MayBeOnePerson, InEitherOrder) {
  const auto& [a, b, same] = GetParam();
  EXPECT_EQ(may_be_one_person(parse_person(a), parse_person(b)), same) << a << " / " << b;
  EXPECT_EQ(may_be_one_person(parse_person(b), parse_person(a)), same) << b << " / " << a;
}
INSTANTIATE_TEST_SUITE_P(
    Names, MayBeOnePerson,
    testing::Values(PairCase{"Anna Roke", "Roke", true}, PairCase{"Anna Roke", "Anna", true},
                    PairCase{"Anna Smith", "Paul Smith", false}, PairCase{"Anna Roke", "Anna Varga", false},
                    PairCase{"Jim Varga", "James Varga", true}, PairCase{"J. Varga", "James Varga", true},
                    PairCase{"K. Varga", "James Varga", false},
                    PairCase{"James B. Varga", "James Varga", true},
                    PairCase{"Pilar Orto Vial", "Pilar Orto", true},
                    PairCase{"Pilar Orto Vial", "Orto", true}, PairCase{"Anna Lee Roke", "Lee Roke", true},
                    PairCase{"Anna Roke", "A", false}, PairCase{"Anna Roke", "", false}));

TEST(Names, AcronymsAreCapitals) {
  for (const std::string_view word : {"EVF", "U.N.", "UNHCR", "AfD"}) EXPECT_TRUE(is_acronym(word)) << word;
  for (const std::string_view word : {"Evf", "A", "Reuters", "", "EVF press", "McKay", "ABCDEFGHIJ"}) {
    EXPECT_FALSE(is_acronym(word)) << word;
  }
}

class Abbreviates : public testing::TestWithParam<PairCase> {};
TEST_P(Abbreviates, FirstLettersOrCapitals) {
  EXPECT_EQ(abbreviates(GetParam().a, GetParam().b), GetParam().same)
      << GetParam().a << " / " << GetParam().b;
}
INSTANTIATE_TEST_SUITE_P(
    Names, Abbreviates,
    testing::Values(PairCase{"EVF", "European Voters’ Forum", true}, PairCase{"TAP", "TransAsia Press", true},
                    PairCase{"ANDSF", "Afghan National Defense and Security Forces", true},
                    PairCase{"U.N.", "United Nations", true}, PairCase{"EVF", "European Voters", false},
                    PairCase{"EVF", "EVF", false}, PairCase{"RPG", "launcher", false}));

class ToldApart : public testing::TestWithParam<PairCase> {};
TEST_P(ToldApart, ByNumbersAndCompassPoints) {
  EXPECT_EQ(!told_apart(GetParam().a, GetParam().b), GetParam().same)
      << GetParam().a << " / " << GetParam().b;
}
INSTANTIATE_TEST_SUITE_P(Names, ToldApart,
                         testing::Values(PairCase{"north vesland", "south vesland", false},
                                         PairCase{"new vesland", "vesland", false},
                                         PairCase{"3rd court", "4th court", false},
                                         PairCase{"vesland court", "court", true}));

TEST(Names, BareKeepsWhatBelongsToTheWord) {
  EXPECT_EQ(bare("“Roke’s"), "Roke");
  EXPECT_EQ(bare("U.S."), "U.S.");
  EXPECT_EQ(bare("- -"), "");
  EXPECT_EQ(one_line(" a\n\tb  c "), "a b c");
}

}  // namespace
}  // namespace sayso::reading
