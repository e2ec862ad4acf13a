// What may make an entity of one document the same as one of another: keys, made from its record alone.
//
// Names come in three kinds. Somebody whom the catalog knows is whom it knows. A name of several words
// ("Edda Thorsby", "Coastal Light Board") is told from others by all its words; bodies and places are one
// wherever they bear one, people only in one company or role. A name of one word ("Thorsby", "the Board")
// may be short for such a name, in the same company and where nobody else there has a name that it is short
// for; so may a description ("the mayor") for somebody who is named elsewhere (entity_descriptions.h).
//
// Company is a word of a name that many mentions in the article have and that is not in the papers every day,
// nor the outlet's own.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sayso/record.h"

namespace sayso::claims {

struct EntityKeys {
  // By these alone it is one with whoever has one of them. Their low bits are no short form's.
  std::vector<std::uint64_t> binding;
  // Of a name of several words: with it under a short form, in some company; see slot().
  std::vector<std::uint64_t> slots;
  // Of a name of one word: the same without the longer name, which it looks for.
  std::vector<std::uint64_t> shorts;
  // A short name that may be several people's binds nobody; one of a body or a place is then a name in its
  // own right.
  bool person = false;
  // For a person to read: why a key makes two one. The same whoever has it.
  std::map<std::uint64_t, std::string> why;
};

// For each entity of the record; without a name of its own it has no keys. Cost: linear in the mentions, and
// for each entity some ten keys.
std::vector<EntityKeys> entity_keys(const Record& record);

// Keys of slots are in one range for all names that one short form may stand for in one company: the low bits
// tell the names apart.
inline constexpr std::uint64_t kSlotMask = (std::uint64_t{1} << 20) - 1;
inline constexpr std::uint64_t kFirstSlot = 2;  // 0 is the short form's own, 1 binds short forms together

constexpr std::uint64_t short_of(std::uint64_t slot) {
  return slot & ~kSlotMask;
}

}  // namespace sayso::claims
