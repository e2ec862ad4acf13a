#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "intake/block_check.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;

Article read(const std::string& page, const IntakeOptions& options = {}) {
  Result<Article> article = read_html(page, "page.html", options);
  EXPECT_TRUE(article) << (article ? "" : article.error().describe());
  if (!article) return {};
  EXPECT_EQ(intake::find_block_fault(*article), "");
  return std::move(article).value();
}

std::vector<std::string> texts_of(const Article& article, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : article.blocks) {
    if (block.kind == kind) texts.emplace_back(block.span.of(article.text));
  }
  return texts;
}

bool warns_of(const Article& article, const std::string& code) {
  for (const Warning& warning : article.warnings) {
    if (warning.code == code) return true;
  }
  return false;
}

const std::string kBody =
    "<p>The ferry across the Esk will make its last crossing on Sunday, its owner said.</p>"
    "<p>She told the council that fuel had become too dear, and that the bridge had taken her "
    "passengers.</p>";

TEST(Html, TakesFactsFromJsonLdFirst) {
  const Article article = read(
      "<html lang=en><head><meta property='article:published_time' content='2021-04-08'>"
      "<script type='application/ld+json'>[{\"@type\":[\"ReportageNewsArticle\"],\"headline\":\"Q&amp;A: the "
      "ferry\","
      "\"datePublished\":\"2021-04-09T06:30:00Z\",\"author\":\"Anna Weir\",\"publisher\":{\"name\":\"The "
      "Lantern Post\"},"
      "\"mainEntityOfPage\":{\"@id\":\"https://lanternpost.example/ferry\"}}]</script></head><body>" +
      kBody);
  EXPECT_EQ(article.title, "Q&A: the ferry");
  EXPECT_EQ(article.published, "2021-04-09T06:30:00Z");
  ASSERT_EQ(article.published_candidates.size(), 2u);
  EXPECT_EQ(article.published_candidates[0].rule, "json-ld");
  EXPECT_EQ(article.published_candidates[1].rule, "meta:article:published_time");
  EXPECT_THAT(article.authors, ElementsAre("Anna Weir"));
  EXPECT_EQ(article.outlet, "The Lantern Post");
  EXPECT_EQ(article.canonical_url, "https://lanternpost.example/ferry");
  EXPECT_EQ(article.language, "en");
}

TEST(Html, TakesFactsFromMetaTagsAndMarkup) {
  const Article article = read(
      "<head><title>Ferry stops | The Lantern Post</title><meta property=og:site_name content='The Lantern "
      "Post'>"
      "<meta name=author content='Anna Weir and Ben Tarr'><meta name=syndication-source "
      "content='https://coastline.example/1'>"
      "<meta property=og:locale content=en_gb><link rel=canonical "
      "href=https://lanternpost.example/2021/04/09/ferry></head>"
      "<body><h1>Ferry stops</h1><time datetime=2021-04-09>Friday</time>" +
      kBody);
  EXPECT_EQ(article.title, "Ferry stops");
  EXPECT_THAT(article.authors, ElementsAre("Anna Weir", "Ben Tarr"));
  EXPECT_EQ(article.syndicated_from, "https://coastline.example/1");
  EXPECT_EQ(article.language, "en-GB");
  ASSERT_EQ(article.published_candidates.size(), 2u);
  EXPECT_EQ(article.published_candidates[0].rule, "time");
  EXPECT_EQ(article.published_candidates[1].rule, "url");
}

TEST(Html, BrokenJsonLdIsPassedOver) {
  const Article article = read(
      "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script><title>Ferry stops</title>" +
      kBody);
  EXPECT_EQ(article.title, "Ferry stops");
}

TEST(Html, LineBreaksInsideJsonLdStringsAreForgiven) {
  EXPECT_EQ(
      read("<script "
           "type='application/ld+json'>{\"@type\":\"NewsArticle\",\n\"headline\":\"Ferry\nstops\"}</script>" +
           kBody)
          .title,
      "Ferry stops");
}

