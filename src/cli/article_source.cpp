#include "cli/article_source.h"

#include <algorithm>
#include <utility>

namespace sayso::cli {
namespace {

constexpr const char* kStandardInput = "-";

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
  const bool may_hold_more = std::any_of(inputs.begin(), inputs.end(), [](const Result<std::string>& input) {
    return input && (*input == kStandardInput || detect_format(*input, {}) == InputFormat::json_lines);
  });
  if (may_hold_more) return std::nullopt;
  return inputs.size();
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
