// Words that two texts have in common, in one order: the exact evidence of copying.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/copies_text.h"

namespace sayso::claims {

// Shorter runs are phrases that anybody writes.
inline constexpr std::uint32_t kShortestRun = 5;
// From here on a run is a passage that was taken over unchanged.
inline constexpr std::uint32_t kLongRun = 12;

// What one of the two texts has in common with the other, in words.
struct Coverage {
  std::uint32_t words = 0;         // all of the text
  std::uint32_t in_runs = 0;       // in runs of kShortestRun or more
  std::uint32_t in_long_runs = 0;  // in runs of kLongRun or more
  std::uint32_t own_in_runs = 0;   // of those in runs: not in quotation marks
  std::uint32_t own_in_long_runs = 0;

  double share() const { return words == 0 ? 0 : static_cast<double>(in_runs) / words; }
  double long_share() const { return words == 0 ? 0 : static_cast<double>(in_long_runs) / words; }
};

struct CommonText {
  Coverage a, b;
  std::uint32_t longest = 0;         // run, in words
  std::uint32_t shared_content = 0;  // different content words that stand in both
  std::uint32_t all_content = 0;     // different content words that stand in either

  double likeness() const { return all_content == 0 ? 0 : static_cast<double>(shared_content) / all_content; }
};

// From b's first word on the longest run that begins there, as long as one does. Cost: linear but for words
// that repeat; at most 16 places of `a` are looked at for each word of `b`.
CommonText compare_texts(const CopyText& a, const CopyText& b);

}  // namespace sayso::claims
