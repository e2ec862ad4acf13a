#include "serve/api_v1.h"

#include <functional>

#include "sayso/claim_json.h"
#include "sayso/claim_queries.h"
#include "sayso/event_json.h"
#include "sayso/event_queries.h"
#include "sayso/query_json.h"
#include "serve/problem.h"

namespace sayso::serve {
namespace {

using Give = std::function<Result<std::string>(const Archive&, const std::string& id)>;

void add_thing(Site& site, ArchivePool& archives, const std::string& pattern, const std::string& operation,
               const std::string& summary, Give give) {
  site.add(
      {"GET",
       pattern,
       operation,
       summary,
       {},
       {},
       "application/json",
       [&archives, give = std::move(give)](const Request& request, const PathValues& values) -> Response {
         const auto archive = archives.lend();
         if (!archive) return problem_response(to_problem(archive.error()), request.path);
         auto json = give(**archive, values.at("id"));
         if (!json) return problem_response(to_problem(json.error()), request.path);
         return {200, "application/json", *std::move(json) + "\n"};
       }});
}

Result<std::string> record_of(const Archive& archive, const std::string& id) {
  const auto stored = archive.document(id);
  if (!stored) return stored.error();
  if (!*stored) return Error{ErrorCode::not_found, "the archive has no such article", {}, {}};
  auto json = archive.record_json((*stored)->id);
  if (!json) return json.error();
  return *std::move(*json);
}

Result<std::string> claim_of(const Archive& archive, const std::string& id) {
  const auto page = find_claim(archive, id);
  if (!page) return page.error();
  return to_json(page->claim);
}

Result<std::string> entity_of(const Archive& archive, const std::string& id) {
  constexpr std::size_t kSaid = 1000;  // the latest
  const auto page = describe_entity(archive, id, kSaid);
  if (!page) return page.error();
  return to_json(*page);
}

Result<std::string> event_of(const Archive& archive, const std::string& id) {
  const auto page = find_event(archive, id);
  if (!page) return page.error();
  return to_json(page->event);
}

}  // namespace

void add_api_v1(Site& site, ArchivePool& archives) {
  site.add_data("/api/v1/documents", "/documents", "apiListDocuments");
  add_thing(site, archives, "/api/v1/documents/{id}", "apiGetRecord",
            "The record of an article, sayso.record/1", record_of);
  site.add_data("/api/v1/claims", "/claims", "apiListClaims");
  add_thing(site, archives, "/api/v1/claims/{id}", "apiGetClaim", "A claim, sayso.claim/1", claim_of);
  site.add_data("/api/v1/entities", "/entities", "apiListEntities");
  add_thing(site, archives, "/api/v1/entities/{id}", "apiGetEntity",
            "Who somebody is and what was said by them and of them, sayso.entity/1", entity_of);
  site.add_data("/api/v1/events", "/events", "apiListEvents");
  add_thing(site, archives, "/api/v1/events/{id}", "apiGetEvent", "An event, sayso.event/1", event_of);
  site.add_data("/api/v1/statements", "/timeline", "apiListStatements");
  site.add_data("/api/v1/search", "/search", "apiSearch");
}

}  // namespace sayso::serve
