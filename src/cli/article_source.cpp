#include "cli/article_source.h"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace sayso::cli {
namespace {

constexpr const char* kStandardInput = "-";

constexpr std::uint64_t kMostCounted = 8'000'000'000;  // bytes; some seconds, of many hours of reading

// Lines that are not empty. None for a pipe, for a file that cannot be read, and beyond `bytes_left`, which
// it lowers.
std::optional<std::size_t> count_lines(const std::string& file, std::uint64_t& bytes_left) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure)) return std::nullopt;
  const std::uintmax_t size = std::filesystem::file_size(file, failure);
  if (failure || size > bytes_left) return std::nullopt;
  bytes_left -= size;
  std::ifstream stream(file, std::ios::binary);
  std::vector<char> buffer(1 << 20);
  std::size_t lines = 0;
  bool in_line = false;
  while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
    for (std::streamsize i = 0; i < stream.gcount(); ++i) {
      const char c = buffer[static_cast<std::size_t>(i)];
      if (c != '\n' && c != '\r' && !in_line) ++lines;
      in_line = c != '\n' && (in_line || c != '\r');
    }
  }
  if (!stream.eof()) return std::nullopt;
  return lines;
}

// Whether it may be many articles, whose number shows only when they are read. A name alone does not always
// tell.
bool holds_many(InputFormat format, std::string_view extension) {
  for (const std::string_view unsure : {".gz", ".zst", ".xml", ".json"}) {
    if (extension == unsure) return true;
  }
  return format == InputFormat::feed || format == InputFormat::newsml || format == InputFormat::warc;
}

Error named(Error error, const std::string& input) {
  if (error.input.empty()) error.input = input;
  return error;
}

}  // namespace

std::vector<Result<std::string>> expand_inputs(const std::vector<std::string>& names) {
  std::vector<Result<std::string>> inputs;
  for (const std::string& name : names) {
    Result<std::vector<std::string>> files = list_inputs(name);
    if (files) {
      inputs.insert(inputs.end(), files->begin(), files->end());
    } else {
      inputs.push_back(named(std::move(files).error(), name));
    }
  }
  return inputs;
}

std::optional<std::size_t> count_articles(const std::vector<Result<std::string>>& inputs) {
  std::size_t count = 0;
  std::uint64_t bytes_left = kMostCounted;
  for (const Result<std::string>& input : inputs) {
    if (input && *input == kStandardInput) return std::nullopt;
    const InputFormat format = input ? detect_format(*input, {}) : InputFormat::plain_text;
    const std::string extension = input ? std::filesystem::path(*input).extension().string() : "";
    if (holds_many(format, extension)) return std::nullopt;
    if (format != InputFormat::json_lines) {
      ++count;
      continue;
    }
    const std::optional<std::size_t> lines = count_lines(*input, bytes_left);
    if (!lines) return std::nullopt;
    count += *lines;
  }
  return count;
}

RawInput ArticleSource::take_raw() {
  return reader_ ? reader_->take_raw() : RawInput();
}

ArticleSource::ArticleSource(std::vector<Result<std::string>> inputs, IntakeOptions options,
                             std::istream& standard_input, std::function<bool()> stopped)
    : inputs_(std::move(inputs)),
      options_(std::move(options)),
      standard_input_(standard_input),
      stopped_(std::move(stopped)) {}

std::optional<Result<Article>> ArticleSource::next() {
  while (!stopped_()) {
    if (!reader_) {
      if (opened_ == inputs_.size()) return std::nullopt;
      if (auto error = open_next()) return Result<Article>(*std::move(error));
    }
    auto article = next_of_input();
    // Standard input ends early after an interrupt; what it had so far is not the whole article.
    if (stopped_()) return std::nullopt;
    if (article) return article;
    reader_.reset();
  }
  return std::nullopt;
}

std::optional<Error> ArticleSource::open_next() {
  Result<std::string>& input = inputs_[opened_++];
  if (!input) return std::move(input).error();
  name_ = *std::move(input);
  if (name_ == kStandardInput) {
    reader_ = open_stream(standard_input_, name_, options_);
    return std::nullopt;
  }
  auto opened = open_input(name_, options_);
  if (!opened) return named(std::move(opened).error(), name_);
  reader_ = *std::move(opened);
  return std::nullopt;
}

std::optional<Result<Article>> ArticleSource::next_of_input() {
  Result<std::optional<Article>> article = reader_->next();
  if (!article) return Result<Article>(named(std::move(article).error(), name_));
  if (!*article) return std::nullopt;
  return Result<Article>(**std::move(article));
}

}  // namespace sayso::cli
