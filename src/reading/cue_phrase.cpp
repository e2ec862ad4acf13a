#include "reading/cue_phrase.h"

#include <algorithm>
#include <array>

#include "reading/lemma.h"

namespace sayso::reading {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 7> kNegators = {"not", "n't",     "never", "neither",
                                                       "nor", "nowhere", "hardly"};
constexpr std::array<std::string_view, 6> kNobody = {"nobody", "none", "nothing", "no-one", "neither", "no"};
// "failed to mention", "stopped short of calling": what follows did not take place.
constexpr std::array<std::string_view, 5> kFailing = {"fail", "refrain", "avoid", "neglect", "forget"};

bool is_no(const SentenceTree& tree, std::uint32_t word) {
  return is_one_of(tree.form(word), kNobody);
}

// "not only", "not just": nothing is denied.
bool is_not_only(const SentenceTree& tree, std::uint32_t word) {
  static constexpr std::array<std::string_view, 4> kOnly = {"only", "just", "merely", "simply"};
  return tree.form(word) == "not" && is_one_of(tree.form(word + 1), kOnly);
}

// "no plans", "nobody", "none of them", "not one"; but not "no doubt", "no idea".
bool says_no(const SentenceTree& tree, std::uint32_t word) {
  static constexpr std::array<std::string_view, 6> kIdioms = {"doubt",  "idea",   "question",
                                                              "wonder", "matter", "secret"};
  if (is_one_of(tree.form(word), kIdioms)) return false;
  if (is_one_of(tree.form(word), kNobody)) return true;
  return std::ranges::any_of(tree.dependents(word), [&](std::uint32_t d) {
    const Relation relation = tree.word(d).relation;
    if (relation == Relation::det || relation == Relation::amod || relation == Relation::advmod)
      return is_no(tree, d) || (tree.form(d) == "not" && !is_not_only(tree, d));
    return false;
  });
}

// Every word of the cue inside the tree's sentence.
std::vector<std::uint32_t> words_in(const SentenceTree& tree, const Layers& layers, const Passage& cue) {
  std::vector<std::uint32_t> words;
  for (const Span& span : cue.spans) {
    const WordRange range = words_of(layers, span);
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      if (tree.holds(w)) words.push_back(w);
    }
  }
  return words;
}

bool is_verbal(Upos tag) {
  return tag == Upos::verb || tag == Upos::aux;
}

struct Force {
  CueForce force;
  std::size_t at;  // index into the cue's words
};

std::optional<CueForce> force_at(const SentenceTree& tree, const std::vector<std::uint32_t>& words,
                                 std::size_t i) {
  const std::uint32_t w = words[i];
  const std::string& lemma = tree.lemma(w);
  // The particle may stand behind an object: "brushed the report off", "threw her weight behind".
  const Upos tag = tree.word(w).tag;
  const bool takes_particle = is_verbal(tag) || tag == Upos::noun;
  for (std::size_t next = i + 1; takes_particle && next < words.size() && next <= i + 3; ++next) {
    if (const auto force = force_of(lemma, tree.form(words[next]))) return force;
  }
  if (const auto force = force_of(lemma, tag)) return force;
  // Participles are tagged either way: "were concerned", "is opposed".
  if (tag == Upos::verb) return force_of(tree.form(w), Upos::adj);
  if (tag == Upos::adj) return force_of(lemma_of(tree.form(w), Upos::verb), Upos::verb);
  return std::nullopt;
}

// The first word that does more than report; a verb of reporting ends the search for nouns behind it, since
// they belong to circumstances ("said in reference to his promise").
std::optional<Force> find_force(const SentenceTree& tree, const std::vector<std::uint32_t>& words,
                                std::size_t from) {
  std::optional<Force> report;
  for (std::size_t i = from; i < words.size(); ++i) {
    const Upos tag = tree.word(words[i]).tag;
    if (report && !is_verbal(tag)) continue;
    const auto force = force_at(tree, words, i);
    if (!force) continue;
    if (*force != CueForce::report) return Force{*force, i};
    if (!report && is_verbal(tag)) report = Force{*force, i};
  }
  if (report) return report;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (const auto force = force_at(tree, words, i)) return Force{*force, i};
  }
  // Else a tag may be wrong.
  for (std::size_t i = from; i < words.size(); ++i) {
    if (tree.word(words[i]).tag == Upos::aux) continue;
    if (const auto force = force_of(lemma_of(tree.form(words[i]), Upos::verb), Upos::verb))
      return Force{*force, i};
  }
  return std::nullopt;
}

