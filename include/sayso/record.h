// What the reading finds in one article; docs/RECORD.md describes every field, docs/record.schema.json its
// JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sayso/article.h"
#include "sayso/span.h"

namespace sayso {

// One or more pieces of the text, in order and disjoint.
struct Passage {
  std::vector<Span> spans;
  // The pieces, joined by one blank where there are several.
  std::string text;
};

enum class QuoteKind {
  direct,    // the whole content stands in quotation marks
  indirect,  // none of it does
  mixed,     // part of it does
};
const char* to_string(QuoteKind kind);

struct ChainLink {
  std::string name;         // empty where unknown, as behind a pronoun; without a comma at its end
  std::string cue;          // the words by which this link speaks; empty for a carrier without a cue
  std::vector<Span> spans;  // where the text names it; empty for the outlet
};

// One act of saying.
struct Attribution {
  std::string id;                 // "a1", "a2", ... in the order of the text
  std::optional<Passage> source;  // who; none where the text names nobody ("is said to")
  Passage cue;                    // the reporting words
  Passage content;                // what was said
  QuoteKind quote = QuoteKind::indirect;
  std::vector<ChainLink> chain;  // first the publishing outlet, last the source
  double confidence = 0;         // 0..1, the model's probability that spans and links are exactly these
};

struct Generator {
  std::string version;  // of sayso
  std::string model;    // hash of the model's files
};

struct Record {
  Generator generator;
  std::string id;  // sha256 of the canonical URL, else of outlet, title and text with a newline between
  std::string text_hash;  // sha256 of the text
  Article document;       // its warnings are the record's
  std::vector<Attribution> attributions;
};

}  // namespace sayso
