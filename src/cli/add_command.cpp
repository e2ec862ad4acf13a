#include "cli/add_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <future>
#include <memory>
#include <ostream>
#include <utility>

#include "cli/archive_batch.h"
#include "cli/archive_input.h"
#include "cli/facts.h"
#include "cli/field_option.h"
#include "cli/messages.h"
#include "cli/option_values.h"
#include "cli/ordered_pipeline.h"
#include "cli/progress_bar.h"
#include "cli/quarantine.h"
#include "sayso/catalog.h"

namespace sayso::cli {
namespace {

using std::chrono::steady_clock;

constexpr const char* kFooter =
    R"(Reads what `sayso read` reads into the archive, one file, which is made where there is none. Articles that it holds
already, as this model reads them, are left alone; an article that changed, or that another model has read, is
replaced, and `sayso diff` shows what that changed. So the same command may be run again after an interruption,
a crash or a full disk, and goes on where it was.

Examples:
  sayso add news.sayso articles/ more.jsonl
  sayso add --outlet Westmark --published 2025-03-12 news.sayso story.html
  sayso add --reread news.sayso          all of it again, with the model that is installed now

Exit codes:
  0    done
  1    some inputs could not be read, each named on standard error; or the archive could not be written
  2    wrong use
  130  interrupted: what had been begun is stored, the rest is left out)";

struct AddOptions {
  std::string archive;
  std::vector<std::string> inputs;
  bool reread = false;
  std::string published;
  std::string outlet;
  std::vector<FieldPath> fields;
  std::string max_bytes;
  unsigned max_seconds = 600;
  std::string quarantine;
  unsigned threads = 0;
  std::string model;
  bool quiet = false;
};

// How much may be read and wait while a batch is written, so that reading goes on meanwhile.
constexpr std::size_t kMostWaiting = 128;
constexpr std::size_t kMostBytesWaiting = 16'000'000;

// What came of one input. Of those that are held, `article` has only the raw input and the record's document.
struct Outcome {
  ArchiveArticle article = {};
  bool held = false;
  std::optional<Error> error = {};
};

Outcome read_one(ArchiveInput input, const LoadedEngine& engine) {
  if (!input.article) return {.error = std::move(input.article).error()};
  Outcome outcome;
  outcome.article.raw = std::move(input.raw);
  outcome.article.reread = std::move(input.reread);
  if (input.held) {
    outcome.held = true;
    outcome.article.record.document = *std::move(input.article);
    return outcome;
  }
  const std::string name = input.article->input;
  Result<Record> record = engine.read(*std::move(input.article));
  if (!record) {
    Error error = std::move(record).error();
    if (error.input.empty()) error.input = name;
    return {.error = std::move(error)};
  }
  outcome.article.record = *std::move(record);
  pack(outcome.article);
  return outcome;
}

// Stores what was read, in its order, and tells about it.
class Addition {
 public:
  Addition(Archive& archive, const LoadedEngine& engine, const AddOptions& options, Quarantine& quarantine,
           const Environment& environment, std::optional<std::size_t> total)
      : archive_(archive),
        engine_(engine),
        quarantine_(quarantine),
        options_(options),
        environment_(environment),
        total_(total),
        batch_(archive),
        start_(steady_clock::now()),
        bar_(environment.err, environment.err_terminal.columns > 0 ? environment.err_terminal.columns : 80,
             !options.quiet && can_redraw(environment.err_terminal, environment.variable), start_) {}

  // False when there is no use in going on: the archive takes no more.
  bool take(Outcome outcome) {
    ++taken_;
    if (outcome.held) {
      outcome = confirm(std::move(outcome));
      if (outcome.held) ++skipped_;
    }
    if (outcome.error) {
      ++failed_;
      bar_.erase();
      print_error(environment_.err, *outcome.error);
      if (const auto failure = quarantine_.add(*outcome.error)) print_error(environment_.err, *failure);
    } else if (!outcome.held && !failure_) {
      failure_ = batch_.add(std::move(outcome.article), steady_clock::now());
    }
    show_progress();
    return !failure_;
  }

