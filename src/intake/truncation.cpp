#include "intake/truncation.h"

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/utf8.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kSentenceLength =
    60;  // code points; shorter captions may be a phrase without a full stop

bool must_go_on(std::string_view word) {
  for (std::string_view open : {"a",   "an",  "the",   "of", "in",  "on",   "at",   "to",     "as",
                                "and", "or",  "with",  "by", "for", "from", "near", "he",     "she",
                                "his", "her", "their", "is", "are", "was",  "were", "during", "after"}) {
    if (word == open) return true;
  }
  return false;
}

}  // namespace

bool is_cut_off(std::string_view caption) {
  caption = trim(caption);
  if (caption.ends_with("...") || caption.ends_with("\u2026")) return true;
  if (caption.empty() || ends_sentence(caption) || caption.ends_with(')')) return false;
  return must_go_on(split_words(caption).back()) || count_code_points(caption) >= kSentenceLength;
}

}  // namespace sayso::intake
