#include "archive/anchors.h"

#include <algorithm>

namespace sayso::archive {
namespace {

constexpr int kAround = 32;  // code points, as much as annotation tools keep

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t step_back(std::string_view text, std::size_t at) {
  for (int i = 0; i < kAround && at > 0; ++i) {
    do --at;
    while (at > 0 && continues(text[at]));
  }
  return at;
}

std::size_t step_on(std::string_view text, std::size_t at) {
  for (int i = 0; i < kAround && at < text.size(); ++i) {
    do ++at;
    while (at < text.size() && continues(text[at]));
  }
  return at;
}

// Bytes that the ends of both have in common.
std::size_t common_end(std::string_view a, std::string_view b) {
  const auto pair = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return static_cast<std::size_t>(pair.first - a.rbegin());
}

std::size_t common_start(std::string_view a, std::string_view b) {
  const auto pair = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(pair.first - a.begin());
}

}  // namespace

Anchor make_anchor(std::string document, std::string_view text, Span span) {
  const std::size_t front = step_back(text, span.begin);
  const std::size_t back = step_on(text, span.end);
  return {.document = std::move(document),
          .quote = std::string(text.substr(span.begin, span.end - span.begin)),
          .prefix = std::string(text.substr(front, span.begin - front)),
          .suffix = std::string(text.substr(span.end, back - span.end))};
}

std::optional<Span> find_anchor(std::string_view text, const Anchor& anchor) {
  if (anchor.quote.empty()) return std::nullopt;
  std::optional<Span> best;
  std::size_t best_around = 0;
  for (std::size_t at = text.find(anchor.quote); at != text.npos; at = text.find(anchor.quote, at + 1)) {
    const std::size_t end = at + anchor.quote.size();
    // No more than what was kept: in a text of one word again and again, looking further would cost its
    // square.
    const std::string_view before = text.substr(0, at).substr(at - std::min(at, anchor.prefix.size()));
    const std::size_t around = common_end(before, anchor.prefix) +
                               common_start(text.substr(end, anchor.suffix.size()), anchor.suffix);
    if (best && around <= best_around) continue;
    best = Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    best_around = around;
  }
  return best;
}

}  // namespace sayso::archive
