#include "cli/attribution_context.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "cli/display_cells.h"

namespace sayso::cli {
namespace {

// In columns. A gap up to the first is shown whole; a longer one keeps this much at either end.
constexpr int kWholeGap = 80;
constexpr int kKeptOfGap = 30;
// In bytes: how far sentence borders are looked for, and how much of a gap is measured.
constexpr std::size_t kReach = 400;

constexpr std::string_view kBlanks = " \t\r\n\v\f";

bool is_inside_code_point(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::size_t back(std::string_view text, std::size_t at, std::size_t bytes) {
  at -= std::min(at, bytes);
  while (at > 0 && is_inside_code_point(text, at)) --at;
  return at;
}

std::size_t ahead(std::string_view text, std::size_t at, std::size_t bytes) {
  at += std::min(text.size() - at, bytes);
  while (is_inside_code_point(text, at)) ++at;
  return at;
}

std::string_view trim_front(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text;
}

std::string_view trim_back(std::string_view text) {
  text.remove_suffix(text.size() - (text.find_last_not_of(kBlanks) + 1));
  return text;
}

// The block that holds the byte; the text where no block does.
Span block_around(const Article& article, std::uint32_t at) {
  const auto& blocks = article.blocks;
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), at,
                       [](std::uint32_t offset, const Block& block) { return offset < block.span.begin; });
  if (after != blocks.begin() && at < std::prev(after)->span.end) return std::prev(after)->span;
  return {0, static_cast<std::uint32_t>(article.text.size())};
}

icu::BreakIterator& sentences_of(std::string_view text) {
  thread_local const auto sentences = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU's rules of sentences are missing");
    return made;
  }();
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  sentences->setText(&source, status);  // keeps a shallow copy
  utext_close(&source);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not read a text");
  return *sentences;
}

// Where the sentence around the byte begins, or a place kReach before it.
std::size_t sentence_begin(const Article& article, std::uint32_t at) {
  const Span block = block_around(article, at);
  const std::string_view text = block.of(article.text);
  const std::size_t inside = at - block.begin;
  const std::size_t from = back(text, inside, kReach);
  const std::string_view window = text.substr(from, ahead(text, inside, kReach) - from);
  const auto position = static_cast<std::int32_t>(inside - from);
  auto& sentences = sentences_of(window);
  const auto begin = sentences.isBoundary(position) ? position : sentences.preceding(position);
  return block.begin + from + static_cast<std::size_t>(std::max(begin, 0));
}

// Where the sentence that ends or goes on at the byte ends, or a place kReach behind it.
std::size_t sentence_end(const Article& article, std::uint32_t at) {
  const Span block = block_around(article, at - 1);
  const std::string_view text = block.of(article.text);
  const std::size_t inside = std::min<std::size_t>(at - block.begin, text.size());
  const std::size_t from = back(text, inside, kReach);
  const std::string_view window = text.substr(from, ahead(text, inside, kReach) - from);
  const auto position = static_cast<std::int32_t>(inside - from);
  auto& sentences = sentences_of(window);
  const auto end = sentences.isBoundary(position) ? position : sentences.following(position);
  const auto last = static_cast<std::int32_t>(window.size());
  return block.begin + from + static_cast<std::size_t>(end == icu::BreakIterator::DONE ? last : end);
}

bool is_long(std::string_view gap) {
  return gap.size() > kReach || display_columns(gap) > kWholeGap;
}

// At most kKeptOfGap columns from the front, up to a place where a line may break.
std::string_view head_of(std::string_view gap) {
  gap = gap.substr(0, std::min(gap.find('\n'), ahead(gap, 0, kReach)));
  int columns = 0;
  std::size_t kept = 0;
  for (const DisplayCell& cell : split_cells(gap)) {
    if (cell.may_break_before) kept = cell.begin;
    columns += cell.columns;
    if (columns > kKeptOfGap) return trim_back(gap.substr(0, kept));
  }
  return trim_back(gap);
}

// The same from the back.
std::string_view tail_of(std::string_view gap) {
  gap.remove_prefix(back(gap, gap.size(), kReach));
  if (const auto line = gap.rfind('\n'); line != gap.npos) gap.remove_prefix(line + 1);
  const std::vector<DisplayCell> cells = split_cells(gap);
  int columns = 0;
  std::size_t kept = gap.size();
  for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
    columns += cell->columns;
    if (columns > kKeptOfGap) return trim_front(gap.substr(kept));
    if (cell->may_break_before || cell->begin == 0) kept = cell->begin;
  }
  return trim_front(gap);
}

struct StyledSpan {
  Span span;
  Style style;
};

// All spans of the attribution in order and disjoint; of two that overlap the one with the lower rank is cut.
std::vector<StyledSpan> disjoint_spans(const Attribution& attribution) {
  std::vector<StyledSpan> taken;
  const auto take = [&](const Passage& passage, Style style) {
    for (Span span : passage.spans) {
      std::vector<StyledSpan> parts;
      for (const StyledSpan& other : taken) {  // in order
        if (!other.span.overlaps(span)) continue;
        if (span.begin < other.span.begin) parts.push_back({{span.begin, other.span.begin}, style});
        span.begin = std::max(span.begin, other.span.end);
      }
      if (!span.empty()) parts.push_back({span, style});
      taken.insert(taken.end(), parts.begin(), parts.end());
      std::sort(taken.begin(), taken.end(),
                [](const StyledSpan& a, const StyledSpan& b) { return a.span < b.span; });
    }
  };
  take(attribution.cue, Style::cue);
  if (attribution.source) take(*attribution.source, Style::source);
  take(attribution.content, Style::content);
  return taken;
}

}  // namespace

std::vector<StyledPiece> attribution_context(const Article& article, const Attribution& attribution) {
  const std::string_view text = article.text;
  const std::vector<StyledSpan> spans = disjoint_spans(attribution);
  std::vector<StyledPiece> pieces;
  if (spans.empty()) return pieces;
  const auto add = [&](std::string_view words, Style style = Style::faint) {
    if (!words.empty()) pieces.push_back({words, style});
  };

  const std::size_t first = spans.front().span.begin;
  const std::size_t begin = sentence_begin(article, spans.front().span.begin);
  const std::string_view before = trim_front(text.substr(begin, first - begin));
  if (is_long(before)) {
    add("… ");
    add(tail_of(before));
  } else {
    add(before);
  }

  std::size_t at = first;
  for (const auto& [span, style] : spans) {
    const std::string_view gap = text.substr(at, span.begin - at);
    if (is_long(gap)) {
      add(head_of(gap));
      add(" … ");
      add(tail_of(gap));
    } else {
      add(gap);
    }
    add(span.of(text), style);
    at = span.end;
  }

  const std::size_t end = std::max<std::size_t>(sentence_end(article, spans.back().span.end), at);
  const std::string_view after = trim_back(text.substr(at, end - at));
  if (is_long(after)) {
    add(head_of(after));
    add(" …");
  } else {
    add(after);
  }
  return pieces;
}

}  // namespace sayso::cli
