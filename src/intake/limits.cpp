#include "intake/limits.h"

#include <algorithm>
#include <limits>

namespace sayso::intake {

std::uint64_t byte_limit(const IntakeOptions& options) {
  // Decoding to UTF-8 can make three bytes of one.
  constexpr std::uint64_t kAddressable = std::numeric_limits<std::uint32_t>::max() / 4;
  return std::min(options.max_bytes, kAddressable);
}

bool exceeds(std::uint64_t bytes, const IntakeOptions& options) {
  return bytes > byte_limit(options);
}

Error too_large(const IntakeOptions& options, const std::string& input) {
  return Error{ErrorCode::too_large,
               "the document is larger than " + std::to_string(byte_limit(options)) +
                   " bytes; --max-bytes raises the limit",
               input, std::nullopt};
}

Error empty_input(const std::string& input) {
  return Error{ErrorCode::empty_input, "there is no text in it", input, std::nullopt};
}

void apply_options(const IntakeOptions& options, Article& article) {
  if (article.outlet.empty()) article.outlet = options.outlet;
  if (!article.published.empty() || options.published.empty()) return;
  article.published = options.published;
  article.published_candidates.insert(article.published_candidates.begin(), {options.published, "given"});
}

}  // namespace sayso::intake
