// A reading without a model, for what comes behind it: each sentence "NAME said|denied|promised WORDS." of a
// paragraph is an attribution with its entity, mention and proposition.
#pragma once

#include <regex>
#include <string>

#include "language/sha256.h"
#include "reading/document_id.h"
#include "sayso/intake.h"
#include "sayso/record.h"

namespace sayso::fakes {

inline std::uint32_t entity_of(Record& record, const std::string& name) {
  for (std::uint32_t i = 0; i < record.entities.size(); ++i) {
    if (record.entities[i].name == name) return i;
  }
  Entity entity;
  entity.id = "e" + std::to_string(record.entities.size() + 1);
  entity.name = name;
  entity.kind = EntityKind::person;
  entity.aliases = {name.substr(name.rfind(' ') + 1)};
  record.entities.push_back(entity);
  return static_cast<std::uint32_t>(record.entities.size() - 1);
}

inline void add_attribution(Record& record, const std::smatch& match, std::uint32_t begin) {
  const auto span = [&](int group) {
    const auto at = begin + static_cast<std::uint32_t>(match.position(group));
    return Span{at, at + static_cast<std::uint32_t>(match.length(group))};
  };
  const std::string id = std::to_string(record.attributions.size() + 1);
  const std::uint32_t entity = entity_of(record, match.str(1));
  record.mentions.push_back({"m" + id, entity, span(1), MentionForm::name, false});
  const std::string verb = match.str(2);
  Attribution attribution;
  attribution.id = "a" + id;
  attribution.source = Source{Passage{{span(1)}, match.str(1)}, entity, entity, true, false};
  attribution.source->mention = static_cast<std::uint32_t>(record.mentions.size() - 1);
  attribution.cue = {Passage{{span(2)}, verb}, verb == "said"     ? "say"
                                               : verb == "denied" ? "deny"
                                                                  : "promise"};
  attribution.content = {{span(3)}, match.str(3)};
  attribution.chain = {{record.document.outlet, {}, "", {}}, {match.str(1), entity, verb, {span(1)}}};
  attribution.origin = entity;
  if (verb == "denied") attribution.commitment = Commitment::certain_minus;
  if (verb == "promised") attribution.act = SpeechAct::commissive;
  attribution.confidence = 0.5;
  record.attributions.push_back(attribution);
  Proposition proposition;
  proposition.id = "v" + id;
  proposition.span = span(3);
  proposition.predicate = {"be", span(3)};
  proposition.arguments.push_back({"nsubj", {}, {}, span(3), match.str(3)});
  proposition.attribution = static_cast<std::uint32_t>(record.attributions.size() - 1);
  record.propositions.push_back(proposition);
}

inline Record fake_record(Article article, Generator generator = {"1.0", "model-a", "catalog-a"}) {
  static const std::regex kSaid("([A-Z]\\w+(?: [A-Z]\\w+)?) (said|denied|promised) ([^.]*[^. ])\\.");
  Record record;
  record.generator = std::move(generator);
  record.id = reading::document_id(article);
  record.text_hash = language::sha256(article.text);
  record.document = std::move(article);
  const std::string text = record.document.text;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), kSaid); match != std::sregex_iterator();
       ++match) {
    add_attribution(record, *match, 0);
  }
  return record;
}

// As a collector would give it: a line of JSON Lines.
inline RawInput raw_line(const std::string& json, const std::string& name = "news.jsonl:1") {
  return {InputFormat::json_lines, name, json, {}};
}

}  // namespace sayso::fakes
