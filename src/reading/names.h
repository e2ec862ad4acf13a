// Names as they are written: what two spellings share, titles taken off, acronyms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::reading {

// For comparing: small letters, no accents, plain quotation marks and hyphens, single blanks, without a
// leading article, a possessive ending and dots ("U.S." is "us"). Cost: linear.
std::string normal_form(std::string_view words);

// Without a possessive ending and without punctuation at either end, as it stands otherwise: "Roke’s" is
// "Roke".
std::string_view bare(std::string_view words);

// Blanks of any kind and line breaks become one blank each.
std::string one_line(std::string_view words);

// What stands between blanks.
std::vector<std::string> split_words(std::string_view words);

enum class Gender : std::uint8_t { unknown, female, male };

// "Mr.", "Sen.", "President": a word that stands before a name and is no part of it.
bool is_honorific(std::string_view word);

struct PersonName {
  std::vector<std::string> parts;   // normal forms, titles and "Jr." taken off; given name first
  Gender gender = Gender::unknown;  // by title, else by a given name that leaves no doubt

  bool full() const { return parts.size() > 1; }
  const std::string& family() const { return parts.back(); }  // only where there are parts
};

PersonName parse_person(std::string_view name);

// Whether one person may have both names: a part, a nickname or an initial stands for the fuller one. "Smith"
// and "Anna Smith" may, "Anna Smith" and "Paul Smith" may not.
bool may_be_one_person(const PersonName& a, const PersonName& b);

// Two to eight letters, all capitals or nearly so: "EVF", "U.N.", "UNHCR".
bool is_acronym(std::string_view word);

// Whether the acronym's letters are the first letters of the name's words or its capitals: EVF is the
// European Voters' Forum, TAP is TransAsia Press.
bool abbreviates(std::string_view acronym, std::string_view name);

// Whether names of bodies or places may not be one because a word that tells them apart differs: a number, a
// compass point, "new", "old". "North Vesland" and "South Vesland", "the 3rd Court" and "the 4th Court".
bool told_apart(std::string_view normal_a, std::string_view normal_b);

}  // namespace sayso::reading
