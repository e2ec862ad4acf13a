// Which way words point: whether they say that something is so or that it is not, and whether two wordings
// point against each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/statement.h"

namespace sayso::claims {

// Of words as they stand, without whoever says them: "no", "nobody", "untrue" make them negative, "may well",
// "cannot rule out" open.
Stance stance_of_words(std::string_view words);

// Of an origin's commitment to the content: CT- is negative, PS+ open.
Stance stance_of(Commitment commitment, SpeechAct act);

// A word of `a` whose opposite stands in `b`, with that opposite: "open" and "closed"; none where either
// text has both. `a` and `b` are sorted stems.
struct Opposites {
  std::string a, b;
};
std::optional<Opposites> opposites(const std::vector<std::string>& a, const std::vector<std::string>& b);

// How two figures of one unit stand to each other.
enum class FigureRelation : std::uint8_t {
  agree,
  part,      // `a` is a lower bound or a part of `b`: it neither fits nor fails
  conflict,  // both cannot be right
};
FigureRelation compare(const Figure& a, const Figure& b);

}  // namespace sayso::claims
