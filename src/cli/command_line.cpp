#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <ostream>
#include <string>

#include "cli/add_command.h"
#include "cli/backup_command.h"
#include "cli/catalog_command.h"
#include "cli/claims_command.h"
#include "cli/diff_command.h"
#include "cli/events_command.h"
#include "cli/export_command.h"
#include "cli/fix_command.h"
#include "cli/graph_command.h"
#include "cli/mcp_command.h"
#include "cli/messages.h"
#include "cli/read_command.h"
#include "cli/search_command.h"
#include "cli/serve_command.h"
#include "cli/shell_commands.h"
#include "cli/timeline_command.h"
#include "cli/verify_command.h"
#include "cli/visible_text.h"
#include "cli/who_command.h"
#include "sayso/version.h"

namespace sayso::cli {
namespace {

std::string describe_version(const Environment& environment) {
  const Result<LoadedEngine> engine = environment.load({});
  const std::string model =
      engine ? engine->generator.model : "none (" + visible_line(engine.error().describe()) + ")";
  return "sayso " SAYSO_VERSION "\nmodel " + model;
}

int explain(const CLI::App& app, const CLI::ParseError& error, const Environment& environment) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    // Help and version arrive as errors too.
    return app.exit(error, environment.out, environment.err);
  }
  const auto verbs = app.get_subcommands();
  print_message(environment.err, error.what());
  environment.err << "Try: sayso " + (verbs.empty() ? "" : verbs.front()->get_name() + " ") + "--help\n"
                  << std::flush;
  return kWrongUse;
}

}  // namespace

int run(int argc, const char* const* argv, const Environment& environment) {
  int status = kDone;
  CLI::App app("sayso reads news and keeps who said what.", "sayso");
  app.set_version_flag("--version", [&] { return describe_version(environment); });
  app.footer("`sayso VERB --help` tells more of a verb.");
  app.require_subcommand(1);
  add_read_command(app, environment, status);
  add_add_command(app, environment, status);
  add_search_command(app, environment, status);
  add_who_command(app, environment, status);
  add_claims_command(app, environment, status);
  add_timeline_command(app, environment, status);
  add_graph_command(app, environment, status);
  add_events_command(app, environment, status);
  add_diff_command(app, environment, status);
  add_fix_commands(app, environment, status);
  add_verify_command(app, environment, status);
  add_backup_command(app, environment, status);
  add_export_command(app, environment, status);
  add_serve_command(app, environment, status);
  add_mcp_command(app, environment, status);
  add_catalog_command(app, environment, status);
  add_shell_commands(app, environment, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return explain(app, error, environment);
  } catch (const std::exception& error) {
    print_message(environment.err, std::string("failed: ") + error.what());
    return kSomeFailed;
  }
  return status;
}

}  // namespace sayso::cli
