#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <fstream>
#include <string>
#include <vector>

#include "intake/read_all.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using sayso::read_all;
Read read_all(const std::string& bytes) {
  return read_all(bytes, "crawl.warc");
}

std::string page(const std::string& title) {
  return "<html><head><title>" + title + "</title></head><body><article><h1>" + title +
         "</h1><p>The bridge will open in May, the engineer Tilda Brask said on Monday of " + title +
         ".</p></article></body></html>";
}

struct Record {
  std::string type = "response";
  std::string address = "https://tide.example/a";
  std::string block;
  std::string length = {};  // empty: the right one
  std::string fields = {};
};

std::string warc(const Record& record) {
  return "WARC/1.0\r\nWARC-Type: " + record.type + "\r\nWARC-Target-URI: " + record.address +
         "\r\nWARC-Record-ID: <urn:uuid:7>\r\n" + record.fields +
         "Content-Length: " + (record.length.empty() ? std::to_string(record.block.size()) : record.length) +
         "\r\n\r\n" + record.block + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "",
                 const std::string& status = "200 OK", const std::string& type = "text/html; charset=utf-8") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + fields + "\r\n" + body;
}

std::string response(const std::string& title, const std::string& length = "") {
  return warc({.address = "https://tide.example/" + title, .block = http(page(title)), .length = length});
}

std::string deflated(const std::string& bytes, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string gzip(const std::string& bytes) {
  return deflated(bytes, 15 + 16);
}

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

std::string chunked(const std::string& body) {
  std::ostringstream out;
  for (std::size_t at = 0; at < body.size(); at += 50) {
    const std::string piece = body.substr(at, 50);
    out << std::hex << piece.size() << ";name=value\r\n" << piece << "\r\n";
  }
  out << "0\r\n\r\n";
  return out.str();
}

auto has_warning(const std::string& code) {
  return Field(&Article::warnings, Contains(Field(&Warning::code, code)));
}

TEST(Warc, ReadsThePagesOfAnArchive) {
  const Read read = read_all(warc({.type = "warcinfo", .block = "software: none\r\n"}) +
                             warc({.type = "request", .block = "GET /Ansley HTTP/1.1\r\n\r\n"}) +
                             response("Ansley") + warc({.block = http("gone", "", "404 Not Found")}) +
                             warc({.block = http("", "Location: /b\r\n", "301 Moved")}) +
                             warc({.block = http("\x89PNG", "", "200 OK", "image/png")}) +
                             warc({.type = "metadata", .block = "fetchTimeMs: 7"}) + response("Weir"));
  EXPECT_THAT(read.errors, IsEmpty());
  ASSERT_THAT(read.titles(), ElementsAre("Ansley", "Weir"));
  EXPECT_EQ(read.articles[0].input, "crawl.warc:3");
  EXPECT_EQ(read.articles[0].url, "https://tide.example/Ansley");
  EXPECT_EQ(read.articles[0].canonical_url, "https://tide.example/Ansley");
  EXPECT_EQ(read.articles[0].external_id, "urn:uuid:7");
  EXPECT_THAT(read.articles[0].warnings, IsEmpty());
}

TEST(Warc, ARecordReadsTheSameAgain) {
  const Read read = read_all(gzip(response("Ansley")));
  ASSERT_THAT(read.raws, SizeIs(1));
  EXPECT_EQ(read.raws[0].format, InputFormat::warc);
  const Result<Article> again = read_raw(read.raws[0]);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->text, read.articles[0].text);
  EXPECT_EQ(again->canonical_url, read.articles[0].canonical_url);
}

TEST(Warc, ReadsTextsAndBareResources) {
  const Read read =
      read_all(warc({.type = "conversion",
                     .block = "Tilda Brask said no.\n",
                     .fields = "Content-Type: text/plain\r\n"}) +
               warc({.type = "resource", .block = page("Ansley"), .fields = "Content-Type: text/html\r\n"}) +
               warc({.address = "https://tide.example/robots.txt",
                     .block = http("User-agent: *", "", "200 OK", "text/plain")}));
  EXPECT_THAT(read.errors, IsEmpty());
  ASSERT_THAT(read.articles, SizeIs(2));
  EXPECT_EQ(read.articles[0].text, "Tilda Brask said no.\n");
  EXPECT_EQ(read.articles[1].title, "Ansley");
}