TEST(Html, TakesFactsFromMicrodata) {
  const Article article = read(
      "<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>Ferry stops</h1>"
      "<span itemprop='author' itemscope><a href=/weir><b itemprop=name>Anna Weir</b></a>, reporter</span>"
      "<meta itemprop='datePublished dateCreated' content='2021-04-09T06:30:00Z'><span itemprop=dateModified "
      "content=2021-04-10>Saturday</span>"
      "<div itemprop=publisher itemscope><meta itemprop=name content='The Lantern Post'></div>" +
      kBody +
      "<div class=comments><span itemprop=author>Troll</span><time itemprop=datePublished "
      "datetime=2021-05-01></time></div></article>");
  EXPECT_EQ(article.title, "Ferry stops");
  EXPECT_THAT(article.authors, ElementsAre("Anna Weir"));
  EXPECT_EQ(article.published, "2021-04-09T06:30:00Z");
  EXPECT_EQ(article.modified, "2021-04-10");
  EXPECT_EQ(article.outlet, "The Lantern Post");
  for (const DateCandidate& candidate : article.published_candidates)
    EXPECT_EQ(candidate.value, article.published);
}

TEST(Html, FindsTheAuthorBesideAJobAndADate) {
  EXPECT_THAT(read("<div class=author><p>Anna Weir</p><p>News reporter @weir</p></div>" + kBody).authors,
              ElementsAre("Anna Weir"));
  EXPECT_THAT(read("<div class=post-meta><span>21/06/2014</span> <a href=x>Anna Weir</a> <a href=y>Books, "
                   "Reviews</a></div>" +
                   kBody)
                  .authors,
              ElementsAre("Anna Weir"));
}

TEST(Html, AMetaTagMayHaveTwoNames) {
  EXPECT_EQ(read("<meta property='article:published' itemprop='datePublished' content=2021-04-09>" + kBody)
                .published,
            "2021-04-09");
}

TEST(Html, EveryDateIsKeptWithItsRuleAndUnlikelyOnesLose) {
  const Article article = read(
      "<script "
      "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"1970-01-01T00:00:00Z\"}</"
      "script>"
      "<meta property=article:published_time content=2921-04-09><meta name=date content=2021-04-09>"
      "<h1>Ferry stops</h1><p>Published 10 April 2021</p>" +
      kBody);
  EXPECT_EQ(article.published, "2021-04-09");
  std::vector<std::string> rules;
  for (const DateCandidate& candidate : article.published_candidates)
    rules.push_back(candidate.rule + " " + candidate.value);
  EXPECT_THAT(rules, ElementsAre("meta:date 2021-04-09", "text 2021-04-10", "json-ld 1970-01-01T00:00:00Z",
                                 "meta:article:published_time 2921-04-09"));
}

TEST(Html, OnlyUnlikelyDatesAreNone) {
  const Article article = read("<meta name=date content=1970-01-01>" + kBody);
  EXPECT_EQ(article.published, "");
  EXPECT_EQ(article.published_candidates.size(), 1u);
}

TEST(Html, ReadsTheDateBesideTheHeadline) {
  const Article article = read(
      "<h1>Ferry stops for good</h1><p>By Anna Weir | Updated 12 April 2021 | Published 9 April 2021</p>" +
      kBody);
  EXPECT_EQ(article.published, "2021-04-09");
  EXPECT_EQ(article.modified, "2021-04-12");
}

TEST(Html, TheSitesOwnNameBeatsAnAgencyAndAPlatform) {
  const auto page = [](const std::string& publisher) {
    return read(
        "<title>Ferry stops for good | Lantern Post</title><meta property=og:title content='Ferry stops for "
        "good'>"
        "<meta property=og:site_name content='Lantern Post'><script type=application/ld+json>{\"@type\":"
        "\"NewsArticle\",\"publisher\":{\"name\":\"" +
        publisher + "\"}}</script>" + kBody);
  };
  EXPECT_EQ(page("Associated Press").outlet, "Lantern Post");
  EXPECT_EQ(page("Associated Press").agency, "Associated Press");
  EXPECT_EQ(page("Blogger").outlet, "Lantern Post");
  EXPECT_EQ(page("Estuary Publishing Ltd").outlet, "Lantern Post");
}

