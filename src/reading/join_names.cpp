// Names to bearers. Full names of people first, so that "Roke" in a headline finds the Anna Roke of the text;
// then everything in the order of the text.
#include <algorithm>

#include "intake/ascii.h"
#include "reading/joined_mentions.h"
#include "reading/metonymy.h"
#include "reading/names.h"

namespace sayso::reading {
namespace {

constexpr std::size_t kCandidates = 8;  // clusters that share a word with a name, the latest ones

EntityKind kind_of(NameType type) {
  switch (type) {
    case NameType::person:
      return EntityKind::person;
    case NameType::organization:
      return EntityKind::organization;
    case NameType::place:
      return EntityKind::place;
  }
  return EntityKind::other;
}

EntityKind kind_of(EntityType type) {
  switch (type) {
    case EntityType::person:
      return EntityKind::person;
    case EntityType::organization:
      return EntityKind::organization;
    case EntityType::place:
      return EntityKind::place;
    case EntityType::event:
      return EntityKind::event;
    default:
      return EntityKind::other;
  }
}

struct NameReading {
  std::string normal;
  PersonName person;
  std::vector<CatalogMatch> matches;
};

class NameJoiner {
 public:
  explicit NameJoiner(JoinedMentions& joined) : joined_(joined), words_(joined.words) {}

  void join() {
    split_pairs();
    drop_adjectives();
    add_owners();
    read_names();
    for (std::size_t m = 0; m < readings_.size(); ++m) {
      if (is_name(m) && is_full_person(m)) join_full_person(m);
    }
    for (std::size_t m = 0; m < readings_.size(); ++m) {
      if (is_name(m)) join_name(m);
    }
    join_acronyms();
  }

 private:
  bool is_name(std::size_t m) const { return joined_.mentions[m].form == MentionForm::name; }
  std::string_view text_of(std::size_t m) const { return words_.of(joined_.mentions[m].words); }

  // "the Kabul-Moscow talks": two names where the catalog knows both and not the whole.
  void split_pairs() {
    std::vector<JoinedMention> mentions;
    mentions.reserve(joined_.mentions.size());
    for (JoinedMention& mention : joined_.mentions) {
      std::optional<std::uint32_t> hyphen;
      if (mention.form == MentionForm::name) {
        for (std::uint32_t w = mention.words.begin + 1; w + 1 < mention.words.end; ++w) {
          if (words_.of(w) == "-" || words_.of(w) == "–" || words_.of(w) == "/") hyphen = w;
        }
      }
      const auto known = [&](WordRange part) { return !joined_.catalog.find(words_.of(part)).empty(); };
      if (!hyphen || known(mention.words) || !known({mention.words.begin, *hyphen}) ||
          !known({*hyphen + 1, mention.words.end})) {
        mentions.push_back(std::move(mention));
        continue;
      }
      JoinedMention second = mention;
      second.words.begin = *hyphen + 1;
      second.head = second.words.end - 1;
      second.title = second.introduction = {second.words.begin, second.words.begin};
      mention.words.end = *hyphen;
      mention.head = mention.words.begin;
      mentions.push_back(std::move(mention));
      mentions.push_back(std::move(second));
    }
    joined_.mentions = std::move(mentions);
  }

  // "the Veslandic capital": a country's adjective before a noun names nobody.
  void drop_adjectives() {
    std::erase_if(joined_.mentions, [&](const JoinedMention& mention) {
      if (mention.form != MentionForm::name) return false;
      const auto matches = joined_.catalog.find(words_.of(mention.words));
      const bool demonym =
          !matches.empty() && std::all_of(matches.begin(), matches.end(), [](const CatalogMatch& match) {
            return match.form == FormKind::demonym;
          });
      const std::string_view text = words_.of(mention.words);
      return demonym && (words_.is_noun(mention.words.end) || !text.ends_with('s'));
    });
  }

