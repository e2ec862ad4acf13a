// What is kept of an article to tell whether another one copies it: its words as hashes, and whom it credits.
// An item's payload.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::claims {

// A word: 30 bits of a hash of its stem, and two marks. Two words of a pair of articles of 500 words have the
// same hash by chance once in some 4,000 pairs; runs of words never do.
class TextWord {
 public:
  TextWord(std::string_view stem, bool quoted, bool content);
  explicit TextWord(std::uint32_t bits) : bits_(bits) {}

  std::uint32_t hash() const { return bits_ >> 2; }
  bool quoted() const { return (bits_ & 1U) != 0; }   // inside quotation marks
  bool content() const { return (bits_ & 2U) != 0; }  // no word of grammar
  std::uint32_t bits() const { return bits_; }

  friend bool operator==(const TextWord&, const TextWord&) = default;

 private:
  std::uint32_t bits_;
};

struct CopyText {
  struct Name {
    std::string name;
    std::uint32_t count = 0;  // attributions

    friend bool operator==(const Name&, const Name&) = default;
  };

  std::string outlet;
  std::string published;             // ISO 8601, as in the record; may be empty
  std::vector<std::string> credits;  // where the page says that it was taken from, no outlet of its own
  bool own_wire = false;             // the outlet is the agency that its dateline names
  std::vector<Name> carriers;        // whom the text names as having carried or heard what it reports
  std::vector<Name> sources;         // last words of the names of those that speak in it, small letters
  // Words of the names that it is about, most frequent first; none that much of the news has. At most 6.
  std::vector<std::string> names;
  std::uint32_t attributions = 0;  // with a source that is somebody
  std::vector<TextWord> words;     // of the paragraphs, at most 4,000

  friend bool operator==(const CopyText&, const CopyText&) = default;
};

// Of the paragraphs, quotes and lists: titles, captions and furniture are often others' work. Cost: linear.
CopyText make_copy_text(const Record& record);

std::string encode(const CopyText& text);
// None for bytes that encode() of this or an earlier version did not make. Cost: linear in the bytes.
std::optional<CopyText> decode_copy_text(std::string_view bytes);

}  // namespace sayso::claims
