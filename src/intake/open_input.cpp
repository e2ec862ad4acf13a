// Readers over files and streams: a document is one article, JSON Lines are many.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "intake/blanks.h"
#include "intake/byte_source.h"
#include "intake/charset.h"
#include "intake/input_source.h"
#include "intake/json_items.h"
#include "intake/limits.h"
#include "intake/warc_reader.h"
#include "intake/xml_items.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace intake;
namespace fs = std::filesystem;

constexpr std::size_t kFormatWindow = 4096;

class DocumentReader : public ArticleReader {
 public:
  DocumentReader(InputSource source, std::string name, IntakeOptions options, InputFormat format)
      : source_(std::move(source)), name_(std::move(name)), options_(std::move(options)), format_(format) {}

  Result<std::optional<Article>> next() override {
    if (std::exchange(done_, true)) return std::optional<Article>();
    raw_ = {format_, name_, source_.bytes->read_all(byte_limit(options_) + 1), options_};
    if (auto fault = source_.find_fault(name_)) return *fault;
    Result<Article> article = read_raw(raw_);
    if (!article) return std::move(article).error();
    return std::optional<Article>(std::move(article).value());
  }

  RawInput take_raw() override { return std::exchange(raw_, {}); }

 private:
  InputSource source_;
  std::string name_;
  IntakeOptions options_;
  InputFormat format_;
  RawInput raw_;
  bool done_ = false;
};

class JsonLinesReader : public ArticleReader {
 public:
  JsonLinesReader(InputSource source, std::string name, IntakeOptions options)
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
    if (auto fault = source_.find_fault(name_)) return *fault;
    if (number_ == 0 || !any_) return empty_input(name_);
    return std::optional<Article>();
  }

  RawInput take_raw() override { return std::exchange(raw_, {}); }

 private:
  InputSource source_;
  std::string name_;
  IntakeOptions options_;
  RawInput raw_;
  std::uint64_t number_ = 0;
  bool any_ = false;
  bool done_ = false;
};

// Feeds and lists: one item after another, each a small document of its own.
class ItemsReader : public ArticleReader {
 public:
  ItemsReader(InputSource source, std::string name, IntakeOptions options, InputFormat format)
      : source_(std::move(source)), name_(std::move(name)), options_(std::move(options)), format_(format) {
    decode_wide();
    const std::uint64_t limit = byte_limit(options_);
    if (format_ == InputFormat::json) {
      json_.emplace(*source_.bytes, limit * 2);  // escapes can double a text's length
    } else {
      xml_.emplace(*source_.bytes, format_ == InputFormat::feed ? is_feed_item : is_news_item, limit);
    }
  }

  Result<std::optional<Article>> next() override {
    std::optional<Result<std::string>> item = done_ ? std::nullopt : next_item();
    if (!item) return end();
    if (!*item) return item->error();
    raw_ = {format_, name_ + ":" + std::to_string(number_), **std::move(item), options_};
    Result<Article> article = read_raw(raw_);
    if (!article) return std::move(article).error();
    if (xml_ && xml_->had_doctype()) article->warn("doctype_ignored");
    return std::optional<Article>(std::move(article).value());
  }

  RawInput take_raw() override { return std::exchange(raw_, {}); }

 private:
  // UTF-16 and UTF-32, which cannot be cut as bytes, are held and decoded whole.
  void decode_wide() {
    const std::string_view start = source_.bytes->peek(64, false);
    const bool wide = start.substr(0, 64).find('\0') != std::string_view::npos ||
                      start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
    if (!wide) return;
    Result<Decoded> decoded = decode(source_.bytes->read_all(byte_limit(options_)), Markup::none);
    decoded_ = std::make_unique<std::istringstream>(decoded ? std::move(decoded->text) : std::string());
    source_.bytes = std::make_unique<ByteSource>(*decoded_);
  }

  // An item's bytes, or why there are none; nullopt at the end.
  std::optional<Result<std::string>> next_item() {
    ++number_;
    const std::string place = name_ + ":" + std::to_string(number_);
    if (json_) {
      std::optional<JsonItem> item = json_->next();
      if (!item) return std::nullopt;
      if (item->too_large) return Result<std::string>(too_large(options_, place));
      return Result<std::string>(std::move(item->object));
    }
    std::optional<XmlItem> item = xml_->next();
    if (!item) return std::nullopt;
    if (item->fault == XmlItem::Fault::too_large) return Result<std::string>(too_large(options_, place));
    if (item->fault == XmlItem::Fault::too_deep) {
      return Result<std::string>(Error{ErrorCode::too_large,
                                       "XML nested deeper than " + std::to_string(kMostXmlDepth) + " levels",
                                       place, std::nullopt});
    }
    return Result<std::string>(std::move(item->document));
  }

  Result<std::optional<Article>> end() {
    if (std::exchange(done_, true)) return std::optional<Article>();
    if (auto fault = source_.find_fault(name_)) return *fault;
    if (number_ == 1) return Error{ErrorCode::empty_input, "there is no article in it", name_, std::nullopt};
    return std::optional<Article>();
  }

  InputSource source_;
  std::unique_ptr<std::istringstream> decoded_;
  std::string name_;
  IntakeOptions options_;
  InputFormat format_;
  std::optional<JsonItems> json_;
  std::optional<XmlItems> xml_;
  RawInput raw_;
  std::uint64_t number_ = 0;
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

std::unique_ptr<ArticleReader> make_reader(InputSource source, const std::string& name,
                                           const IntakeOptions& options, std::optional<std::uint64_t> size) {
  if (unpack(source)) size = std::nullopt;
  std::string_view start = source.bytes->peek(kFormatWindow, true);
  const std::string_view text = trim(start);
  if (text.starts_with('<') || text.starts_with('{')) start = source.bytes->peek(kFormatWindow, false);
  const InputFormat format = detect_format(name == "-" ? "" : name, start);
  switch (format) {
    case InputFormat::json_lines:
      return std::make_unique<JsonLinesReader>(std::move(source), name, options);
    case InputFormat::json:
    case InputFormat::feed:
    case InputFormat::newsml:
      return std::make_unique<ItemsReader>(std::move(source), name, options, format);
    case InputFormat::warc:
      return make_warc_reader(std::move(source), name, options);
    case InputFormat::html:
    case InputFormat::plain_text:
      break;
  }
  if (size && exceeds(*size, options)) return std::make_unique<RefusedReader>(too_large(options, name));
  return std::make_unique<DocumentReader>(std::move(source), name, options, format);
}

InputSource open_standard_input() {
  InputSource source;
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
    case InputFormat::json:
      return read_json_line(raw.bytes, raw.name, raw.options);
    case InputFormat::feed:
      return read_feed(raw.bytes, raw.name, raw.options);
    case InputFormat::newsml:
      return read_newsml(raw.bytes, raw.name, raw.options);
    case InputFormat::warc:
      return read_warc_record(raw.bytes, raw.name, raw.options);
    case InputFormat::plain_text:
      break;
  }
  return read_plain_text(raw.bytes, raw.name, raw.options);
}

std::unique_ptr<ArticleReader> open_stream(std::istream& stream, const std::string& name,
                                           const IntakeOptions& options) {
  InputSource source;
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
  InputSource source;
  source.owned = std::move(file);
  source.bytes = std::make_unique<ByteSource>(*source.owned);
  return make_reader(std::move(source), path, options, size);
}

}  // namespace sayso
