#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "intake/read_all.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kRss = R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tidewater Post</title>
<link>https://tide.example/</link><language>en-gb</language>
<item><media:title>No title of ours</media:title><title>Bridge &amp; ferry shut</title>
  <link>https://tide.example/bridge?utm_source=rss&amp;id=7#top</link><guid isPermaLink="false">tp-7</guid>
  <pubDate>Wed, 12 Mar 2025 10:30:00 GMT</pubDate><dc:creator>Ana Roth</dc:creator>
  <description>A short summary.</description>
  <content:encoded><![CDATA[<p>The bridge is shut, the mayor said on Monday.</p><p>It &amp; the <item>ferry</item> rest.</p>]]></content:encoded></item>
<!-- <item><title>never</title></item> -->
<item><title>Elsewhere</title><link>/elsewhere</link><source url="https://weir.example/feed">The Weir</source>
  <author>desk@tide.example (Bo Linde)</author><description>The dam holds, engineers told the council &lt;b&gt;twice&lt;/b&gt;.</description></item>
</channel></rss>)";

TEST(Feed, ReadsRssWithItsModules) {
  const Read read = read_all(kRss, "news");
  ASSERT_TRUE(read.errors.empty()) << read.errors[0].describe();
  ASSERT_EQ(read.articles.size(), 2u);
  const Article& bridge = read.articles[0];
  EXPECT_EQ(bridge.input, "news:1");
  EXPECT_EQ(bridge.title, "Bridge & ferry shut");
  EXPECT_EQ(bridge.outlet, "Tidewater Post");
  EXPECT_EQ(bridge.canonical_url, "https://tide.example/bridge?id=7");
  EXPECT_EQ(bridge.external_id, "tp-7");
  EXPECT_EQ(bridge.published, "2025-03-12T10:30:00Z");
  EXPECT_THAT(bridge.authors, ElementsAre("Ana Roth"));
  EXPECT_THAT(bridge.text, HasSubstr("the mayor said on Monday."));
  EXPECT_THAT(bridge.text, Not(HasSubstr("short summary")));
}

TEST(Feed, NamesTheOutletBehindAnAggregator) {
  const Read read = read_all(kRss, "news");
  ASSERT_EQ(read.articles.size(), 2u);
  const Article& elsewhere = read.articles[1];
  EXPECT_EQ(elsewhere.outlet, "The Weir");
  EXPECT_EQ(elsewhere.canonical_url, "https://tide.example/elsewhere");
  EXPECT_THAT(elsewhere.authors, ElementsAre("Bo Linde"));
  EXPECT_THAT(elsewhere.text, HasSubstr("the council twice."));
}

TEST(Feed, ARawItemReadsTheSame) {
  const Read read = read_all(kRss, "news");
  for (std::size_t i = 0; i < read.raws.size(); ++i) {
    EXPECT_EQ(read.raws[i].format, InputFormat::feed);
    const auto again = read_raw(read.raws[i]);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->text, read.articles[i].text);
    EXPECT_EQ(again->outlet, read.articles[i].outlet);
    EXPECT_EQ(again->canonical_url, read.articles[i].canonical_url);
  }
}

TEST(Feed, ReadsRss1AndRss091) {
  const Read one = read_all(
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>The Weir</title><items/></channel>
      <item rdf:about="https://weir.example/1"><title>One</title><link>https://weir.example/1</link>
      <dc:date>2025-03-12</dc:date><description>The river rose.</description></item></rdf:RDF>)",
      "-");
  ASSERT_EQ(one.articles.size(), 1u);
  EXPECT_EQ(one.articles[0].outlet, "The Weir");
  EXPECT_EQ(one.articles[0].published, "2025-03-12");
  const Read old = read_all(
      R"(<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
      <rss version="0.91"><channel><title>Old</title><item><title>T &b;</title><description>It rained &b; all day.
      </description></item></channel></rss>)",
      "-");
  ASSERT_EQ(old.articles.size(), 1u);
  EXPECT_THAT(old.articles[0].text, Not(HasSubstr("aaaa")));
  EXPECT_EQ(old.articles[0].warnings.at(0).code, "doctype_ignored");
}

