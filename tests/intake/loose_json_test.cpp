#include "intake/loose_json.h"

#include <gmock/gmock.h>

#include <string>

namespace sayso::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LooseJson, LeavesGoodJsonAsItIs) {
  EXPECT_THAT(mend_json(R"({"a":[1,true,null,"x\ny\"z\\"]})"),
              ElementsAre(R"({"a":[1,true,null,"x\ny\"z\\"]})"));
}

TEST(LooseJson, TakesValuesBehindOneAnotherApart) {
  EXPECT_THAT(mend_json(R"({"a":1}{"b":2},[3];)"), ElementsAre(R"({"a":1})", R"({"b":2})", "[3]"));
}

TEST(LooseJson, ForgivesCommasTooMany) {
  EXPECT_THAT(mend_json(R"({"a":[1,2,],"b":3,})"), ElementsAre(R"({"a":[1,2],"b":3})"));
}

TEST(LooseJson, DropsComments) {
  EXPECT_THAT(mend_json("<!-- {\"a\": 1, // one\n /* two */ \"b\": \"http://x\"} -->"),
              ElementsAre(R"({"a":1,"b":"http://x"})"));
  EXPECT_THAT(mend_json("//<![CDATA[\n{\"a\":1}\n//]]>"), ElementsAre(R"({"a":1})"));
}

TEST(LooseJson, ForgivesMarksAndBreaksInStrings) {
  EXPECT_THAT(mend_json("{\"a\": \"He said \"no\" to\nit\"}"),
              ElementsAre(R"({"a":"He said \"no\" to it"})"));
  EXPECT_THAT(mend_json(R"({"a": "it\'s"})"), ElementsAre(R"({"a":"it's"})"));
}

TEST(LooseJson, ClosesWhatIsCutOff) {
  EXPECT_THAT(mend_json(R"({"a":[{"b":"cut)"), ElementsAre(R"({"a":[{"b":"cut"}]})"));
  EXPECT_THAT(mend_json(R"({"a":)"), ElementsAre(R"({"a":null})"));
  EXPECT_THAT(mend_json(R"({"a":[1})"), ElementsAre(R"({"a":[1]})"));
}

TEST(LooseJson, NothingIsNothing) {
  EXPECT_THAT(mend_json(""), IsEmpty());
  EXPECT_THAT(mend_json("}]\"x\""), IsEmpty());
}

TEST(LooseJson, HostileTextTakesNoLonger) {
  for (const std::string piece : {"[", "{", "]", "}", "\"", "[}", "{]", "/*", "\\", "\"\\\"", "[\"a\" "}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    mend_json(text);
  }
}

TEST(LooseJson, FindsAStringByItsKey) {
  EXPECT_EQ(find_string_value(R"({"a" : "x \" y", "b": 1})", "a"), R"(x \" y)");
  EXPECT_EQ(find_string_value(R"({"b": 1, "a": 2, "a": "z"})", "a"), "z");
  EXPECT_EQ(find_string_value(R"({"a": "never closed)", "a"), "");
  EXPECT_EQ(find_string_value("\"a\":\"x\\", "a"), "");
}

}  // namespace
}  // namespace sayso::intake
