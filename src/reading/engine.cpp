// The public door to the reading (include/sayso/engine.h): language, then reading.
#include "sayso/engine.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "language/analyser.h"
#include "reading/catalog.h"
#include "reading/reading.h"
#include "sayso/version.h"

namespace sayso {
namespace {

Error named_for(const std::string& input, Error error) {
  error.input = input;
  return error;
}

}  // namespace

struct Engine::State {
  language::Analyser analyser;
  reading::Catalog catalog;
  Generator generator;
  unsigned threads = 1;
  std::chrono::seconds longest = {};

  language::Deadline deadline() const {
    if (longest.count() == 0) return std::nullopt;
    return std::chrono::steady_clock::now() + longest;
  }
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
  auto catalog = reading::Catalog::load(options.catalog);
  if (!catalog) return catalog.error();
  Generator generator{SAYSO_VERSION, analyser->model_hash(), catalog->hash()};
  return Engine(std::make_unique<State>(
      State{*std::move(analyser), *std::move(catalog), std::move(generator), threads, options.longest}));
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
  auto analysis = state_->analyser.analyse(
      article, {.attributions = false, .layers = true, .all_blocks = true, .deadline = state_->deadline()});
  if (!analysis) return named_for(article.input, analysis.error());
  return std::move(analysis->layers);
}

Result<Record> Engine::read(Article article) const {
  const std::string input = article.input;
  auto record = reading::read(std::move(article), state_->analyser, state_->catalog, state_->deadline());
  if (!record) return named_for(input, record.error());
  record->generator = state_->generator;
  return record;
}

}  // namespace sayso