  // "Vesland’s Foreign Ministry" is the name, "Foreign Ministry" alone is any country's.
  void add_owners() {
    for (std::size_t m = 1; m < joined_.mentions.size(); ++m) {
      JoinedMention& mention = joined_.mentions[m];
      const JoinedMention& owner = joined_.mentions[m - 1];
      if (mention.form != MentionForm::name || owner.form != MentionForm::name ||
          mention.noun.noun != HeadNoun::body)
        continue;
      if (mention.type == NameType::person || mention.words.size() > 3 || mention.words.size() < 2) continue;
      if (mention.words.begin == 0 || owner.words.end + 1 != mention.words.begin ||
          !words_.is_possessive(owner.words.end))
        continue;
      const auto matches = joined_.catalog.find(words_.of(owner.words));
      if (matches.empty() || matches.front().entry == nullptr ||
          matches.front().entry->entity_kind != EntityKind::place)
        continue;
      mention.words.begin = owner.words.begin;
      std::swap(joined_.mentions[m - 1], joined_.mentions[m]);  // the longer one first
    }
  }

  void read_names() {
    readings_.resize(joined_.mentions.size());
    for (std::size_t m = 0; m < readings_.size(); ++m) {
      if (!is_name(m)) continue;
      NameReading& reading = readings_[m];
      reading.normal = normal_form(text_of(m));
      reading.person = parse_person(text_of(m));
      for (std::uint32_t w = joined_.mentions[m].title.begin; w < joined_.mentions[m].title.end; ++w) {
        add_gender_of_title(reading, w);
      }
      reading.matches = joined_.catalog.find(text_of(m));
      // "The Hill", which is an outlet only with its article.
      const std::uint32_t begin = joined_.mentions[m].words.begin;
      if (reading.matches.empty() && begin > 0 && words_.of(begin - 1) == "The") {
        reading.matches =
            joined_.catalog.find(words_.of(WordRange{begin - 1, joined_.mentions[m].words.end}));
      }
      vote(joined_.mentions[m], reading);
    }
  }

  void add_gender_of_title(NameReading& reading, std::uint32_t w) const {
    const PersonName titled = parse_person(std::string(words_.of(w)) + " x");
    if (titled.gender != Gender::unknown) reading.person.gender = titled.gender;
    const Gender noun = gender_of_noun(words_.small(w));
    if (noun != Gender::unknown) reading.person.gender = noun;
  }

  void vote(const JoinedMention& mention, const NameReading& reading) {
    ClusterFacts& votes = votes_[reading.normal];
    if (mention.title.size() > 0 && mention.type != NameType::organization) votes.vote(EntityKind::person, 4);
    if (mention.introduction.size() > 0) {
      const HeadNounKind noun = head_noun(words_.small(mention.introduction.end - 1));
      votes.vote(entity_kind({noun.noun, false}), noun.noun == HeadNoun::unknown ? 0 : 8);
    }
    if (mention.type) votes.vote(kind_of(*mention.type), 2);
    if (mention.words.size() > 1) {
      const HeadNoun last = mention.noun.noun;
      if (last == HeadNoun::body || last == HeadNoun::polity) votes.vote(EntityKind::organization, 4);
      if (last == HeadNoun::document) votes.vote(EntityKind::document, 1);
      if (last == HeadNoun::event) votes.vote(EntityKind::event, 3);
      if (reading.person.gender != Gender::unknown && reading.person.parts.size() < 5)
        votes.vote(EntityKind::person, 2);
    } else if (is_acronym(words_.of(mention.words))) {
      votes.vote(EntityKind::organization, 2);
    }
    if (mention.model_type) votes.vote(kind_of(*mention.model_type), 1);
    if (sounds_like_medium(mention.words)) votes.vote(EntityKind::organization, 4);
    bool city = false;
    for (const CatalogMatch& match : reading.matches) {
      if (!match.entry || match.form == FormKind::demonym) continue;
      if (match.entry->kind == CatalogKind::city) {
        city = true;
        continue;
      }
      votes.vote(match.form == FormKind::capital ? EntityKind::place : match.entry->entity_kind, 5);
      return;
    }
    if (city) votes.vote(EntityKind::place, 2);
  }

  // "Radio Vesland", "Vesland Online", "VESnews".
  bool sounds_like_medium(WordRange name) const {
    const std::string first = words_.small(name.begin);
    const std::string last = words_.small(name.end - 1);
    if (name.size() > 1 && (first == "radio" || first == "tv" || is_media_word(last))) return true;
    return last.size() > 5 && (last.ends_with("news") || last.ends_with("press") || last.ends_with("wire"));
  }

  EntityKind kind(std::size_t m) const {
    const auto at = votes_.find(readings_[m].normal);
    return at == votes_.end() ? EntityKind::other : at->second.kind();
  }

  bool is_full_person(std::size_t m) const {
    return kind(m) == EntityKind::person && readings_[m].person.full();
  }

