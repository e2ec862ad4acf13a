// Any input to Articles. One reader interface, whatever the format.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/article.h"
#include "sayso/result.h"

namespace sayso {

// Where a fact stands in other people's JSON: "text" at "body.content". A path goes from key to key by dots;
// in a list a number is a place, from 0. A key that has dots itself is found too.
struct FieldPath {
  std::string fact;  // id, url, outlet, title, authors, published, text or html
  std::string path;
};

// "text=body.content". Errors: bad_argument.
Result<FieldPath> parse_field(std::string_view text);

struct IntakeOptions {
  std::uint64_t max_bytes = 20'000'000;  // of one document; a longer one is an error, not cut
  std::string outlet = {};               // where the input does not name one
  std::string published = {};            // likewise; ISO 8601
  std::vector<FieldPath> fields = {};    // of JSON objects; a fact without a path stands under its own name
};

enum class InputFormat {
  plain_text,
  html,
  json_lines,  // one object a line
  json,        // one object over several lines, a list of them, a JSON Feed, ninjs
  feed,        // RSS 0.9x, 1.0, 2.0, Atom
  newsml,      // NewsML-G2, NITF
  warc
};
const char* to_string(InputFormat format);
// The format of that name; nullopt for another word.
std::optional<InputFormat> format_named(std::string_view name);

// What one article was read from: enough to read it again. Of an input of many articles, it is one line, one
// item with what the feed says of itself, or one WARC record, without the compression around it.
struct RawInput {
  InputFormat format = InputFormat::plain_text;
  std::string name;  // as Article::input
  std::string bytes;
  IntakeOptions options;
};

// The article again. Errors: as of the functions below.
Result<Article> read_raw(const RawInput& raw);

// Reads one input, article after article. Not thread-safe. An error concerns one article and names its input;
// the next call goes on behind it. After the end, every call gives the end.
class ArticleReader {
 public:
  virtual ~ArticleReader() = default;
  // An article, std::nullopt at the end, or an error.
  virtual Result<std::optional<Article>> next() = 0;
  // What the last article of next() was read from. Once for each: the bytes are moved out.
  virtual RawInput take_raw() = 0;
};

// By the first bytes where they are a WARC's or a compressed file's, by the file's name where it tells (.txt,
// .html, .htm, .xhtml, .jsonl, .ndjson), else by the first bytes. ".gz" and ".zst" behind the name do not
// count.
InputFormat detect_format(const std::filesystem::path& name, std::string_view first_bytes);

// Opens a file, or standard input for "-". Errors: not_found, unreadable. What is compressed with gzip or
// Zstandard is unpacked, by its content, whatever its name. Inputs of many articles are streamed; one article
// is held in memory at a time.
Result<std::unique_ptr<ArticleReader>> open_input(const std::string& path, const IntakeOptions& options);

// The same for a stream that the caller owns and keeps alive; `name` stands for it in messages and records.
std::unique_ptr<ArticleReader> open_stream(std::istream& stream, const std::string& name,
                                           const IntakeOptions& options);

// Files below `path`, sorted by name, folders searched to the bottom, hidden files and links to folders left
// out; `path` itself if it is a file or "-". Errors: not_found, unreadable, empty_input for a folder without
// a file.
Result<std::vector<std::string>> list_inputs(const std::string& path);

// One document from memory. Errors: empty_input, too_large, not_text, malformed.
Result<Article> read_plain_text(std::string_view bytes, const std::string& name,
                                const IntakeOptions& options);
Result<Article> read_html(std::string_view bytes, const std::string& name, const IntakeOptions& options);
// One JSON object: sayso's {id, url, outlet, title, authors, published, text | html}, or with options.fields
// anybody's; ninjs 1.x and later; or a JSON Feed of one item. Errors also: withheld.
Result<Article> read_json_line(std::string_view line, const std::string& name, const IntakeOptions& options);
// A feed of one item, as RawInput has it: the article is that item.
Result<Article> read_feed(std::string_view bytes, const std::string& name, const IntakeOptions& options);
// The first newsItem in NewsML-G2, or NITF. Errors also: withheld.
Result<Article> read_newsml(std::string_view bytes, const std::string& name, const IntakeOptions& options);
// One WARC record: a response that holds a page, or a conversion to text.
Result<Article> read_warc_record(std::string_view bytes, const std::string& name,
                                 const IntakeOptions& options);

}  // namespace sayso
