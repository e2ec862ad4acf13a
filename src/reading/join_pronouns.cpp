// Pronouns to antecedents: a weighted choice among the people and bodies named shortly before, after the
// factors of Lappin and Leass 1994 (recency, subjects, parallel roles), with gender and number as conditions
// and the model's coreference as one voice among others. Weights were set on passages of PolNeAR's training
// part.
#include <algorithm>
#include <cmath>

#include "reading/joined_mentions.h"
#include "reading/names.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

constexpr std::size_t kLookBack = 60;  // mentions
constexpr std::uint32_t kSentencesBack = 10;

// Forms of verbs of saying, sorted.
constexpr auto kSpeech = std::to_array<std::string_view>({
    "acknowledged", "acknowledges", "added",     "adding",    "adds",      "admits",    "admitted",
    "announced",    "announces",    "argued",    "argues",    "asked",     "asks",      "asserted",
    "believes",     "called",       "calls",     "charged",   "cited",     "claimed",   "claims",
    "complained",   "conceded",     "concluded", "confirmed", "continued", "continues", "countered",
    "criticized",   "declared",     "declares",  "declined",  "demanded",  "denied",    "denies",
    "described",    "emphasized",   "explained", "explains",  "expressed", "hopes",     "insisted",
    "insists",      "joked",        "lamented",  "mused",     "noted",     "notes",     "observed",
    "pledged",      "pointed",      "predicted", "promised",  "proposed",  "quipped",   "quoted",
    "recalled",     "recalls",      "remarked",  "reminded",  "replied",   "reported",  "reports",
    "responded",    "retorted",     "said",      "say",       "saying",    "says",      "stated",
    "states",       "stressed",     "suggested", "suggests",  "tell",      "telling",   "tells",
    "testified",    "thinks",       "thought",   "told",      "tweeted",   "urged",     "urges",
    "vowed",        "vows",         "warned",    "warns",     "wondered",  "write",     "writes",
    "wrote",
});
static_assert(std::is_sorted(kSpeech.begin(), kSpeech.end()));

enum class PronounKind : std::uint8_t { none, he, she, they, it, i, we };

PronounKind pronoun_kind(std::string_view word) {
  static constexpr auto kHe = std::to_array<std::string_view>({"he", "him", "himself", "his"});
  static constexpr auto kShe = std::to_array<std::string_view>({"her", "hers", "herself", "she"});
  static constexpr auto kThey =
      std::to_array<std::string_view>({"their", "theirs", "them", "themselves", "they"});
  static constexpr auto kIt = std::to_array<std::string_view>({"it", "its", "itself"});
  static constexpr auto kI = std::to_array<std::string_view>({"i", "me", "my", "myself"});
  if (contains(kHe, word)) return PronounKind::he;
  if (contains(kShe, word)) return PronounKind::she;
  if (contains(kThey, word)) return PronounKind::they;
  if (contains(kIt, word)) return PronounKind::it;
  if (contains(kI, word)) return PronounKind::i;
  return word == "we" || word == "us" || word == "our" ? PronounKind::we : PronounKind::none;
}

class PronounJoiner {
 public:
  explicit PronounJoiner(JoinedMentions& joined) : joined_(joined), words_(joined.words) {}

  void join() {
    for (std::size_t m = 0; m < joined_.mentions.size(); ++m) {
      JoinedMention& mention = joined_.mentions[m];
      if (mention.form == MentionForm::pronoun && !mention.cluster) {
        const PronounKind kind = pronoun_kind(words_.small(mention.head));
        mention.cluster = kind == PronounKind::i ? speaker_around(m) : antecedent(m, kind);
        if (mention.cluster && !mention.quoted) learn_gender(*mention.cluster, kind);
        if (!mention.cluster && (kind == PronounKind::he || kind == PronounKind::she))
          mention.cluster = postcedent(m, kind);
      }
      if (mention.cluster && !mention.quoted && is_speech_subject(mention.head) &&
          !is_embedded(mention.head)) {
        last_source_ = joined_.clusters.root(*mention.cluster);
      }
    }
  }

 private:
  bool is_subject(std::uint32_t word) const {
    return words_.relation(word) == Relation::nsubj || words_.relation(word) == Relation::csubj;
  }

  bool is_speech_subject(std::uint32_t word) const {
    const auto verb = words_.head(word);
    return is_subject(word) && verb && is_speech_verb(words_.small(*verb));
  }

