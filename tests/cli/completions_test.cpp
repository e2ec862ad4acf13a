#include "cli/completions.h"

#include <gmock/gmock.h>

#include "cli/manual.h"

namespace sayso::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// "do", with "do it" in it, and "look FILE".
VerbDescription hand_made() {
  VerbDescription it{
      .name = "it", .text = "Do it now", .footer = {}, .options = {}, .places = {}, .verbs = {}};
  it.options.push_back(
      {.names = {"-k", "--kind"}, .value = "NAME", .choices = {"big", "small"}, .text = "What it's: [big]"});
  VerbDescription act{.name = "do", .text = "Do", .footer = {}, .options = {}, .places = {}, .verbs = {it}};
  VerbDescription look{.name = "look",
                       .text = "Look",
                       .footer = "Back\\slash\n.dot",
                       .options = {},
                       .places = {},
                       .verbs = {}};
  look.options.push_back({.names = {"--folder"}, .value = "DIR", .choices = {}, .text = "Where"});
  look.options.push_back({.names = {"--quiet"}, .value = {}, .choices = {}, .text = "Say nothing"});
  look.places.push_back(
      {.names = {}, .value = "FILE", .choices = {}, .text = "What", .required = true, .repeats = true});
  return {.name = "sayso",
          .text = "sayso tries.",
          .footer = {},
          .options = {},
          .places = {},
          .verbs = {act, look}};
}

TEST(Completions, OfBashKnowVerbsWithinVerbsAndWhatOptionsTake) {
  const std::string script = bash_completions(hand_made());
  EXPECT_THAT(script, HasSubstr(R"(" do"|"do it"|" look") verb=)"));
  EXPECT_THAT(script, HasSubstr(R"("do it -k"|"do it --kind") COMPREPLY=($(compgen -W "big small")"));
  EXPECT_THAT(script, HasSubstr(R"("look --folder") compopt -o filenames; COMPREPLY=($(compgen -d)"));
  EXPECT_THAT(script, HasSubstr(R"("look") COMPREPLY=($(compgen -W "--folder --quiet")"));
}

TEST(Completions, OfZshQuoteWhatItWouldTakeForItsOwn) {
  const std::string script = zsh_completions(hand_made());
  EXPECT_THAT(script, HasSubstr(R"('--kind[What it'\''s\: \[big\]]:NAME:(big small)')"));
  EXPECT_THAT(script, HasSubstr("'*:FILE:_files'"));
  EXPECT_THAT(script, HasSubstr("it) _sayso_do_it ;;"));
}

TEST(Completions, OfFishAreAskedForInsideTheirVerbOnly) {
  const std::string script = fish_completions(hand_made());
  EXPECT_THAT(script,
              HasSubstr("-n '__fish_seen_subcommand_from do; and not __fish_seen_subcommand_from it' -f "
                        "-a it"));
  EXPECT_THAT(script,
              HasSubstr("-n '__fish_seen_subcommand_from do; and __fish_seen_subcommand_from it' -s k -l "
                        "kind -x -a 'big small'"));
}

TEST(ManualPage, SaysWhatHelpSays) {
  const std::string page = manual_page(hand_made(), "1.2.3");
  EXPECT_THAT(page, HasSubstr(".TH SAYSO 1 \"\" \"sayso 1.2.3\""));
  EXPECT_THAT(page, HasSubstr(".SS \\fBsayso look\\fR [\\fIOPTIONS\\fR] \\fIFILE\\fR...\n"));
  EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-k\\fR, \\fB\\-\\-kind\\fR \\fINAME\\fR\n"));
  EXPECT_THAT(page, HasSubstr("Back\\eslash\n\\&.dot"));
  EXPECT_THAT(page, Not(HasSubstr("\n.dot")));
}

}  // namespace
}  // namespace sayso::cli
