// The inputs named on the command line as one sequence of articles.
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sayso/intake.h"

namespace sayso::cli {

// One for each file, in order: a folder's files, sorted, stand where the folder was named. A name that cannot
// be looked up is an error in its place.
std::vector<Result<std::string>> expand_inputs(const std::vector<std::string>& names);

// How many articles the inputs hold, if each holds one; none where some may hold more.
std::optional<std::size_t> count_articles(const std::vector<Result<std::string>>& inputs);

// Not thread-safe; may move from thread to thread between calls.
class ArticleSource {
 public:
  // `standard_input` is read for "-" and outlives the source.
  ArticleSource(std::vector<Result<std::string>> inputs, IntakeOptions options, std::istream& standard_input,
                std::function<bool()> stopped);

  // The next article, or an error that names the input it concerns; none at the end and once `stopped` says
  // so.
  std::optional<Result<Article>> next();

 private:
  std::optional<Result<Article>> next_of_input();
  std::optional<Error> open_next();

  std::vector<Result<std::string>> inputs_;
  IntakeOptions options_;
  std::istream& standard_input_;
  std::function<bool()> stopped_;
  std::size_t opened_ = 0;
  std::string name_;  // of the open input
  std::unique_ptr<ArticleReader> reader_;
};

}  // namespace sayso::cli
