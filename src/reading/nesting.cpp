#include "reading/nesting.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "intake/ascii.h"
#include "reading/attributions.h"
#include "reading/cue_lexicon.h"
#include "reading/lemma.h"

namespace sayso::reading {
namespace {

using Words = std::string_view;

// The confidence from which an inner attribution is kept: when its cue is a known word of saying, and when it
// is not.
constexpr double kLeastKnown = 0.05;
constexpr double kLeastOther = 0.5;
constexpr std::size_t kFewestWords = 4;

constexpr std::array kMarks = {Words("\""), Words("“"), Words("”"), Words("''"), Words("‘"),
                               Words("’"),  Words("'"), Words("«"), Words("»"),  Words(" ")};
constexpr std::array kSelf = {Words("i"), Words("me"), Words("my"), Words("we")};
constexpr std::array kPast = {Words("called"), Words("felt"), Words("heard"), Words("knew"),
                              Words("said"),   Words("saw"),  Words("spoke"), Words("thought"),
                              Words("told"),   Words("wrote")};

// "I said", "we told", "I urged", not "I think": of their own acts only those that are past are other acts.
bool is_own_thought(std::string_view text, const Layers& layers, const Attribution& inner) {
  if (!inner.source) return false;
  const std::string source = intake::ascii_lower(inner.source->text);
  if (!std::ranges::binary_search(kSelf, Words(source))) return false;
  const WordRange cue = words_in(layers, inner.cue.spans.front());
  for (std::uint32_t w = cue.begin; w < cue.end; ++w) {
    const Word& word = layers.words[w];
    if (word.tag != Upos::verb) continue;
    return !is_one_of(text, word, kPast) && !lower_form(text, word).ends_with("ed");
  }
  return true;
}

// Whether the cue is of speaking, not of thinking or wanting.
bool has_said(std::string_view text, const Layers& layers, const Attribution& inner) {
  static constexpr std::array kSaying = {Words("announce"), Words("argue"),   Words("ask"),   Words("call"),
                                         Words("deny"),     Words("promise"), Words("say"),   Words("speak"),
                                         Words("tell"),     Words("testify"), Words("tweet"), Words("urge"),
                                         Words("vow"),      Words("warn"),    Words("write")};
  const WordRange cue = words_in(layers, inner.cue.spans.front());
  for (std::uint32_t w = cue.begin; w < cue.end; ++w) {
    const Word& word = layers.words[w];
    if (word.tag != Upos::verb) continue;
    const std::string lemma = lemma_of(word.text.of(text), Upos::verb);
    return std::ranges::binary_search(kSaying, Words(lemma)) && lower_form(text, word) != lemma;
  }
  return false;
}

bool is_noun(const Layers& layers, const Attribution& inner) {
  const auto main = head_of(layers, words_in(layers, inner.cue.spans.front()));
  return main && layers.words[*main].tag == Upos::noun;
}

// Whether a word of the cue is one of saying or thinking.
bool has_known_cue(std::string_view text, const Layers& layers, const Attribution& inner) {
  for (const Span& span : inner.cue.spans) {
    const WordRange cue = words_in(layers, span);
    for (std::uint32_t w = cue.begin; w < cue.end; ++w) {
      const Word& word = layers.words[w];
      if (force_of(lemma_of(word.text.of(text), word.tag), word.tag)) return true;
    }
  }
  return false;
}

std::vector<Span> within_spans(const std::vector<Span>& spans, const std::vector<Span>& outer) {
  std::vector<Span> cut;
  for (const Span& span : spans) {
    for (const Span& piece : outer) {
      const Span both{std::max(span.begin, piece.begin), std::min(span.end, piece.end)};
      if (!both.empty()) cut.push_back(both);
    }
  }
  return cut;
}

// Leaves of a passage what lies in the outer content, since a span may run from one of its pieces over the
// words between them.
void keep_within(std::string_view text, const std::vector<Span>& outer, Passage& passage) {
  passage.spans = within_spans(passage.spans, outer);
  passage.text.clear();
  for (const Span& span : passage.spans) {
    if (!passage.text.empty()) passage.text += ' ';
    passage.text += span.of(text);
  }
}

// A known word of saying on which other words hang as what is said does.
bool may_be_cue(std::string_view text, const Layers& layers, const Dependents& dependents, std::uint32_t w) {
  const Word& word = layers.words[w];
  if (intake::same_nocase(word.text.of(text), "according")) return true;
  if (word.tag != Upos::verb && word.tag != Upos::noun) return false;
  if (!force_of(lemma_of(word.text.of(text), word.tag), word.tag)) return false;
  if (word.relation == Relation::parataxis) return true;
  return std::ranges::any_of(dependents.of(w), [&](std::uint32_t part) {
    switch (layers.words[part].relation) {
      case Relation::ccomp:
      case Relation::xcomp:
      case Relation::parataxis:
      case Relation::csubj:
      case Relation::acl:
        return true;
      case Relation::obj:
      case Relation::obl:
        return word.tag == Upos::verb;
      case Relation::nmod:
        return word.tag == Upos::noun;
      default:
        return false;
    }
  });
}

std::uint32_t first_byte(const Attribution& attribution) {
  std::uint32_t first =
      std::min(attribution.cue.spans.front().begin, attribution.content.spans.front().begin);
  if (attribution.source) first = std::min(first, attribution.source->spans.front().begin);
  return first;
}

std::uint32_t depth_of(const std::vector<Attribution>& all, std::uint32_t i) {
  std::uint32_t depth = 0;
  for (auto outer = all[i].within; outer; outer = all[*outer].within) ++depth;
  return depth;
}

}  // namespace

bool may_hold_another(std::string_view text, const Layers& layers, const Dependents& dependents,
                      const Passage& content) {
  std::size_t words = 0;
  bool found = false;
  for (const Span& span : content.spans) {
    const WordRange range = words_in(layers, span);
    words += range.size();
    for (std::uint32_t w = range.begin; w < range.end && !found; ++w) {
      found = may_be_cue(text, layers, dependents, w);
    }
  }
  return found && words >= kFewestWords;
}

std::vector<Span> as_text(std::string_view text, const Passage& content) {
  std::vector<Span> spans;
  for (Span span : content.spans) {
    for (bool again = true; again && !span.empty();) {
      again = false;
      for (const Words mark : kMarks) {
        const Words rest = span.of(text);
        if (rest.starts_with(mark)) span.begin += static_cast<std::uint32_t>(mark.size()), again = true;
        if (span.of(text).ends_with(mark)) span.end -= static_cast<std::uint32_t>(mark.size()), again = true;
      }
      if (spans.empty() && intake::starts_nocase(span.of(text), "that ")) span.begin += 5, again = true;
    }
    if (!span.empty()) spans.push_back(span);
  }
  return spans;
}

std::vector<Attribution> nested_in(const Article& article, const Layers& layers, std::uint32_t outer,
                                   const Attribution& attribution, const language::Analysis& analysis) {
  std::vector<Attribution> nested;
  for (Attribution& inner : find_attributions(article, analysis)) {
    const auto& bounds = attribution.content.spans;
    keep_within(article.text, bounds, inner.cue);
    keep_within(article.text, bounds, inner.content);
    if (inner.source) keep_within(article.text, bounds, *inner.source);
    if (inner.cue.spans.empty() || inner.content.spans.empty()) continue;
    if (inner.source && inner.source->spans.empty()) inner.source.reset();
    if (is_own_thought(article.text, layers, inner)) continue;
    // "to endorse a candidate", "refused to say": an infinitive without a subject is an act of the outer
    // speaker's.
    if (!inner.source && intake::starts_nocase(inner.cue.text, "to ")) continue;
    const bool opens = inner.cue.spans.front().begin == bounds.front().begin;
    if (!inner.source && opens && is_noun(layers, inner)) continue;  // "denied [reports that ...]": nobody's
    if (inner.confidence < (has_known_cue(article.text, layers, inner) ? kLeastKnown : kLeastOther)) continue;
    inner.within = outer;
    inner.confidence *= attribution.confidence;
    nested.push_back(std::move(inner));
  }
  return nested;
}

void remove_own_acts(std::string_view text, const Layers& layers, std::vector<Attribution>& attributions) {
  std::vector<bool> own(attributions.size());
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const Attribution& inner = attributions[i];
    if (!inner.within || !inner.origin) continue;
    const Attribution& outer = attributions[*inner.within];
    own[i] = inner.origin == outer.origin && !has_said(text, layers, inner);
  }
  std::vector<std::optional<std::uint32_t>> place(attributions.size());
  std::vector<Attribution> kept;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    Attribution& attribution = attributions[i];
    while (attribution.within && own[*attribution.within])
      attribution.within = attributions[*attribution.within].within;
    if (own[i]) continue;
    place[i] = static_cast<std::uint32_t>(kept.size());
    if (attribution.within) attribution.within = place[*attribution.within];
    kept.push_back(attribution);
    kept.back().id = "a" + std::to_string(kept.size());
  }
  attributions = std::move(kept);
}

void put_in_order(std::vector<Attribution>& attributions) {
  std::vector<std::uint32_t> order(attributions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
    return std::pair(first_byte(attributions[i]), depth_of(attributions, i));
  });
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Attribution> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) {
    Attribution& attribution = sorted.emplace_back(std::move(attributions[i]));
    if (attribution.within) attribution.within = place[*attribution.within];
    attribution.id = "a" + std::to_string(sorted.size());
  }
  attributions = std::move(sorted);
}

}  // namespace sayso::reading
