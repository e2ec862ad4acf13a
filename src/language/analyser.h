// An article to its analysis: word pieces, windows, one pass of the encoder, decoded heads.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "language/analysis.h"
#include "language/article_pieces.h"
#include "language/encoder.h"
#include "language/model_files.h"
#include "sayso/article.h"
#include "sayso/result.h"

namespace sayso::language {

// When a reading is given up, which is looked at before each run of the encoder; none: never.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;

struct AnalyseOptions {
  bool attributions = true;
  bool layers = false;      // sentences, words, mentions, names
  bool meanings = false;    // of the pieces where attributions are looked for
  bool all_blocks = false;  // layers also for blocks where no attributions are looked for
  Deadline deadline = {};
};

// const methods may run from many threads at once.
class Analyser {
 public:
  // Reads the model's folder and starts OpenVINO. Errors: bad_model; always in builds without OpenVINO.
  static Result<Analyser> load(const std::filesystem::path& folder, unsigned threads, bool use_cache);

  // With an encoder of the caller's own, for tests.
  Analyser(ModelConfig config, Vocabulary vocabulary, std::string hash, std::unique_ptr<Encoder> encoder);

  // Attributions are the same, whatever else is asked for, and the other way round. Cost: linear in the text.
  // Memory besides the result: bounded, since a long article is read in sections. Errors: inference;
  // too_large behind the deadline.
  Result<Analysis> analyse(const Article& article, const AnalyseOptions& options = {}) const;

  // Attributions inside passages of the article, each of them read as a text of its own: a content holds what
  // others said. A passage is a list of spans in the order of the text; what is found is in order, lies
  // within it, and may run from one of its spans into the next. One analysis for each passage, without
  // layers. Cost: linear in the article and in the passages. Errors: as analyse().
  Result<std::vector<Analysis>> analyse_passages(const Article& article,
                                                 std::span<const std::vector<Span>> passages,
                                                 const Deadline& deadline = {}) const;

  const std::string& model_hash() const { return hash_; }

 private:
  struct Encoded {
    std::vector<Window> windows;
    std::vector<EncoderOutput> outputs;  // of each window
  };

  // Rows of pieces that are read and of the others, and the first piece of each.
  struct PartRows {
    const PieceRows& read;
    std::uint32_t read_begin;
    PieceRows others;
    std::uint32_t others_begin;
  };

  Result<Analysis> analyse_section(std::string_view text, const ArticlePieces& pieces,
                                   std::span<const BlockPieces> section, const AnalyseOptions& options) const;
  Result<Encoded> encode(std::vector<Window> windows, std::vector<EncoderInput> inputs,
                         std::span<const Output> wanted, const Deadline& deadline) const;
  Result<Encoded> encode(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs,
                         std::span<const Output> wanted, const Deadline& deadline) const;
  std::vector<EncoderInput> to_inputs(std::span<const Piece> pieces, std::span<const Window> windows) const;
  PieceRows rows_of(const Encoded& encoded) const;
  Analysis find_attributions(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs,
                             const Encoded& encoded) const;
  Result<Layers> find_layers(std::string_view text, const ArticlePieces& pieces,
                             std::span<const BlockPieces> section, const Encoded& encoded,
                             const Deadline& deadline) const;
  Layers find_layers_of(std::string_view text, const ArticlePieces& pieces, std::span<const BlockPieces> part,
                        const PartRows& part_rows) const;

  WindowLimits windows_;
  OutputWidths widths_;
  Vocabulary vocabulary_;
  std::string hash_;
  SpanDecoder spans_;
  LinkDecoder links_;
  LayerDecoder layers_;
  std::unique_ptr<Encoder> encoder_;
};

}  // namespace sayso::language