TEST(Html, TheOutletIsFoundWithoutMetadata) {
  EXPECT_EQ(
      read("<title>Ferry stops for good - The Lantern Post</title><h1>Ferry stops for good</h1>" + kBody)
          .outlet,
      "The Lantern Post");
  IntakeOptions options;
  const std::string page = "<link rel=canonical href=https://www.lantern.example/ferry>" + kBody;
  EXPECT_EQ(read(page).outlet, "lantern.example");
  options.outlet = "Given";
  EXPECT_EQ(read(page, options).outlet, "Given");
}

TEST(Html, WhoHadItFirstMayStandInALink) {
  EXPECT_EQ(read("<link rel=syndication-source href=https://coastline.example/1>" + kBody).syndicated_from,
            "https://coastline.example/1");
}

TEST(Html, TellsTheKindsOfBlocksApart) {
  const Article article = read(
      "<article><h1>Ferry stops for good</h1><p class=standfirst>The last boat leaves the quay on Sunday, "
      "after ninety years "
      "of crossings.</p><p class=byline>By Anna Weir</p>"
      "<figure><img src=x><figcaption>The ferry at its quay on the Esk on Friday. <span>Photo: Ben "
      "Tarr/Lantern "
      "Post</span></figcaption></figure>"
      "<p>BRENNA, April 9 (AP) \u2014 The ferry will make its last crossing on Sunday, its owner said.</p>" +
      kBody +
      "<aside class=pull-quote>\u201cFuel has become too dear for a boat like ours.\u201d</aside>"
      "<blockquote>\u201cWe shall miss her,\u201d the harbour master wrote in the log of the "
      "port.</blockquote>"
      "<ul><li>The bridge opened in March.</li><li>The ferry carried ninety people.</li></ul>"
      "<h2>What comes next</h2><p>The council will sell the boat, a spokeswoman told the paper on "
      "Friday.</p></article>");
  EXPECT_THAT(texts_of(article, BlockKind::dek), testing::SizeIs(1));
  EXPECT_THAT(texts_of(article, BlockKind::byline), ElementsAre("By Anna Weir"));
  EXPECT_THAT(texts_of(article, BlockKind::caption),
              ElementsAre("The ferry at its quay on the Esk on Friday."));
  EXPECT_THAT(texts_of(article, BlockKind::credit), ElementsAre("Photo: Ben Tarr/Lantern Post"));
  EXPECT_THAT(texts_of(article, BlockKind::dateline), ElementsAre("BRENNA, April 9 (AP) \u2014"));
  EXPECT_THAT(texts_of(article, BlockKind::quote), testing::SizeIs(2));
  EXPECT_THAT(texts_of(article, BlockKind::list), testing::SizeIs(2));
  EXPECT_THAT(texts_of(article, BlockKind::heading), ElementsAre("What comes next"));
  EXPECT_EQ(article.agency, "AP");
}

TEST(Html, BoxesAroundTheArticleAreFurniture) {
  const std::string last = "<p>The council will sell the boat, a spokeswoman told the paper on Friday.</p>";
  for (const std::string box : {
           "<div class=related><h3>Related</h3><p><a href=/1>Bridge opens after years of delay and "
           "dispute</a></p></div>",
           "<div class=share-bar><p>Share this story with your friends, and tell them what you "
           "think.</p></div>",
           "<section id=comments><p>I have taken this ferry all my life and will miss it, I said to my "
           "wife.</p></section>",
           "<div class=cookie-banner><p>We use cookies to make this site better for you and for our "
           "partners.</p></div>",
           "<div role=dialog><p>We care for your privacy, and so do our two hundred partners, they "
           "say.</p></div>",
           "<div class=newsletter-signup><p>Get the morning's news in your inbox before everybody else "
           "does.</p></div>",
           "<div class=paywall><p>Subscribe now to go on reading, and pay nothing for the first "
           "month.</p></div>",
           "<p>Sign up for our newsletter to get the morning's news in your inbox.</p>",
           "<nav><p>Home, news, sport, and all the other things that this paper has to offer.</p></nav>",
           "<footer><p>The paper is printed on the Esk and belongs to nobody but its readers.</p></footer>",
       }) {
    const Article article = read("<article>" + kBody + box + last + "</article>");
    EXPECT_EQ(texts_of(article, BlockKind::paragraph).size(), 3u) << box;
    EXPECT_FALSE(texts_of(article, BlockKind::furniture).empty()) << box;
  }
}

