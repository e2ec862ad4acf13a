#include "cli/environment.h"

#include <memory>
#include <utility>

namespace sayso::cli {

Result<LoadedEngine> load_engine(const EngineOptions& options) {
  Result<Engine> loaded = Engine::load(options);
  if (!loaded) return std::move(loaded).error();
  const auto engine = std::make_shared<const Engine>(*std::move(loaded));
  return LoadedEngine{.read = [engine](Article article) { return engine->read(std::move(article)); },
                      .layers = [engine](const Article& article) { return engine->layers(article); },
                      .generator = engine->generator(),
                      .threads = engine->threads()};
}

}  // namespace sayso::cli
