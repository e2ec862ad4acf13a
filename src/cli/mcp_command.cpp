#include "cli/mcp_command.h"

#include <CLI/CLI.hpp>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/messages.h"
#include "mcp/session.h"
#include "sayso/version.h"

namespace sayso::cli {
namespace {

constexpr const char* kFooter =
    R"(Speaks the Model Context Protocol: JSON-RPC 2.0, one message a line, until the input ends. Five tools, none of which
changes anything: search, who, claim, origins, read. For an assistant's configuration:

  {"mcpServers": {"sayso": {"command": "sayso", "args": ["mcp", "news.sayso"]}}}

Exit codes:
  0    the input ended
  1    the archive could not be read
  2    wrong use)";

struct McpOptions {
  std::string archive;
  EngineOptions engine;
};

// Loads the engine with the first text: most sessions only ask.
mcp::ReadArticle lazy_reader(const McpOptions& options, const Environment& environment) {
  const auto engine = std::make_shared<std::optional<LoadedEngine>>();
  return [&options, &environment, engine](Article article) -> Result<Record> {
    if (!*engine) {
      auto loaded = environment.load(options.engine);
      if (!loaded) return loaded.error();
      *engine = *std::move(loaded);
    }
    return (*engine)->read(std::move(article));
  };
}

// A line without its end, at most `most` + 1 bytes of it: the session refuses what is longer.
bool read_line(std::istream& in, std::string& line, std::size_t most) {
  line.clear();
  std::streambuf* buffer = in.rdbuf();
  int c = buffer->sbumpc();
  if (c == std::streambuf::traits_type::eof()) return false;
  for (; c != std::streambuf::traits_type::eof() && c != '\n'; c = buffer->sbumpc())
    if (line.size() <= most) line += static_cast<char>(c);
  return true;
}

int converse(const McpOptions& options, const Environment& environment) {
  const auto archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  mcp::SessionOptions limits;
  limits.version = SAYSO_VERSION;
  const mcp::Session session(*archive, lazy_reader(options, environment), limits);
  std::string line;
  while (!environment.interrupted() && read_line(environment.in, line, limits.message_bytes)) {
    if (const auto answer = session.answer(line)) environment.out << *answer << "\n" << std::flush;
    if (!environment.out) return kOutputClosed;
  }
  return kDone;
}

}  // namespace

void add_mcp_command(CLI::App& app, const Environment& environment, int& status) {
  const auto options = std::make_shared<McpOptions>();
  CLI::App* command = app.add_subcommand("mcp", "Answer an assistant's questions about an archive");
  command->footer(kFooter);
  command->add_option("ARCHIVE", options->archive, "The archive's file")->required();
  command->add_option("--model", options->engine.model, "Folder with the model's files")->type_name("DIR");
  command->callback([options, &environment, &status] { status = converse(*options, environment); });
}

}  // namespace sayso::cli