TEST(Warc, UnpacksWhateverItIsCalled) {
  const std::string three = response("Ansley") + response("Weir") + response("Tide");
  const std::string members = gzip(response("Ansley")) + gzip(response("Weir")) + gzip(response("Tide"));
  const std::string frames = zstd(response("Ansley")) + zstd(response("Weir")) + zstd(response("Tide"));
  for (const std::string& bytes : {three, gzip(three), members, zstd(three), frames}) {
    for (const char* name : {"a.warc", "a.warc.gz", "a.warc.zst", "a.txt", "-", "a"}) {
      const Read read = read_all(bytes, name);
      EXPECT_THAT(read.errors, IsEmpty());
      EXPECT_THAT(read.titles(), ElementsAre("Ansley", "Weir", "Tide")) << name;
    }
  }
}

TEST(Warc, ReadsMembersWithAnExtraField) {
  std::string member = gzip(response("Ansley"));
  member[3] = 4;  // FEXTRA: two bytes of length, then "sl", a length of 8, 8 bytes
  member.insert(10, std::string("\x0C\x00sl\x08\x00"
                                "12345678",
                                14));
  EXPECT_THAT(read_all(member + gzip(response("Weir"))).titles(), ElementsAre("Ansley", "Weir"));
}

TEST(Warc, ALengthThatIsTooShortOrTooLongOrMissing) {
  for (const char* length :
       {"40", "0", "100000", "500", "9223372036854775808", "99999999999999999999999", "-1", "x"}) {
    const Read read = read_all(response("Ansley", length) + response("Weir"));
    EXPECT_THAT(read.errors, IsEmpty()) << length;
    ASSERT_THAT(read.titles(), ElementsAre("Ansley", "Weir")) << length;
    EXPECT_THAT(read.articles[0], has_warning("wrong_length")) << length;
    EXPECT_THAT(read.articles[0].text, HasSubstr("Brask said on Monday of Ansley.")) << length;
    EXPECT_THAT(read.articles[1].warnings, IsEmpty()) << length;
  }
}

TEST(Warc, AWarcInsideOfARecordIsNotCut) {
  const Read read = read_all(warc({.block = http(page("Outer") + "<pre>\n" + response("Inner") + "</pre>")}) +
                             response("Weir"));
  EXPECT_THAT(read.titles(), ElementsAre("Outer", "Weir"));
}

TEST(Warc, ARecordThatIsCutOff) {
  const std::string two = response("Ansley") + response("Weir");
  const Read read = read_all(two.substr(0, two.size() - 60));
  EXPECT_THAT(read.titles(), ElementsAre("Ansley", "Weir"));
  EXPECT_THAT(read.articles[1], has_warning("cut_off"));
  EXPECT_THAT(read_all(two.substr(0, response("Ansley").size() + 30)).titles(), ElementsAre("Ansley"));
}

TEST(Warc, GarbageBetweenRecords) {
  const Read read =
      read_all(response("Ansley") + "\r\n\r\nWARC/what\n\nnoise WARC/1.0 noise\n" + response("Weir"));
  ASSERT_THAT(read.articles, SizeIs(2));
  EXPECT_THAT(read.titles(), ElementsAre("Ansley", "Weir"));
  EXPECT_THAT(read_all("noise" + response("Weir"), "a.warc").titles(), ElementsAre("Weir"));
}

TEST(Warc, LineEndsWithoutReturn) {
  std::string bytes = response("Ansley") + response("Weir");
  for (std::size_t at; (at = bytes.find('\r')) != std::string::npos;) bytes.erase(at, 1);
  EXPECT_THAT(read_all(bytes).titles(), ElementsAre("Ansley", "Weir"));
}

