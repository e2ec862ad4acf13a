// The encoder's scores to all linguistic layers of a text: puts the decoders together.
#pragma once

#include <span>
#include <string_view>

#include "language/coreference_decoder.h"
#include "language/mention_decoder.h"
#include "language/name_decoder.h"
#include "language/piece.h"
#include "language/piece_rows.h"
#include "language/segment_decoder.h"
#include "language/tree_decoder.h"
#include "sayso/layers.h"

namespace sayso::language {

struct LayerWeights {
  NameDecoder::Transitions names{};
  TreeWeights trees;
  MentionWeights mentions;
  CoreferenceWeights coreference;
};

class LayerDecoder {
 public:
  explicit LayerDecoder(const LayerWeights& weights);

  // `paragraphs` are ranges of `pieces`, in the order of the text, together covering them; `rows` has
  // kLayerOutputs for each piece. Entities reach over all paragraphs, the rest over one sentence. Cost:
  // linear in the text, squared in the length of a sentence.
  Layers decode(std::string_view text, std::span<const Piece> pieces, std::span<const Paragraph> paragraphs,
                const PieceRows& rows) const;

 private:
  void decode_sentence(std::uint32_t sentence, std::span<const Segment> words, const PieceRows& rows,
                       Layers& layers) const;

  NameDecoder names_;
  TreeDecoder trees_;
  MentionDecoder mentions_;
  CoreferenceDecoder coreference_;
};

// Adds the layers of a later part of the text.
void append_layers(Layers part, Layers& all);

}  // namespace sayso::language
