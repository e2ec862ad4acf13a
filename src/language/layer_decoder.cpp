#include "language/layer_decoder.h"

#include <algorithm>
#include <iterator>

#include "language/tag_decoder.h"

namespace sayso::language {
namespace {

std::vector<std::uint32_t> pieces_of(std::span<const Segment> words) {
  std::vector<std::uint32_t> pieces;
  pieces.reserve(words.size());
  for (const Segment& word : words) pieces.push_back(word.piece);
  return pieces;
}

std::vector<float> all_segment_scores(const PieceRows& rows) {
  std::vector<float> scores;
  scores.reserve(rows.size() * kSegmentLabels);
  for (std::uint32_t piece = 0; piece < rows.size(); ++piece) {
    const auto row = rows.row(Output::segments, piece);
    scores.insert(scores.end(), row.begin(), row.end());
  }
  return scores;
}

}  // namespace

LayerDecoder::LayerDecoder(const LayerWeights& weights)
    : names_(weights.names),
      trees_(weights.trees),
      mentions_(weights.mentions),
      coreference_(weights.coreference) {}

Layers LayerDecoder::decode(std::string_view text, std::span<const Piece> pieces,
                            std::span<const Paragraph> paragraphs, const PieceRows& rows) const {
  Segmentation segmentation = segment(text, pieces, paragraphs, all_segment_scores(rows));
  const std::span<const Segment> words = segmentation.words;
  Layers layers;
  layers.sentences = std::move(segmentation.sentences);
  layers.words.reserve(words.size());
  for (std::uint32_t s = 0; s < layers.sentences.size(); ++s) {
    const WordRange range = layers.sentences[s].words;
    decode_sentence(s, words.subspan(range.begin, range.size()), rows, layers);
  }
  coreference_.decode(text, rows.gather(Output::coreference, pieces_of(words)), layers);
  return layers;
}

void LayerDecoder::decode_sentence(std::uint32_t sentence, std::span<const Segment> words,
                                   const PieceRows& rows, Layers& layers) const {
  const WordRange range = layers.sentences[sentence].words;
  const std::vector<std::uint32_t> pieces = pieces_of(words);
  const auto scores = [&](Output output) { return rows.gather(output, pieces); };

  const std::vector<Upos> tags = decode_tags(scores(Output::tags), words);
  const std::vector<Arc> tree = trees_.decode(scores(Output::arcs), scores(Output::relations));
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    Word& word = layers.words.emplace_back(Word{words[w].text, sentence, tags[w], {}, tree[w].relation});
    if (tree[w].head) word.head = range.begin + *tree[w].head;
  }

  const auto mentions =
      mentions_.decode(layers.words, range, scores(Output::mentions), scores(Output::types));
  layers.mentions.insert(layers.mentions.end(), mentions.begin(), mentions.end());
  for (Name name : names_.decode(scores(Output::names))) {
    name.words.begin += range.begin;
    name.words.end += range.begin;
    layers.names.push_back(name);
  }
}

void append_layers(Layers part, Layers& all) {
  const auto sentences = static_cast<std::uint32_t>(all.sentences.size());
  const auto words = static_cast<std::uint32_t>(all.words.size());
  const auto shift = [words](WordRange& range) {
    range.begin += words;
    range.end += words;
  };
  for (Sentence& sentence : part.sentences) shift(sentence.words);
  for (Word& word : part.words) {
    word.sentence += sentences;
    if (word.head) *word.head += words;
  }
  for (Mention& mention : part.mentions) {
    shift(mention.words);
    mention.head += words;
    mention.entity += all.entities;
  }
  for (Name& name : part.names) shift(name.words);
  std::ranges::move(part.sentences, std::back_inserter(all.sentences));
  std::ranges::move(part.words, std::back_inserter(all.words));
  std::ranges::move(part.mentions, std::back_inserter(all.mentions));
  std::ranges::move(part.names, std::back_inserter(all.names));
  all.entities += part.entities;
}

}  // namespace sayso::language
