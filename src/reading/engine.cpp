// The public door to the reading (include/sayso/engine.h): language, then reading.
#include "sayso/engine.h"

#include <algorithm>
#include <thread>

#include "language/analyser.h"
#include "language/sha256.h"
#include "reading/attributions.h"
#include "reading/document_id.h"
#include "sayso/version.h"

namespace sayso {
namespace {

Error named_for(const Article& article, Error error) {
  error.input = article.input;
  return error;
}

}  // namespace

struct Engine::State {
  language::Analyser analyser;
  Generator generator;
  unsigned threads = 1;
};

Result<Engine> Engine::load(const EngineOptions& options) {
  std::filesystem::path folder = options.model;
  if (folder.empty()) {
    auto found = find_model();
    if (!found) return found.error();
    folder = *std::move(found);
  }
  const unsigned threads =
      options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  auto analyser = language::Analyser::load(folder, threads, options.use_cache);
  if (!analyser) return analyser.error();
  Generator generator{SAYSO_VERSION, analyser->model_hash()};
  return Engine(std::make_unique<State>(State{*std::move(analyser), std::move(generator), threads}));
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const Generator& Engine::generator() const {
  return state_->generator;
}
unsigned Engine::threads() const {
  return state_->threads;
}

Result<Layers> Engine::layers(const Article& article) const {
  auto analysis =
      state_->analyser.analyse(article, {.attributions = false, .layers = true, .all_blocks = true});
  if (!analysis) return named_for(article, analysis.error());
  return std::move(analysis->layers);
}

Result<Record> Engine::read(Article article) const {
  const auto analysis = state_->analyser.analyse(article);
  if (!analysis) return named_for(article, analysis.error());
  Record record;
  record.generator = state_->generator;
  record.id = reading::document_id(article);
  record.text_hash = language::sha256(article.text);
  record.attributions = reading::find_attributions(article, *analysis);
  record.document = std::move(article);
  return record;
}

}  // namespace sayso
