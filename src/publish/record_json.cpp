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

Json chain_to_json(const CodePoints& points, const std::vector<ChainLink>& chain) {
  Json list = Json::array();
  for (const ChainLink& link : chain) {
    list.push_back({{"name", or_null(link.name)},
                    {"cue", or_null(link.cue)},
                    {"spans", spans_to_json(points, link.spans)}});
  }
  return list;
}

Json attribution_to_json(const CodePoints& points, const Attribution& attribution) {
  Json content = passage_to_json(points, attribution.content);
  content["quote"] = to_string(attribution.quote);
  return {{"id", attribution.id},
          {"source", attribution.source ? passage_to_json(points, *attribution.source) : Json(nullptr)},
          {"cue", passage_to_json(points, attribution.cue)},
          {"content", std::move(content)},
          {"chain", chain_to_json(points, attribution.chain)},
          // Three digits: more would differ from one processor to the next.
          {"confidence", std::round(attribution.confidence * 1000) / 1000}};
}

}  // namespace

std::string to_json(const Record& record) {
  const CodePoints points(record.document.text);
  Json attributions = Json::array();
  for (const Attribution& attribution : record.attributions) {
    attributions.push_back(attribution_to_json(points, attribution));
  }
  const Json json = {
      {"schema", "sayso.record/1"},
      {"offset_unit", "codepoint"},
      {"generator", {{"version", record.generator.version}, {"model", record.generator.model}}},
      {"warnings", warnings_to_json(record.document.warnings)},
      {"document", document_to_json(points, record)},
      {"attributions", std::move(attributions)}};
  // File names may hold any bytes; everything else is valid UTF-8 already.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sayso
