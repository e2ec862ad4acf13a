#include "cli/serve_command.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <ostream>
#include <thread>

#include "cli/archive_view.h"
#include "cli/messages.h"
#include "sayso/version.h"
#include "serve/api_v1.h"
#include "serve/archive_pages.h"
#include "serve/export_pages.h"
#include "serve/http_server.h"
#include "serve/read_api.h"
#include "serve/review_page.h"
#include "serve/static_files.h"
#include "serve/write_access.h"

namespace sayso::cli {
namespace {

constexpr const char* kFooter =
    R"(Pages and API are for this machine alone: the server listens on 127.0.0.1 and answers to no other name. It runs until
Ctrl-C.

Examples:
  sayso serve news.sayso
  sayso serve news.sayso --port 9000
  sayso serve news.sayso --write
  curl -s http://localhost:8765/documents.json
  curl -s --data-binary @article.txt -H 'Content-Type: text/plain' http://localhost:8765/api/v1/read

Exit codes:
  0    stopped by Ctrl-C
  1    the archive could not be read, or the port is taken
  2    wrong use)";

constexpr const char* kAddress = "127.0.0.1";
constexpr unsigned kPort = 8765;

struct ServeOptions {
  std::string archive;
  unsigned port = kPort;
  bool write = false;
  EngineOptions engine;
};

void add_pages(serve::Site& site, serve::ArchivePool& archives, const ServeOptions& options,
               ReadArticle read) {
  serve::add_static_files(site);
  serve::add_home_page(site, archives);
  serve::add_document_pages(site, archives);
  serve::add_claim_list_page(site, archives);
  serve::add_claim_pages(site, archives);
  serve::add_timeline_page(site, archives);
  serve::add_compare_page(site, archives);
  serve::add_search_page(site, archives);
  serve::add_entity_pages(site, archives);
  serve::add_graph_page(site, archives);
  serve::add_event_pages(site, archives);
  serve::add_review_page(site, archives, options.archive, options.write);
  serve::add_export_pages(site, archives);
  serve::add_api_v1(site, archives);
  serve::add_read_api(site, std::move(read));
}

int serve_archive(const ServeOptions& options, const Environment& environment) {
  const auto access = options.write ? ArchiveAccess::write : ArchiveAccess::read;
  if (!open_archive(options.archive, access, environment)) return kSomeFailed;
  auto engine = environment.load(options.engine);
  if (!engine) return fail(engine.error(), environment);

  serve::ArchivePool archives(options.archive);
  const std::string token = serve::random_token(), key = serve::random_token();
  serve::SiteOptions site_options;
  site_options.guard = {serve::loopback_hosts(options.port), options.write, token};
  site_options.archive_state = [&archives] { return archives.state(); };
  site_options.version = SAYSO_VERSION;
  serve::Site site(std::move(site_options));
  add_pages(site, archives, options, std::move(engine->read));
  if (options.write) serve::add_write_access(site, key, token);
  auto server = serve::HttpServer::bind(site, kAddress, options.port);
  if (!server) return fail(server.error(), environment);
  environment.out << "http://localhost:" + std::to_string(server->port()) +
                         (options.write ? "/start?key=" + key : "/") + "\n"
                  << std::flush;
  std::thread worker([&] { server->run(); });
  while (!environment.interrupted()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  server->stop();
  worker.join();
  return kDone;
}

}  // namespace

void add_serve_command(CLI::App& app, const Environment& environment, int& status) {
  const auto options = std::make_shared<ServeOptions>();
  CLI::App* command = app.add_subcommand("serve", "Show an archive in the browser, and answer programs");
  command->footer(kFooter);
  command->add_option("ARCHIVE", options->archive, "The archive's file")->required();
  command->add_option("--port", options->port, "Where to listen")
      ->check(CLI::Range(1U, 65535U).description(""))
      ->capture_default_str();
  command->add_flag("--write", options->write,
                    "Let one browser correct the archive: the one that opens the printed address");
  command->add_option("--model", options->engine.model, "Folder with the model's files")->type_name("DIR");
  command->callback([options, &environment, &status] { status = serve_archive(*options, environment); });
}

}  // namespace sayso::cli