TEST(Feed, ReadsAtom) {
  const Read read = read_all(
      R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ansley Examiner</title>
      <entry><title type="html">Vote &amp;amp; count</title><link rel="self" href="https://a.example/self"/>
      <link href="https://a.example/vote"/><id>tag:a.example,2025:1</id><published>2025-03-12T10:00:00+01:00</published>
      <updated>2025-03-13T10:00:00Z</updated><author><name>Tilda Brask</name></author><summary>short</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nobody had counted, she said.</p></div></content></entry>
      <entry><title>Two</title><id>2</id><updated>2025-03-14T10:00:00Z</updated>
      <source><title>The Weir</title></source><content type="text">1 &lt; 2, he said.</content></entry></feed>)",
      "-");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].title, "Vote & count");
  EXPECT_EQ(read.articles[0].url, "https://a.example/vote");
  EXPECT_THAT(read.articles[0].authors, ElementsAre("Tilda Brask"));
  EXPECT_EQ(read.articles[0].modified, "2025-03-13T10:00:00Z");
  EXPECT_THAT(read.articles[0].text, HasSubstr("Nobody had counted"));
  EXPECT_EQ(read.articles[1].outlet, "The Weir");
  EXPECT_THAT(read.articles[1].text, HasSubstr("1 < 2, he said."));
}

TEST(Feed, GoesOnBehindWhatIsTooLargeOrTooDeep) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  const std::string item = "<item><title>T</title><description>It rained.</description></item>";
  const Read read = read_all("<rss><channel>" + item + "<item><description>" + std::string(5000, 'x') +
                                 "</description></item>" + item + "<item>" + deep.substr(0, 1000) +
                                 "</item>" + item + "</channel></rss>",
                             "f.rss", {.max_bytes = 2000});
  EXPECT_EQ(read.articles.size(), 3u);
  ASSERT_EQ(read.errors.size(), 2u);
  EXPECT_EQ(read.errors[0].code, ErrorCode::too_large);
  EXPECT_EQ(read.errors[0].input, "f.rss:2");
  EXPECT_EQ(read.errors[1].input, "f.rss:4");
}

TEST(Feed, ReadsBrokenMarkupAndEncodings) {
  const Read broken = read_all("<rss><channel><item><title>A < B & C</title><description>It rained", "f.rss");
  ASSERT_EQ(broken.articles.size(), 1u);
  EXPECT_THAT(broken.articles[0].text, HasSubstr("It rained"));
  const Read latin = read_all(
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><item><description>Caf\xe9 owners said "
      "so."
      "</description></item></channel></rss>",
      "f.rss");
  ASSERT_EQ(latin.articles.size(), 1u);
  EXPECT_THAT(latin.articles[0].text, HasSubstr("Café owners"));
  const Read invalid = read_all(
      "<rss><channel><item><description>Bad \xff\xfe bytes and \xe2\x82\xac, é.</description></item>"
      "</channel></rss>",
      "f.rss");
  ASSERT_EQ(invalid.articles.size(), 1u);
  std::string wide;
  for (char c :
       std::string("<rss><channel><item><description>It rained.</description></item></channel></rss>")) {
    wide += c;
    wide += '\0';
  }
  const Read utf16 = read_all("\xff\xfe" + wide, "f.rss");
  ASSERT_EQ(utf16.articles.size(), 1u);
  EXPECT_EQ(utf16.articles[0].text, "It rained.");
}

TEST(Feed, AnEmptyFeedIsAnError) {
  const Read read = read_all("<rss><channel><title>Nothing</title></channel></rss>", "f.rss");
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, ErrorCode::empty_input);
}