Modal modal_above(const SentenceTree& tree, std::uint32_t word) {
  for (const std::uint32_t d : tree.dependents(word)) {
    if (tree.word(d).relation != Relation::aux) continue;
    if (const Modal modal = modal_of(tree.form(d)); modal != Modal::none) return modal;
  }
  return Modal::none;
}

// "whether he believes that", "do you think that": the act itself is in question.
bool is_asked(const SentenceTree& tree, std::uint32_t word) {
  return std::ranges::any_of(tree.dependents(word), [&](std::uint32_t d) {
    const std::string& form = tree.form(d);
    return tree.word(d).relation == Relation::mark && (form == "whether" || form == "if");
  });
}

bool source_is_nobody(std::string_view source) {
  static constexpr std::array<std::string_view, 5> kNone = {"none", "nobody", "no", "neither", "nothing"};
  return is_one_of(plain_form(source.substr(0, source.find(' '))), kNone);
}

}  // namespace

Modal modal_of(std::string_view form) {
  if (form == "may" || form == "might" || form == "could") return Modal::may;
  if (form == "can" || form == "ca") return Modal::can;
  if (form == "will" || form == "'ll" || form == "wo" || form == "shall") return Modal::will;
  if (form == "would" || form == "'d") return Modal::would;
  if (form == "should" || form == "must" || form == "ought") return Modal::should;
  return Modal::none;
}

bool is_negated(const SentenceTree& tree, std::uint32_t word) {
  if (says_no(tree, word)) return true;
  return std::ranges::any_of(tree.dependents(word), [&](std::uint32_t d) {
    switch (tree.word(d).relation) {
      case Relation::nsubj:
      case Relation::obj:
        return says_no(tree, d);
      case Relation::advmod:
      case Relation::aux:
      case Relation::cc:
      case Relation::det:
        if (is_one_of(tree.form(d), kNegators)) return !is_not_only(tree, d);
        return (tree.form(d) == "longer" || tree.form(d) == "way") && says_no(tree, d);
      default:
        return false;
    }
  });
}

CuePhrase read_cue(const SentenceTree& tree, const Layers& layers, const Passage& cue,
                   std::string_view source) {
  CuePhrase phrase;
  const std::vector<std::uint32_t> words = words_in(tree, layers, cue);
  const auto force = find_force(tree, words, 0);
  if (force) {
    phrase.force = force->force;
    phrase.word = words[force->at];
    phrase.lemma = tree.lemma(*phrase.word);
    phrase.verb = tree.word(*phrase.word).tag == Upos::verb;
    phrase.modal = modal_above(tree, *phrase.word);
    phrase.negated = is_negated(tree, *phrase.word);
    phrase.asked = is_asked(tree, *phrase.word);
    phrase.ongoing = tree.word(*phrase.word).tag == Upos::verb && tree.form(*phrase.word).ends_with("ing") &&
                     tree.has(*phrase.word, Relation::aux);
    if (phrase.force == CueForce::refuse) {
      if (const auto next = find_force(tree, words, force->at + 1)) phrase.refused = next->force;
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& form = tree.form(words[i]);
    if (is_one_of(form, kNegators) && !is_not_only(tree, words[i])) phrase.negated = true;
    if (form == "no" || form == "without" || is_one_of(tree.lemma(words[i]), kFailing)) phrase.negated = true;
    if (phrase.modal == Modal::none && tree.word(words[i]).tag == Upos::aux) phrase.modal = modal_of(form);
  }
  phrase.negated = phrase.negated || source_is_nobody(source);
  return phrase;
}

}  // namespace sayso::reading
