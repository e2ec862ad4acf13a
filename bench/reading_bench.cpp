// Speed of the steps over the articles of a folder, in one thread: intake, word pieces, the encoder's pass
// with decoding, the linguistic layers and their CoNLL-U, the events' stage alone (sentences a second), the
// whole reading, the record as JSON. The model is loaded before anything is timed. The whole program from
// start to end, with all cores, is measured by scripts/run_bench.sh.
//
//   sayso_bench FOLDER [Google Benchmark's options]
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "language/analyser.h"
#include "language/model_files.h"
#include "language/word_pieces.h"
#include "reading/attributions.h"
#include "reading/catalog.h"
#include "reading/entities.h"
#include "reading/events.h"
#include "reading/propositions.h"
#include "reading/timexes.h"
#include "sayso/conllu.h"
#include "sayso/engine.h"
#include "sayso/intake.h"
#include "sayso/record_json.h"

namespace {

std::vector<std::string> g_files;
std::vector<sayso::Article> g_articles;

template <typename T>
T need(sayso::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().describe().c_str());
    std::exit(1);
  }
  return *std::move(result);
}

std::vector<sayso::Article> read_all() {
  std::vector<sayso::Article> articles;
  for (const std::string& file : g_files) {
    const auto reader = need(sayso::open_input(file, {}));
    while (auto article = need(reader->next())) articles.push_back(*std::move(article));
  }
  return articles;
}

void count_articles(benchmark::State& state, std::size_t pieces) {
  state.counters["articles/s"] =
      benchmark::Counter(g_articles.size(), benchmark::Counter::kIsIterationInvariantRate);
  if (pieces > 0) {
    state.counters["pieces/s"] = benchmark::Counter(pieces, benchmark::Counter::kIsIterationInvariantRate);
  }
}

void intake(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_all());
  count_articles(state, 0);
}

std::size_t count_pieces(const sayso::language::Vocabulary& vocabulary) {
  std::vector<sayso::language::Piece> pieces;
  for (const auto& article : g_articles) {
    for (const auto& block : article.blocks) {
      sayso::language::append_word_pieces(article.text, block.span, vocabulary, pieces);
    }
  }
  return pieces.size();
}

sayso::language::Vocabulary load_vocabulary() {
  return need(sayso::language::load_model_files(need(sayso::find_model()))).vocabulary;
}

void word_pieces(benchmark::State& state) {
  const auto vocabulary = load_vocabulary();
  std::size_t pieces = 0;
  for (auto _ : state) pieces = count_pieces(vocabulary);
  count_articles(state, pieces);
}

void language(benchmark::State& state) {
  const auto analyser = need(sayso::language::Analyser::load(need(sayso::find_model()), 1, true));
  std::size_t pieces = 0;
  for (auto _ : state) {
    pieces = 0;
    for (const auto& article : g_articles) pieces += need(analyser.analyse(article)).pieces;
  }
  count_articles(state, pieces);
}

void layers(benchmark::State& state) {
  const auto engine = need(sayso::Engine::load({.model = {}, .threads = 1, .use_cache = true}));
  for (auto _ : state) {
    for (const auto& article : g_articles) benchmark::DoNotOptimize(need(engine.layers(article)));
  }
  count_articles(state, 0);
}

void layers_as_conllu(benchmark::State& state) {
  const auto engine = need(sayso::Engine::load({.model = {}, .threads = 1, .use_cache = true}));
  std::vector<sayso::Layers> all;
  for (const auto& article : g_articles) all.push_back(need(engine.layers(article)));
  for (auto _ : state) {
    for (std::size_t i = 0; i < all.size(); ++i)
      benchmark::DoNotOptimize(sayso::to_conllu(g_articles[i], all[i]));
  }
  count_articles(state, 0);
}

// What the stage of events works on, of one article.
struct Clauses {
  sayso::Layers layers;
  sayso::reading::EntityReading entities;
  std::vector<sayso::Timex> timexes;
  std::vector<sayso::Attribution> attributions;
  std::vector<sayso::reading::ClauseReading> clauses;
};

Clauses clauses_of(const sayso::Article& article, const sayso::language::Analyser& analyser) {
  auto analysis = need(analyser.analyse(
      article, {.attributions = true, .layers = true, .meanings = true, .all_blocks = true}));
  Clauses out;
  out.attributions = sayso::reading::find_attributions(article, analysis);
  out.layers = std::move(analysis.layers);
  out.timexes = sayso::reading::find_timexes(article, out.layers);
  out.entities = sayso::reading::read_entities(article, out.layers, sayso::reading::Catalog::builtin());
  out.clauses =
      sayso::reading::read_clauses(article, out.layers, out.entities, out.timexes, out.attributions);
  return out;
}

void events(benchmark::State& state) {
  const auto analyser = need(sayso::language::Analyser::load(need(sayso::find_model()), 1, true));
  std::vector<Clauses> all;
  std::size_t sentences = 0, found = 0;
  for (const auto& article : g_articles) {
    all.push_back(clauses_of(article, analyser));
    sentences += all.back().layers.sentences.size();
  }
  for (auto _ : state) {
    found = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Clauses& c = all[i];
      found +=
          sayso::reading::find_events(g_articles[i], c.layers, c.entities, sayso::reading::Catalog::builtin(),
                                      c.timexes, c.attributions, c.clauses)
              .size();
    }
  }
  count_articles(state, 0);
  state.counters["sentences/s"] =
      benchmark::Counter(sentences, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["events"] = found;
}

void whole_reading(benchmark::State& state) {
  const auto engine = need(sayso::Engine::load({.model = {}, .threads = 1, .use_cache = true}));
  for (auto _ : state) {
    for (const auto& article : g_articles) benchmark::DoNotOptimize(need(engine.read(article)));
  }
  count_articles(state, 0);
}

void record_as_json(benchmark::State& state) {
  const auto engine = need(sayso::Engine::load({.model = {}, .threads = 1, .use_cache = true}));
  std::vector<sayso::Record> records;
  for (const auto& article : g_articles) records.push_back(need(engine.read(article)));
  for (auto _ : state) {
    for (const auto& record : records) benchmark::DoNotOptimize(sayso::to_json(record));
  }
  count_articles(state, 0);
}

BENCHMARK(intake)->Unit(benchmark::kMillisecond);
BENCHMARK(word_pieces)->Unit(benchmark::kMillisecond);
BENCHMARK(language)->Unit(benchmark::kMillisecond)->MinTime(3)->UseRealTime();
BENCHMARK(layers)->Unit(benchmark::kMillisecond)->MinTime(3)->UseRealTime();
BENCHMARK(layers_as_conllu)->Unit(benchmark::kMillisecond);
BENCHMARK(events)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_reading)->Unit(benchmark::kMillisecond)->MinTime(3)->UseRealTime();
BENCHMARK(record_as_json)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::fprintf(stderr, "usage: sayso_bench FOLDER [Google Benchmark's options]\n");
    return 2;
  }
  g_files = need(sayso::list_inputs(argv[1]));
  g_articles = read_all();
  benchmark::AddCustomContext("word_pieces", std::to_string(count_pieces(load_vocabulary())));
  benchmark::RunSpecifiedBenchmarks();
}
