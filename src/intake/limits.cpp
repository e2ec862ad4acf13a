#include "intake/limits.h"

#include <limits>

namespace sayso::intake {

Error too_large(const IntakeOptions& options, const std::string& input) {
  return Error{ErrorCode::too_large,
               "the document is larger than " + std::to_string(options.max_bytes) + " bytes; --max-bytes raises the limit",
               input, std::nullopt};
}

bool exceeds(std::uint64_t bytes, const IntakeOptions& options) {
  // Decoding to UTF-8 can make three bytes of one.
  return bytes > options.max_bytes || bytes > std::numeric_limits<std::uint32_t>::max() / 4;
}

Error empty_input(const std::string& input) {
  return Error{ErrorCode::empty_input, "there is no text in it", input, std::nullopt};
}

void apply_options(const IntakeOptions& options, Article& article) {
  if (article.outlet.empty()) article.outlet = options.outlet;
  if (article.published.empty()) article.published = options.published;
}

}  // namespace sayso::intake
