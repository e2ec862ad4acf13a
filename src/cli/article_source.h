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

// How many articles the inputs hold: one each, as many as lines in JSON Lines, which are looked through for
// it; none where that is not known before they are read, as of standard input.
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

  // What the last article of next() was read from. Once for each: the bytes are moved out.
  RawInput take_raw();

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
