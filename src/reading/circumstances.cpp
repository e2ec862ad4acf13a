#include "reading/circumstances.h"

#include <algorithm>
#include <array>

#include "reading/head_nouns.h"
#include "reading/lemma.h"
#include "reading/timex_values.h"

namespace sayso::reading {
namespace {

using Words = std::string_view;

// Verbs whose object is the one spoken to. Sorted.
constexpr std::array kTelling = {
    Words("advise"),   Words("alert"),     Words("ask"),       Words("assure"),   Words("beg"),
    Words("brief"),    Words("caution"),   Words("challenge"), Words("convince"), Words("direct"),
    Words("email"),    Words("encourage"), Words("exhort"),    Words("implore"),  Words("inform"),
    Words("instruct"), Words("interview"), Words("invite"),    Words("lecture"),  Words("notify"),
    Words("order"),    Words("persuade"),  Words("petition"),  Words("press"),    Words("promise"),
    Words("question"), Words("reassure"),  Words("remind"),    Words("teach"),    Words("tell"),
    Words("text"),     Words("urge"),      Words("warn"),
};
// Verbs that take "with" and "on" before the one spoken to. Sorted.
constexpr std::array kWithVerbs = {Words("plead"), Words("share"), Words("speak"), Words("talk")};
constexpr std::array kOnVerbs = {Words("call"), Words("prevail")};

bool is_lemma_of(std::string_view text, const Word& word, std::span<const std::string_view> sorted) {
  return std::ranges::binary_search(sorted, std::string_view(lemma_of(word.text.of(text), Upos::verb)));
}

// Whether a mention may be one who is spoken to.
bool is_somebody(const Mention& mention) {
  switch (mention.type) {
    case EntityType::person:
    case EntityType::organization:
      return true;
    case EntityType::time:
      return false;
    default:
      return mention.form != MentionForm::nominal;  // "told The Weekly Standard", whatever it was taken for
  }
}

Circumstance to_circumstance(std::string_view text, Span span) {
  return {{{span}, std::string(span.of(text))}, {}};
}

// The preposition in front of a word, in lower case; empty where it has none.
std::string preposition_of(std::string_view text, const Layers& layers, const Dependents& dependents,
                           std::uint32_t word) {
  for (const std::uint32_t part : dependents.of(word)) {
    if (layers.words[part].relation == Relation::case_ && part < word)
      return lower_form(text, layers.words[part]);
  }
  return {};
}

// The words of a phrase from its first word, or its mention's, to the first comma or time expression behind
// its head; without the preposition, and outside of what is said.
Span phrase_of(std::string_view text, const Layers& layers, const MentionHeads& mentions,
               const std::vector<Timex>& timexes, const CueClause& clause, std::uint32_t head) {
  WordRange range = clause.phrase_under(head);
  if (const Mention* mention = mentions.of(head)) {
    range = {std::min(range.begin, mention->words.begin), std::max(range.end, mention->words.end)};
  }
  while (range.begin < head && layers.words[range.begin].relation == Relation::case_) ++range.begin;
  std::uint32_t end = head + 1;
  const auto is_end = [&](const Word& word) {
    const auto timex =
        std::ranges::upper_bound(timexes, word.text.begin, {}, [](const Timex& t) { return t.span.end; });
    const bool in_timex = timex != timexes.end() && timex->span.begin <= word.text.begin;
    return in_timex || word.text.of(text) == ",";
  };
  while (end < range.end && !clause.in_content(end) && !is_end(layers.words[end])) ++end;
  while (end > head + 1 && layers.words[end - 1].relation == Relation::case_) --end;  // "on" of "on Thursday"
  return {layers.words[range.begin].text.begin, layers.words[end - 1].text.end};
}

// How a part of the clause is joined to the verb that it hangs on; whether it is the one spoken to.
bool is_addressed(std::string_view text, const Layers& layers, const Dependents& dependents,
                  std::uint32_t part) {
  const Word& word = layers.words[part];
  const Word& verb = layers.words[*word.head];
  switch (word.relation) {
    case Relation::obj:
    case Relation::iobj:
      return is_lemma_of(text, verb, kTelling);
    case Relation::obl:
    case Relation::nmod: {
      const std::string preposition = preposition_of(text, layers, dependents, part);
      return preposition == "to" || preposition == "before" ||
             (preposition == "with" && is_lemma_of(text, verb, kWithVerbs)) ||
             ((preposition == "on" || preposition == "upon") && is_lemma_of(text, verb, kOnVerbs));
    }
    default:
      return false;
  }
}

bool is_somebody(std::string_view text, const Layers& layers, const MentionHeads& mentions,
                 std::uint32_t word) {
  switch (head_noun(lower_form(text, layers.words[word])).noun) {
    case HeadNoun::role:
    case HeadNoun::person:
    case HeadNoun::people:
    case HeadNoun::body:
    case HeadNoun::polity:
      return true;
    default:
      break;
  }
  const Mention* mention = mentions.of(word);
  const Upos tag = layers.words[word].tag;
  return mention != nullptr ? is_somebody(*mention) : tag == Upos::propn || tag == Upos::pron;
}

// "urged [voters to transfer their trust]", "called on [the court to review the plan]": the one who is to act
// opens what is said.
std::optional<Span> asked_to_act(std::string_view text, const Layers& layers, const CueClause& clause,
                                 const Attribution& attribution) {
  const auto asks = [&](std::uint32_t cue) {
    return is_lemma_of(text, layers.words[cue], kTelling) || is_lemma_of(text, layers.words[cue], kOnVerbs);
  };
  if (std::ranges::none_of(clause.cue_words(), asks)) return std::nullopt;
  const WordRange content = words_in(layers, attribution.content.spans.front());
  auto mention = std::ranges::lower_bound(layers.mentions, content.begin, {},
                                          [](const Mention& m) { return m.words.begin; });
  for (; mention != layers.mentions.end() && mention->words.begin == content.begin; ++mention) {
    const std::uint32_t next = mention->words.end;
    if (next + 1 < content.end && layers.words[next].text.of(text) == "to" &&
        layers.words[next + 1].tag == Upos::verb) {
      return Span{layers.words[content.begin].text.begin, layers.words[next - 1].text.end};
    }
  }
  return std::nullopt;
}

// Where the tree is wrong: the name or the somebody right behind "told", before what is said.
std::optional<Span> behind_cue(std::string_view text, const Layers& layers, const MentionHeads& mentions,
                               const CueClause& clause) {
  if (clause.cue_words().empty()) return std::nullopt;
  const std::uint32_t cue = clause.cue_words().back();
  const std::uint32_t limit = layers.sentences[layers.words[cue].sentence].words.end;
  if (!is_lemma_of(text, layers.words[cue], kTelling)) return std::nullopt;
  std::uint32_t word = cue + 1;
  while (word < limit && layers.words[word].tag == Upos::det && !clause.in_content(word)) ++word;
  const std::uint32_t first = word;
  bool named = false;
  for (; word < limit && !clause.in_content(word) && !clause.in_source(word); ++word) {
    const Upos tag = layers.words[word].tag;
    const std::string_view form = layers.words[word].text.of(text);
    const bool joins = word > first && (form == "of" || form == "-" || tag == Upos::det || tag == Upos::part);
    if (tag != Upos::propn && tag != Upos::noun && tag != Upos::adj && !joins) break;
    named = named || tag == Upos::propn || is_somebody(text, layers, mentions, word);
  }
  if (word == first || !named) return std::nullopt;
  return Span{layers.words[cue + 1].text.begin, layers.words[word - 1].text.end};
}

// The place itself among the words that hang on "in", "at", "from".
bool is_where(const std::string& preposition) {
  static constexpr std::array kWhere = {Words("at"),     Words("from"), Words("in"),
                                        Words("inside"), Words("near"), Words("outside")};
  return std::ranges::binary_search(kWhere, std::string_view(preposition));
}

}  // namespace

MentionHeads::MentionHeads(const Layers& layers) : layers_(layers), by_word_(layers.words.size()) {
  for (std::uint32_t m = 0; m < layers.mentions.size(); ++m) {
    const Mention& mention = layers.mentions[m];
    std::uint32_t& place = by_word_[mention.head];
    if (place == 0 || layers.mentions[place - 1].words.size() < mention.words.size()) place = m + 1;
  }
}

const Mention* MentionHeads::of(std::uint32_t word) const {
  return by_word_[word] == 0 ? nullptr : &layers_.mentions[by_word_[word] - 1];
}

std::optional<Circumstance> find_addressee(std::string_view text, const Layers& layers,
                                           const Dependents& dependents, const MentionHeads& mentions,
                                           const std::vector<Timex>& timexes,
                                           const Attribution& attribution) {
  const CueClause clause(layers, dependents, attribution);
  for (const std::uint32_t cue : clause.cue_words()) {
    for (const std::uint32_t part : dependents.of(cue)) {
      if (clause.in_source(part) || clause.in_content(part)) continue;
      const bool is_asked = layers.words[part].relation == Relation::nsubj && !attribution.source &&
                            is_passive(text, layers, dependents, cue) &&
                            is_lemma_of(text, layers.words[cue], kTelling);
      const bool is_told =
          is_addressed(text, layers, dependents, part) && is_somebody(text, layers, mentions, part);
      if (is_asked || is_told) {
        return to_circumstance(text, phrase_of(text, layers, mentions, timexes, clause, part));
      }
    }
  }
  if (const auto span = asked_to_act(text, layers, clause, attribution)) return to_circumstance(text, *span);
  if (const auto span = behind_cue(text, layers, mentions, clause)) return to_circumstance(text, *span);
  return std::nullopt;
}

std::optional<Circumstance> find_place(std::string_view text, const Layers& layers,
                                       const Dependents& dependents, const MentionHeads& mentions,
                                       const Attribution& attribution) {
  const CueClause clause(layers, dependents, attribution);
  for (const std::uint32_t part : clause.parts()) {
    const Mention* mention = mentions.of(part);
    if (mention == nullptr || mention->type != EntityType::place ||
        layers.words[part].relation != Relation::obl)
      continue;
    if (!is_where(preposition_of(text, layers, dependents, part))) continue;
    const WordRange words = mention->words;
    return to_circumstance(text,
                           {layers.words[words.begin].text.begin, layers.words[words.end - 1].text.end});
  }
  return std::nullopt;
}

// "In a poll released Monday, ...", "according to a report on Wednesday": a document's time is that of what
// it says.
bool is_document_time(const Layers& layers, const MentionHeads& mentions, const CueClause& clause,
                      std::uint32_t word) {
  const std::uint32_t limit = layers.sentences[layers.words[word].sentence].words.size();
  for (std::uint32_t steps = 0; steps < limit && layers.words[word].head; ++steps) {
    word = *layers.words[word].head;
    if (clause.in_content(word) || clause.in_cue(word)) return false;
    if (!clause.in_source(word)) continue;
    const Mention* mention = mentions.of(word);
    if (mention == nullptr || mention->form != MentionForm::nominal) continue;
    return mention->type != EntityType::person && mention->type != EntityType::organization;
  }
  return false;
}

// "ended the visit on Wednesday, saying ...": the time of the verb that the cue is joined to.
bool is_joined_time(const Layers& layers, const CueClause& clause, std::uint32_t word) {
  if (!clause.main_word()) return false;
  const Word& cue = layers.words[*clause.main_word()];
  const bool joined = cue.relation == Relation::advcl || cue.relation == Relation::conj;
  return joined && cue.head && !clause.in_content(*cue.head) && layers.words[word].head == cue.head &&
         layers.words[word].relation != Relation::nsubj;
}

std::optional<TimeOfSaying> find_time(const Layers& layers, const Dependents& dependents,
                                      const MentionHeads& mentions, const std::vector<Timex>& timexes,
                                      const Attribution& attribution) {
  const CueClause clause(layers, dependents, attribution);
  if (clause.cue_words().empty()) return std::nullopt;
  const WordRange sentence = layers.sentences[layers.words[clause.cue_words().front()].sentence].words;
  auto timex = std::ranges::lower_bound(timexes, layers.words[sentence.begin].text.begin, {},
                                        [](const Timex& t) { return t.span.begin; });
  std::optional<TimeOfSaying> joined;
  for (; timex != timexes.end() && timex->span.begin < layers.words[sentence.end - 1].text.end; ++timex) {
    if (timex->type != TimexType::date && timex->type != TimexType::time) continue;
    std::string value = month_of_week(timex->value);
    if (value.empty()) value = date_of_value(timex->value);
    if (value.empty() || value.ends_with("_REF")) continue;  // "now", "recently"
    const auto head = head_of(layers, words_in(layers, timex->span));
    if (!head || clause.in_content(*head)) continue;
    TimeOfSaying time{static_cast<std::uint32_t>(timex - timexes.begin()), std::move(value)};
    if (clause.holds(*head) || is_document_time(layers, mentions, clause, *head)) return time;
    if (is_joined_time(layers, clause, *head)) joined = std::move(time);
  }
  return joined;
}

}  // namespace sayso::reading
