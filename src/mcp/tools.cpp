#include "mcp/tools.h"

#include <algorithm>
#include <array>

#include "sayso/archive_json.h"
#include "sayso/claim_json.h"
#include "sayso/claim_queries.h"
#include "sayso/intake.h"
#include "sayso/record_json.h"

namespace sayso::mcp {
namespace {

constexpr std::uint64_t kMostRows = 50, kRows = 20, kTextBytes = 500'000;
constexpr std::size_t kNearMisses = 5;

Error wrong(std::string message) {
  return {ErrorCode::bad_argument, std::move(message), {}, {}};
}

std::string text_of(const Json& arguments, const char* name) {
  const auto found = arguments.find(name);
  return found != arguments.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t limit_of(const Json& arguments) {
  const auto found = arguments.find("limit");
  if (found == arguments.end() || !found->is_number_integer()) return kRows;
  return static_cast<std::uint64_t>(std::clamp<std::int64_t>(found->get<std::int64_t>(), 1, kMostRows));
}

Result<Json> search(const Archive& archive, const ReadArticle&, const Json& arguments) {
  SearchQuery query;
  query.words = text_of(arguments, "words");
  query.source = text_of(arguments, "source");
  query.outlet = text_of(arguments, "outlet");
  query.from = text_of(arguments, "from");
  query.to = text_of(arguments, "to");
  query.articles = arguments.value("articles", Json(false)) == Json(true);
  query.limit = static_cast<std::uint32_t>(limit_of(arguments));
  query.after = text_of(arguments, "next");
  const auto page = archive.search(query);
  if (!page) return page.error();
  Json hits = Json::array();
  for (const SearchHit& hit : page->hits) hits.push_back(Json::parse(to_json(hit)));
  return Json{{"hits", std::move(hits)}, {"next", page->next.empty() ? Json(nullptr) : Json(page->next)}};
}

Result<Json> who(const Archive& archive, const ReadArticle&, const Json& arguments) {
  const std::string name = text_of(arguments, "name");
  if (name.empty()) return wrong("\"name\" is missing");
  const auto found = find_entities(archive, name, limit_of(arguments));
  if (!found) return found.error();
  Json entities = Json::array();
  ClaimFilter filter;
  filter.limit = limit_of(arguments);
  for (const EntitySummary& entity : *found) {
    entities.push_back({{"id", entity.id},
                        {"name", entity.name},
                        {"type", to_string(entity.kind)},
                        {"roles", entity.roles},
                        {"documents", entity.documents},
                        {"statements", entity.statements}});
    filter.about.push_back(entity.id);
  }
  Json answer = {{"entities", std::move(entities)}, {"claims", Json::array()}};
  if (found->empty()) {
    const auto near = suggest_names(archive, name, 5);
    if (!near) return near.error();
    answer["near"] = *near;
    return answer;
  }
  const auto claims = list_claims(archive, filter);
  if (!claims) return claims.error();
  for (const ClaimSummary& claim : *claims)
    answer["claims"].push_back({{"id", claim.id},
                                {"text", claim.text},
                                {"status", to_string(claim.status)},
                                {"origins", claim.origins}});
  return answer;
}

Json cards_of(const DocumentCards& documents) {
  Json cards = Json::object();
  for (const auto& [id, card] : documents)
    cards[id] = {
        {"outlet", card.outlet}, {"title", card.title}, {"published", card.published}, {"url", card.url}};
  return cards;
}

// With an id the claim, without one the list.
Result<Json> claim(const Archive& archive, const ReadArticle&, const Json& arguments) {
  const std::string id = text_of(arguments, "id");
  if (!id.empty()) {
    const auto page = find_claim(archive, id);
    if (!page) return page.error();
    return Json{{"claim", Json::parse(to_json(page->claim))}, {"documents", cards_of(page->documents)}};
  }
  ClaimFilter filter;
  filter.contested = arguments.value("contested", Json(false)) == Json(true);
  filter.limit = limit_of(arguments);
  const auto claims = list_claims(archive, filter);
  if (!claims) return claims.error();
  Json rows = Json::array();
  for (const ClaimSummary& one : *claims) {
    rows.push_back({{"id", one.id},
                    {"text", one.text},
                    {"status", to_string(one.status)},
                    {"articles", one.articles},
                    {"outlets", one.outlets},
                    {"independent_origins", one.origins}});
  }
  return Json{{"claims", std::move(rows)}};
}

Json statement_of(const ClaimStatement& statement) {
  return {{"document", statement.document},
          {"quote", statement.quote},
          {"origin", statement.origin},
          {"outlet", statement.outlet},
          {"date", statement.date}};
}

Json pairs_of(const std::vector<JudgedPair>& pairs) {
  Json rows = Json::array();
  for (const JudgedPair& pair : pairs)
    rows.push_back(
        {{"a", statement_of(pair.a)}, {"b", statement_of(pair.b)}, {"score", pair.score}, {"why", pair.why}});
  return rows;
}

Result<Json> origins(const Archive& archive, const ReadArticle&, const Json& arguments) {
  const std::string id = text_of(arguments, "id");
  if (id.empty()) return wrong("\"id\" is missing: a claim's id, or its beginning");
  const auto page = find_claim(archive, id);
  if (!page) return page.error();
  const auto explanation = explain_claim(archive, id, kNearMisses);
  if (!explanation) return explanation.error();
  const Json whole = Json::parse(to_json(page->claim));
  return Json{{"text", whole["text"]},
              {"independent_origins", whole["independent_origins"]},
              {"origins", whole["origins"]},
              {"copies", whole["copies"]},
              {"joined", pairs_of(explanation->joined)},
              {"apart", pairs_of(explanation->apart)},
              {"documents", cards_of(page->documents)}};
}

// A stored article by id, or a text that comes with the call.
Result<Json> read_text(const Archive& archive, const ReadArticle& read, const Json& arguments) {
  const std::string id = text_of(arguments, "document"), text = text_of(arguments, "text");
  if (id.empty() == text.empty()) return wrong("give either \"document\" or \"text\"");
  if (!id.empty()) {
    const auto stored = archive.document(id);
    if (!stored) return stored.error();
    if (!*stored) return Error{ErrorCode::not_found, "the archive has no such article", {}, {}};
    const auto record = archive.record_json((*stored)->id);
    if (!record) return record.error();
    return Json::parse(**record);
  }
  IntakeOptions intake;
  intake.max_bytes = kTextBytes;
  intake.outlet = text_of(arguments, "outlet");
  intake.published = text_of(arguments, "published");
  auto article = read_plain_text(text, "text", intake);
  if (!article) return article.error();
  const auto record = read(*std::move(article));
  if (!record) return record.error();
  return Json::parse(to_json(*record));
}

struct Tool {
  const char* name;
  const char* description;
  Result<Json> (*call)(const Archive&, const ReadArticle&, const Json&);
  const char* properties;  // of the arguments, JSON Schema
};

constexpr std::array<Tool, 5> kTools = {
    {{"search",
      "Finds what was said, or whole articles, by words and filters. Quotes are exact words of articles.",
      search,
      R"({"words":{"type":"string","description":"all must occur; \"phrases\", -words"},"source":{"type":"string","description":"who said it"},"outlet":{"type":"string"},"from":{"type":"string","description":"YYYY, YYYY-MM or YYYY-MM-DD"},"to":{"type":"string"},"articles":{"type":"boolean","description":"look in titles and texts"},"limit":{"type":"integer","minimum":1,"maximum":50},"next":{"type":"string","description":"of the answer before"}})"},
     {"who", "Who bears a name, with roles, and the claims they are in. Several entities may share a name.",
      who, R"({"name":{"type":"string"},"limit":{"type":"integer","minimum":1,"maximum":50}})"},
     {"claim",
      "A claim with all statements that affirm, deny or leave it open; without an id the claims that most "
      "articles make. A contradiction is a candidate.",
      claim,
      R"({"id":{"type":"string"},"contested":{"type":"boolean"},"limit":{"type":"integer","minimum":1,"maximum":50}})"},
     {"origins",
      "On how many independent origins a claim rests, who copies whom, and the reason of each merge.",
      origins, R"({"id":{"type":"string","description":"of a claim"}})"},
     {"read",
      "The record of a stored article (document), or of a text: who said what to whom, with exact positions.",
      read_text,
      R"({"document":{"type":"string"},"text":{"type":"string","maxLength":500000},"outlet":{"type":"string"},"published":{"type":"string"}})"}}};

Json described(const Tool& tool) {
  return {{"name", tool.name},
          {"description", tool.description},
          {"inputSchema", {{"type", "object"}, {"properties", Json::parse(tool.properties)}}},
          {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}};
}

}  // namespace

const Json& tool_list() {
  static const Json list = [] {
    Json tools = Json::array();
    for (const Tool& tool : kTools) tools.push_back(described(tool));
    return tools;
  }();
  return list;
}

Result<Json> call_tool(const Archive& archive, const ReadArticle& read, const std::string& name,
                       const Json& arguments) {
  const auto tool = std::ranges::find(kTools, std::string_view(name), &Tool::name);
  if (tool == kTools.end()) return wrong("there is no tool " + name);
  return tool->call(archive, read, arguments);
}

}  // namespace sayso::mcp