  ClusterFacts facts_of(std::size_t m) const {
    ClusterFacts facts;
    const auto at = votes_.find(readings_[m].normal);
    if (at != votes_.end()) facts.votes = at->second.votes;
    facts.name = readings_[m].normal;
    if (kind(m) == EntityKind::person) {
      facts.person = readings_[m].person;
      facts.gender = readings_[m].person.gender;
    }
    return facts;
  }

  void put(std::size_t m, std::uint32_t cluster) {
    joined_.mentions[m].cluster = cluster;
    ClusterFacts& facts = joined_.clusters.facts(cluster);
    ++facts.mentions;
    const NameReading& reading = readings_[m];
    if (facts.kind() == EntityKind::person) {
      if (reading.person.parts.size() > facts.person.parts.size()) {
        facts.person = reading.person;
        facts.name = reading.normal;
      }
      if (facts.gender == Gender::unknown) facts.gender = reading.person.gender;
      for (const std::string& part : reading.person.parts) remember(by_part_[part], cluster);
      if (reading.person.full()) {
        std::string letters;
        for (const std::string& part : reading.person.parts) letters += part;
        by_handle_.try_emplace(letters, cluster);
      }
    }
    last_seen_[joined_.clusters.root(cluster)] = m;
  }

  void remember(std::vector<std::uint32_t>& clusters, std::uint32_t cluster) const {
    const std::uint32_t root = joined_.clusters.root(cluster);
    std::erase(clusters, root);
    clusters.push_back(root);
    if (clusters.size() > kCandidates) clusters.erase(clusters.begin());
  }

  void join_full_person(std::size_t m) {
    const PersonName& person = readings_[m].person;
    const auto at = by_part_.find(person.family());
    if (at != by_part_.end()) {
      for (auto c = at->second.rbegin(); c != at->second.rend(); ++c) {
        const ClusterFacts& facts = joined_.clusters.facts(*c);
        if (facts.person.full() && may_be_one_person(person, facts.person)) return put(m, *c);
      }
    }
    // "Pilar Undurraga" before "Pilar Undurraga Vial"
    const auto given = by_part_.find(person.parts.front());
    if (given != by_part_.end()) {
      for (auto c = given->second.rbegin(); c != given->second.rend(); ++c) {
        const ClusterFacts& facts = joined_.clusters.facts(*c);
        if (facts.person.full() && may_be_one_person(person, facts.person)) return put(m, *c);
      }
    }
    put(m, joined_.clusters.add(facts_of(m)));
  }

  void join_name(std::size_t m) {
    if (joined_.mentions[m].cluster) {
      last_seen_[joined_.clusters.root(*joined_.mentions[m].cluster)] = m;
      for (const std::string& part : readings_[m].person.parts)
        remember(by_part_[part], *joined_.mentions[m].cluster);
      return;
    }
    const NameReading& reading = readings_[m];
    if (const auto owner = by_handle_.find(handle(m)); owner != by_handle_.end())
      return put(m, owner->second);
    // "Washington" as a man's name, where the article has the man and the names head agrees.
    if (reading.person.parts.size() == 1 && joined_.mentions[m].type == NameType::person) {
      if (const auto cluster = bearer_of_part(reading.person)) return put(m, *cluster);
    }
    const bool place_known = !reading.matches.empty() && kind(m) != EntityKind::person;
    if (place_known && join_by_catalog(m)) return;
    if (reading.person.parts.size() == 1 && (kind(m) == EntityKind::person || !place_known)) {
      if (const auto cluster = bearer_of_part(reading.person)) return put(m, *cluster);
    }
    if (const auto same = by_normal_.find(reading.normal); same != by_normal_.end())
      return put(m, same->second);
    if (kind(m) == EntityKind::other || kind(m) == EntityKind::organization) {
      if (const auto fuller = by_first_word_.find(reading.normal); fuller != by_first_word_.end())
        return put(m, fuller->second);
    }
    const std::uint32_t cluster = joined_.clusters.add(facts_of(m));
    by_normal_[reading.normal] = cluster;
    const std::size_t blank = reading.normal.find(' ');
    if (kind(m) == EntityKind::organization && blank != std::string::npos && blank > 3) {
      by_first_word_.emplace(reading.normal.substr(0, blank), cluster);
    }
    put(m, cluster);
  }

