// What the encoder and its heads say about one article.
#pragma once

#include <cstdint>
#include <vector>

#include "language/labels.h"
#include "language/link_decoder.h"
#include "language/span_meaning.h"
#include "sayso/layers.h"
#include "sayso/span.h"

namespace sayso::language {

struct RoleSpan {
  Span text;  // bytes of Article::text
  double probability = 0;
};

struct CueSpan : RoleSpan {
  Link source;  // into Analysis::sources; none where the text names nobody
};

struct ContentSpan : RoleSpan {
  Link cue;  // into Analysis::cues
};

// Lists in the order of the text.
struct Analysis {
  std::vector<RoleSpan> sources;
  std::vector<CueSpan> cues;
  std::vector<ContentSpan> contents;
  Layers layers;             // empty unless asked for
  PieceMeanings meanings;    // likewise
  std::uint32_t pieces = 0;  // word pieces read
};

}  // namespace sayso::language
