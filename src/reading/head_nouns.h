// What kind of thing a common noun speaks of: a minister is a person, a ministry a body, a memo a document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reading/names.h"
#include "sayso/record.h"

namespace sayso::reading {

enum class HeadNoun : std::uint8_t {
  unknown,
  role,      // an office or task that somebody has: "ambassador", "spokeswoman", "lawyer"
  person,    // somebody without an office: "woman", "voter", "source"
  people,    // "police", "crew", "protesters", "officials": a group
  body,      // "ministry", "party", "newspaper"
  polity,    // "government", "administration", "authorities": acts for a country
  place,     // "city", "border"
  document,  // "report", "statement", "poll"
  event,     // "talks", "summit", "election"
};

struct HeadNounKind {
  HeadNoun noun = HeadNoun::unknown;
  bool plural = false;
};

// `word` in small letters.
HeadNounKind head_noun(std::string_view word);

// "officials" is "official", "women" "woman"; other words as they are. Small letters.
std::string singular(std::string_view word);

EntityKind entity_kind(HeadNounKind kind);

// By the word alone: "spokeswoman", "chairman", "widow".
Gender gender_of_noun(std::string_view word);

// "letter", "tweet", "book", "ad": the words of whoever made it, other than "report" or "poll", which speak
// for themselves.
bool belongs_to_author(std::string_view word);

// "senator", "candidate", "tycoon": what people in the news are called in place of their names. Small
// letters.
bool is_office(std::string_view word);

// "Online", "Herald", "TV": the last word of many outlets' names. Small letters.
bool is_media_word(std::string_view word);

// "poll" for "survey", "investigation" for "probe"; other words as they are.
std::string_view document_key(std::string_view word);

// "newspaper", "agency", "channel": publishes what others say.
bool is_medium(std::string_view word);

}  // namespace sayso::reading