  std::uint32_t block_of(std::uint32_t word) const {
    const auto& sentences = words_.layers().sentences;
    const std::uint32_t sentence = words_.sentence(word);
    return sentence < sentences.size() ? sentences[sentence].block : 0;
  }

  void learn_gender(std::uint32_t cluster, PronounKind kind) {
    ClusterFacts& facts = joined_.clusters.facts(cluster);
    if (facts.gender != Gender::unknown || facts.kind() != EntityKind::person) return;
    if (kind == PronounKind::he) facts.gender = Gender::male;
    if (kind == PronounKind::she) facts.gender = Gender::female;
  }

  // Whether the pronoun may stand for it at all, and how well it fits.
  std::optional<double> fit(const ClusterFacts& facts, PronounKind kind) const {
    const EntityKind what = facts.kind();
    switch (kind) {
      case PronounKind::he:
      case PronounKind::she: {
        if (what != EntityKind::person && !(what == EntityKind::other && facts.named())) return {};
        const Gender wanted = kind == PronounKind::he ? Gender::male : Gender::female;
        if (facts.gender == Gender::unknown) return what == EntityKind::person ? -0.4 : -1.5;
        return facts.gender == wanted ? std::optional(0.4) : std::nullopt;
      }
      case PronounKind::they:
        if (what == EntityKind::group || facts.plural) return 0.8;
        return what == EntityKind::organization ? std::optional(-0.5) : std::nullopt;
      case PronounKind::it:
        if (what == EntityKind::organization || (what == EntityKind::place && facts.entry)) return 0.3;
        return what == EntityKind::document || what == EntityKind::place ? std::optional(-0.3) : std::nullopt;
      default:
        return {};
    }
  }

  // "He said Roke hopes ...": whoever is named in what hangs on the pronoun's verb is somebody else.
  std::vector<std::uint32_t> named_below(std::size_t m) const {
    std::vector<std::uint32_t> named;
    const JoinedMention& pronoun = joined_.mentions[m];
    const auto verb = words_.head(pronoun.head);
    if (!verb || !is_subject(pronoun.head)) return named;
    for (std::size_t c = m + 1; c < joined_.mentions.size() && c - m < 12; ++c) {
      const JoinedMention& other = joined_.mentions[c];
      if (words_.sentence(other.head) != words_.sentence(pronoun.head)) break;
      if (other.form == MentionForm::name && other.cluster && words_.hangs_on(other.head, *verb, 8)) {
        named.push_back(joined_.clusters.root(*other.cluster));
      }
    }
    return named;
  }

  // "said that Roke called": the inner verb's subject is not who speaks to the reader.
  bool is_embedded(std::uint32_t word) const {
    const auto verb = words_.head(word);
    if (!verb || words_.relation(*verb) != Relation::ccomp) return false;
    const auto outer = words_.head(*verb);
    return outer && *outer < *verb && is_speech_verb(words_.small(*outer));
  }

