// An article to its record: the whole reading on a loaded model; or to its linguistic layers alone.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso {

struct EngineOptions {
  std::filesystem::path model;  // folder with the model's files; empty: see find_model()
  // The user's own catalog, as sayso/catalog.h imports it; empty, or no such file: the built-in one alone.
  std::filesystem::path catalog;
  unsigned threads = 0;  // threads that compute; 0: one for each core
  // Of one article, on the clock; 0: no limit.
  std::chrono::seconds longest{600};
  bool use_cache = true;  // keep the compiled model in the user's cache folder, for a faster start
};

// The first that exists of $SAYSO_MODEL, ../models, ../share/sayso/models (both from the program's own
// folder).
Result<std::filesystem::path> find_model();

// Movable. read() and layers() may run from many threads at once; about two for each of `threads` keep the
// cores busy.
class Engine {
 public:
  // Errors: bad_model, bad_catalog.
  static Result<Engine> load(const EngineOptions& options);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  // Errors: inference; too_large for one that takes longer than EngineOptions::longest. An article without
  // any attribution gives a record with an empty list. The same article gives the same record, whatever runs
  // beside it.
  Result<Record> read(Article article) const;

  // Sentences, words, mentions and names of all blocks, furniture too. Errors: as read().
  Result<Layers> layers(const Article& article) const;

  const Generator& generator() const;
  unsigned threads() const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sayso
