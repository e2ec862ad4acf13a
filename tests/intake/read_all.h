// Everything that a reader gives of an input.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "sayso/intake.h"

namespace sayso {

struct Read {
  std::vector<Article> articles;
  std::vector<RawInput> raws;
  std::vector<Error> errors;

  std::vector<std::string> titles() const {
    std::vector<std::string> titles;
    for (const Article& article : articles) titles.push_back(article.title);
    return titles;
  }
};

inline Read read_all(const std::string& bytes, const std::string& name, const IntakeOptions& options = {}) {
  std::istringstream stream(bytes);
  const auto reader = open_stream(stream, name, options);
  Read read;
  while (true) {
    auto article = reader->next();
    if (!article) {
      read.errors.push_back(article.error());
    } else if (*article) {
      read.articles.push_back(**article);
      read.raws.push_back(reader->take_raw());
    } else {
      return read;
    }
  }
}

}  // namespace sayso
