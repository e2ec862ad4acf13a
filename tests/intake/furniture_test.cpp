#include "intake/furniture.h"

#include <gtest/gtest.h>

namespace sayso::intake {
namespace {

TEST(Furniture, IsKnownAnywhere) {
  for (const char* line :
       {"COMMENTS", "Comments (214)", "TOP STORIES", "Advertisement", "* * *", "Read more: Fisheries | Ports",
        "Share this", "Sign up for our newsletter", "© 2016 The Outlet",
        "Copyright 2016 The Outlet. All rights reserved.",
        "Please let us know if you're having issues with commenting.", "Follow Jane Doe on Twitter @janedoe",
        "Click here to read the report", "Related: Two more ships turned away", "Editor’s picks",
        "12 comments", "Story continues below advertisement", "<img src=\"x.gif\" width=\"1\">"}) {
    EXPECT_TRUE(is_furniture_line(line, FurniturePlace::middle)) << line;
  }
}

TEST(Furniture, IsKnownAtTheEdgesOnly) {
  for (const char* line : {"Data: Coastline poll, June 22", "Editor: J. Doe", "Write to the desk",
                           "Contact the editors", "Source: Coastline"}) {
    EXPECT_TRUE(is_furniture_line(line, FurniturePlace::edge)) << line;
    EXPECT_FALSE(is_furniture_line(line, FurniturePlace::middle)) << line;
  }
}

TEST(Furniture, IsNoStatement) {
  for (const char* line :
       {"Share prices fell, the exchange said.", "Comments are free, the mayor told us, and facts are dear.",
        "\"Read more,\" the minister told pupils.", "Follow the money, she said.",
        "Related companies denied it.", "Subscribe? Never, said Moody.", "Doe said: “Click here.”",
        "Menu prices rose, officials said."}) {
    EXPECT_FALSE(is_furniture_line(line, FurniturePlace::edge)) << line;
  }
}

TEST(Furniture, IncludesThePublisherOnItself) {
  EXPECT_TRUE(is_self_description("Nordwire is the news agency of the northern press.", "Nordwire"));
  EXPECT_FALSE(is_self_description("Nordwire is closing its Velmora office.", "Nordwire"));
  EXPECT_FALSE(is_self_description("Nordwire is a news agency.", ""));
}

}  // namespace
}  // namespace sayso::intake
