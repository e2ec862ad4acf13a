// What a person knows better: corrections laid over an archive. They never change a record; they are anchored
// by words, so that they hold when a document is read again and its attributions get other numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sayso/result.h"

namespace sayso {

class Archive;

enum class CorrectionKind : std::uint8_t {
  merge,           // two entities are one
  split,           // an entity of one document is not the shared one
  rename,          // an entity's name
  same_claim,      // two statements say the same or the opposite
  not_same_claim,  // they do not
  origin,          // who stands behind a statement
};
const char* to_string(CorrectionKind kind);

// Words in a document: `quote` between `prefix` and `suffix`, of up to 32 code points each, as W3C's
// TextQuoteSelector has them.
struct Anchor {
  std::string document;  // Record::id
  std::string quote;
  std::string prefix;
  std::string suffix;
};

struct Correction {
  std::int64_t number = 0;  // counts up, never used again
  CorrectionKind kind = CorrectionKind::merge;
  std::vector<Anchor> anchors;  // one or two, as the kind needs
  std::string name;             // rename, origin: the name
  std::string made;             // ISO 8601, UTC
  bool applies = true;          // false where the words are no longer found
};

// What a correction is about, as a person points at it: "DOCUMENT#a1" (an attribution), "DOCUMENT#v1" (a
// proposition), "DOCUMENT#e1" (an entity there), or the id of a shared entity. DOCUMENT may be cut short.
struct CorrectionRequest {
  CorrectionKind kind = CorrectionKind::merge;
  std::vector<std::string> targets;
  std::string name;
};

// Resolves the targets to words, stores the correction and applies it. Errors: not_found, bad_argument.
Result<Correction> add_correction(Archive& archive, const CorrectionRequest& request);

// Takes back the given one, or the last one. Errors: not_found.
Result<Correction> undo_correction(Archive& archive, std::optional<std::int64_t> number);

// In the order they were made.
Result<std::vector<Correction>> list_corrections(const Archive& archive);

}  // namespace sayso
