#include "reading/reading.h"

#include <iterator>
#include <string_view>
#include <utility>

#include "language/sha256.h"
#include "reading/act.h"
#include "reading/attributions.h"
#include "reading/chains.h"
#include "reading/circumstances.h"
#include "reading/document_id.h"
#include "reading/entities.h"
#include "reading/events.h"
#include "reading/missing_sources.h"
#include "reading/nesting.h"
#include "reading/propositions.h"
#include "reading/timexes.h"

namespace sayso::reading {
namespace {

// Adds the attributions inside contents, and those inside these, as deep as kDeepest.
std::optional<Error> add_nested(const Article& article, const Layers& layers, const Dependents& dependents,
                                const language::Analyser& analyser, const language::Deadline& deadline,
                                std::vector<Attribution>& attributions) {
  std::size_t level = 0;  // where the last level begins
  for (int depth = 1; depth < kDeepest; ++depth) {
    std::vector<std::uint32_t> outer;
    std::vector<std::vector<Span>> passages;
    for (std::size_t i = level; i < attributions.size(); ++i) {
      if (!may_hold_another(article.text, layers, dependents, attributions[i].content)) continue;
      outer.push_back(static_cast<std::uint32_t>(i));
      passages.push_back(as_text(article.text, attributions[i].content));
    }
    if (passages.empty()) return std::nullopt;
    const auto analyses = analyser.analyse_passages(article, passages, deadline);
    if (!analyses) return analyses.error();
    level = attributions.size();
    for (std::size_t i = 0; i < outer.size(); ++i) {
      auto nested = nested_in(article, layers, outer[i], attributions[outer[i]], (*analyses)[i]);
      std::ranges::move(nested, std::back_inserter(attributions));
    }
  }
  return std::nullopt;
}

void set_entity(std::optional<Circumstance>& circumstance, const EntityReading& entities,
                const Layers& layers) {
  if (!circumstance) return;
  const auto mention = entities.mention_of(circumstance->spans.front(), layers);
  if (mention) circumstance->entity = entities.mentions[*mention].entity;
}

// Whether the model, the rules and the word lists are made for it. An unknown language is tried.
bool can_read(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  return primary.empty() || primary == "en";
}

Record unread_record(Article article) {
  Record record;
  record.id = document_id(article);
  record.text_hash = language::sha256(article.text);
  article.warn("not_english", "document.language");
  record.document = std::move(article);
  return record;
}

}  // namespace

Result<Record> read(Article article, const language::Analyser& analyser, const Catalog& catalog,
                    const language::Deadline& deadline) {
  if (!can_read(article.language)) return unread_record(std::move(article));
  const auto analysis = analyser.analyse(
      article,
      {.attributions = true, .layers = true, .meanings = true, .all_blocks = true, .deadline = deadline});
  if (!analysis) return analysis.error();
  const Layers& layers = analysis->layers;
  const Dependents dependents(layers);
  Record record;
  record.id = document_id(article);
  record.text_hash = language::sha256(article.text);
  record.attributions = find_attributions(article, *analysis);
  if (auto error = add_nested(article, layers, dependents, analyser, deadline, record.attributions))
    return *std::move(error);
  put_in_order(record.attributions);

  record.timexes = find_timexes(article, layers);
  EntityReading entities = read_entities(article, layers, catalog);
  const MentionHeads mentions(layers);
  for (Attribution& a : record.attributions) {
    add_missing_source(article.text, layers, dependents, mentions, a);
    a.cue.lemma = cue_lemma(article.text, layers, a.cue);
    const Act act = judge_act(article.text, layers, a.source ? &*a.source : nullptr, a.cue, a.content);
    a.act = act.act;
    a.commitment = act.commitment;
    a.hedges = act.hedges;
    a.addressee = find_addressee(article.text, layers, dependents, mentions, record.timexes, a);
    a.place = find_place(article.text, layers, dependents, mentions, a);
    a.time = find_time(layers, dependents, mentions, record.timexes, a);
    set_entity(a.addressee, entities, layers);
    set_entity(a.place, entities, layers);
  }
  for (Attribution& a : record.attributions) a.meaning = analysis->meanings.of(a.content.spans);
  build_chains(article, layers, dependents, catalog, entities, record.attributions);
  remove_own_acts(article.text, layers, record.attributions);
  const std::vector<ClauseReading> clauses =
      read_clauses(article, layers, entities, record.timexes, record.attributions);
  record.propositions = propositions_of(clauses);
  for (Proposition& p : record.propositions) p.meaning = analysis->meanings.of(std::span(&p.span, 1));
  record.events =
      find_events(article, layers, entities, catalog, record.timexes, record.attributions, clauses);
  record.mentions = std::move(entities.mentions);
  record.entities = std::move(entities.entities);
  record.document = std::move(article);
  return record;
}

}  // namespace sayso::reading
