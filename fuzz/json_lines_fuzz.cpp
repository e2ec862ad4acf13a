// Any bytes as JSON Lines from a stream: every line is an article or an error, and the reader comes to its
// end.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>

#include "check_article.h"
#include "sayso/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
  sayso::IntakeOptions options;
  options.max_bytes = 4096;  // small enough for inputs to cross it
  const auto reader = sayso::open_stream(stream, "fuzz.jsonl", options);
  for (std::size_t lines = 0; lines <= size + 1; ++lines) {
    sayso::Result<std::optional<sayso::Article>> article = reader->next();
    if (article && !article->has_value()) return 0;
    if (article) {
      sayso::check_article(std::move(**article));
    } else {
      sayso::check_article(article.error());
    }
  }
  std::abort();  // more articles than bytes
}
