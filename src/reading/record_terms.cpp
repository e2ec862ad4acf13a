// The names that records use for the values of enumerations (include/sayso/record.h).
#include <array>

#include "sayso/record.h"

namespace sayso {
namespace {

template <std::size_t N, typename Value>
const char* name_in(const std::array<const char*, N>& names, Value value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

const char* to_string(QuoteKind kind) {
  static constexpr std::array kNames = {"direct", "indirect", "mixed"};
  return name_in(kNames, kind);
}

const char* to_string(EntityKind kind) {
  static constexpr std::array kNames = {"person",   "organization", "place", "group",
                                        "document", "event",        "other"};
  return name_in(kNames, kind);
}

const char* to_string(TimexType type) {
  static constexpr std::array kNames = {"DATE", "TIME", "DURATION", "SET"};
  return name_in(kNames, type);
}

const char* to_string(Bound bound) {
  static constexpr std::array kNames = {"exact", "at_least", "at_most", "about"};
  return name_in(kNames, bound);
}

const char* to_string(SpeechAct act) {
  static constexpr std::array kNames = {"assertive", "directive", "commissive", "expressive", "question"};
  return name_in(kNames, act);
}

const char* to_string(Commitment commitment) {
  static constexpr std::array kNames = {"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "U"};
  return name_in(kNames, commitment);
}

}  // namespace sayso
