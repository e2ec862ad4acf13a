#include "reading/missing_sources.h"

#include <algorithm>
#include <optional>

#include "reading/head_nouns.h"

namespace sayso::reading {
namespace {

// Verbs that are joined like this have the other verb's subject: "hoping to win, he ...", "he came and
// promised". A participle of the past is passive: "asked about it, he ...".
bool shares_subject(std::string_view text, const Word& word) {
  return word.relation == Relation::conj || word.relation == Relation::xcomp ||
         (word.relation == Relation::advcl && lower_form(text, word).ends_with("ing"));
}

std::optional<std::uint32_t> subject_of(const Layers& layers, const Dependents& dependents,
                                        std::uint32_t verb) {
  for (const std::uint32_t part : dependents.of(verb)) {
    if (layers.words[part].relation == Relation::nsubj) return part;
  }
  return std::nullopt;
}

// "described by the agency".
std::optional<std::uint32_t> agent_of(std::string_view text, const Layers& layers,
                                      const Dependents& dependents, std::uint32_t verb) {
  for (const std::uint32_t part : dependents.of(verb)) {
    if (layers.words[part].relation != Relation::obl) continue;
    for (const std::uint32_t preposition : dependents.of(part)) {
      if (layers.words[preposition].relation == Relation::case_ &&
          lower_form(text, layers.words[preposition]) == "by") {
        return part;
      }
    }
  }
  return std::nullopt;
}

bool is_somebody(std::string_view text, const Layers& layers, const MentionHeads& mentions,
                 std::uint32_t word) {
  if (head_noun(lower_form(text, layers.words[word])).noun == HeadNoun::document) return true;
  const Mention* mention = mentions.of(word);
  if (mention == nullptr) return layers.words[word].tag == Upos::propn;
  return mention->type == EntityType::person || mention->type == EntityType::organization ||
         (mention->type == EntityType::place && mention->form == MentionForm::name);
}

}  // namespace

void add_missing_source(std::string_view text, const Layers& layers, const Dependents& dependents,
                        const MentionHeads& mentions, Attribution& attribution) {
  if (attribution.source) return;
  const CueClause clause(layers, dependents, attribution);
  if (!clause.main_word()) return;
  std::uint32_t verb = *clause.main_word();
  if (layers.words[verb].tag != Upos::verb) return;
  auto subject = agent_of(text, layers, dependents, verb);
  const bool passive = is_passive(text, layers, dependents, verb);
  if (!subject && !passive) subject = subject_of(layers, dependents, verb);
  const auto above = layers.words[verb].head;
  if (!subject && !passive && above && shares_subject(text, layers.words[verb]) &&
      layers.words[*above].tag == Upos::verb && !clause.in_content(*above) &&
      !is_passive(text, layers, dependents, *above)) {
    subject = subject_of(layers, dependents, *above);
  }
  if (!subject || clause.in_content(*subject) || clause.in_cue(*subject)) return;
  if (!is_somebody(text, layers, mentions, *subject)) return;
  const Mention* mention = mentions.of(*subject);
  const WordRange words = mention == nullptr ? WordRange{*subject, *subject + 1} : mention->words;
  const Span span{layers.words[words.begin].text.begin, layers.words[words.end - 1].text.end};
  const auto overlaps = [&](const Span& other) { return other.overlaps(span); };
  if (std::ranges::any_of(attribution.content.spans, overlaps) ||
      std::ranges::any_of(attribution.cue.spans, overlaps)) {
    return;
  }
  attribution.source = Source{{{span}, std::string(span.of(text))}, {}, {}, false, false};
}

}  // namespace sayso::reading
