#include "reading/content_words.h"

#include <algorithm>
#include <array>

#include "reading/lemma.h"

namespace sayso::reading {
namespace {

bool says_first_person(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kFirst = {"i", "we", "me", "us", "my", "our"};
  return std::ranges::find(kFirst, word) != kFirst.end();
}

bool says_third_person(std::string_view word) {
  return word == "he" || word == "she" || word == "they" || word == "it";
}

// How well a word leads a clause; 5 is a predicate with its subject.
int score_of(const SentenceTree& tree, std::uint32_t w) {
  int score = 0;
  if (tree.word(w).tag == Upos::verb) score += 2;
  if (tree.word(w).tag == Upos::aux) score += 1;
  if (tree.has(w, Relation::nsubj) || tree.has(w, Relation::csubj)) score += 3;
  if (tree.has(w, Relation::cop) || tree.has(w, Relation::expl)) score += 2;
  if (tree.word(w).relation == Relation::advcl) score -= 3;
  return score;
}

}  // namespace

bool is_word(const SentenceTree& tree, std::uint32_t w) {
  return tree.word(w).tag != Upos::punct && tree.word(w).tag != Upos::sym;
}

bool is_mark(std::string_view form) {
  static constexpr std::array<std::string_view, 12> kMarks = {"\"", "''", "``", "“", "”", "'",
                                                              "‘",  "’",  "(",  "[", "-", "–"};
  return std::ranges::find(kMarks, form) != kMarks.end();
}

ContentWords::ContentWords(const Layers& layers, const SentenceTree& tree, std::string_view source,
                           const Passage& content)
    : tree_(tree), source_(plain_form(source)), inside_(tree.words().size(), 0), quoted_(inside_) {
  for (const Span& span : content.spans) {
    const WordRange range = words_of(layers, span);
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      if (tree.holds(w)) inside_[w - tree.words().begin] = 1;
    }
  }
  mark_quoted();
}

void ContentWords::mark_quoted() {
  bool open = false;
  for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
    quoted_[w - tree_.words().begin] = open;
    if (!inside(w)) continue;
    const std::string& form = tree_.form(w);
    if (form == "\"" || form == "''" || form == "``") open = !open;
    if (form == "“") open = true;
    if (form == "”") open = false;
    // Two typewriter apostrophes side by side are words of their own.
    const bool doubled =
        form == "'" && tree_.form(w + 1) == "'" && tree_.word(w).text.end == tree_.word(w + 1).text.begin;
    if (doubled) {
      open = !open;
      quoted_[++w - tree_.words().begin] = open;
    }
  }
}

std::optional<std::uint32_t> ContentWords::head() const {
  std::optional<std::uint32_t> best;
  int best_score = -1;
  for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
    if (!inside(w) || !is_word(tree_, w)) continue;
    const auto& above = tree_.word(w).head;
    if (above && inside(*above)) continue;
    const int score = score_of(tree_, w);
    if (score > best_score) {
      best_score = score;
      best = w;
    }
    if (score >= 5) break;  // the first such predicate is the leading one
  }
  return best;
}

std::optional<std::uint32_t> ContentWords::complement(std::uint32_t w,
                                                      std::initializer_list<Relation> relations) const {
  for (const std::uint32_t d : tree_.dependents(w)) {
    if (inside(d) && std::ranges::find(relations, tree_.word(d).relation) != relations.end()) return d;
  }
  return std::nullopt;
}

// A pronoun right before the verb is its subject, whatever the tree says.
std::optional<std::uint32_t> ContentWords::subject_of(std::uint32_t w) const {
  for (std::uint32_t before = w; before > tree_.words().begin && inside(before - 1);) {
    --before;
    const Upos tag = tree_.word(before).tag;
    const std::string& form = tree_.form(before);
    if (tag == Upos::aux || tag == Upos::adv || tag == Upos::part || is_mark(form)) continue;
    if (form == "i" || form == "we" || form == "he" || form == "she" || form == "they") return before;
    break;
  }
  const auto subject = tree_.dependent(w, Relation::nsubj);
  return subject && inside(*subject) ? subject : std::nullopt;
}

bool ContentWords::is_speaker(std::uint32_t subject) const {
  const std::string& form = tree_.form(subject);
  if (form == "i" || form == "we") return true;
  if (!says_third_person(form) || is_quoted(subject)) return false;
  if (form == source_ || source_ == "who" || source_ == "which" || source_ == "that") return true;
  return !says_third_person(source_) && !says_first_person(source_) && !source_.empty();
}

bool ContentWords::has_infinitive(std::uint32_t w) const {
  return std::ranges::any_of(tree_.dependents(w), [&](std::uint32_t d) {
    return inside(d) && tree_.form(d) == "to" && tree_.word(d).relation != Relation::case_;
  });
}

}  // namespace sayso::reading
