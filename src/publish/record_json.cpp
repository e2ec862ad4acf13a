// A record to JSON (include/sayso/record_json.h); docs/record.schema.json is the contract.
#include "sayso/record_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "publish/code_points.h"

namespace sayso {
namespace {

using Json = nlohmann::ordered_json;
using publish::CodePoints;

Json or_null(const std::string& value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

Json span_to_json(const CodePoints& points, const Span& span) {
  return {points.before(span.begin), points.before(span.end)};
}

Json spans_to_json(const CodePoints& points, const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const Span& span : spans) list.push_back(span_to_json(points, span));
  return list;
}

Json passage_to_json(const CodePoints& points, const Passage& passage) {
  return {{"text", passage.text}, {"spans", spans_to_json(points, passage.spans)}};
}

Json warnings_to_json(const std::vector<Warning>& warnings) {
  Json list = Json::array();
  for (const Warning& warning : warnings) {
    list.push_back({{"code", warning.code}, {"place", warning.place}, {"count", warning.count}});
  }
  return list;
}

Json blocks_to_json(const CodePoints& points, const std::vector<Block>& blocks) {
  Json list = Json::array();
  for (const Block& block : blocks) {
    list.push_back({{"kind", to_string(block.kind)},
                    {"begin", points.before(block.span.begin)},
                    {"end", points.before(block.span.end)},
                    {"truncated", block.truncated}});
  }
  return list;
}

Json document_to_json(const CodePoints& points, const Record& record) {
  const Article& article = record.document;
  Json candidates = Json::array();
  for (const DateCandidate& date : article.published_candidates) {
    candidates.push_back({{"value", date.value}, {"rule", date.rule}});
  }
  return {{"id", record.id},
          {"text_hash", record.text_hash},
          {"external_id", or_null(article.external_id)},
          {"input", article.input},
          {"url", or_null(article.url)},
          {"canonical_url", or_null(article.canonical_url)},
          {"outlet", or_null(article.outlet)},
          {"title", or_null(article.title)},
          {"authors", article.authors},
          {"credit", or_null(article.credit)},
          {"agency", or_null(article.agency)},
          {"syndicated_from", or_null(article.syndicated_from)},
          {"published", or_null(article.published)},
          {"modified", or_null(article.modified)},
          {"published_candidates", std::move(candidates)},
          {"language", or_null(article.language)},
          {"text", article.text},
          {"blocks", blocks_to_json(points, article.blocks)}};
}

// An id of a list that the record holds: "e3" for the third entity.
template <typename Item>
Json id_or_null(const std::vector<Item>& items, const std::optional<std::uint32_t>& index) {
  return index ? Json(items.at(*index).id) : Json(nullptr);
}

Json mentions_to_json(const CodePoints& points, const Record& record) {
  Json list = Json::array();
  for (const EntityMention& mention : record.mentions) {
    list.push_back({{"id", mention.id},
                    {"entity", record.entities.at(mention.entity).id},
                    {"begin", points.before(mention.span.begin)},
                    {"end", points.before(mention.span.end)},
                    {"text", mention.span.of(record.document.text)},
                    {"form", to_string(mention.form)},
                    {"metonym", mention.metonym}});
  }
  return list;
}

Json entity_to_json(const CodePoints& points, std::string_view text, const Entity& entity) {
  Json roles = Json::array();
  for (const Role& role : entity.roles) {
    roles.push_back({{"title", role.title},
                     {"of", or_null(role.of)},
                     {"text", role.span.of(text)},
                     {"begin", points.before(role.span.begin)},
                     {"end", points.before(role.span.end)}});
  }
  Json place = nullptr;
  if (entity.place) {
    place = {{"latitude", entity.place->latitude},
             {"longitude", entity.place->longitude},
             {"country", or_null(entity.place->country)}};
  }
  return {{"id", entity.id},           {"name", entity.name},       {"type", to_string(entity.kind)},
          {"aliases", entity.aliases}, {"roles", std::move(roles)}, {"catalog", or_null(entity.catalog)},
          {"place", std::move(place)}};
}

Json entities_to_json(const CodePoints& points, const Record& record) {
  Json list = Json::array();
  for (const Entity& entity : record.entities) {
    list.push_back(entity_to_json(points, record.document.text, entity));
  }
  return list;
}

Json timex_to_json(const CodePoints& points, std::string_view text, const Timex& timex) {
  return {{"id", timex.id},
          {"begin", points.before(timex.span.begin)},
          {"end", points.before(timex.span.end)},
          {"text", timex.span.of(text)},
          {"type", to_string(timex.type)},
          {"value", timex.value},
          {"mod", or_null(timex.mod)},
          {"begin_point", or_null(timex.begin_point)},
          {"end_point", or_null(timex.end_point)}};
}

Json timexes_to_json(const CodePoints& points, const Record& record) {
  Json list = Json::array();
  for (const Timex& timex : record.timexes)
    list.push_back(timex_to_json(points, record.document.text, timex));
  return list;
}

// The unit that a time of saying counts in.
const char* grain_of(std::string_view value) {
  switch (value.size()) {
    case 10:
      return "day";
    case 7:
      return value[5] >= '0' && value[5] <= '9' ? "month" : "season";
    case 4:
      return "year";
    default:
      return "other";
  }
}

Json time_to_json(const CodePoints& points, const Record& record, const Attribution& attribution) {
  if (!attribution.time) return nullptr;
  const Timex& timex = record.timexes.at(attribution.time->timex);
  return {{"timex", timex.id},
          {"text", timex.span.of(record.document.text)},
          {"begin", points.before(timex.span.begin)},
          {"end", points.before(timex.span.end)},
          {"value", attribution.time->value},
          {"grain", grain_of(attribution.time->value)}};
}

Json chain_to_json(const CodePoints& points, const Record& record, const std::vector<ChainLink>& chain) {
  Json list = Json::array();
  for (const ChainLink& link : chain) {
    list.push_back({{"name", or_null(link.name)},
                    {"entity", id_or_null(record.entities, link.entity)},
                    {"cue", or_null(link.cue)},
                    {"spans", spans_to_json(points, link.spans)}});
  }
  return list;
}

Json source_to_json(const CodePoints& points, const Record& record, const std::optional<Source>& source) {
  if (!source) return nullptr;
  Json json = passage_to_json(points, *source);
  json["mention"] = id_or_null(record.mentions, source->mention);
  json["entity"] = id_or_null(record.entities, source->entity);
  json["named"] = source->named;
  json["anonymous"] = source->anonymous;
  return json;
}

Json circumstance_to_json(const CodePoints& points, const Record& record,
                          const std::optional<Circumstance>& circumstance) {
  if (!circumstance) return nullptr;
  Json json = passage_to_json(points, *circumstance);
  json["entity"] = id_or_null(record.entities, circumstance->entity);
  return json;
}

Json hedges_to_json(const CodePoints& points, std::string_view text, const std::vector<Span>& hedges) {
  Json list = Json::array();
  for (const Span& span : hedges) {
    list.push_back(
        {{"text", span.of(text)}, {"begin", points.before(span.begin)}, {"end", points.before(span.end)}});
  }
  return list;
}

Json attribution_to_json(const CodePoints& points, const Record& record, const Attribution& attribution) {
  Json cue = passage_to_json(points, attribution.cue);
  cue["lemma"] = attribution.cue.lemma;
  Json content = passage_to_json(points, attribution.content);
  content["quote"] = to_string(attribution.quote);
  return {{"id", attribution.id},
          {"source", source_to_json(points, record, attribution.source)},
          {"cue", std::move(cue)},
          {"content", std::move(content)},
          {"within", id_or_null(record.attributions, attribution.within)},
          {"chain", chain_to_json(points, record, attribution.chain)},
          {"origin", id_or_null(record.entities, attribution.origin)},
          {"speech_act", to_string(attribution.act)},
          {"commitment", to_string(attribution.commitment)},
          {"hedges", hedges_to_json(points, record.document.text, attribution.hedges)},
          {"addressee", circumstance_to_json(points, record, attribution.addressee)},
          {"place", circumstance_to_json(points, record, attribution.place)},
          {"time", time_to_json(points, record, attribution)},
          // Three digits: more would differ from one processor to the next.
          {"confidence", std::round(attribution.confidence * 1000) / 1000}};
}

Json argument_to_json(const CodePoints& points, const Record& record, const Argument& argument) {
  return {{"role", argument.role},
          {"mention", id_or_null(record.mentions, argument.mention)},
          {"entity", id_or_null(record.entities, argument.entity)},
          {"text", argument.text},
          {"begin", points.before(argument.span.begin)},
          {"end", points.before(argument.span.end)}};
}

Json quantity_to_json(const CodePoints& points, const Quantity& quantity) {
  return {{"value", quantity.value},
          {"unit", or_null(quantity.unit)},
          {"bound", to_string(quantity.bound)},
          {"begin", points.before(quantity.span.begin)},
          {"end", points.before(quantity.span.end)}};
}

Json proposition_to_json(const CodePoints& points, const Record& record, const Proposition& proposition) {
  Json arguments = Json::array(), quantities = Json::array();
  for (const Argument& argument : proposition.arguments)
    arguments.push_back(argument_to_json(points, record, argument));
  for (const Quantity& quantity : proposition.quantities)
    quantities.push_back(quantity_to_json(points, quantity));
  return {{"id", proposition.id},
          {"begin", points.before(proposition.span.begin)},
          {"end", points.before(proposition.span.end)},
          {"predicate",
           {{"lemma", proposition.predicate.lemma},
            {"begin", points.before(proposition.predicate.span.begin)},
            {"end", points.before(proposition.predicate.span.end)}}},
          {"arguments", std::move(arguments)},
          {"negated", proposition.negated},
          {"modality", or_null(proposition.modality)},
          {"tense", or_null(proposition.tense)},
          {"quantities", std::move(quantities)},
          {"time", id_or_null(record.timexes, proposition.time)},
          {"place", id_or_null(record.entities, proposition.place)},
          {"attribution", id_or_null(record.attributions, proposition.attribution)},
          {"factuality", to_string(proposition.factuality)}};
}

Json actors_to_json(const CodePoints& points, const Record& record, const std::vector<EventActor>& actors) {
  Json list = Json::array();
  for (const EventActor& actor : actors) {
    list.push_back({{"text", actor.text},
                    {"code", or_null(actor.code)},
                    {"sector", or_null(actor.sector)},
                    {"entity", id_or_null(record.entities, actor.entity)},
                    {"begin", points.before(actor.span.begin)},
                    {"end", points.before(actor.span.end)}});
  }
  return list;
}

Json words_to_json(const std::string& word) {
  return word.empty() ? Json::array() : Json::array({word});
}

// In PLOVER's own names: event, mode and context are lists.
Json event_to_json(const CodePoints& points, const Record& record, const Event& event) {
  return {{"id", event.id},
          {"date", or_null(event.date)},
          {"actor", actors_to_json(points, record, event.actors)},
          {"recipient", actors_to_json(points, record, event.recipients)},
          {"event", words_to_json(event.type)},
          {"mode", words_to_json(event.mode)},
          {"context", event.contexts},
          {"event_loc", id_or_null(record.entities, event.place)},
          {"event_text", event.span.of(record.document.text)},
          {"begin", points.before(event.span.begin)},
          {"end", points.before(event.span.end)},
          {"quad_code", event.quad},
          {"cameo", or_null(event.cameo)},
          {"proposition", id_or_null(record.propositions, event.proposition)},
          {"attribution", id_or_null(record.attributions, event.attribution)},
          {"factuality", to_string(event.factuality)}};
}

}  // namespace

std::string to_json(const Record& record) {
  const CodePoints points(record.document.text);
  Json attributions = Json::array();
  for (const Attribution& attribution : record.attributions) {
    attributions.push_back(attribution_to_json(points, record, attribution));
  }
  Json propositions = Json::array();
  for (const Proposition& proposition : record.propositions) {
    propositions.push_back(proposition_to_json(points, record, proposition));
  }
  Json events = Json::array();
  for (const Event& event : record.events) events.push_back(event_to_json(points, record, event));
  const Json json = {{"schema", "sayso.record/1"},
                     {"offset_unit", "codepoint"},
                     {"generator",
                      {{"version", record.generator.version},
                       {"model", record.generator.model},
                       {"catalog", record.generator.catalog}}},
                     {"warnings", warnings_to_json(record.document.warnings)},
                     {"document", document_to_json(points, record)},
                     {"mentions", mentions_to_json(points, record)},
                     {"entities", entities_to_json(points, record)},
                     {"attributions", std::move(attributions)},
                     {"timexes", timexes_to_json(points, record)},
                     {"propositions", std::move(propositions)},
                     {"events", std::move(events)}};
  // File names may hold any bytes; everything else is valid UTF-8 already.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sayso