TEST(JsonFeed, ReadsItemsWithTheFeedsTitleWhereverItStands) {
  const Read read = read_all(
      R"({"items": [{"id": 1, "url": "https://a.example/1", "title": "One", "content_html": "<p>It rained, she said.</p>",
      "date_published": "2025-03-12T10:00:00Z", "authors": [{"name": "Ana Roth"}]},
      {"id": "2", "content_text": "A { and a ] in a \"string\"."}], "title": "The Weir",
      "version": "https://jsonfeed.org/version/1.1"})",
      "-");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].outlet, "The Weir");
  EXPECT_EQ(read.articles[0].external_id, "1");
  EXPECT_EQ(read.articles[0].published, "2025-03-12T10:00:00Z");
  EXPECT_THAT(read.articles[0].authors, ElementsAre("Ana Roth"));
  EXPECT_EQ(read.articles[1].text, "A { and a ] in a \"string\".");
  EXPECT_EQ(read_raw(read.raws[1])->text, read.articles[1].text);
}

TEST(JsonFeed, StreamsWhatIsLongerThanTheLimit) {
  std::string feed = R"({"version": "https://jsonfeed.org/version/1", "title": "The Weir", "items": [)";
  for (int i = 0; i < 100; ++i)
    feed += std::string(i ? "," : "") + R"({"id": "x", "content_text": "It rained."})";
  const Read read = read_all(feed + "]}", "-", {.max_bytes = 500});
  EXPECT_EQ(read.articles.size(), 100u);
  EXPECT_EQ(read.articles.at(99).outlet, "The Weir");
}

TEST(JsonLists, AreReadAsTheirObjects) {
  const Read read = read_all(R"([{"text": "It rained."},
    {"text": "It snowed."}, {"no": 1}])",
                             "a.json");
  EXPECT_EQ(read.articles.size(), 2u);
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].input, "a.json:3");
}

TEST(FieldMap, FindsFactsInOtherPeoplesJson) {
  const IntakeOptions options{.fields = {*parse_field("text=body.content"),
                                         *parse_field("outlet=site.0.name"), *parse_field("id=a.b")}};
  const Read read = read_all(
      R"({"a.b": 7, "title": "T", "text": "not this", "body": {"content": ["It rained.", "It snowed."]}, "site": [{"name": "The Weir"}]})",
      "a.jsonl", options);
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text, "T\n\nIt rained.\n\nIt snowed.");
  EXPECT_EQ(read.articles[0].outlet, "The Weir");
  EXPECT_EQ(read.articles[0].external_id, "7");
  EXPECT_FALSE(parse_field("body=x"));
  EXPECT_FALSE(parse_field("text"));
  EXPECT_FALSE(parse_field("text="));
}

TEST(Ninjs, ReadsVersions1And2And3) {
  const Read one = read_all(
      R"({"uri": "https://a.example/1", "type": "text", "versioncreated": "2025-03-12T10:00:00Z", "pubstatus": "usable",
      "headline": "Rain", "byline": "Ana Roth", "body_html": "<p>It rained, she said.</p>", "copyrightholder": "Westmark"})",
      "a.json");
  ASSERT_EQ(one.articles.size(), 1u);
  EXPECT_EQ(one.articles[0].title, "Rain");
  EXPECT_EQ(one.articles[0].outlet, "Westmark");
  EXPECT_EQ(one.articles[0].url, "https://a.example/1");
  EXPECT_THAT(one.articles[0].authors, ElementsAre("Ana Roth"));
  for (const char* keys : {"versioncreated", "versionCreated"}) {
    const Read two = read_all(std::string(R"({"uri": "urn:x:2", ")") + keys +
                                  R"(": "2025-03-12T10:00:00Z", "headlines": [{"role": "sub", "value": "s"},
        {"role": "main", "value": "Rain"}], "bodies": [{"role": "main", "contenttype": "text/plain", "value": "It rained."}]})",
                              "a.json");
    ASSERT_EQ(two.articles.size(), 1u);
    EXPECT_EQ(two.articles[0].text, "Rain\n\nIt rained.");
    EXPECT_EQ(two.articles[0].published, "2025-03-12T10:00:00Z");
  }
}

