#include "serve/reader_model.h"

#include <cmath>

#include "sayso/markup.h"
#include "serve/address.h"
#include "serve/marked_text.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

// The page of one of the record's entities; null where the record is in no archive.
Json entity_url(const Record& record, std::size_t entity, bool stored) {
  if (!stored) return nullptr;
  return "/entities/" + percent_encoded(record.id + "#" + record.entities.at(entity).id);
}

Json chain_of(const Record& record, const Attribution& attribution, bool stored) {
  Json chain = Json::array();
  for (const ChainLink& link : attribution.chain)
    chain.push_back({{"name", link.name.empty() ? "this article" : link.name},
                     {"url", link.entity ? entity_url(record, *link.entity, stored) : Json(nullptr)}});
  return chain;
}

Json attributions_of(const Record& record, bool stored) {
  Json rows = Json::array();
  for (const Attribution& a : record.attributions) {
    rows.push_back({{"id", a.id},
                    {"source", a.source ? Json(a.source->text) : Json(nullptr)},
                    {"origin", a.origin ? Json(record.entities.at(*a.origin).name) : Json(nullptr)},
                    {"cue", a.cue.text},
                    {"content", a.content.text},
                    {"quote", to_string(a.quote)},
                    {"within", a.within ? Json(record.attributions.at(*a.within).id) : Json(nullptr)},
                    {"chain", chain_of(record, a, stored)},
                    {"speech_act", to_string(a.act)},
                    {"commitment", to_string(a.commitment)},
                    {"label", commitment_label(a.commitment)},
                    {"addressee", a.addressee ? or_null(a.addressee->text) : Json(nullptr)},
                    {"time", a.time ? Json(a.time->value) : Json(nullptr)},
                    {"sure", static_cast<int>(std::lround(a.confidence * 100))}});
  }
  return rows;
}

bool is_actor(const Entity& entity) {
  return entity.kind == EntityKind::person || entity.kind == EntityKind::organization ||
         entity.kind == EntityKind::place || !entity.roles.empty();
}

// `actors`: people, bodies and places, or else all others.
Json entities_of(const Record& record, bool actors, bool stored) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < record.entities.size(); ++i) {
    const Entity& entity = record.entities[i];
    if (is_actor(entity) != actors) continue;
    Json roles = Json::array();
    for (const Role& role : entity.roles) roles.push_back({{"title", role.title}, {"of", or_null(role.of)}});
    rows.push_back({{"id", entity.id},
                    {"name", entity.name},
                    {"type", to_string(entity.kind)},
                    {"page", entity_url(record, i, stored)},
                    {"roles", std::move(roles)}});
  }
  return rows;
}

}  // namespace

Json reader_view(const Record& record) {
  Json blocks = marked_blocks(record), head = Json(nullptr);
  for (Json& block : blocks) {
    const bool first_title = block["title"].get<bool>() && head.is_null();
    block["in_head"] = first_title;
    if (first_title) head = Json{{"segments", block["segments"]}};
  }
  Json view = {{"blocks", std::move(blocks)}, {"head", std::move(head)}};
  // "2024-10-31T10:15:00Z": the day and, where it is known, the minute.
  const std::string& published = record.document.published;
  std::string day = published.substr(0, 10);
  if (published.size() > 16) day += " " + published.substr(11, 5);
  view["published_short"] = day;
  return view;
}

Json reader_model(const Record& record, bool stored) {
  const Article& article = record.document;
  return {{"id", record.id},
          {"title", or_null(article.title)},
          {"outlet", or_null(article.outlet)},
          {"published", or_null(article.published)},
          {"authors", article.authors},
          {"url", or_null(safe_link(article.url))},
          {"blocks", marked_blocks(record)},
          {"attributions", attributions_of(record, stored)},
          {"entities", entities_of(record, true, stored)},
          {"others", entities_of(record, false, stored)}};
}

}  // namespace sayso::serve
