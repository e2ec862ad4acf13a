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

struct IntakeOptions {
  std::uint64_t max_bytes = 20'000'000;  // of one document; a longer one is an error, not cut
  std::string outlet;                    // where the input does not name one
  std::string published;                 // likewise; ISO 8601
};

enum class InputFormat { plain_text, html, json_lines };
const char* to_string(InputFormat format);

// What one article was read from: enough to read it again.
struct RawInput {
  InputFormat format = InputFormat::plain_text;  // of JSON Lines, one line
  std::string name;                              // as Article::input
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

// By the file's name where it tells (.txt, .html, .htm, .xhtml, .jsonl, .ndjson), else by the first bytes.
InputFormat detect_format(const std::filesystem::path& name, std::string_view first_bytes);

// Opens a file, or standard input for "-". Errors: not_found, unreadable. JSON Lines are streamed; one line
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
// One line of sayso's JSON Lines: {id, url, outlet, title, authors, published, text | html}.
Result<Article> read_json_line(std::string_view line, const std::string& name, const IntakeOptions& options);

}  // namespace sayso
