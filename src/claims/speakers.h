// Whose words each byte of an article is, after its attributions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/place_index.h"
#include "sayso/record.h"

namespace sayso::claims {

// Whether the clause has a verb: not "the leak", which is a proposition too.
bool is_verbal(const Record& record, const Proposition& proposition);
// "is", "had", "wouldn't" among the words.
bool has_finite_word(std::string_view text);

// A stretch of one sentence with one speaker, in one or more pieces.
struct Stretch {
  std::vector<Span> pieces;  // no blanks, quotation marks or commas at their ends; never empty
  std::optional<std::uint32_t> attribution;  // index into Record::attributions
  // Index into Record::entities: who closes the sentence with a clause of saying that is no attribution of
  // the record. Where there is neither, the article itself speaks.
  std::optional<std::uint32_t> entity = {};
};

// Keeps the record, which must outlive it. Cost of building: the text and the spans of the attributions.
class Speakers {
 public:
  explicit Speakers(const Record& record);

  // In the order of their first pieces. Words of sources and cues are nobody's. What hangs on a subordinating
  // word ("stays shut until the regulator says otherwise") belongs to whoever says the sentence.
  std::vector<Stretch> stretches_in(Span sentence) const;

 private:
  bool reports(const Attribution& attribution) const;
  bool is_led_by(std::uint32_t attribution, Span sentence, Span run) const;
  std::optional<std::uint32_t> leader(Span sentence, Span run) const;
  void take_closing_clause(Stretch& stretch) const;

  const Record& record_;
  PlaceIndex cues_, predicates_;     // of attributions and propositions
  std::vector<char> counts_;         // of each attribution: whether it is one that reports something
  std::vector<std::int32_t> owner_;  // of each byte: an index, kArticle or kFrame
};

}  // namespace sayso::claims
