#include "cli/read_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <future>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "cli/article_source.h"
#include "cli/field_option.h"
#include "cli/messages.h"
#include "cli/option_values.h"
#include "cli/ordered_pipeline.h"
#include "cli/progress_bar.h"
#include "cli/quarantine.h"
#include "cli/terminal_view.h"
#include "sayso/catalog.h"
#include "sayso/conllu.h"
#include "sayso/record_json.h"

namespace sayso::cli {
namespace {

using std::chrono::steady_clock;

constexpr const char* kFooter =
    R"(Reads plain text, HTML, JSON Lines ({id, url, outlet, title, authors, published, text | html}, one article
a line; --field finds the facts in other objects), RSS, Atom and JSON Feed, ninjs, NewsML-G2; each may be compressed with
gzip or zstd. A folder stands for the files below it. Records go to standard output, messages to standard error.

Examples:
  sayso read article.txt
  sayso read --outlet Breitbart --published 2016-12-13 article.html
  sayso read --json news/ more.jsonl > records.jsonl
  sayso read --layers news/ > news.conllu
  sayso read --field text=body.content --field id=uuid dump.jsonl.gz
  curl -s https://example.org/story.html | sayso read -

Exit codes:
  0    done
  1    some inputs could not be read, each named on standard error; or the output could not be written
  2    wrong use
  130  interrupted: articles begun were finished, the others left out
  141  the reader of the output went away, as after `| head`)";

// What came of one article, ready to be written.
struct Outcome {
  std::string text = {};
  std::size_t found = 0;  // attributions, or sentences where layers are asked for
  std::optional<Error> error = {};
};

Outcome failed_on(const std::string& input, Error error) {
  if (error.input.empty()) error.input = input;
  return {.error = std::move(error)};
}

Outcome read_layers(const Article& article, const ReadLayers& read) {
  Result<Layers> layers = read(article);
  if (!layers) return failed_on(article.input, std::move(layers).error());
  return {.text = to_conllu(article, *layers), .found = layers->sentences.size()};
}

Outcome read_one(Result<Article> article, const LoadedEngine& engine, const ReadOptions& options,
                 const WrapOptions& view) {
  if (!article) return {.error = std::move(article).error()};
  if (options.layers) return read_layers(*article, engine.layers);
  const std::string input = article->input;
  Result<Record> record = engine.read(*std::move(article));
  if (!record) return failed_on(input, std::move(record).error());
  return {.text = options.json ? to_json(*record) + "\n" : view_record(*record, view),
          .found = record->attributions.size()};
}

// Writes outcomes, counts them and keeps the progress bar out of their way.
class Output {
 public:
  Output(const ReadOptions& options, const Environment& environment, const WrapOptions& view,
         std::optional<std::size_t> total, Quarantine& quarantine)
      : options_(options),
        quarantine_(quarantine),
        environment_(environment),
        view_(view),
        total_(total),
        start_(steady_clock::now()),
        bar_(environment.err, environment.err_terminal.columns > 0 ? environment.err_terminal.columns : 80,
             !options.quiet && can_redraw(environment.err_terminal, environment.variable), start_) {}

  // False when there is no use in going on: standard output takes no more.
  bool take(const Outcome& outcome) {
    if (outcome.error) {
      ++failed_;
      bar_.erase();
      print_error(environment_.err, *outcome.error);
      if (const auto failure = quarantine_.add(*outcome.error)) print_error(environment_.err, *failure);
    } else {
      write(outcome);
    }
    tick();
    return write_error_ == 0;
  }

  void tick() { bar_.show({articles_ + failed_, total_}, steady_clock::now()); }

  // Tells the rest of the story and how it ended.
  int finish() {
    bar_.erase();
    if (write_error_ == EPIPE) return kOutputClosed;
    if (write_error_ != 0) {
      print_message(environment_.err, std::string("cannot write the output: ") + std::strerror(write_error_));
      return kSomeFailed;
    }
    const bool interrupted = environment_.interrupted();
    // Who collects data in a file wants only errors in the log beside it.
    if (!options_.quiet && (!is_data() || environment_.err_terminal.is_tty)) print_summary(interrupted);
    if (interrupted) return kInterrupted;
    return failed_ == 0 ? kDone : kSomeFailed;
  }

 private:
  // Whether the output is for programs.
  bool is_data() const { return options_.json || options_.layers; }

  void write(const Outcome& outcome) {
    if (environment_.out_terminal.is_tty) bar_.erase();
    std::ostream& out = environment_.out;
    errno = 0;
    if (!is_data() && articles_ == 0) out << view_legend(view_);
    out << outcome.text
        << std::flush;  // record by record, so that no reader of a pipe waits for the next one
    if (!out) {
      write_error_ = errno != 0 ? errno : EIO;
      return;
    }
    ++articles_;
    found_ += outcome.found;
  }

  void print_summary(bool interrupted) {
    std::string line = interrupted ? "interrupted after " : "";
    line += count(articles_, "article") + ", " + count(found_, options_.layers ? "sentence" : "attribution");
    if (failed_ > 0) line += ", " + std::to_string(failed_) + " could not be read";
    const std::chrono::duration<double> elapsed = steady_clock::now() - start_;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, ", %.1f s\n", elapsed.count());
    environment_.err << line + seconds << std::flush;
  }

  static std::string count(std::size_t number, const char* noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
  }

  const ReadOptions& options_;
  Quarantine& quarantine_;
  const Environment& environment_;
  const WrapOptions view_;
  const std::optional<std::size_t> total_;
  const steady_clock::time_point start_;
  ProgressBar bar_;
  std::size_t articles_ = 0;
  std::size_t found_ = 0;
  std::size_t failed_ = 0;
  int write_error_ = 0;  // errno
};

