#include "cli/catalog_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "cli/choices.h"
#include "cli/messages.h"
#include "cli/option_values.h"
#include "cli/visible_text.h"
#include "sayso/catalog.h"

namespace sayso::cli {
namespace {

constexpr const char* kImportFooter =
    R"(FILE is one of
  ftm   JSON Lines of FollowTheMoney entities, as OpenSanctions and Aleph give them
  tsv   id, type, name, aliases with | between, country's code of two capitals, code as an actor in events
        (PLOVER's or CAMEO's: USAGOV); the last three may be left out.
        type: person, organization, company, group, outlet, agency, place, document, event, other

Entries that were imported before under the same id are replaced. If a line is wrong, nothing is changed.

Examples:
  sayso catalog import entities.ftm.json
  sayso catalog import --type tsv ministers.tsv

Exit codes:
  0    done
  1    the file could not be read or a line is wrong, named on standard error; nothing was changed
  2    wrong use
  130  interrupted; nothing was changed)";

struct CatalogOptions {
  std::string file;
  std::string type = "auto";
  std::string max_bytes;
  std::uint64_t max_entries = CatalogImportOptions().max_entries;
  std::string name;
  bool imported = false;
};

int fail(const Environment& environment, const Error& error) {
  print_error(environment.err, error);
  return environment.interrupted() ? kInterrupted : kSomeFailed;
}

// The user's catalog, or none where the environment has no place for it.
std::filesystem::path find_store(const Environment& environment) {
  return user_catalog(environment.variable);
}

int lack_store(const Environment& environment) {
  print_message(environment.err, "no place for the catalog: neither SAYSO_CATALOG nor HOME is set");
  return kSomeFailed;
}

// Whether the output took everything; if not, its status.
int finish_output(const Environment& environment, int status) {
  environment.out.flush();
  if (environment.out) return status;
  if (errno == EPIPE) return kOutputClosed;
  print_message(environment.err,
                std::string("cannot write the output: ") + std::strerror(errno != 0 ? errno : EIO));
  return kSomeFailed;
}

int import_file(const CatalogOptions& options, const Environment& environment) {
  const std::filesystem::path store = find_store(environment);
  if (store.empty()) return lack_store(environment);
  CatalogImportOptions import;
  import.format = options.type == "ftm"   ? CatalogFormat::follow_the_money
                  : options.type == "tsv" ? CatalogFormat::tsv
                                          : CatalogFormat::detect;
  import.max_entries = options.max_entries;
  if (!options.max_bytes.empty()) import.max_bytes = *parse_byte_size(options.max_bytes);
  import.stopped = environment.interrupted;
  const Result<CatalogImport> done = import_catalog(options.file, store, import);
  if (!done) return fail(environment, done.error());
  environment.err << std::to_string(done->added) + " added, " + std::to_string(done->replaced) +
                         " replaced, " +
                         (done->skipped > 0 ? std::to_string(done->skipped) + " without a name, " : "") +
                         std::to_string(done->total) + " in " + visible_line(store.string()) + "\n"
                  << std::flush;
  return kDone;
}

// Cells come from foreign files; a terminal must not obey them, and none may end the line.
std::string to_row(const CatalogListing& entry, bool with_form) {
  std::string row;
  if (with_form) row += entry.form + "\t";
  for (const std::string* cell : {&entry.id, &entry.kind, &entry.type, &entry.name, &entry.country}) {
    row += visible_line(*cell) + "\t";
  }
  return row + visible_line(entry.publisher) + "\n";
}

int list_entries(const CatalogOptions& options, const Environment& environment) {
  errno = 0;
  const Result<std::uint64_t> listed =
      list_catalog(find_store(environment), options.imported, [&](const CatalogListing& entry) {
        environment.out << to_row(entry, false);
        return environment.out.good() && !environment.interrupted();
      });
  if (!listed) return fail(environment, listed.error());
  return finish_output(environment, environment.interrupted() ? kInterrupted : kDone);
}

int show_name(const CatalogOptions& options, const Environment& environment) {
  const Result<std::vector<CatalogListing>> found = look_up_catalog(find_store(environment), options.name);
  if (!found) return fail(environment, found.error());
  if (found->empty()) {
    print_message(environment.err, "nothing in the catalog is called \"" + options.name + "\"");
    return kSomeFailed;
  }
  errno = 0;
  for (const CatalogListing& entry : *found) environment.out << to_row(entry, true);
  return finish_output(environment, kDone);
}

int print_store(const Environment& environment) {
  const std::filesystem::path store = find_store(environment);
  if (store.empty()) return lack_store(environment);
  errno = 0;
  environment.out << store.string() + "\n";
  return finish_output(environment, kDone);
}

void add_import(CLI::App& catalog, const std::shared_ptr<CatalogOptions>& options,
                const Environment& environment, int& status) {
  CLI::App* const command = catalog.add_subcommand("import", "Add the entries of a file");
  command->add_option("FILE", options->file, "JSON Lines or tab-separated values")->required();
  command
      ->add_option("--type", options->type,
                   "What the file is: auto, ftm or tsv; by its first line unless said otherwise")
      ->check(one_of({"auto", "ftm", "tsv"}));
  command->add_option("--max-bytes", options->max_bytes, "Refuse larger files; 10G unless said otherwise")
      ->check([](const std::string& text) {
        return parse_byte_size(text) ? "" : "\"" + text + "\" is no size; write 500, 64K, 20M or 2G";
      });
  command
      ->add_option("--max-entries", options->max_entries,
                   "Refuse a catalog of more entries; 5000000 unless said otherwise")
      ->check(CLI::PositiveNumber);
  command->footer(kImportFooter);
  command->callback([options, &environment, &status] { status = import_file(*options, environment); });
}

}  // namespace

void add_catalog_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const catalog = app.add_subcommand("catalog", "Known actors: import, list, show, where");
  catalog->require_subcommand(1);
  catalog->footer("`sayso catalog import --help` tells more of what can be imported.");
  const auto options = std::make_shared<CatalogOptions>();
  add_import(*catalog, options, environment, status);
  CLI::App* const list = catalog->add_subcommand(
      "list", "Print all entries: id, kind, type, name, country, publisher, with tabs between");
  list->add_flag("--imported", options->imported, "Only what was imported");
  list->callback([options, &environment, &status] { status = list_entries(*options, environment); });
  CLI::App* const show = catalog->add_subcommand("show",
                                                 "Print what is called NAME or has that id; in front of each "
                                                 "how: name, acronym, demonym, metonym, capital, id");
  show->add_option("NAME", options->name, "In the spelling of a text")->required();
  show->callback([options, &environment, &status] { status = show_name(*options, environment); });
  CLI::App* const where = catalog->add_subcommand("where", "Print where imported entries are kept");
  where->callback([&environment, &status] { status = print_store(environment); });
}

}  // namespace sayso::cli