TEST(Html, MarksACaptionThatIsCutOff) {
  const Article article = read("<article>" + kBody +
                               "<figure><figcaption>The owner of the ferry carries the ship's bell to the "
                               "quay and looks back at the river once more as he sta</figcaption></figure>" +
                               kBody + "</article>");
  ASSERT_EQ(texts_of(article, BlockKind::caption).size(), 1u);
  for (const Block& block : article.blocks) EXPECT_EQ(block.truncated, block.kind == BlockKind::caption);
}

TEST(Html, ForgedMarksMoveNoText) {
  const Article article = read(
      "<p>&#x10F0F2;1; \U0010F0F21; one two three four.</p><p>The ferry left at noon, and nobody knew "
      "why.</p>");
  EXPECT_THAT(texts_of(article, BlockKind::paragraph),
              testing::Contains("The ferry left at noon, and nobody knew why."));
}

TEST(Html, JoinsBlocksByABlankLine) {
  EXPECT_EQ(read("<p>One\n   two.</p><p>Three&nbsp;<b>four</b><br>five<br><br>six.</p>").text,
            "One two.\n\nThree\u00A0four\nfive\n\nsix.");
}

TEST(Html, DropsWhatIsNotShown) {
  const Article article = read(
      "<div style='display: none'>a</div><div hidden>b</div><span "
      "class=sr-only>c</span><select><option>d</select>"
      "<noscript>e</noscript><template><p>f</template><svg><text>g</text></svg><button>h</button>" +
      kBody);
  EXPECT_EQ(article.blocks.size(), 2u) << article.text;
}