TEST(Warc, ADamagedChecksumTouchesItsRecordAlone) {
  std::string member = gzip(response("Weir"));
  member[member.size() - 6] ^= 1;
  const Read read = read_all(gzip(response("Ansley")) + member + gzip(response("Tide")));
  EXPECT_THAT(read.errors, IsEmpty());
  ASSERT_THAT(read.titles(), ElementsAre("Ansley", "Weir", "Tide"));
  EXPECT_THAT(read.articles[0].warnings, IsEmpty());
  EXPECT_THAT(read.articles[1], has_warning("bad_checksum"));
  EXPECT_THAT(read.articles[2].warnings, IsEmpty());
}

TEST(Warc, ABrokenMemberEndsItsRecordAlone) {
  std::string body = page("Weir");
  for (int i = 0; i < 3000; ++i) body += "<p>" + std::to_string(i * 7919 % 10007) + " said so.</p>";
  std::string member = gzip(warc({.block = http(body)}));
  for (std::size_t i = member.size() / 2; i < member.size() / 2 + 400; ++i) member[i] = '\xFF';
  const Read read = read_all(gzip(response("Ansley")) + member + gzip(response("Tide")));
  ASSERT_THAT(read.articles, SizeIs(3));
  EXPECT_EQ(read.articles[0].title, "Ansley");
  EXPECT_THAT(read.articles[1], has_warning("cut_off"));
  EXPECT_EQ(read.articles[2].title, "Tide");
  EXPECT_THAT(read.articles[2].warnings, IsEmpty());
}

TEST(Warc, DamageInARecordThatIsNotReadIsNamedAtTheEnd) {
  std::string member = gzip(warc({.type = "request", .block = "GET / HTTP/1.1\r\n\r\n"}));
  member[member.size() - 6] ^= 1;
  const Read read = read_all(gzip(response("Ansley")) + member + gzip(response("Tide")));
  EXPECT_THAT(read.titles(), ElementsAre("Ansley", "Tide"));
  ASSERT_THAT(read.errors, SizeIs(1));
  EXPECT_THAT(read.errors[0].message, HasSubstr("damaged in 1 place"));
}

