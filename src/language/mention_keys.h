// What can be told from the letters of two mentions: whether they have the same words, the same head, or one
// is short for the other. Words become numbers once, so that comparing two mentions costs next to nothing.
// train/coreference.py does the same for training.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sayso/layers.h"

namespace sayso::language {

// The numbers are the weights'; the strongest that applies counts: same_key, acronym, same_head, contained.
enum class KeyMatch : std::uint8_t { none, same_head, same_key, contained, acronym };
inline constexpr std::size_t kKeyMatches = 5;

// A mention's words in lower case, without an article or demonstrative before them, a possessive mark behind
// them, and words without a letter or digit. Equal numbers stand for equal words; 0 for nothing.
struct MentionKey {
  std::uint32_t key = 0;
  std::uint32_t head = 0;      // the head word
  std::uint32_t initials = 0;  // of its words that begin with a capital letter, where there are two or more
  std::uint32_t single = 0;    // the key's word, where it has one only
  std::vector<std::uint32_t> words;  // the key's, sorted, each once
};

// Of mentions of one text, in their order. Cost: linear in their words.
std::vector<MentionKey> find_keys(std::string_view text, std::span<const Word> words,
                                  std::span<const Mention> mentions);

KeyMatch compare(const MentionKey& a, const MentionKey& b);

}  // namespace sayso::language
