#include "sayso/markup.h"

#include <gmock/gmock.h>

namespace sayso {
namespace {

TEST(Markup, NothingOfATextIsATag) {
  EXPECT_EQ(escape_markup("<b a=\"x\" c='y'>&amp;"), "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;");
  EXPECT_EQ(escape_markup("one\ntwo\tthree"), "one\ntwo\tthree");
  EXPECT_EQ(escape_markup(std::string("a\0b\x1b", 4)),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
}

TEST(Markup, LinksLeadToTheWebAlone) {
  EXPECT_EQ(safe_link("https://a.example/"), "https://a.example/");
  EXPECT_EQ(safe_link("javascript:alert(1)"), "");
  EXPECT_EQ(safe_link(" https://a.example/"), "");
}

}  // namespace
}  // namespace sayso
