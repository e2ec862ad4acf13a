#include "reading/circumstances.h"

#include <algorithm>
#include <array>

#include "reading/lemma.h"

namespace sayso::reading {
namespace {

using Words = std::string_view;

// Verbs whose object is the one spoken to. Sorted.
constexpr std::array kTelling = {
    Words("advise"),   Words("alert"),    Words("ask"),     Words("assure"),   Words("beg"),     Words("brief"),
    Words("caution"),  Words("challenge"), Words("convince"), Words("direct"), Words("email"),   Words("encourage"),
    Words("exhort"),   Words("implore"),  Words("inform"),  Words("instruct"), Words("interview"), Words("invite"),
    Words("lecture"),  Words("notify"),   Words("order"),   Words("persuade"), Words("petition"), Words("press"),
    Words("promise"),  Words("question"), Words("reassure"), Words("remind"),  Words("teach"),   Words("tell"),
    Words("text"),     Words("urge"),     Words("warn"),
};
// Verbs that take "with" and "on" before the one spoken to. Sorted.
constexpr std::array kWithVerbs = {Words("plead"), Words("share"), Words("speak"), Words("talk")};
constexpr std::array kOnVerbs = {Words("call"), Words("prevail")};

bool is_lemma_of(std::string_view text, const Word& word, std::span<const std::string_view> sorted) {
  return std::ranges::binary_search(sorted, std::string_view(lemma_of(word.text.of(text), Upos::verb)));
}

bool is_spoken_to(const Mention& mention) {
  switch (mention.type) {
    case EntityType::person:
    case EntityType::organization:
      return true;
    case EntityType::place:
      return mention.form == MentionForm::name;
    default:
      return mention.form == MentionForm::pronoun;
  }
}

Circumstance to_circumstance(std::string_view text, Span span) {
  return {{{span}, std::string(span.of(text))}, {}};
}

// The preposition in front of a word, in lower case; empty where it has none.
std::string preposition_of(std::string_view text, const Layers& layers, const Dependents& dependents,
                           std::uint32_t word) {
  for (const std::uint32_t part : dependents.of(word)) {
    if (layers.words[part].relation == Relation::case_ && part < word) return lower_form(text, layers.words[part]);
  }
  return {};
}

// The words of a phrase, from its mention where it is one.
Span phrase_of(const Layers& layers, const MentionHeads& mentions, std::uint32_t head) {
  const Mention* mention = mentions.of(head);
  const WordRange range = mention == nullptr ? WordRange{head, head + 1} : mention->words;
  return {layers.words[range.begin].text.begin, layers.words[range.end - 1].text.end};
}

// Cut where the content, the cue or the source begins, without punctuation behind it.
Span outside_of_content(std::string_view text, Span span, const Attribution& attribution) {
  for (const Span& content : attribution.content.spans) {
    if (content.begin > span.begin && content.begin < span.end) span.end = content.begin;
  }
  while (span.size() > 1 && (text[span.end - 1] == ' ' || text[span.end - 1] == ',' || text[span.end - 1] == ':')) {
    --span.end;
  }
  return span;
}

bool is_passive(std::string_view text, const Layers& layers, const Dependents& dependents, std::uint32_t verb) {
  static constexpr std::array kBe = {Words("are"), Words("be"), Words("been"), Words("being"), Words("is"), Words("was"),
                                     Words("were")};
  return std::ranges::any_of(dependents.of(verb), [&](std::uint32_t part) {
    return layers.words[part].relation == Relation::aux && is_one_of(text, layers.words[part], kBe);
  });
}

// How a part of the clause is joined to the verb that it hangs on; whether it is the one spoken to.
bool is_addressed(std::string_view text, const Layers& layers, const Dependents& dependents, std::uint32_t part) {
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

bool is_spoken_to(const Layers& layers, const MentionHeads& mentions, std::uint32_t word) {
  const Mention* mention = mentions.of(word);
  const Upos tag = layers.words[word].tag;
  return mention != nullptr ? is_spoken_to(*mention) : tag == Upos::propn || tag == Upos::pron;
}

// The place itself among the words that hang on "in", "at", "from".
bool is_where(const std::string& preposition) {
  static constexpr std::array kWhere = {Words("at"), Words("from"), Words("in"), Words("inside"), Words("near"),
                                        Words("outside")};
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

std::optional<Circumstance> find_addressee(std::string_view text, const Layers& layers, const Dependents& dependents,
                                           const MentionHeads& mentions, const Attribution& attribution) {
  const CueClause clause(layers, dependents, attribution);
  for (const std::uint32_t cue : clause.cue_words()) {
    for (const std::uint32_t part : dependents.of(cue)) {
      const Word& word = layers.words[part];
      if (clause.in_source(part)) continue;
      if (word.relation == Relation::nsubj && !attribution.source && is_passive(text, layers, dependents, cue) &&
          is_lemma_of(text, layers.words[cue], kTelling)) {
        return to_circumstance(text, phrase_of(layers, mentions, part));
      }
      if (!is_addressed(text, layers, dependents, part) || !is_spoken_to(layers, mentions, part)) continue;
      // "urged voters to ...": the one spoken to may open what is said, and no more than that.
      const Span phrase = phrase_of(layers, mentions, part);
      if (clause.in_content(part)) {
        const bool opens = std::ranges::any_of(attribution.content.spans, [&](const Span& span) {
          return span.begin <= phrase.begin && phrase.begin < span.begin + 4;
        });
        if (!opens || (word.relation != Relation::obj && word.relation != Relation::iobj)) continue;
        return to_circumstance(text, phrase);
      }
      return to_circumstance(text, outside_of_content(text, phrase, attribution));
    }
  }
  // Where the tree is wrong: the mention right behind "told".
  if (clause.cue_words().empty()) return std::nullopt;
  const std::uint32_t last = clause.cue_words().back();
  if (!is_lemma_of(text, layers.words[last], kTelling) || last + 1 >= layers.words.size()) return std::nullopt;
  for (const Mention& mention : layers.mentions) {
    if (mention.words.begin < last + 1) continue;
    if (mention.words.begin > last + 1) break;
    if (clause.in_content(mention.words.begin) || !is_spoken_to(mention)) continue;
    return to_circumstance(text, outside_of_content(text, phrase_of(layers, mentions, mention.head), attribution));
  }
  return std::nullopt;
}

std::optional<Circumstance> find_place(std::string_view text, const Layers& layers, const Dependents& dependents,
                                       const MentionHeads& mentions, const Attribution& attribution) {
  const CueClause clause(layers, dependents, attribution);
  for (const std::uint32_t part : clause.parts()) {
    const Mention* mention = mentions.of(part);
    if (mention == nullptr || mention->type != EntityType::place || layers.words[part].relation != Relation::obl) continue;
    if (!is_where(preposition_of(text, layers, dependents, part))) continue;
    return to_circumstance(text, outside_of_content(text, phrase_of(layers, mentions, part), attribution));
  }
  return std::nullopt;
}

std::optional<std::uint32_t> find_time(const Layers& layers, const Dependents& dependents,
                                       const std::vector<Timex>& timexes, const Attribution& attribution) {
  const CueClause clause(layers, dependents, attribution);
  if (clause.cue_words().empty()) return std::nullopt;
  const WordRange sentence = layers.sentences[layers.words[clause.cue_words().front()].sentence].words;
  auto timex = std::ranges::lower_bound(timexes, layers.words[sentence.begin].text.begin, {},
                                        [](const Timex& t) { return t.span.begin; });
  for (; timex != timexes.end() && timex->span.begin < layers.words[sentence.end - 1].text.end; ++timex) {
    if (timex->type != TimexType::date && timex->type != TimexType::time) continue;
    if (timex->value.ends_with("_REF")) continue;  // "now", "recently"
    const auto head = head_of(layers, words_in(layers, timex->span));
    if (head && clause.holds(*head)) return static_cast<std::uint32_t>(timex - timexes.begin());
  }
  return std::nullopt;
}

}  // namespace sayso::reading
