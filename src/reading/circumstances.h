// To whom, when and where something was said.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reading/cue_clause.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// Mentions by their head word, the longest of several.
class MentionHeads {
 public:
  explicit MentionHeads(const Layers& layers);
  const Mention* of(std::uint32_t word) const;

 private:
  const Layers& layers_;
  std::vector<std::uint32_t> by_word_;  // index of the mention plus one
};

// Who was spoken to: "told reporters", "said to the court", "was asked", "urged voters to". Without an
// entity.
std::optional<Circumstance> find_addressee(std::string_view text, const Layers& layers,
                                           const Dependents& dependents, const MentionHeads& mentions,
                                           const std::vector<Timex>& timexes, const Attribution& attribution);

// Where it was said: "said in Geneva", "told a rally in Ohio". Without an entity.
std::optional<Circumstance> find_place(std::string_view text, const Layers& layers,
                                       const Dependents& dependents, const MentionHeads& mentions,
                                       const Attribution& attribution);

// When it was said: a time expression of the cue's clause. Durations and times that repeat are none.
std::optional<TimeOfSaying> find_time(const Layers& layers, const Dependents& dependents,
                                      const MentionHeads& mentions, const std::vector<Timex>& timexes,
                                      const Attribution& attribution);

}  // namespace sayso::reading
