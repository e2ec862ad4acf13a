// Who the source phrase of an attribution is.
#include <algorithm>

#include "intake/ascii.h"
#include "reading/anonymous.h"
#include "reading/entities.h"
#include "reading/head_nouns.h"
#include "reading/names.h"
#include "reading/noun_phrases.h"

namespace sayso::reading {
namespace {

// The answer to one question about one phrase.
class SourceReader {
 public:
  SourceReader(EntityReading& reading, Span phrase, const Article& article, const Layers& layers)
      : reading_(reading), words_(article.text, layers), layers_(layers), phrase_(words_.words_in(phrase)) {}

  std::uint32_t read() {
    while (phrase_.size() > 1 && words_.tag(phrase_.begin) == Upos::punct) ++phrase_.begin;
    while (phrase_.size() > 1 &&
           (words_.tag(phrase_.end - 1) == Upos::punct || words_.is_possessive(phrase_.end - 1)))
      --phrase_.end;
    if (phrase_.size() == 0) return entity_named(std::string(kUnspecified), EntityKind::other);
    const auto head = head_of_phrase(words_, phrase_);
    if (!head) return without_noun();
    if (const auto person = person_behind_titles()) return *person;
    if (const auto several = compound()) return *several;
    if (const auto author = author_of(*head)) return *author;
    if (const auto campaign = campaign_of(*head)) return *campaign;
    if (const auto person = person_in_apposition(*head)) return *person;
    if (const auto mention = mention_at(*head)) {
      const Entity& entity = reading_.entities[reading_.mentions[*mention].entity];
      if (!entity.name.starts_with("anonymous") && !is_description(entity, *head))
        return reading_.mentions[*mention].entity;
      if (is_definite()) return reading_.mentions[*mention].entity;
    }
    return described(*head);
  }

 private:
  // Whether an entity that has no name of its own stands for the phrase.
  bool is_description(const Entity& entity, std::uint32_t head) const {
    return entity.kind == EntityKind::document && words_.tag(head) == Upos::noun;
  }

  bool is_definite() const {
    const std::string first = words_.small(phrase_.begin);
    return first == "the" || first == "this" || first == "that" || first == "these" || first == "those";
  }

  // The mention with this word as its head or last word, the shortest one.
  std::optional<std::uint32_t> mention_at(std::uint32_t word) const {
    const Span at = layers_.words[word].text;
    const auto& mentions = reading_.mentions;
    auto next = std::partition_point(mentions.begin(), mentions.end(), [&](const EntityMention& mention) {
      return mention.span.begin <= at.begin;
    });
    std::optional<std::uint32_t> best;
    for (int looked = 0; next != mentions.begin() && looked < 24; ++looked) {
      --next;
      if (!next->span.overlaps(at)) continue;
      const bool ends_here = next->span.end <= at.end + 2;
      const auto index = static_cast<std::uint32_t>(next - mentions.begin());
      if (next->form == MentionForm::name
              ? next->span.contains({at.begin, std::min(at.end, next->span.end)})
              : head_of_phrase(words_, words_.words_in(next->span)) == word || ends_here) {
        if (!best || mentions[*best].span.size() > next->span.size()) best = index;
      }
    }
    return best;
  }

  std::uint32_t without_noun() {
    for (std::uint32_t w = phrase_.begin; w < phrase_.end; ++w) {
      if (const auto mention = mention_at(w)) return reading_.mentions[*mention].entity;
    }
    const std::string word = words_.small(phrase_.begin);
    if (word == "those" && phrase_.size() > 1 && words_.small(phrase_.begin + 1) == "who") {
      return entity_named(anonymous_name(words_, {phrase_.begin, phrase_.end}), EntityKind::group);
    }
    if (word == "who" || word == "which" || word == "that" || word == "whose")
      return antecedent_of_relative();
    const Upos tag = words_.tag(phrase_.begin);
    if (word.ends_with("one") || word.ends_with("body")) {  // "anyone", "nobody"
      return entity_named("anonymous: " + word, EntityKind::person);
    }
    if (tag == Upos::pron && phrase_.size() == 1 && word != "some" && word != "many" && word != "others" &&
        word != "those") {
      return entity_named(std::string(kUnspecified), EntityKind::other);
    }
    return entity_named(anonymous_name(words_, phrase_), EntityKind::group);
  }

  // "who": the noun that the relative clause hangs on, else the nearest noun before it.
  std::uint32_t antecedent_of_relative() {
    const std::uint32_t whom = noun_before_relative(phrase_.begin);
    if (whom >= words_.size()) return entity_named(std::string(kUnspecified), EntityKind::other);
    if (const auto mention = mention_at(whom)) return reading_.mentions[*mention].entity;
    phrase_ = with_complements(words_, noun_phrase(words_, whom), whom);
    return described(whom);
  }