  bool tick() {
    if (!failure_) failure_ = batch_.flush_if_due(steady_clock::now());
    show_progress();
    return !failure_;
  }

  int finish() {
    if (!failure_) failure_ = batch_.flush();
    bar_.erase();
    if (failure_) print_error(environment_.err, *failure_);
    if (!options_.quiet) print_summary();
    if (failure_) return kSomeFailed;
    if (environment_.interrupted()) return kInterrupted;
    return failed_ == 0 ? kDone : kSomeFailed;
  }

 private:
  // What was held when it was looked up may have been replaced since, by an article of the same id that came
  // before it. Then it is read after all, here, which is rare.
  Outcome confirm(Outcome outcome) {
    const Article& article = outcome.article.record.document;
    if (!failure_ && batch_.has(document_id(article))) failure_ = batch_.flush();
    const Result<bool> held = archive_.holds(article, engine_.generator);
    if (!held && !failure_) failure_ = held.error();
    if (failure_ || *held) {
      batch_.count_unchanged();
      return outcome;
    }
    ArchiveInput input{.article = std::move(outcome.article.record.document),
                       .raw = std::move(outcome.article.raw)};
    return read_one(std::move(input), engine_);
  }

  void show_progress() { bar_.show({taken_, total_, skipped_}, steady_clock::now()); }

  void print_summary() {
    const ArchiveCounts& counts = batch_.counts();
    std::string line = failure_ ? "stopped after " : environment_.interrupted() ? "interrupted after " : "";
    line += std::to_string(counts.added) + " added";
    if (counts.replaced > 0) line += ", " + std::to_string(counts.replaced) + " replaced";
    if (counts.unchanged > 0) line += ", " + std::to_string(counts.unchanged) + " unchanged";
    if (failed_ > 0) line += ", " + std::to_string(failed_) + " could not be read";
    const std::chrono::duration<double> elapsed = steady_clock::now() - start_;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, ", %.1f s\n", elapsed.count());
    environment_.err << line + seconds;
    if (failure_)
      environment_.err << "what was added before is stored; the same command goes on from there\n";
    environment_.err << std::flush;
  }

  Archive& archive_;
  const LoadedEngine& engine_;
  Quarantine& quarantine_;
  const AddOptions& options_;
  const Environment& environment_;
  const std::optional<std::size_t> total_;
  ArchiveBatch batch_;
  const steady_clock::time_point start_;
  ProgressBar bar_;
  std::size_t taken_ = 0;
  std::size_t skipped_ = 0;
  std::size_t failed_ = 0;
  std::optional<Error> failure_;  // of the archive, which ends it
};

// All inputs, read on all threads and stored on this one.
void add_all(const NextInput& next, const LoadedEngine& engine, const Environment& environment,
             Addition& addition) {
  const auto work = [&](ArchiveInput input) { return read_one(std::move(input), engine); };
  const auto consume = [&](Outcome outcome) {
    if (addition.take(std::move(outcome))) return true;
    environment.close_input();
    return false;
  };
  // As `sayso read`: while one article is tokenised or packed, another keeps the core busy.
  const std::size_t workers = 2 * std::size_t{std::max(engine.threads, 1u)};
  run_in_order({.workers = workers,
                .in_flight = kMostWaiting + 2 * workers,
                .not_begun = workers,
                .bytes_in_flight = kMostBytesWaiting},
               next, work, consume, [&] { addition.tick(); });
}

int fail(const Error& error, const Environment& environment) {
  print_error(environment.err, error);
  return kSomeFailed;
}

IntakeOptions intake_options(const AddOptions& options) {
  IntakeOptions intake{.outlet = options.outlet, .published = options.published, .fields = options.fields};
  if (!options.max_bytes.empty()) intake.max_bytes = *parse_byte_size(options.max_bytes);
  return intake;
}

