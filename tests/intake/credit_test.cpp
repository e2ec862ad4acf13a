#include "intake/credit.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso::intake {
namespace {

TEST(Credit, IsAWholeLine) {
  EXPECT_EQ(read_credit("JODOE/CLN/Getty"), "JODOE/CLN/Getty");
  EXPECT_EQ(read_credit("Photo: TAP"), "TAP");
  EXPECT_EQ(read_credit("Photograph: Agencia Lumen"), "Agencia Lumen");
  EXPECT_EQ(read_credit("(AMATEUR VIDEO/GLN)"), "AMATEUR VIDEO/GLN");
  EXPECT_EQ(read_credit("(AP Photo/Jane Doe)"), "AP Photo/Jane Doe");
  EXPECT_EQ(read_credit("J. Doe/Coastline"), "J. Doe/Coastline");
  EXPECT_EQ(read_credit("Getty Images"), "Getty Images");
  EXPECT_EQ(read_credit("Jane Doe / Reuters."), "Jane Doe / Reuters.");
  EXPECT_EQ(read_credit("© Jane Doe/Coastline"), "Jane Doe/Coastline");
}

TEST(Credit, IsNoOtherLine) {
  for (const char* line :
       {"He said Getty Images had paid him.", "and/or", "COMMENTS", "© 2016 The Outlet", "The 24/7 shop",
        "\"Doe/Roe\" won, he said", "Credit: it was due to the crew, and to the crew alone, he told us.",
        "Photo finish in the last race", "See the results at https://outlet.example/AP", ""}) {
    EXPECT_FALSE(read_credit(line)) << line;
  }
}

TEST(Credit, StandsBehindACaption) {
  const std::string line = "Women wade through a market in Sandgate. NORDWIRE/Tahmina Roy";
  const auto split = split_credited_caption(line);
  ASSERT_TRUE(split);
  EXPECT_EQ(line.substr(0, split->caption), "Women wade through a market in Sandgate.");
  EXPECT_EQ(line.substr(split->credit_begin), "NORDWIRE/Tahmina Roy");
  EXPECT_TRUE(split_credited_caption("A ferry leaves the quay (Photo: Jo Anders)"));
  EXPECT_FALSE(split_credited_caption("He spoke in Brenna. Then he left for Velmora."));
}

}  // namespace
}  // namespace sayso::intake