  // The noun's word; beyond the last word where there is none.
  std::uint32_t noun_before_relative(std::uint32_t who) const {
    auto at = words_.head(who);
    for (int steps = 0; at && steps < 4; ++steps) {
      const auto above = words_.head(*at);
      if (words_.relation(*at) == Relation::acl && above && *above < who) return *above;
      at = above;
    }
    for (std::uint32_t w = who; w-- > words_.sentence_of(who).begin;) {
      if (words_.is_noun(w)) return w;
    }
    return words_.size();
  }

  // "the front-runner, Anna Roke,": a description, a comma and a name.
  std::optional<std::uint32_t> person_in_apposition(std::uint32_t head) const {
    if (words_.tag(head) == Upos::propn || !may_be_one_person(head)) return {};
    for (std::uint32_t w = head + 1; w + 1 < phrase_.end; ++w) {
      if (words_.of(w) != ",") continue;
      const auto mention = mention_at(w + 1);
      if (!mention || reading_.mentions[*mention].form != MentionForm::name) return {};
      const std::uint32_t entity = reading_.mentions[*mention].entity;
      return reading_.entities[entity].kind == EntityKind::person ? std::optional(entity) : std::nullopt;
    }
    return {};
  }

  // "hopeful" is in no list, and may be one.
  bool may_be_one_person(std::uint32_t word) const {
    const HeadNounKind noun = head_noun(words_.small(word));
    return !noun.plural &&
           (noun.noun == HeadNoun::role || noun.noun == HeadNoun::person || noun.noun == HeadNoun::unknown);
  }

  // "former officer and writer Anna Roke": titles without an article before a person's name.
  std::optional<std::uint32_t> person_behind_titles() const {
    const Upos first = words_.tag(phrase_.begin);
    if (first != Upos::adj && first != Upos::noun && first != Upos::propn) return {};
    bool titles = words_.small(phrase_.begin) == "former";
    for (std::uint32_t w = phrase_.begin; w < phrase_.end && w < phrase_.begin + 16; ++w) {
      const std::string word = words_.small(w);
      const Upos tag = words_.tag(w);
      if (const auto mention = mention_at(w);
          mention && reading_.mentions[*mention].form == MentionForm::name) {
        const EntityMention& name = reading_.mentions[*mention];
        if (reading_.entities[name.entity].kind == EntityKind::person) {
          const bool ends = w + 1 >= phrase_.end || name.span.end >= words_.span(phrase_).end;
          return titles && ends ? std::optional(name.entity) : std::nullopt;
        }
      } else if (head_noun(word).noun == HeadNoun::role && !head_noun(word).plural) {
        titles = true;
      }
      if (tag != Upos::adj && tag != Upos::noun && tag != Upos::propn && tag != Upos::punct &&
          word != "and" && word != "of")
        return {};
      if (words_.of(w) == ",") return {};
    }
    return {};
  }

  // "Anna Roke and Paul Smith", "the ministry and the bank": the phrase's own conjuncts, none inside a
  // complement.
  std::optional<std::uint32_t> compound() {
    std::vector<std::string> names;
    std::uint32_t begin = phrase_.begin;
    bool joined = false;
    for (std::uint32_t w = phrase_.begin; w <= phrase_.end; ++w) {
      const bool at_end = w == phrase_.end;
      const bool conjunction = !at_end && words_.tag(w) == Upos::cconj && words_.small(w) == "and";
      const bool comma = !at_end && words_.of(w) == ",";
      if (!at_end && !conjunction && !comma) {
        // Behind a preposition or in a clause an "and" joins something else.
        if ((words_.tag(w) == Upos::adp || words_.tag(w) == Upos::sconj || words_.tag(w) == Upos::aux) &&
            names.empty())
          return {};
        continue;
      }
      if (w > begin) {
        const auto part = head_of_phrase(words_, {begin, w});
        const auto mention = part ? mention_at(*part) : std::nullopt;
        if (!mention || reading_.mentions[*mention].form == MentionForm::pronoun) return {};
        const EntityMention& found = reading_.mentions[*mention];
        const Entity& entity = reading_.entities[found.entity];
        std::string name = entity.name.starts_with("anonymous: ") ? entity.name.substr(11) : entity.name;
        // An apposition names whom the phrase named already.
        if (names.empty() || name != names.back()) {
          // A name and a description are in apposition more often than in a list, unless "and" stands
          // between.
          if (!names.empty() && !conjunction && !joined && !at_end && found.form != MentionForm::name)
            return {};
          names.push_back(std::move(name));
        } else {
          return {};
        }
      }
      joined = joined || conjunction;
      begin = w + 1;
    }
    if (!joined || names.size() < 2) return {};
    std::string all = names[0];
    for (std::size_t n = 1; n < names.size(); ++n) all += (n + 1 == names.size() ? " and " : ", ") + names[n];
    return entity_named(all, EntityKind::group);
  }

