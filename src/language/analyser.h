// An article to its analysis: word pieces, windows, one pass of the encoder, decoded heads.
#pragma once

#include <memory>

#include "language/analysis.h"
#include "language/encoder.h"
#include "language/model_files.h"
#include "sayso/article.h"
#include "sayso/result.h"

namespace sayso::language {

// const methods may run from many threads at once.
class Analyser {
 public:
  // Reads the model's folder and starts OpenVINO. Errors: bad_model; always in builds without OpenVINO.
  static Result<Analyser> load(const std::filesystem::path& folder, unsigned threads, bool use_cache);

  // With an encoder of the caller's own, for tests.
  Analyser(ModelConfig config, Vocabulary vocabulary, std::string hash, std::unique_ptr<Encoder> encoder);

  // Cost: linear in the text. Memory: bounded, since a long article is read in sections. Errors: inference.
  Result<Analysis> analyse(const Article& article) const;

  const std::string& model_hash() const { return hash_; }

 private:
  Result<Analysis> analyse_section(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs) const;
  std::vector<EncoderInput> to_inputs(std::span<const Piece> pieces, std::span<const Window> windows) const;

  ModelConfig config_;
  Vocabulary vocabulary_;
  std::string hash_;
  SpanDecoder spans_;
  LinkDecoder links_;
  std::unique_ptr<Encoder> encoder_;
};

}  // namespace sayso::language