TEST(Warc, PayloadsThatWereLeftCoded) {
  const std::string body = page("Ansley");
  const std::string brotli("\x0B\x02\x80hello\x03", 9);
  const std::vector<std::string> blocks = {
      http(chunked(body), "Transfer-Encoding: chunked\r\n"),
      http(gzip(body), "Content-Encoding: gzip\r\n"),
      http(chunked(gzip(body)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
      http(zstd(body), "Content-Encoding: zstd\r\n"),
      http(deflated(body, 15), "Content-Encoding: deflate\r\n"),
      http(deflated(body, -15), "Content-Encoding: deflate\r\n"),
      http(gzip(gzip(body)), "Content-Encoding: gzip, gzip\r\n"),
      http(gzip(body)),                              // the header is gone
      http(body, "Content-Encoding: gzip\r\n"),      // undone, the header left
      http(body, "Content-Encoding: br\r\n"),        // likewise
      http(body, "Transfer-Encoding: chunked\r\n"),  // likewise
  };
  for (const std::string& block : blocks) {
    const Read read = read_all(warc({.block = block}));
    EXPECT_THAT(read.titles(), ElementsAre("Ansley")) << block.substr(0, 120);
    ASSERT_THAT(read.articles, SizeIs(1));
    EXPECT_THAT(read.articles[0].warnings, IsEmpty()) << block.substr(0, 120);
  }
  const Read read =
      read_all(warc({.block = http(brotli, "Content-Encoding: br\r\n", "200 OK", "text/plain")}));
  ASSERT_THAT(read.articles, SizeIs(1));
  EXPECT_EQ(read.articles[0].text, "hello");
}

TEST(Warc, APayloadThatIsCutOffIsReadAsFarAsItGoes) {
  std::string body = page("Ansley");
  for (int i = 0; i < 2000; ++i) body += "<p>" + std::to_string(i * 7919 % 10007) + " said so.</p>";
  for (const std::string& block : {http(gzip(body).substr(0, 5000), "Content-Encoding: gzip\r\n"),
                                   http(chunked(body).substr(0, 5000), "Transfer-Encoding: chunked\r\n")}) {
    const Read read = read_all(warc({.block = block}));
    ASSERT_THAT(read.titles(), ElementsAre("Ansley"));
    EXPECT_THAT(read.articles[0], has_warning("damaged_payload"));
  }
}

TEST(Warc, BombsAreNamedAndTheRestIsRead) {
  const std::string zeros(12'000'000, ' ');
  const std::vector<std::string> bombs = {
      gzip(warc({.block = http(page("Bomb") + zeros)})),
      gzip(warc({.block = http(gzip(page("Bomb") + zeros), "Content-Encoding: gzip\r\n")})),
      gzip(warc({.block = http(page("Bomb") + zeros), .length = "50"})),
      zstd(warc({.block = http(page("Bomb") + zeros)})),
  };
  for (const std::string& bomb : bombs) {
    const bool frames = bomb[0] == '\x28';
    const auto pack = frames ? zstd : gzip;
    const Read read = read_all(pack(response("Ansley")) + bomb + pack(response("Weir")));
    EXPECT_THAT(read.titles(), ElementsAre("Ansley", "Weir"));
    ASSERT_THAT(read.errors, SizeIs(1));
    EXPECT_EQ(read.errors[0].code, ErrorCode::too_large);
    EXPECT_EQ(read.errors[0].input, "crawl.warc:2");
  }
}

TEST(Warc, ARecordBeyondTheLimitIsNamedAndSteppedOver) {
  const std::string large = warc({.block = http(page("Large") + std::string(300'000, 'x'))});
  const std::string picture = warc({.type = "metadata", .block = std::string(400'000, 'x')});
  const Read read =
      read_all(response("Ansley") + large + picture + response("Weir"), "a.warc", {.max_bytes = 100'000});
  EXPECT_THAT(read.titles(), ElementsAre("Ansley", "Weir"));
  ASSERT_THAT(read.errors, SizeIs(1));
  EXPECT_EQ(read.errors[0].code, ErrorCode::too_large);
  EXPECT_EQ(read.errors[0].input, "a.warc:2");
}

TEST(Warc, TheCharsetOfTheHeaderCounts) {
  const std::string body =
      "<html><body><article><h1>\xCC\xEE\xF1\xE2\xE0</h1><p>\xCC\xEE\xF1\xEA\xE2\xE0 said "
      "so.</p></article></body></html>";
  const Read read =
      read_all(warc({.block = http(body, "", "200 OK", "text/html; charset=\"windows-1251\"")}));
  ASSERT_THAT(read.articles, SizeIs(1));
  EXPECT_THAT(read.articles[0].text, HasSubstr("Москва said so."));
}

TEST(Warc, DigestsAreChecked) {
  const std::string block = http(page("Ansley"));
  const Read wrong = read_all(
      warc({.block = block, .fields = "WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"}));
  ASSERT_THAT(wrong.articles, SizeIs(1));
  EXPECT_THAT(wrong.articles[0], has_warning("wrong_digest"));
  const std::string text = "abc";
  for (const char* digest :
       {"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
        "md5:900150983CD24FB0D6963F7D28E17F72", "other:1", "none"}) {
    const Read right = read_all(
        warc({.type = "conversion",
              .block = text,
              .fields = std::string("WARC-Block-Digest: ") + digest + "\r\nContent-Type: text/plain\r\n"}));
    ASSERT_THAT(right.articles, SizeIs(1));
    EXPECT_THAT(right.articles[0].warnings, IsEmpty()) << digest;
  }
}

TEST(Warc, EveryCutOfAnArchiveIsReadWithoutHarm) {
  const std::string bytes =
      gzip(response("Ansley")) + gzip(warc({.block = http(chunked(gzip(page("Weir"))))}));
  for (std::size_t size = 5; size < bytes.size(); size += 7) (void)read_all(bytes.substr(0, size));
  const std::string plain = response("Ansley") + response("Weir");
  for (std::size_t size = 5; size < plain.size(); size += 7) (void)read_all(plain.substr(0, size));
}

TEST(Warc, WhatIsNoArchiveIsSaidToBeNone) {
  const Read read = read_all(std::string(9000, '\x01'), "a.warc");
  ASSERT_THAT(read.errors, SizeIs(1));
  EXPECT_THAT(read.errors[0].message, HasSubstr("no WARC record"));
}

}  // namespace
}  // namespace sayso
