#include "publish/words_around.h"

#include <algorithm>

namespace sayso::publish {
namespace {

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::string words_before(std::string_view text, Span span, std::size_t bytes) {
  std::size_t begin = span.begin - std::min<std::size_t>(span.begin, bytes);
  while (begin < span.begin && continues(text[begin])) ++begin;
  return std::string(text.substr(begin, span.begin - begin));
}

std::string words_behind(std::string_view text, Span span, std::size_t bytes) {
  std::size_t end = std::min(text.size(), span.end + bytes);
  while (end > span.end && end < text.size() && continues(text[end])) --end;
  return std::string(text.substr(span.end, end - span.end));
}

std::string words_of(std::string_view text, Span span) {
  return std::string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace sayso::publish