int add_new(Archive& archive, const Archive& reader, const LoadedEngine& engine, const AddOptions& options,
            Quarantine& quarantine, const Environment& environment) {
  std::vector<Result<std::string>> inputs = expand_inputs(options.inputs);
  Addition addition(archive, engine, options, quarantine, environment, count_articles(inputs));
  ArticleSource source(std::move(inputs), intake_options(options), environment.in, environment.interrupted);
  add_all(new_inputs(source, reader, engine.generator), engine, environment, addition);
  return addition.finish();
}

int read_again(Archive& archive, const Archive& reader, const LoadedEngine& engine, const AddOptions& options,
               Quarantine& quarantine, const Environment& environment) {
  const Result<std::uint64_t> total = reader.count_outdated(engine.generator);
  if (!total) return fail(total.error(), environment);
  Addition addition(archive, engine, options, quarantine, environment, static_cast<std::size_t>(*total));
  add_all(stored_inputs(reader, engine.generator, environment.interrupted), engine, environment, addition);
  return addition.finish();
}

int add_articles(const AddOptions& options, const Environment& environment) {
  Quarantine quarantine;
  if (const auto failure = quarantine.open(options.quarantine)) return fail(*failure, environment);
  // The model loads while the archive is opened.
  std::future<Result<LoadedEngine>> loading =
      std::async(std::launch::async, environment.load,
                 EngineOptions{.model = options.model,
                               .catalog = user_catalog(environment.variable),
                               .threads = options.threads,
                               .longest = std::chrono::seconds(options.max_seconds)});
  Result<Archive> archive = Archive::open(
      options.archive, {.access = options.reread ? ArchiveAccess::write : ArchiveAccess::create});
  if (!archive) return fail(archive.error(), environment);
  // Articles are looked up on another thread than they are stored on.
  const Result<Archive> reader = Archive::open(options.archive);
  if (!reader) return fail(reader.error(), environment);
  const Result<LoadedEngine> engine = loading.get();
  if (!engine) return fail(engine.error(), environment);
  return options.reread ? read_again(*archive, *reader, *engine, options, quarantine, environment)
                        : add_new(*archive, *reader, *engine, options, quarantine, environment);
}

std::string check_published(const std::string& text) {
  if (is_iso_date(text)) return {};
  return "'" + text + "' is no ISO 8601 date such as 2016-12-13 or 2016-12-13T08:30:00Z";
}

std::string check_max_bytes(const std::string& text) {
  if (parse_byte_size(text)) return {};
  return "'" + text + "' is no size such as 500K, 20M or 1G";
}

void add_options(CLI::App& command, AddOptions& options) {
  command.add_option("ARCHIVE", options.archive, "The archive's file; made where there is none")
      ->required()
      ->type_name("");
  CLI::Option* const inputs =
      command.add_option("FILE|DIR|-", options.inputs, "Files, folders, or - for standard input")
          ->type_name("");
  command
      .add_flag("--reread", options.reread, "Read again what the archive holds and another model has read")
      ->excludes(inputs);
  command.add_option("--published", options.published, "Date of articles that name none (ISO 8601)")
      ->type_name("DATE")
      ->check(check_published);
  command.add_option("--outlet", options.outlet, "Outlet of articles that name none")->type_name("NAME");
  add_field_option(command, options.fields);
  command.add_option("--max-bytes", options.max_bytes, "Refuse longer documents (default: 20M)")
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
  command.add_flag("--quiet", options.quiet, "Print no progress and no summary; errors are still named");
}

}  // namespace

void add_add_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("add", "Read articles into an archive");
  const auto options = std::make_shared<AddOptions>();
  add_options(*command, *options);
  command->footer(kFooter);
  command->callback([options, &environment, &status] {
    if (options->inputs.empty() && !options->reread) {
      throw CLI::RequiredError(
          "no input; name a file or a folder, - for standard input, or --reread for what is in the archive",
          CLI::ExitCodes::RequiredError);
    }
    status = add_articles(*options, environment);
  });
}

}  // namespace sayso::cli