  // "@realAnnaRoke": the letters of a handle, without what people put before their names.
  std::string handle(std::size_t m) const {
    const std::string_view text = text_of(m);
    if (text.find(' ') != std::string_view::npos || text.size() < 6) return {};
    std::string letters = intake::ascii_lower(text);
    std::erase_if(letters, [](char c) { return !intake::is_ascii_letter(c); });
    for (const std::string_view before : {"real", "the", "official"}) {
      if (letters.starts_with(before)) return letters.substr(before.size());
    }
    return letters;
  }

  // Countries by name, capital or metonym; cities; bodies and outlets. False for demonyms, which name nobody
  // alone.
  bool join_by_catalog(std::size_t m) {
    JoinedMention& mention = joined_.mentions[m];
    const CatalogEntry* city = nullptr;
    for (const CatalogMatch& match : readings_[m].matches) {
      if (match.entry && match.form == FormKind::name && match.entry->kind == CatalogKind::city && !city)
        city = match.entry;
    }
    for (const CatalogMatch& match : readings_[m].matches) {
      if (!match.entry) continue;
      switch (match.form) {
        case FormKind::demonym:
          continue;
        case FormKind::metonym:
          mention.metonym = true;
          put(m, cluster_of(*match.entry));
          return true;
        case FormKind::capital:
          if (!acts_or_is_addressed(words_, mention.words)) continue;
          mention.metonym = true;
          put(m, cluster_of(*match.entry));
          return true;
        case FormKind::name:
        case FormKind::acronym:
          if (match.entry->kind == CatalogKind::city && city != match.entry) continue;
          if (match.entry->kind == CatalogKind::city && is_metonym_of_capital(m)) continue;
          put(m, cluster_of(*match.entry));
          return true;
      }
    }
    return false;
  }

  // The city comes first in the list, but the context speaks of the government.
  bool is_metonym_of_capital(std::size_t m) const {
    const auto& matches = readings_[m].matches;
    const bool capital = std::any_of(matches.begin(), matches.end(), [](const CatalogMatch& match) {
      return match.form == FormKind::capital;
    });
    return capital && acts_or_is_addressed(words_, joined_.mentions[m].words);
  }

  std::uint32_t cluster_of(const CatalogEntry& entry) {
    const auto [at, fresh] = joined_.by_entry.try_emplace(&entry, 0);
    if (fresh) {
      // A name that stands in the article already may be what the catalog calls by another form.
      ClusterFacts facts;
      facts.entry = &entry;
      facts.name = normal_form(entry.name);
      facts.vote(entry.entity_kind, 6);
      const auto same = by_normal_.find(facts.name);
      if (same != by_normal_.end() && !joined_.clusters.facts(same->second).entry) {
        at->second = same->second;
        joined_.clusters.facts(same->second).entry = &entry;
      } else {
        at->second = joined_.clusters.add(std::move(facts));
      }
    }
    return at->second;
  }

  // Of several who share the part; before any was named, the first to come.
  std::optional<std::uint32_t> bearer_of_part(const PersonName& name) const {
    const auto at = by_part_.find(name.parts.front());
    if (at == by_part_.end()) return {};
    std::optional<std::uint32_t> best;
    std::size_t best_seen = 0;
    std::uint32_t best_mentions = 0;
    for (const std::uint32_t candidate : at->second) {
      const std::uint32_t root = joined_.clusters.root(candidate);
      const ClusterFacts& facts = joined_.clusters.facts(root);
      if (!may_be_one_person(name, facts.person)) continue;
      if (name.gender != Gender::unknown && facts.gender != Gender::unknown && name.gender != facts.gender)
        continue;
      const auto seen = last_seen_.find(root);
      const std::size_t when = seen == last_seen_.end() ? 0 : seen->second + 1;
      const bool family = !facts.person.parts.empty() && facts.person.family() == name.parts.front();
      // Who is named most is meant most; among equals, whoever was named last.
      const std::uint32_t weight = (when > 0 ? 2 * facts.mentions : 0) + (family ? 1 : 0);
      if (!best || weight > best_mentions || (weight == best_mentions && when > best_seen)) {
        best = root;
        best_seen = when;
        best_mentions = weight;
      }
    }
    return best;
  }

