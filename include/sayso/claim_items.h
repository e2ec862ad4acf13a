// How records become claims, step by step, for engines that spread the steps over many machines: items with
// keys, pairs judged, groups built. docs/SCALE.md tells how they fit together; an Archive does all of it by
// itself.
//
// Items that share a key are compared. Of statements that share one, the first `kRepresentatives` by `lot`
// are compared with all others, and those with them alone; of texts, all with all. An accepted pair is a
// link.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/claim.h"
#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso {

enum class ClaimItemKind : std::uint8_t { statement, text };

inline constexpr std::size_t kRepresentatives = 64;
inline constexpr double kLeastDensity = 0.16;  // of a statement that others may join; see below

struct ClaimItem {
  ClaimItemKind kind = ClaimItemKind::statement;
  std::string document;      // Record::id
  std::uint32_t number = 0;  // in the document and kind
  std::uint64_t lot = 0;
  std::vector<std::uint64_t> keys;  // sorted, each once
  std::string payload;              // bytes, for judge_pair() and build_claims()
};

// Of a record as Engine::read() gives it: one that comes from its JSON lacks what its statements mean, and
// gives other claims. Cost: linear in the record.
std::vector<ClaimItem> claim_items(const Record& record);

// The score by which the two are linked; none: they are not. The same in whatever order they are given.
std::optional<double> judge_pair(const ClaimItem& a, const ClaimItem& b);

// Two items of one kind, by their places in a list.
struct ClaimLink {
  std::size_t a = 0, b = 0;
  double score = 0;
};

// Claims of two statements and more, in the order of their first statements. `groups` has for each statement
// a name that its group shares, for each text one that its family of copies shares; links between statements
// are not needed, of texts all those within the families. Errors: bad_argument where lists do not fit.
Result<std::vector<Claim>> build_claims(const std::vector<ClaimItem>& items,
                                        const std::vector<std::string>& groups,
                                        const std::vector<ClaimLink>& links);

}  // namespace sayso
