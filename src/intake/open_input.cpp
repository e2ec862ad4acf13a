// Readers over files and streams: a document is one article, JSON Lines are many.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "intake/blanks.h"
#include "intake/byte_source.h"
#include "intake/limits.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace intake;
namespace fs = std::filesystem;

constexpr std::size_t kFormatWindow = 4096;

Error failed_read(const std::string& name) {
  return Error{ErrorCode::unreadable, "the system could not read it to its end", name, std::nullopt};
}

// Owns what it reads from, if anybody has to: a file, or standard input.
struct Source {
  std::unique_ptr<std::streambuf> standard_input;
  std::unique_ptr<std::istream> owned;
  std::unique_ptr<ByteSource> bytes;
};

class DocumentReader : public ArticleReader {
 public:
  DocumentReader(Source source, std::string name, IntakeOptions options, InputFormat format)
      : source_(std::move(source)), name_(std::move(name)), options_(std::move(options)), format_(format) {}

  Result<std::optional<Article>> next() override {
    if (std::exchange(done_, true)) return std::optional<Article>();
    raw_ = {format_, name_, source_.bytes->read_all(byte_limit(options_) + 1), options_};
    if (source_.bytes->failed()) return failed_read(name_);
    Result<Article> article = read_raw(raw_);
    if (!article) return std::move(article).error();
    return std::optional<Article>(std::move(article).value());
  }

  RawInput take_raw() override { return std::exchange(raw_, {}); }

 private:
  Source source_;
  std::string name_;
  IntakeOptions options_;
  InputFormat format_;
  RawInput raw_;
  bool done_ = false;
};

class JsonLinesReader : public ArticleReader {
 public:
  JsonLinesReader(Source source, std::string name, IntakeOptions options)
      : source_(std::move(source)), name_(std::move(name)), options_(std::move(options)) {}

  Result<std::optional<Article>> next() override {
    // Escapes can double a text's length.
    const std::uint64_t limit = byte_limit(options_) * 2;
    while (std::optional<ByteSource::Line> line = source_.bytes->read_line(limit)) {
      const std::string name = name_ + ":" + std::to_string(++number_);
      if (line->too_long) return too_large(options_, name);
      std::string_view text = line->text;
      if (number_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
      if (is_blank_text(text)) continue;
      any_ = true;
      raw_ = {InputFormat::json_lines, name, std::string(text), options_};
      Result<Article> article = read_raw(raw_);
      if (!article) return std::move(article).error();
      return std::optional<Article>(std::move(article).value());
    }
    if (std::exchange(done_, true)) return std::optional<Article>();
    if (source_.bytes->failed()) return failed_read(name_);
    if (number_ == 0 || !any_) return empty_input(name_);
    return std::optional<Article>();
  }

  RawInput take_raw() override { return std::exchange(raw_, {}); }

 private:
  Source source_;
  std::string name_;
  IntakeOptions options_;
  RawInput raw_;
  std::uint64_t number_ = 0;
  bool any_ = false;
  bool done_ = false;
};

// Refuses a huge document before it is read; JSON Lines and pipes are measured while reading.
class RefusedReader : public ArticleReader {
 public:
  explicit RefusedReader(Error error) : error_(std::move(error)) {}
  Result<std::optional<Article>> next() override {
    if (std::exchange(done_, true)) return std::optional<Article>();
    return error_;
  }
  RawInput take_raw() override { return {}; }

 private:
  Error error_;
  bool done_ = false;
};

std::unique_ptr<ArticleReader> make_reader(Source source, const std::string& name,
                                           const IntakeOptions& options, std::optional<std::uint64_t> size) {
  std::string_view start = source.bytes->peek(kFormatWindow, true);
  if (trim(start).starts_with('<')) start = source.bytes->peek(kFormatWindow, false);
  const InputFormat format = detect_format(name == "-" ? "" : name, start);
  if (format == InputFormat::json_lines)
    return std::make_unique<JsonLinesReader>(std::move(source), name, options);
  if (size && exceeds(*size, options)) return std::make_unique<RefusedReader>(too_large(options, name));
  return std::make_unique<DocumentReader>(std::move(source), name, options, format);
}

Source open_standard_input() {
  Source source;
  source.standard_input = std::make_unique<StandardInput>();
  source.owned = std::make_unique<std::istream>(source.standard_input.get());
  source.bytes = std::make_unique<ByteSource>(*source.owned);
  return source;
}

}  // namespace

Result<Article> read_raw(const RawInput& raw) {
  switch (raw.format) {
    case InputFormat::html:
      return read_html(raw.bytes, raw.name, raw.options);
    case InputFormat::json_lines:
      return read_json_line(raw.bytes, raw.name, raw.options);
    case InputFormat::plain_text:
      break;
  }
  return read_plain_text(raw.bytes, raw.name, raw.options);
}

std::unique_ptr<ArticleReader> open_stream(std::istream& stream, const std::string& name,
                                           const IntakeOptions& options) {
  Source source;
  source.bytes = std::make_unique<ByteSource>(stream);
  return make_reader(std::move(source), name, options, std::nullopt);
}

Result<std::unique_ptr<ArticleReader>> open_input(const std::string& path, const IntakeOptions& options) {
  if (path == "-") return make_reader(open_standard_input(), path, options, std::nullopt);
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (status.type() == fs::file_type::not_found) {
    return Error{ErrorCode::not_found, "there is no such file", path, std::nullopt};
  }
  if (fs::is_directory(status))
    return Error{ErrorCode::unreadable, "it is a folder, not a file", path, std::nullopt};
  errno = 0;
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) {
    const std::string reason = errno ? std::strerror(errno) : "unknown reason";
    return Error{ErrorCode::unreadable, "it cannot be opened: " + reason, path, std::nullopt};
  }
  std::optional<std::uint64_t> size;
  if (fs::is_regular_file(status)) {
    const std::uintmax_t bytes = fs::file_size(path, failure);
    if (!failure) size = bytes;
  }
  Source source;
  source.owned = std::move(file);
  source.bytes = std::make_unique<ByteSource>(*source.owned);
  return make_reader(std::move(source), path, options, size);
}

}  // namespace sayso