  // "River Relief International (RRI)", "Islamic State [IS]", and TAP beside TransAsia Press.
  void join_acronyms() {
    std::unordered_map<std::string, std::vector<std::size_t>> by_letters;
    for (std::size_t m = 0; m < readings_.size(); ++m) {
      if (!is_name(m) || joined_.mentions[m].words.size() < 2) continue;
      for (const std::string& letters : initials_of(text_of(m))) {
        auto& bearers = by_letters[letters];
        if (bearers.size() < kCandidates) bearers.push_back(m);
      }
    }
    for (std::size_t m = 0; m < readings_.size(); ++m) {
      if (!is_name(m) || !joined_.mentions[m].cluster) continue;
      const JoinedMention& mention = joined_.mentions[m];
      if (const auto named = named_before_bracket(m)) {
        joined_.clusters.join(*joined_.mentions[*named].cluster, *mention.cluster);
      } else if (mention.words.size() == 1 && is_acronym(text_of(m)) && readings_[m].matches.empty()) {
        const auto at = by_letters.find(readings_[m].normal);
        if (at == by_letters.end()) continue;
        for (const std::size_t full : at->second) {
          if (!joined_.mentions[full].cluster || !abbreviates(text_of(m), text_of(full))) continue;
          ClusterFacts& facts = joined_.clusters.facts(*mention.cluster);
          if (kind(full) == EntityKind::person) continue;
          facts.votes = joined_.clusters.facts(*joined_.mentions[full].cluster).votes;
          if (joined_.clusters.join(*joined_.mentions[full].cluster, *mention.cluster)) break;
        }
      }
    }
  }

  static std::vector<std::string> initials_of(std::string_view name) {
    std::string firsts;
    std::string capitals;
    std::string telling;
    const std::string normal = normal_form(name);
    for (std::size_t i = 0; i < normal.size();) {
      const std::size_t end = std::min(normal.find(' ', i), normal.size());
      firsts += normal[i];
      const std::string_view word = std::string_view(normal).substr(i, end - i);
      if (word != "of" && word != "and" && word != "the" && word != "for") telling += normal[i];
      i = end + 1;
    }
    for (const char c : name) {
      if (intake::is_ascii_upper(c)) capitals += intake::ascii_lower(c);
    }
    std::vector<std::string> all{firsts, telling, capitals};
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  // The name that a bracket follows in which this one stands, where the bracket is another name for it.
  std::optional<std::size_t> named_before_bracket(std::size_t m) const {
    std::uint32_t open = joined_.mentions[m].words.begin;
    if (open == 0) return {};
    --open;
    // "(ISIS/ISIL)": the second one's bracket opens before the first.
    if (words_.of(open) == "/" && m > 0)
      open = joined_.mentions[m - 1].words.begin == 0 ? open : joined_.mentions[m - 1].words.begin - 1;
    if ((words_.of(open) != "(" && words_.of(open) != "[") || m == 0) return {};
    const std::uint32_t behind = joined_.mentions[m].words.end;
    if (words_.of(behind) != ")" && words_.of(behind) != "]" && words_.of(behind) != "/") return {};
    for (std::size_t before = m; before-- > 0 && m - before < 4;) {
      const JoinedMention& mention = joined_.mentions[before];
      if (mention.form != MentionForm::name || mention.words.end != open || !mention.cluster) continue;
      if (kind(before) == EntityKind::person && kind(m) != EntityKind::person) return {};
      const bool acronym = is_acronym(text_of(m)) && text_of(m).find('-') == std::string_view::npos;
      if (!acronym && words_.of(open) != "[") return {};
      if (!abbreviates(text_of(m), text_of(before)) && kind(before) == EntityKind::place &&
          joined_.clusters.facts(*mention.cluster).entry)
        return {};
      return before;
    }
    return {};
  }

  JoinedMentions& joined_;
  const ArticleWords& words_;
  std::vector<NameReading> readings_;                                    // one a mention
  std::unordered_map<std::string, ClusterFacts> votes_;                  // by normal form
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_part_;  // people by each part of their names
  std::unordered_map<std::string, std::uint32_t> by_handle_;             // full names without blanks
  std::unordered_map<std::string, std::uint32_t> by_normal_;
  std::unordered_map<std::string, std::uint32_t>
      by_first_word_;                                         // of bodies' names: "Nistru" of "Nistru Online"
  std::unordered_map<std::uint32_t, std::size_t> last_seen_;  // the last mention of a cluster, by its root
};

}  // namespace

void join_names(JoinedMentions& joined) {
  NameJoiner(joined).join();
}

}  // namespace sayso::reading