  // "Roke’s letter", "a statement by the ministry": the words of whoever wrote them.
  std::optional<std::uint32_t> author_of(std::uint32_t head) {
    if (words_.tag(head) != Upos::noun || !belongs_to_author(words_.small(head))) return {};
    for (std::uint32_t w = head; w-- > phrase_.begin;) {
      if (words_.is_possessive(w) && w > phrase_.begin) return entity_at(w - 1);
      if (words_.tag(w) == Upos::pron) return entity_at(w);
    }
    for (std::uint32_t w = head + 1; w + 1 < phrase_.end; ++w) {
      const std::string preposition = words_.small(w);
      if (preposition != "by" && preposition != "from") continue;
      if (const auto writer = head_of_phrase(words_, {w + 1, phrase_.end})) return entity_at(*writer);
    }
    // "the Roke campaign ad", "a ministry statement"
    for (std::uint32_t w = head; w-- > phrase_.begin;) {
      if (words_.tag(w) == Upos::propn) return entity_at(w);
    }
    return {};
  }

  std::optional<std::uint32_t> entity_at(std::uint32_t word) const {
    const auto mention = mention_at(word);
    return mention ? std::optional(reading_.mentions[*mention].entity) : std::nullopt;
  }

  // "Roke’s campaign", "the Roke campaign": one body, named for the candidate.
  std::optional<std::uint32_t> campaign_of(std::uint32_t head) {
    const std::string noun = words_.small(head);
    if (noun != "campaign" && noun != "camp" && noun != "team") return {};
    for (std::uint32_t w = head; w-- > phrase_.begin;) {
      if (words_.is_possessive(w) || words_.tag(w) == Upos::adj || words_.tag(w) == Upos::noun) continue;
      const auto candidate = entity_at(w);
      if (!candidate) return {};
      const Entity& entity = reading_.entities[*candidate];
      if (entity.kind != EntityKind::person || entity.name.starts_with("anonymous")) return {};
      const std::size_t blank = entity.name.rfind(' ');
      return entity_named(
          (blank == std::string::npos ? entity.name : entity.name.substr(blank + 1)) + " campaign",
          EntityKind::organization);
    }
    return {};
  }

  // A person or group without a name is anonymous; a poll or a study is named by its words.
  std::uint32_t described(std::uint32_t head) {
    const HeadNounKind noun = head_noun(words_.small(head));
    const EntityKind kind = entity_kind(noun);
    if (kind == EntityKind::document) {
      if (const auto mention = mention_at(head)) {
        const EntityMention& found = reading_.mentions[*mention];
        if (found.form != MentionForm::name) return found.entity;
      }
      return entity_named(document_name(words_, head), kind);
    }
    if (kind == EntityKind::event) return entity_named(describe(words_, phrase_), kind);
    if (const auto mention = mention_at(head)) {
      const EntityMention& found = reading_.mentions[*mention];
      const Entity& entity = reading_.entities[found.entity];
      if (found.form == MentionForm::name && !entity.name.starts_with("anonymous")) return found.entity;
      if (!entity.name.starts_with("anonymous") && entity.kind == EntityKind::organization)
        return found.entity;
    }
    return entity_named(anonymous_name(words_, phrase_),
                        kind == EntityKind::other ? EntityKind::group : kind);
  }

  std::uint32_t entity_named(const std::string& name, EntityKind kind) {
    const auto [at, fresh] =
        reading_.by_name.try_emplace(normal_form(name), static_cast<std::uint32_t>(reading_.entities.size()));
    if (fresh) {
      Entity& entity = reading_.entities.emplace_back();
      entity.id = "e" + std::to_string(reading_.entities.size());
      entity.name = name;
      entity.kind = kind;
    }
    return at->second;
  }

  EntityReading& reading_;
  ArticleWords words_;
  const Layers& layers_;
  WordRange phrase_;
};

}  // namespace

std::optional<std::uint32_t> EntityReading::mention_of(Span phrase, const Layers& layers) const {
  // `layers` alone is enough for the head: its word is the one that hangs outside the phrase.
  const auto& words = layers.words;
  const auto first = std::partition_point(words.begin(), words.end(),
                                          [&](const Word& word) { return word.text.end <= phrase.begin; });
  std::optional<Span> head;
  for (auto word = first; word != words.end() && word->text.begin < phrase.end && !head; ++word) {
    const bool inside = word->head && *word->head < words.size() && words[*word->head].text.overlaps(phrase);
    if (!inside) head = word->text;
  }
  if (!head) return {};
  auto next = std::partition_point(mentions.begin(), mentions.end(), [&](const EntityMention& mention) {
    return mention.span.begin <= head->begin;
  });
  std::optional<std::uint32_t> best;
  for (int looked = 0; next != mentions.begin() && looked < 24; ++looked) {
    --next;
    if (!next->span.overlaps(*head)) continue;
    const std::uint32_t begin = std::max(next->span.begin, phrase.begin);
    const std::uint32_t end = std::min(next->span.end, phrase.end);
    if (begin >= end || 2 * (end - begin) < phrase.size() || 2 * (end - begin) < next->span.size()) continue;
    if (!best || next->span.size() > mentions[*best].span.size())
      best = static_cast<std::uint32_t>(next - mentions.begin());
  }
  return best;
}

std::uint32_t EntityReading::entity_of_source(Span phrase, const Article& article, const Layers& layers) {
  return SourceReader(*this, phrase, article, layers).read();
}

}  // namespace sayso::reading