  std::optional<std::uint32_t> antecedent(std::size_t m, PronounKind kind) const {
    if (kind == PronounKind::none || kind == PronounKind::we) return {};
    const JoinedMention& pronoun = joined_.mentions[m];
    const bool speaks = is_speech_subject(pronoun.head);
    const auto verb = words_.head(pronoun.head);
    std::optional<std::uint32_t> best;
    double best_score = -4;  // a worse one is none
    const std::vector<std::uint32_t> others = named_below(m);
    std::size_t looked = 0;
    for (std::size_t c = m; c-- > 0 && looked < kLookBack; ++looked) {
      const JoinedMention& candidate = joined_.mentions[c];
      if (!candidate.cluster) continue;
      const std::uint32_t back = words_.sentence(pronoun.head) - words_.sentence(candidate.head);
      if (back > kSentencesBack) break;
      const std::uint32_t root = joined_.clusters.root(*candidate.cluster);
      const ClusterFacts& facts = joined_.clusters.facts(root);
      const auto fits = fit(facts, kind);
      if (!fits || std::find(others.begin(), others.end(), root) != others.end()) continue;
      // "He told Roke": two arguments of one verb are two people.
      const bool owns = words_.relation(pronoun.head) == Relation::nmod;
      if (!owns && verb && words_.head(candidate.head) == verb && candidate.form != MentionForm::pronoun)
        continue;
      if (candidate.words.begin <= pronoun.head && pronoun.head < candidate.words.end) continue;
      double score = *fits - 1.0 * std::min(back, 4U) - 0.3 * (back > 4 ? back - 4 : 0);
      score += is_subject(candidate.head) ? 0.3 : 0.0;
      score += is_speech_subject(candidate.head) && !is_embedded(candidate.head) && speaks ? 0.4 : 0.0;
      score += candidate.form == MentionForm::name ? 0.4 : 0.0;
      score += facts.named() ? 1.0 : 0.0;
      score += 0.08 * std::min(facts.mentions, 8U);
      if (speaks && back > 0 && !pronoun.quoted && last_source_ && *last_source_ == root) score += 1.0;
      if (candidate.quoted && !pronoun.quoted) score -= 1.9;
      // In a quotation "he" is not whoever speaks it.
      if (pronoun.quoted && !candidate.quoted && is_speech_subject(candidate.head) && back <= 1 &&
          block_of(candidate.head) == block_of(pronoun.head) &&
          words_.sentence(candidate.head) == words_.sentence(pronoun.head))
        score -= 1.5;
      if (words_.is_possessive(candidate.words.end)) score -= 0.4;
      if (pronoun.model_entity && candidate.model_entity == pronoun.model_entity) score += 0.6;
      if (block_of(candidate.head) != block_of(pronoun.head)) score -= 0.2;
      if (score > best_score) {
        best_score = score;
        best = root;
      }
    }
    return best;
  }

  // "He brushed it off ... Roke also said": an excerpt or a paragraph may begin with the pronoun.
  std::optional<std::uint32_t> postcedent(std::size_t m, PronounKind kind) const {
    const JoinedMention& pronoun = joined_.mentions[m];
    for (std::size_t c = m + 1; c < joined_.mentions.size() && c - m < 30; ++c) {
      const JoinedMention& candidate = joined_.mentions[c];
      if (words_.sentence(candidate.head) - words_.sentence(pronoun.head) > 5) break;
      if (candidate.form != MentionForm::name || !candidate.cluster || candidate.quoted ||
          !is_subject(candidate.head))
        continue;
      // "Even as he accused them, Roke said": within a sentence only from a clause that hangs on the other.
      const auto verb = words_.head(pronoun.head);
      if (words_.sentence(candidate.head) == words_.sentence(pronoun.head) &&
          (!verb || words_.relation(*verb) != Relation::advcl || words_.head(candidate.head) == verb))
        continue;
      const ClusterFacts& facts = joined_.clusters.facts(*candidate.cluster);
      if (facts.kind() == EntityKind::person && fit(facts, kind))
        return joined_.clusters.root(*candidate.cluster);
    }
    return {};
  }

  // "I" in a quotation is whoever speaks in its paragraph, else whoever spoke last.
  std::optional<std::uint32_t> speaker_around(std::size_t m) const {
    const std::uint32_t block = block_of(joined_.mentions[m].head);
    std::size_t looked = 0;
    for (std::size_t c = m + 1; c < joined_.mentions.size() && looked < kLookBack; ++c, ++looked) {
      const JoinedMention& candidate = joined_.mentions[c];
      if (block_of(candidate.head) != block) break;
      if (candidate.quoted || !is_speech_subject(candidate.head)) continue;
      if (candidate.form == MentionForm::pronoun) {
        const PronounKind kind = pronoun_kind(words_.small(candidate.head));
        return kind == PronounKind::he || kind == PronounKind::she ? antecedent(c, kind) : std::nullopt;
      }
      if (candidate.cluster && joined_.clusters.facts(*candidate.cluster).kind() == EntityKind::person) {
        return joined_.clusters.root(*candidate.cluster);
      }
    }
    if (!last_source_ || joined_.clusters.facts(*last_source_).kind() != EntityKind::person) return {};
    return last_source_;
  }

  JoinedMentions& joined_;
  const ArticleWords& words_;
  std::optional<std::uint32_t> last_source_;  // the cluster that spoke last outside of quotation marks
};

}  // namespace

bool is_speech_verb(std::string_view word) {
  return contains(kSpeech, word);
}

void join_pronouns(JoinedMentions& joined) {
  PronounJoiner(joined).join();
}

}  // namespace sayso::reading
