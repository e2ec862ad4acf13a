#include "cli/terminal_view.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include "cli/display_cells.h"
#include "cli/hand_made_record.h"

namespace sayso::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines_of(const std::string& view) {
  std::vector<std::string> lines;
  std::istringstream in(view);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Without escape sequences of colours, marks and blanks: what is left are the text's own characters.
std::string ink_of(std::string view) {
  for (std::size_t at; (at = view.find("\x1b[")) != view.npos;) view.erase(at, view.find('m', at) + 1 - at);
  std::erase_if(view, [](char c) { return std::string_view(" \n{}*<>").find(c) != std::string_view::npos; });
  return view;
}

Record weir_record() {
  Record record = record_of(
      "The old bridge over the Weir will be shut by May, the engineer Tilda Brask told reporters on "
      "Monday.\n\n"
      "“It is safe,” said Bo Linde, “but it is not pretty.”");
  record.document.input = "news/weir.txt";
  record.document.title = "Bridge to shut";
  record.document.outlet = "The Weir";
  record.document.published = "2024-03-05";
  record.document.authors = {"Ada Holm", "Jon Ek"};
  record.document.warn("invalid_utf8", "", 3);
  record.document.warn("text_cut", "caption");
  Attribution& first = add_attribution(
      record, {{"the engineer Tilda Brask"}, {"told"}, {"The old bridge over the Weir will be shut by May"}});
  first.chain.back().name = "Tilda Brask";
  Attribution& second =
      add_attribution(record, {{"Bo Linde"}, {"said"}, {"“It is safe,”", "“but it is not pretty.”"}});
  second.quote = QuoteKind::direct;
  second.confidence = 0.996;
  return record;
}

TEST(TerminalView, WithoutColour) {
  EXPECT_EQ(view_record(weir_record(), {.width = 60}),
            "── news/weir.txt ─────────────────────────────── 3f2a91c0 ──\n"
            "Bridge to shut\n"
            "The Weir · 2024-03-05 · by Ada Holm, Jon Ek\n"
            "warning: invalid_utf8 x3\n"
            "warning: text_cut in caption\n"
            "\n"
            " 1  <The old bridge over the Weir will be shut by May>, {the\n"
            "    engineer Tilda Brask} *told* reporters on Monday.\n"
            "    The Weir > Tilda Brask · indirect · 87%\n"
            "\n"
            " 2  <“It is safe,”> *said* {Bo Linde}, <“but it is not\n"
            "    pretty.”>\n"
            "    The Weir > Bo Linde · direct · 100%\n"
            "\n");
}

TEST(TerminalView, WithColour) {
  const std::string view = view_record(weir_record(), {.width = 80, .colour = true});
  EXPECT_THAT(view, HasSubstr("\x1b[1mBridge to shut\x1b[0m\n"));
  EXPECT_THAT(
      view, HasSubstr("“It is safe,”\x1b[2m \x1b[0m\x1b[4;33msaid\x1b[0m\x1b[2m \x1b[0m\x1b[1;36mBo Linde"));
  EXPECT_THAT(view, HasSubstr("\x1b[2mwarning: invalid_utf8 x3\x1b[0m\n"));
  EXPECT_THAT(view, HasSubstr("    \x1b[2mThe Weir > Bo Linde · direct · 100%\x1b[0m\n"));
  EXPECT_THAT(view, Not(HasSubstr("{")));
  for (const std::string& line : lines_of(view)) {
    EXPECT_TRUE(line.find("\x1b[") == line.npos || line.ends_with("\x1b[0m") || line.rfind("\x1b[0m") > 0)
        << line;
  }
}

TEST(TerminalView, LegendShowsTheMarksOnce) {
  EXPECT_EQ(view_legend({.width = 80}), "Marks: {source}  *cue*  <content>\n\n");
  EXPECT_THAT(view_legend({.width = 80, .colour = true}), HasSubstr("\x1b[1;36msource\x1b[0m"));
}

TEST(TerminalView, KeepsToItsWidthAndLosesNothing) {
  Record record = record_of(
      "市长王小明周一对记者说，“新桥将于五月开放，欢迎大家 \U0001F6A2\U0001F468\u200d\U0001F469 来参观。”\n\n"
      "Le maire a de\u0301clare\u0301 que l’e\u0301te\u0301 serait chaud, "
      "https://example.org/un/tres/long/chemin.");
  add_attribution(record, {{"市长王小明"},
                           {"说"},
                           {"“新桥将于五月开放，欢迎大家 \U0001F6A2\U0001F468\u200d\U0001F469 来参观。”"}});
  add_attribution(record, {{"Le maire"},
                           {"a de\u0301clare\u0301"},
                           {"que l’e\u0301te\u0301 serait chaud, https://example.org/un/tres/long/chemin"}});
  for (const int width : {20, 40, 80, 200}) {
    const std::string view = view_record(record, {.width = width});
    for (const std::string& line : lines_of(view)) EXPECT_LE(display_columns(line), width) << line;
    for (const Attribution& attribution : record.attributions) {
      EXPECT_THAT(ink_of(view), HasSubstr(ink_of(attribution.content.text))) << width;
      EXPECT_THAT(ink_of(view), HasSubstr(ink_of(attribution.source->text))) << width;
    }
    EXPECT_EQ(ink_of(view_record(record, {.width = width, .colour = true})), ink_of(view));
  }
}

TEST(TerminalView, ContentOverParagraphsKeepsThem) {
  Record record = record_of("Brask said: “We begin.\n\n“We end.”");
  add_attribution(record, {{"Brask"}, {"said"}, {"“We begin.\n\n“We end.”"}});
  EXPECT_THAT(view_record(record, {.width = 80}),
              HasSubstr(" 1  {Brask} *said*: <“We begin.\n    “We end.”>\n"));
}

TEST(TerminalView, SaysWhatIsUnknown) {
  Record record = record_of("It is said that the bridge is old.");
  record.document.title.clear();
  add_attribution(record, {{}, {"is said"}, {"that the bridge is old"}}).chain = {{"", {}, "", {}},
                                                                                  {"", {}, "is said", {}}};
  const std::string view = view_record(record, {.width = 80});
  EXPECT_THAT(view, HasSubstr("\n(untitled)\n"));
  EXPECT_THAT(view, HasSubstr("    outlet unknown > nobody named · indirect · 87%\n"));
}

TEST(TerminalView, NoAttributions) {
  EXPECT_THAT(view_record(record_of("The sea was calm."), {.width = 80}),
              testing::EndsWith("A story\n\n  no attributions found\n\n"));
}

TEST(TerminalView, NumbersAreAligned) {
  Record record = record_of("Brask said no.");
  for (int i = 0; i < 10; ++i) add_attribution(record, {{"Brask"}, {"said"}, {"no"}});
  const std::string view = view_record(record, {.width = 80});
  EXPECT_THAT(view, HasSubstr("\n  9  {Brask} *said* <no>.\n     The Weir"));
  EXPECT_THAT(view, HasSubstr("\n 10  {Brask} *said* <no>.\n     The Weir"));
}

TEST(TerminalView, ALongInputNameKeepsItsEnd) {
  Record record = record_of("The sea was calm.");
  record.document.input = "a/very/long/path/to/the/file/with/the/新闻.txt";
  const std::string rule = lines_of(view_record(record, {.width = 40})).front();
  EXPECT_EQ(display_columns(rule), 40);
  EXPECT_THAT(rule, HasSubstr("…"));
  EXPECT_THAT(rule, HasSubstr("新闻.txt ─"));
}

TEST(TerminalView, NoEscapeOfTheArticleReachesTheTerminal) {
  const std::string evil = "\x1b[31mred\x1b]0;title\x07 \u009b2J \u202eback";
  Record record = record_of("Brask" + evil + " said " + evil + " no.");
  Article& article = record.document;
  article.input = article.title = article.outlet = article.published = evil;
  article.authors = {evil};
  article.warn(evil, evil);
  record.id = evil;
  Attribution& attribution = add_attribution(record, {{"Brask" + evil}, {"said"}, {evil + " no"}});
  attribution.chain = {{evil, {}, evil, {}}, {evil, {}, evil, {}}};
  const std::string plain = view_record(record, {.width = 80});
  EXPECT_TRUE(std::none_of(plain.begin(), plain.end(), [](unsigned char c) { return c < ' ' && c != '\n'; }));
  for (const char* sequence : {"\u009b", "\u202e"}) EXPECT_THAT(plain, Not(HasSubstr(sequence)));
  const std::string coloured = view_record(record, {.width = 80, .colour = true});
  EXPECT_THAT(coloured, Not(HasSubstr("\x1b[31m")));
  EXPECT_THAT(coloured, Not(HasSubstr("\x1b]")));
  EXPECT_THAT(coloured, HasSubstr("␛[31mred␛]0;title␇"));
}

}  // namespace
}  // namespace sayso::cli
