// What the targets of many articles check: the reader comes to its end, every article is sound, and what it was read
// from gives the same article again, as an archive will need it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "check_article.h"
#include "sayso/intake.h"

namespace sayso {

inline void check_reader(const std::uint8_t* data, std::size_t size, const std::string& name,
                         const IntakeOptions& options) {
  std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
  const auto reader = open_stream(stream, name, options);
  for (std::size_t articles = 0; articles <= size + 1; ++articles) {
    const Result<std::optional<Article>> article = reader->next();
    if (!article) {
      check_article(article.error());
      continue;
    }
    if (!*article) return;
    check_article(**article);
    const Result<Article> again = read_raw(reader->take_raw());
    if (!again || again->text != (*article)->text || again->title != (*article)->title) std::abort();
  }
  std::abort();  // more articles than bytes
}

}  // namespace sayso