TEST(Html, ReadsAPageOfVeryManyShortParagraphs) {
  std::string page;
  for (int i = 0; i < 400'000; ++i) page += "<p class=one-of-many>x";
  EXPECT_TRUE(read_html(page, "page.html", {}));
}

TEST(Html, ReadsAWholeFormPage) {
  EXPECT_EQ(texts_of(read("<form id=aspnetForm>" + kBody + "</form>"), BlockKind::paragraph).size(), 2u);
}

TEST(Html, MarksFurniture) {
  const Article article = read("<nav><a href=/>Home</a></nav><article>" + kBody +
                               "</article><footer>Imprint of the paper</footer>");
  EXPECT_THAT(texts_of(article, BlockKind::furniture), ElementsAre("Home", "Imprint of the paper"));
}

TEST(Html, CapsFurniture) {
  std::string menu;
  for (int i = 0; i < 20'000; ++i) menu += "<li><a href=#>Another long entry of a menu</a></li>";
  const Article article = read("<article>" + kBody + "</article><nav><ul>" + menu + "</ul></nav>");
  EXPECT_TRUE(warns_of(article, "furniture_capped"));
  EXPECT_LT(article.text.size(), 300'000u);
}

TEST(Html, DecodesADeclaredCharset) {
  const Article article = read(
      "<html><head><meta charset=windows-1252></head><p>\x93Non,\x94 dit Andr\xE9 Lef\xE8vre, le maire de la "
      "ville.</p>");
  EXPECT_EQ(article.text, "“Non,” dit André Lefèvre, le maire de la ville.");
  EXPECT_TRUE(warns_of(article, "decoded_from"));
}

TEST(Html, FlattensDeepNesting) {
  std::string page;
  for (int i = 0; i < 20'000; ++i) page += "<div>";
  page += kBody;
  for (int i = 0; i < 20'000; ++i) page += "</div>";
  const Article article = read(page);
  EXPECT_TRUE(warns_of(article, "nesting_flattened"));
  EXPECT_EQ(texts_of(article, BlockKind::paragraph).size(), 2u);
}

TEST(Html, RefusesAPageWithoutText) {
  for (const std::string& page :
       {""s, "<html></html>"s, "<p> &nbsp; </p>"s, "<script>x</script>"s, "<img src=x>"s}) {
    const Result<Article> article = read_html(page, "page.html", {});
    ASSERT_FALSE(article) << page;
    EXPECT_EQ(article.error().code, ErrorCode::empty_input);
    EXPECT_EQ(article.error().input, "page.html");
  }
}

TEST(Html, ReadsANoticeOfAFewWords) {
  EXPECT_THAT(texts_of(read("<p>Closed today.</p>"), BlockKind::paragraph), ElementsAre("Closed today."));
}

TEST(Html, OptionsFillWhatThePageDoesNotSay) {
  IntakeOptions options;
  options.outlet = "Fallback";
  options.published = "2020-01-01";
  EXPECT_EQ(read(kBody, options).outlet, "Fallback");
  EXPECT_EQ(read("<meta property=og:site_name content='The Lantern Post'>" + kBody, options).outlet,
            "The Lantern Post");
  EXPECT_EQ(read("<meta name=date content=2021-04-09>" + kBody, options).published, "2021-04-09");
}

TEST(Html, HostilePagesTakeNoLongerThanOthers) {
  const auto repeat = [](const std::string& piece) {
    std::string page;
    while (page.size() < 1'000'000) page += piece;
    return page;
  };
  for (const std::string& page : {repeat("<div>"),
                                  repeat("<b id=1>"),
                                  repeat("<div><b></div>"),
                                  repeat("<table>"),
                                  repeat("<table><tr><td>"),
                                  repeat("<a href=x>"),
                                  repeat("<p>"),
                                  repeat("<p><font><b>x</p>"),
                                  repeat("<svg>"),
                                  repeat("<template>"),
                                  repeat("<select>"),
                                  repeat("</p>"),
                                  repeat("</div></b>"),
                                  repeat("<ul><li>"),
                                  repeat("<!--"),
                                  repeat("<![CDATA["),
                                  repeat("&amp"),
                                  repeat("&#x110000;"),
                                  repeat("<table>x"),
                                  repeat("<i></p>"),
                                  repeat("<h1>a</h2>"),
                                  repeat("<title>"),
                                  repeat("<form>"),
                                  repeat("<svg><p>"),
                                  repeat("<span>"),
                                  repeat("<b class=share>"),
                                  repeat("<b class=share></i>"),
                                  repeat("<noscript>"),
                                  repeat("<x-y>"),
                                  repeat("<p class=a-b-c>x"),
                                  repeat("&#x10F0F2;1;"),
                                  repeat("<script type=ld+json>[</script>"),
                                  repeat("<frameset>"),
                                  "<p "s + repeat("a=b "),
                                  "<"s + repeat("a")}) {
    const Result<Article> article = read_html("<p>Text.</p>" + page, "hostile", {});
    EXPECT_EQ(article ? intake::find_block_fault(*article) : "", "");
  }
}

TEST(Html, BlocksAlwaysCoverTheText) {
  const std::string pieces[] = {"<p>",
                                "</p>",
                                "<div class=comments>",
                                "</div>",
                                "<h1>Title</h1>",
                                "<li>",
                                "<ul>",
                                "</ul>",
                                "<table>",
                                "<tr>",
                                "<td>",
                                "</table>",
                                "<br>",
                                "text",
                                "The ferry left at noon, and nobody knew where it was going, they said. ",
                                "<a href=x>link</a>",
                                "<figcaption>A quay. Photo: AP</figcaption>",
                                "<blockquote>",
                                "</blockquote>",
                                "&nbsp;",
                                "\u3000",
                                "&#0;",
                                "&#xD800;",
                                "&lt;",
                                "<svg><title>",
                                "</svg>",
                                "<b>",
                                "</i>",
                                "<form>",
                                "é",
                                "\xFF",
                                "😀",
                                "<p class=byline>By Jane Doe</p>",
                                "BRENNA (AP) — ",
                                "<title>T</title>",
                                "<noscript>",
                                "<select>",
                                "<math><mi>"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string page;
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) page += pieces[random() % std::size(pieces)];
    const Result<Article> article = read_html(page, "random", {});
    ASSERT_EQ(article ? intake::find_block_fault(*article) : "", "") << page;
  }
}

}  // namespace
}  // namespace sayso
