// A statement: what one source says in one place of one article, with all that judging pairs and building
// claims need, so that no record has to be read again. It is kept as an item's payload.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::claims {

// Whoever speaks, or passes on what was said.
struct Party {
  struct Office {
    std::string title;  // "spokeswoman"
    std::string of;     // "General Staff", may be empty

    friend bool operator==(const Office&, const Office&) = default;
  };

  std::string name;                     // as the record calls it
  std::optional<std::uint32_t> entity;  // index into Record::entities
  std::string catalog;
  EntityKind kind = EntityKind::other;
  bool anonymous = false;
  std::vector<Office> offices;

  friend bool operator==(const Party&, const Party&) = default;
};

struct Figure {
  double value = 0;
  std::string unit;  // stem of what is counted, may be empty
  Bound bound = Bound::exact;

  friend bool operator==(const Figure&, const Figure&) = default;
};

// Which way the source's words point, taken as they stand.
enum class Stance : std::uint8_t { positive, negative, open };

struct Statement {
  std::string attribution;  // id in the record; empty where the article itself speaks
  std::string proposition;  // id of the leading one; empty where there is none
  Span span;                // from its first to its last byte in the article's text
  std::string quote;
  std::optional<Party> origin;  // none where the article itself speaks
  std::vector<Party> via;       // carriers, nearest to the article first, without its outlet
  std::string outlet;
  std::string credited;   // agency or paper that the article says it was taken from; may be empty
  std::string said;       // day, ISO 8601; empty where the text does not say
  std::string published;  // of the article, as its record has it: ISO 8601; may be empty
  double confidence = 0;
  Stance stance = Stance::positive;
  bool own_voice = false;  // the outlet is a body that speaks for itself: a ministry's notice

  std::string predicate;  // lemma of the leading clause's; may be empty
  // Stems of its words, those that pronouns stand for included; sorted. Those of the article's main names
  // apart, since all of its statements have them.
  std::vector<std::string> stems;
  std::vector<std::string> name_stems;
  std::vector<std::string> actors;  // normal names of the entities in it; sorted
  std::vector<std::string> shown;   // names of the named ones among them as the record calls them; sorted
  // Words of the names that the whole article is about, most frequent first: rare ones, and those that much
  // of the news has ("Senate", "Moscow").
  std::vector<std::string> names;
  std::vector<std::string> common_names;
  std::vector<Figure> figures;
  std::vector<std::string> dates;  // TIMEX3 values of days and months; sorted
  // What it means, seen from its article: the encoder's vector less half the mean of the article's, as
  // to_bytes() gives it; empty where unknown.
  std::vector<std::int8_t> meaning;

  friend bool operator==(const Statement&, const Statement&) = default;
};

std::string encode(const Statement& statement);
// None for bytes that encode() of this or an earlier version did not make.
std::optional<Statement> decode_statement(std::string_view bytes);

// What a pair of statements is judged by.
struct Compared {
  std::vector<std::int8_t> meaning;
  std::optional<std::int64_t> day;        // of publication, since 1970
  std::vector<std::uint64_t> stems;       // hashes, sorted
  std::vector<std::uint64_t> name_stems;  // the same
};
Compared compared_of(const Statement& statement);
// None for bytes that do not begin as encode() makes them; what comes after these parts is not looked at.
std::optional<Compared> compared_of(std::string_view bytes);

// A vector of floats in bytes, scaled so that its largest number becomes 127; empty for one of zeros.
std::vector<std::int8_t> to_bytes(const std::vector<float>& vector);
// Cosine of two such vectors, 0 where one is empty or their widths differ. Cost: linear.
double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b);

}  // namespace sayso::claims