// The articles from `first` on, read on all threads.
void read_all(Article first, ArticleSource& source, const LoadedEngine& engine, const ReadOptions& options,
              const WrapOptions& view, const Environment& environment, Output& output) {
  std::optional<Result<Article>> pending = Result<Article>(std::move(first));
  const auto produce = [&]() -> std::optional<Result<Article>> {
    if (pending) return std::exchange(pending, std::nullopt);
    return source.next();
  };
  const auto work = [&](Result<Article> article) {
    return read_one(std::move(article), engine, options, view);
  };
  const auto consume = [&](const Outcome& outcome) {
    if (output.take(outcome)) return true;
    environment.close_input();
    return false;
  };
  // Twice the computing threads: while one article is tokenised or printed, another keeps the core busy.
  const std::size_t workers = 2 * std::size_t{std::max(engine.threads, 1u)};
  run_in_order({.workers = workers, .in_flight = 2 * workers}, produce, work, consume,
               [&] { output.tick(); });
}

// Errors up to the first article go straight to the output: they need no model.
std::optional<Article> find_first_article(ArticleSource& source, Output& output) {
  while (auto article = source.next()) {
    if (*article) return **std::move(article);
    output.take({.error = std::move(*article).error()});
  }
  return std::nullopt;
}

struct ReadOptionTexts {
  ReadOptions values;
  std::string max_bytes;
};

std::string check_published(const std::string& text) {
  if (is_iso_date(text)) return {};
  return "'" + text + "' is no ISO 8601 date such as 2016-12-13 or 2016-12-13T08:30:00Z";
}

std::string check_max_bytes(const std::string& text) {
  if (parse_byte_size(text)) return {};
  return "'" + text + "' is no size such as 500K, 20M or 1G";
}

void add_options(CLI::App& command, ReadOptionTexts& texts) {
  ReadOptions& options = texts.values;
  command.add_option("FILE|DIR|-", options.inputs, "Files, folders, or - for standard input")->type_name("");
  CLI::Option* const json = command.add_flag("--json", options.json, "Print records as JSON Lines");
  command
      .add_flag("--layers", options.layers,
                "Print sentences, words, trees, mentions and names as CoNLL-U instead")
      ->excludes(json);
  command.add_option("--published", options.published, "Date of articles that name none (ISO 8601)")
      ->type_name("DATE")
      ->check(check_published);
  command.add_option("--outlet", options.outlet, "Outlet of articles that name none")->type_name("NAME");
  add_field_option(command, options.fields);
  command.add_option("--max-bytes", texts.max_bytes, "Refuse longer documents (default: 20M)")
      ->type_name("N[K|M|G]")
      ->check(check_max_bytes);
  command
      .add_option("--max-seconds", options.max_seconds,
                  "Give up articles that take longer; 0: none (default: 600)")
      ->type_name("N")
      ->check(CLI::Range(0, 1'000'000).description(""));
  add_quarantine_option(command, options.quarantine);
  command.add_option("--threads", options.threads, "Threads that compute (default: one for each core)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  command
      .add_option("--model", options.model,
                  "Folder of the model (default: $SAYSO_MODEL, else the one installed)")
      ->type_name("DIR");
  command.add_option("--width", options.width, "Columns to print in (default: as wide as the terminal)")
      ->type_name("N")
      ->check(CLI::Range(20, 1000).description(""));
  command.add_flag("--no-color", options.no_color, "Print without colours, as does NO_COLOR=1");
  command.add_flag("--quiet", options.quiet, "Print no progress and no summary; errors are still named");
}

}  // namespace

int read_articles(const ReadOptions& options, const Environment& environment) {
  const WrapOptions view{
      .width = text_width(environment.out_terminal, options.width),
      .colour = shows_colour(environment.out_terminal, environment.variable, options.no_color)};
  Quarantine quarantine;
  if (const auto failure = quarantine.open(options.quarantine)) {
    print_error(environment.err, *failure);
    return kSomeFailed;
  }
  std::vector<Result<std::string>> inputs = expand_inputs(options.inputs);
  Output output(options, environment, view, count_articles(inputs), quarantine);

  // The model loads while the first input is opened, unless there is nothing to open.
  std::future<Result<LoadedEngine>> loading;
  if (std::any_of(inputs.begin(), inputs.end(), [](const auto& input) { return input.has_value(); })) {
    loading = std::async(std::launch::async, environment.load,
                         EngineOptions{.model = options.model,
                                       .catalog = user_catalog(environment.variable),
                                       .threads = options.threads,
                                       .longest = std::chrono::seconds(options.max_seconds)});
  }
  ArticleSource source(std::move(inputs),
                       {.max_bytes = options.max_bytes,
                        .outlet = options.outlet,
                        .published = options.published,
                        .fields = options.fields},
                       environment.in, environment.interrupted);
  if (auto first = find_first_article(source, output)) {
    const Result<LoadedEngine> engine = loading.get();
    if (!engine) {
      print_error(environment.err, engine.error());
      return kSomeFailed;
    }
    read_all(*std::move(first), source, *engine, options, view, environment, output);
  }
  return output.finish();
}

void add_read_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("read", "Read articles and print who said what");
  const auto texts = std::make_shared<ReadOptionTexts>();
  add_options(*command, *texts);
  command->footer(kFooter);
  command->callback([texts, &environment, &status] {
    ReadOptions& options = texts->values;
    if (options.inputs.empty()) {
      throw CLI::RequiredError(
          "no input; name a file or a folder, or - for standard input, as in: curl ... | sayso read -",
          CLI::ExitCodes::RequiredError);
    }
    if (!texts->max_bytes.empty()) options.max_bytes = *parse_byte_size(texts->max_bytes);
    status = read_articles(options, environment);
  });
}

}  // namespace sayso::cli