TEST(Ninjs, HonoursStatusAndEmbargo) {
  for (const char* fact : {R"("pubstatus": "canceled")", R"("pubStatus": "withheld")",
                           R"("embargoed": "2999-01-01T00:00:00Z")"}) {
    const Read read = read_all(
        std::string(R"({"uri": "x", "headline": "h", "body_text": "It rained.", )") + fact + "}", "a.json");
    ASSERT_EQ(read.errors.size(), 1u) << fact;
    EXPECT_EQ(read.errors[0].code, ErrorCode::withheld);
  }
  EXPECT_EQ(
      read_all(
          R"({"uri": "x", "headline": "h", "body_text": "It rained.", "embargoed": "2001-01-01T00:00:00Z"})",
          "a.json")
          .articles.size(),
      1u);
}

std::string news_item(const std::string& status, const std::string& content) {
  return R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:westmark:1" xml:lang="en"><itemMeta>
    <provider literal="Westmark"/><firstCreated>2025-03-12T10:00:00Z</firstCreated>
    <versionCreated>2025-03-12T11:00:00Z</versionCreated><pubStatus qcode="stat:)" +
         status + R"("/></itemMeta>
    <contentMeta><creator><name>Ana Roth</name></creator><headline>Rain</headline><language tag="en-GB"/></contentMeta>
    <contentSet>)" +
         content + "</contentSet></newsItem>";
}

TEST(NewsMl, ReadsEachBodyItMayHave) {
  const std::string nitf =
      R"(<inlineXML contenttype="application/nitf+xml"><nitf><head/><body><body.head><hedline><hl1>no</hl1>
    </hedline></body.head><body.content><block><p>It rained &amp; poured, she said.</p><p>It <em>stopped</em>.</p></block></body.content></body>
    </nitf></inlineXML>)";
  const std::string plain = R"(<inlineData contenttype="text/plain">It rained &lt; poured.</inlineData>)";
  const std::string xhtml =
      R"(<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
    <head><title>no</title></head><body><p>It rained.</p></body></html></inlineXML>)";
  const Read read =
      read_all("<newsMessage><header/><itemSet>" + news_item("usable", nitf) + news_item("usable", plain) +
                   news_item("usable", xhtml) + news_item("canceled", plain) + "</itemSet></newsMessage>",
               "n.xml");
  ASSERT_EQ(read.articles.size(), 3u);
  EXPECT_EQ(read.articles[0].text, "Rain\n\nIt rained & poured, she said.\n\nIt stopped.");
  EXPECT_EQ(read.articles[0].outlet, "Westmark");
  EXPECT_EQ(read.articles[0].published, "2025-03-12T10:00:00Z");
  EXPECT_EQ(read.articles[0].modified, "2025-03-12T11:00:00Z");
  EXPECT_EQ(read.articles[0].external_id, "urn:newsml:westmark:1");
  EXPECT_THAT(read.articles[0].authors, ElementsAre("Ana Roth"));
  EXPECT_EQ(read.articles[1].text, "Rain\n\nIt rained < poured.");
  EXPECT_EQ(read.articles[2].text, "Rain\n\nIt rained.");
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, ErrorCode::withheld);
  EXPECT_EQ(read.errors[0].input, "n.xml:4");
}

TEST(NewsMl, NeverOpensWhatAnEntityNames) {
  const Read read =
      read_all(R"(<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]>)" +
                   news_item("usable", R"(<inlineData contenttype="text/plain">It &x; rained.</inlineData>)"),
               "n.xml");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_THAT(read.articles[0].text, Not(HasSubstr("root:")));
}

}  // namespace
}  // namespace sayso
