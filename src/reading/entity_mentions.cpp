#include "reading/entity_mentions.h"

#include <algorithm>

#include "reading/name_runs.h"
#include "reading/names.h"
#include "reading/noun_phrases.h"
#include "reading/quotations.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Pronouns that stand for somebody: personal and possessive ones.
constexpr auto kPersonal = std::to_array<std::string_view>({
    "he", "her", "hers", "herself", "him",   "himself", "his",  "i",          "it",   "its", "itself", "me",
    "my", "our", "ours", "she",     "their", "theirs",  "them", "themselves", "they", "us",  "we",
});

// "the", "this": determiners of what is known already.
constexpr auto kDefinite = std::to_array<std::string_view>({
    "her",
    "his",
    "its",
    "my",
    "our",
    "that",
    "the",
    "their",
    "these",
    "this",
    "those",
});

std::vector<bool> blocks_with_mentions(const Article& article) {
  std::vector<bool> wanted;
  for (const Block& block : article.blocks) {
    wanted.push_back(block.kind != BlockKind::furniture && block.kind != BlockKind::table);
  }
  return wanted;
}

class MentionFinder {
 public:
  MentionFinder(const ArticleWords& words, const Article& article)
      : words_(words),
        article_(article),
        wanted_(blocks_with_mentions(article)),
        taken_(words.size(), false),
        quoted_(words.size(), false),
        model_at_(words.size(), -1) {
    mark_quotations();
    const auto& mentions = words.layers().mentions;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      if (mentions[m].head >= words.size()) continue;
      auto& at = model_at_[mentions[m].head];
      if (at < 0) at = static_cast<std::int32_t>(m);  // the longest comes first
    }
  }

  std::vector<FoundMention> find() {
    names();
    nominals_and_pronouns();
    std::stable_sort(found_.begin(), found_.end(), [](const FoundMention& a, const FoundMention& b) {
      return a.words.begin != b.words.begin ? a.words.begin < b.words.begin : a.words.end > b.words.end;
    });
    return std::move(found_);
  }

 private:
  void mark_quotations() {
    for (const Block& block : article_.blocks) {
      if (!is_read(block.kind)) continue;
      for (const Quotation& quotation : find_quotations(words_.text(), block.span)) {
        // An opening mark that nobody closes is more often a slip than a speech, unless the next paragraph
        // goes on.
        const WordRange inside = words_.words_in(quotation.span);
        for (std::uint32_t w = inside.begin; w < inside.end; ++w) quoted_[w] = true;
      }
    }
  }

  void names() {
    for (const NameRun& run : find_name_runs(words_, article_, wanted_)) {
      FoundMention mention;
      mention.words = run.words;
      mention.head = head_of_name(run.words);
      mention.form = MentionForm::name;
      mention.title = run.title;
      mention.type = run.type;
      mention.noun = head_noun(words_.small(run.words.end - 1));
      mention.quoted = quoted_[run.words.begin];
      add_model(mention, run.words);
      const std::uint32_t begin = run.title.size() > 0 ? run.title.begin : run.words.begin;
      mention.introduction = introduction_before(begin);
      for (std::uint32_t w = begin; w < run.words.end; ++w) taken_[w] = true;
      for (std::uint32_t w = mention.introduction.begin; w < mention.introduction.end; ++w) taken_[w] = true;
      found_.push_back(mention);
    }
  }

  std::uint32_t head_of_name(WordRange name) const {
    for (std::uint32_t w = name.begin; w < name.end; ++w) {
      const auto above = words_.head(w);
      if (!above || *above < name.begin || *above >= name.end) return w;
    }
    return name.end - 1;
  }

  void add_model(FoundMention& mention, WordRange words) const {
    const auto& mentions = words_.layers().mentions;
    std::optional<std::size_t> best;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (model_at_[w] < 0) continue;
      const auto m = static_cast<std::size_t>(model_at_[w]);
      if (!best || mentions[m].words.size() > mentions[*best].words.size()) best = m;
    }
    if (!best) return;
    mention.model_type = mentions[*best].type;
    mention.model_entity = mentions[*best].entity;
  }

  // "hydrologist", "the private channel", right before a name: words that say what it is.
  WordRange introduction_before(std::uint32_t name) const {
    const WordRange none{name, name};
    if (name == 0 || words_.sentence(name - 1) != words_.sentence(name)) return none;
    const std::uint32_t noun = name - 1;
    if (words_.tag(noun) != Upos::noun && words_.tag(noun) != Upos::propn && words_.tag(noun) != Upos::adj)
      return none;
    if (words_.is_capitalized(noun) && noun != words_.sentence_of(noun).begin) return none;
    const HeadNoun kind = head_noun(words_.small(noun)).noun;
    const bool known = kind == HeadNoun::role || kind == HeadNoun::person || kind == HeadNoun::body ||
                       kind == HeadNoun::document || kind == HeadNoun::place;
    const bool by_tree = words_.tag(noun) == Upos::noun && words_.hangs_on(noun, name, 2);
    if (!known && !by_tree) return none;
    return noun_phrase(words_, noun);
  }

  void nominals_and_pronouns() {
    for (const Sentence& sentence : words_.layers().sentences) {
      if (sentence.block >= wanted_.size() || !wanted_[sentence.block]) continue;
      for (std::uint32_t w = sentence.words.begin; w < sentence.words.end && w < words_.size(); ++w) {
        if (words_.tag(w) == Upos::pron || words_.tag(w) == Upos::det) {
          pronoun(w);
        } else if (words_.tag(w) == Upos::noun || (words_.tag(w) == Upos::propn && !taken_[w])) {
          nominal(w, sentence.words);
        }
      }
    }
  }

  void pronoun(std::uint32_t w) {
    if (!contains(kPersonal, words_.small(w))) return;
    if (words_.relation(w) == Relation::expl) return;
    FoundMention mention;
    mention.words = {w, w + 1};
    mention.head = w;
    mention.form = MentionForm::pronoun;
    mention.definite = true;
    mention.quoted = quoted_[w];
    add_model(mention, mention.words);
    found_.push_back(mention);
  }

  void nominal(std::uint32_t w, WordRange sentence) {
    if (taken_[w] || is_calendar_word(words_.small(w))) return;
    // A modifier of the noun behind it: "[police] officer".
    if (w + 1 < sentence.end &&
        (words_.tag(w + 1) == Upos::noun ||
         (words_.tag(w + 1) == Upos::propn && !words_.is_capitalized(w + 1))) &&
        words_.head(w) && *words_.head(w) > w)
      return;
    FoundMention mention;
    mention.head = w;
    mention.noun = head_noun(words_.small(w));
    const std::int32_t model = model_at_[w];
    if (model >= 0) {
      const Mention& given = words_.layers().mentions[static_cast<std::size_t>(model)];
      mention.model_type = given.type;
      mention.model_entity = given.entity;
    }
    if (!is_telling(mention)) return;
    mention.words = with_complements(words_, noun_phrase(words_, w), w);
    mention.quoted = quoted_[w];
    const std::string first = words_.small(mention.words.begin);
    mention.definite = contains(kDefinite, first);
    const BlockKind block = article_.blocks[words_.layers().sentences[words_.sentence(w)].block].kind;
    const bool headline = block == BlockKind::title || block == BlockKind::heading;  // articles are left out
    mention.definite = mention.definite ||
                       (headline && !mention.noun.plural && words_.tag(mention.words.begin) != Upos::det);
    for (std::uint32_t p = mention.words.begin; p < w; ++p)
      mention.definite = mention.definite || words_.is_possessive(p);
    found_.push_back(mention);
  }

  // Nouns that speak of somebody or of something that can speak or take place.
  static bool is_telling(const FoundMention& mention) {
    if (mention.noun.noun != HeadNoun::unknown && mention.noun.noun != HeadNoun::place) return true;
    if (!mention.model_type) return false;
    switch (*mention.model_type) {
      case EntityType::person:
      case EntityType::organization:
      case EntityType::place:
      case EntityType::event:
        return true;
      default:
        return false;
    }
  }

  const ArticleWords& words_;
  const Article& article_;
  std::vector<bool> wanted_;
  std::vector<bool> taken_;  // of each word: part of a name, its title or introduction
  std::vector<bool> quoted_;
  std::vector<std::int32_t> model_at_;  // of each word: the mention whose head it is, -1 for none
  std::vector<FoundMention> found_;
};

}  // namespace

std::vector<FoundMention> find_mentions(const ArticleWords& words, const Article& article) {
  return MentionFinder(words, article).find();
}

}  // namespace sayso::reading
