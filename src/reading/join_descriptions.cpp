// Descriptions to who or what they describe. In the order of trust: words in apposition, roles with the same
// owner, a bare "the commission" for the last commission, the model's coreference where kinds agree.
#include <algorithm>
#include <unordered_set>

#include "reading/joined_mentions.h"
#include "reading/names.h"
#include "reading/noun_phrases.h"
#include "reading/roles.h"

namespace sayso::reading {
namespace {

constexpr std::size_t kCandidates = 8;  // latest bearers of a role or a noun that are looked at

class DescriptionJoiner {
 public:
  explicit DescriptionJoiner(JoinedMentions& joined) : joined_(joined), words_(joined.words) {}

  void join() {
    index_begins();
    find_home();
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      if (mentions()[m].form == MentionForm::name) name_seen(m);
      if (mentions()[m].form == MentionForm::nominal && !mentions()[m].cluster) describe(m);
    }
    join_to_later_names();
  }

 private:
  struct Bearer {
    std::uint32_t cluster;
    std::string of;
    std::size_t mention;
  };

  std::vector<JoinedMention>& mentions() { return joined_.mentions; }
  const JoinedMention& mention(std::size_t m) const { return joined_.mentions[m]; }

  void index_begins() {
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      const JoinedMention& found = mentions()[m];
      std::uint32_t begin = found.words.begin;
      if (found.title.size() > 0) begin = std::min(begin, found.title.begin);
      if (found.introduction.size() > 0) begin = std::min(begin, found.introduction.begin);
      begins_.try_emplace(begin, m);
      ends_.try_emplace(found.words.end, m);
      for (std::uint32_t w = found.words.begin; found.form == MentionForm::name && w < found.words.end; ++w) {
        name_at_[w] = m;
      }
    }
  }

  // A name with the words before it gives roles, and what later "the envoy" or "the website" may mean.
  void name_seen(std::size_t m) {
    const JoinedMention& name = mention(m);
    if (!name.cluster) return;
    if (name.title.size() > 0) {
      std::uint32_t noun = name.title.end - 1;
      for (std::uint32_t w = name.title.begin; w < name.title.end; ++w) {
        if (words_.small(w + 1) == "of") noun = w;  // "Secretary of State"
      }
      add_role(*name.cluster, name.title, noun, m);
    }
    if (name.introduction.size() > 0) {
      const std::uint32_t noun = name.introduction.end - 1;
      if (joined_.clusters.facts(*name.cluster).kind() == EntityKind::person) {
        add_role(*name.cluster, name.introduction, noun, m);
      } else {
        remember(words_.small(noun), {*name.cluster, {}, m});
      }
    }
    if (joined_.clusters.facts(*name.cluster).kind() != EntityKind::person) {
      remember(words_.small(name.words.end - 1), {*name.cluster, {}, m});
      for (std::uint32_t w = name.words.begin; w + 1 < name.words.end; ++w) {
        // "the institute" is the Institute of Lakes
        if (words_.small(w + 1) == "of" || words_.small(w + 1) == "for")
          remember(words_.small(w), {*name.cluster, {}, m});
      }
    }
    last_of_model(m);
  }

  void last_of_model(std::size_t m) {
    if (mention(m).model_entity && mention(m).cluster) by_model_[*mention(m).model_entity] = m;
  }

  void add_role(std::uint32_t cluster, WordRange phrase, std::uint32_t noun, std::size_t m) {
    RolePhrase role = read_role(words_, phrase, noun);
    if (phrase.size() == 1 && is_honorific(words_.of(phrase))) role.key = spelled_out(words_.small(noun));
    if (role.key.empty() || role.key == "mr" || role.key == "mrs" || role.key == "ms") return;
    const std::string of = key_of(role.of);
    remember(role.key, {cluster, of, m});
    const Gender gender = gender_of_noun(singular(words_.small(noun)));
    ClusterFacts& facts = joined_.clusters.facts(cluster);
    if (facts.gender == Gender::unknown) facts.gender = gender;
    joined_.roles.push_back({cluster, role.title, name_of(role.of), phrase});
  }

  static std::string spelled_out(std::string title) {
    std::erase(title, '.');
    if (title == "sen") return "senator";
    if (title == "gov") return "governor";
    if (title == "rep") return "representative";
    if (title == "gen") return "general";
    if (title == "dr") return "doctor";
    if (title == "prof") return "professor";
    if (title == "amb") return "envoy";
    return title;
  }

  void remember(const std::string& key, Bearer bearer) {
    if (key.empty()) return;
    auto& bearers = bearers_[std::string(document_key(key))];
    bearers.push_back(std::move(bearer));
    if (bearers.size() > kCandidates) bearers.erase(bearers.begin());
  }

  // Whose a role is, so that "Vesland’s" and "the Vesland" compare: the catalog's id, else the name's normal
  // form.
  std::string key_of(WordRange of) const {
    if (of.size() == 0) return {};
    if (const auto name = whole_name(of)) {
      const ClusterFacts& facts = joined_.clusters.facts(*mention(*name).cluster);
      return facts.entry ? facts.entry->id : facts.name;
    }
    if (const CatalogEntry* country = country_of(of)) return country->id;
    return normal_form(words_.of(of));
  }

  // The name that is all of the words, or their whole front: "[Vesland], the ministry’s" is not.
  std::optional<std::size_t> whole_name(WordRange of) const {
    const auto at = name_at_.find(of.begin);
    if (at == name_at_.end() || !mention(at->second).cluster) return {};
    const WordRange name = mention(at->second).words;
    return name.begin <= of.begin && of.end <= name.end ? std::optional(at->second) : std::nullopt;
  }

  std::string name_of(WordRange of) const {
    if (of.size() == 0) return {};
    if (const auto name = whole_name(of)) {
      const ClusterFacts& facts = joined_.clusters.facts(*mention(*name).cluster);
      if (facts.entry) return facts.entry->name;
    }
    if (const CatalogEntry* country = country_of(of)) return country->name;
    return one_line(words_.of(of));
  }

  // "Vesland", "Vesland’s", "the Veslandic": the country that the words name or whose adjective they are.
  const CatalogEntry* country_of(WordRange of) const {
    if (of.size() == 0 || of.size() > 4) return nullptr;
    for (const CatalogMatch& match : joined_.catalog.find(words_.of(of))) {
      if (match.entry && match.entry->kind == CatalogKind::country) return match.entry;
    }
    return nullptr;
  }

  void describe(std::size_t m) {
    if (by_apposition(m) || by_bracket(m) || by_polity(m) || by_name_inside(m) || by_role(m) || by_noun(m) ||
        by_last_body(m) || by_model(m) || by_office(m)) {
      put(m, *mentions()[m].cluster);
      return;
    }
    ClusterFacts facts;
    const JoinedMention& description = mention(m);
    facts.plural = description.noun.plural;
    facts.vote(kind_of(description), 3);
    facts.gender = gender_of_noun(singular(words_.small(description.head)));
    put(m, joined_.clusters.add(std::move(facts)));
  }

  EntityKind kind_of(const JoinedMention& description) const {
    if (description.noun.noun != HeadNoun::unknown) return entity_kind(description.noun);
    if (!description.model_type) return EntityKind::other;
    const bool plural = singular(words_.small(description.head)) != words_.small(description.head);
    switch (*description.model_type) {
      case EntityType::person:
        return plural ? EntityKind::group : EntityKind::person;
      case EntityType::organization:
        return plural ? EntityKind::group : EntityKind::organization;
      case EntityType::place:
        return EntityKind::place;
      case EntityType::event:
        return EntityKind::event;
      default:
        return EntityKind::other;
    }
  }

  void put(std::size_t m, std::uint32_t cluster) {
    JoinedMention& description = mentions()[m];
    description.cluster = cluster;
    ++joined_.clusters.facts(cluster).mentions;
    const HeadNoun noun = description.noun.noun;
    if (noun == HeadNoun::role && !description.noun.plural) {
      const RolePhrase role = read_role(words_, description.words, description.head);
      const std::string of = key_of(role.of);
      remember(role.key, {cluster, of, m});
      joined_.roles.push_back({cluster, role.title, name_of(role.of), description.words});
    } else {
      remember(words_.small(description.head), {cluster, key_of(owner(description)), m});
    }
    last_of_model(m);
  }

  // Takes a cluster for a description, where what is known of both agrees.
  bool take(std::size_t m, std::uint32_t cluster) {
    ClusterFacts facts;
    const JoinedMention& description = mention(m);
    facts.plural = description.noun.plural;
    facts.vote(kind_of(description), 3);
    facts.gender = gender_of_noun(singular(words_.small(description.head)));
    ClusterFacts& known = joined_.clusters.facts(cluster);
    if (!may_join(known, facts)) return false;
    if (known.gender == Gender::unknown) known.gender = facts.gender;
    mentions()[m].cluster = cluster;
    return true;
  }

  // "Anna Roke, the Vesland ambassador," and "Vesland’s ambassador, Anna Roke,".
  bool by_apposition(std::size_t m) {
    const JoinedMention& description = mention(m);
    const HeadNoun noun = description.noun.noun;
    if (description.noun.plural || noun == HeadNoun::document || noun == HeadNoun::event) return false;
    const std::uint32_t begin = description.words.begin;
    const std::uint32_t end = description.words.end;
    if (begin > 1 && words_.of(begin - 1) == "," && closes(end)) {
      const auto name = name_ending(begin - 1);
      if (name && take(m, *mention(*name).cluster)) return apposed_.insert(m).second;
    }
    // "a chief at the ministry and the president’s envoy": the second of two descriptions.
    if (begin > 1 && words_.of(begin - 1) == "and" && closes(end)) {
      const auto before = ends_.find(begin - 1);
      if (before != ends_.end() && apposed_.contains(before->second) &&
          take(m, *mention(before->second).cluster)) {
        return apposed_.insert(m).second;
      }
    }
    if (words_.of(end) == "," && noun != HeadNoun::unknown) {
      const auto next = begins_.find(end + 1);
      if (next == begins_.end()) return false;
      const JoinedMention& name = mention(next->second);
      if (name.form != MentionForm::name || !name.cluster) return false;
      if (!closes(name.words.end) && words_.relation(name.head) != Relation::appos) return false;
      return take(m, *name.cluster) && apposed_.insert(m).second;
    }
    return false;
  }

  // The name that ends before a comma, an acronym in brackets or an age between them left out.
  std::optional<std::size_t> name_ending(std::uint32_t comma) {
    std::uint32_t end = comma;
    if (end > 2 && words_.tag(end - 1) == Upos::num && words_.of(end - 2) == ",") end -= 2;
    for (std::uint32_t open = end; end > 3 && words_.of(end - 1) == ")" && open-- > 0 && end - open < 8;) {
      if (words_.of(open) != "(") continue;
      end = open;  // "(EVF)", "(D-N.Y.)"
      break;
    }
    const auto name = ends_.find(end);
    if (name == ends_.end() || mention(name->second).form != MentionForm::name ||
        !mention(name->second).cluster)
      return {};
    return name->second;
  }

  // An apposition ends at a comma, a full stop, a bracket, a relative clause or another "and".
  bool closes(std::uint32_t word) const {
    if (word >= words_.size() || words_.tag(word) == Upos::punct) return true;
    const std::string next = words_.small(word);
    return next == "who" || next == "which" || next == "whose" || next == "and";
  }

  // "this group [Taliban]".
  bool by_bracket(std::size_t m) {
    const std::uint32_t end = mention(m).words.end;
    if (words_.of(end) != "[" && words_.of(end) != "(") return false;
    const auto inside = begins_.find(end + 1);
    if (inside == begins_.end()) return false;
    const JoinedMention& name = mention(inside->second);
    if (name.form != MentionForm::name || !name.cluster) return false;
    if (words_.of(name.words.end) != "]" && words_.of(name.words.end) != ")") return false;
    if (words_.of(end) == "(" && !abbreviates(words_.of(name.words), words_.of(mention(m).words)))
      return false;
    const std::uint32_t cluster = *name.cluster;
    if (words_.of(end) == "(") joined_.clusters.facts(cluster).votes = {};
    return take(m, cluster);
  }

  // "the Vesland government", "Vesland’s administration" act for their country; "the Vesland capital" is a
  // city.
  bool by_polity(std::size_t m) {
    const JoinedMention& description = mention(m);
    const std::string noun = words_.small(description.head);
    const bool capital = noun == "capital" && description.definite;
    if ((description.noun.noun != HeadNoun::polity || noun == "authorities") && !capital) return false;
    const WordRange whose = owner(description);
    const CatalogEntry* country = country_of(whose);
    if (!country && bare(description) && words_.small(description.words.begin) == "the") country = home_;
    if (!country) return false;
    if (!capital) {
      mentions()[m].cluster = cluster_of(*country);
      return true;
    }
    const auto city = capital_of(*country);
    if (city) mentions()[m].cluster = *city;
    return city.has_value();
  }

  // The country's capital, where the article names it as a city.
  std::optional<std::uint32_t> capital_of(const CatalogEntry& country) const {
    std::optional<std::uint32_t> first;
    for (const auto& [entry, cluster] : joined_.by_entry) {
      if (entry->kind != CatalogKind::city || entry->country != country.country ||
          (first && *first < cluster))
        continue;
      for (const CatalogMatch& match : joined_.catalog.find(entry->name)) {
        if (match.form == FormKind::capital && match.entry == &country) first = cluster;
      }
    }
    return first;
  }

  // The country of the dateline, whose government "the government" is.
  void find_home() {
    for (const JoinedMention& found : mentions()) {
      const auto& sentences = words_.layers().sentences;
      const std::uint32_t sentence = words_.sentence(found.head);
      if (found.form != MentionForm::name || !found.cluster || sentence >= sentences.size()) continue;
      const std::uint32_t block = sentences[sentence].block;
      if (block >= joined_.block_kinds.size() || joined_.block_kinds[block] != BlockKind::dateline) continue;
      const CatalogEntry* entry = joined_.clusters.facts(*found.cluster).entry;
      const EntityKind kind = joined_.clusters.facts(*found.cluster).kind();
      if (!home_town_ && (kind == EntityKind::place || kind == EntityKind::other) &&
          !(entry && entry->kind == CatalogKind::country)) {
        home_town_ = found.cluster;
      }
      if (!home_ && entry && !entry->country.empty()) home_ = joined_.catalog.country(entry->country);
    }
  }

  std::uint32_t cluster_of(const CatalogEntry& entry) {
    const auto [at, fresh] = joined_.by_entry.try_emplace(&entry, 0);
    if (fresh) {
      ClusterFacts facts;
      facts.entry = &entry;
      facts.name = normal_form(entry.name);
      facts.vote(entry.entity_kind, 6);
      at->second = joined_.clusters.add(std::move(facts));
    }
    return at->second;
  }

  // The owner or the capitalised words between determiner and noun.
  WordRange owner(const JoinedMention& description) const {
    const RolePhrase role =
        read_role(words_, {description.words.begin, description.head + 1}, description.head);
    return role.of;
  }

  // "the Interfax news agency": the name inside says it.
  bool by_name_inside(std::size_t m) {
    const JoinedMention& description = mention(m);
    if (description.noun.noun != HeadNoun::body || description.noun.plural) return false;
    for (std::uint32_t w = description.head; w-- > description.words.begin;) {
      if (words_.is_possessive(w)) return false;
      const auto at = name_at_.find(w);
      if (at == name_at_.end()) continue;
      const JoinedMention& name = mention(at->second);
      if (!name.cluster ||
          (!is_medium(words_.small(description.head)) && words_.small(description.head) != "group"))
        return false;
      const EntityKind kind = joined_.clusters.facts(*name.cluster).kind();
      if (kind == EntityKind::person || kind == EntityKind::place) return false;
      mentions()[m].cluster = *name.cluster;
      return true;
    }
    return false;
  }

  // "the group", "the company", "the terrorist group": the body named last, in this sentence or the one
  // before.
  bool by_last_body(std::size_t m) {
    const JoinedMention& description = mention(m);
    const std::string noun = words_.small(description.head);
    const std::string first = words_.small(description.words.begin);
    if (first != "the" && first != "this") return false;
    if ((noun == "town" || noun == "city") && bare(description) && home_town_) return take(m, *home_town_);
    if (!is_generic_body(noun) && !is_medium(noun)) return false;
    if (description.words.end != description.head + 1 || description.words.size() > 3) return false;
    for (std::size_t before = m; before-- > 0 && m - before < 16;) {
      const JoinedMention& name = mention(before);
      if (words_.sentence(description.head) - words_.sentence(name.head) > 1) break;
      if (name.form != MentionForm::name || !name.cluster) continue;
      const ClusterFacts& facts = joined_.clusters.facts(*name.cluster);
      if (facts.kind() != EntityKind::organization ||
          (facts.entry && facts.entry->kind == CatalogKind::agency))
        continue;
      return take(m, *name.cluster);
    }
    return false;
  }

  // Nouns that any body may be called by.
  static bool is_generic_body(std::string_view noun) {
    return noun == "group" || noun == "company" || noun == "organization" || noun == "organisation" ||
           noun == "firm" || noun == "movement" || noun == "party";
  }

  // "the Vesland senator", "the candidate" who speaks or acts, when nobody is known by that office: newswire
  // varies its words for whoever it speaks of, so this is the person named last.
  bool by_office(std::size_t m) {
    const JoinedMention& description = mention(m);
    if (!is_office(words_.small(description.head)) || words_.small(description.words.begin) != "the")
      return false;
    if (description.words.end != description.head + 1 || description.quoted) return false;
    const Gender gender = gender_of_noun(words_.small(description.head));
    for (const bool subjects : {true, false}) {
      for (std::size_t before = m; before-- > 0 && m - before < 30;) {
        const JoinedMention& name = mention(before);
        if (words_.sentence(description.head) - words_.sentence(name.head) > 4) break;
        if (name.form != MentionForm::name || !name.cluster || name.quoted) continue;
        if (words_.sentence(name.head) == words_.sentence(description.head)) continue;
        if (subjects && words_.relation(name.head) != Relation::nsubj) continue;
        const ClusterFacts& facts = joined_.clusters.facts(*name.cluster);
        if (facts.kind() != EntityKind::person ||
            (gender != Gender::unknown && facts.gender != Gender::unknown && facts.gender != gender))
          continue;
        return take(m, *name.cluster);
      }
    }
    return false;
  }

  bool bare(const JoinedMention& description) const {
    return description.head - description.words.begin <= 1 && description.words.end == description.head + 1;
  }

  // "the Vesland ambassador", "the envoy": whoever has that office, the owner agreeing where both name one.
  bool by_role(std::size_t m) {
    const JoinedMention& description = mention(m);
    if (description.noun.noun != HeadNoun::role || description.noun.plural || !description.definite)
      return false;
    const RolePhrase role = read_role(words_, description.words, description.head);
    const std::string of = key_of(role.of);
    const auto at = bearers_.find(role.key);
    if (at == bearers_.end()) return false;
    const bool own_owner = words_.tag(description.words.begin) == Upos::pron;  // "its chairman"
    for (const bool same_owner : {true, false}) {
      for (auto bearer = at->second.rbegin(); bearer != at->second.rend(); ++bearer) {
        const bool agree = same_owner ? !of.empty() && bearer->of == of : of.empty() || bearer->of.empty();
        if (!agree) continue;
        if (own_owner && bearer->of.empty()) continue;
        if (!same_owner && !bare(description) && !of.empty() &&
            !joined_.clusters.facts(bearer->cluster).named())
          continue;
        if (take(m, bearer->cluster)) return true;
      }
    }
    return false;
  }

  // "the commission" after the Central Election Commission, "the report" after a report.
  bool by_noun(std::size_t m) {
    const JoinedMention& description = mention(m);
    if (!description.definite) return false;
    const std::string noun = words_.small(description.head);
    if (description.noun.noun == HeadNoun::role && !description.noun.plural) return false;
    const auto at = bearers_.find(std::string(document_key(noun)));
    if (at == bearers_.end()) return false;
    const std::string first = words_.small(description.words.begin);
    const bool demonstrative =
        first == "the" || first == "this" || first == "that" || first == "these" || first == "those";
    if (!demonstrative && !words_.is_possessive(description.head - (description.head > 0 ? 1 : 0)))
      return false;
    const std::string normal = normal_form(words_.of(description.words));
    for (auto bearer = at->second.rbegin(); bearer != at->second.rend(); ++bearer) {
      const bool same_words = normal_form(words_.of(mention(bearer->mention).words)) == normal;
      if (!same_words && !(bare(description) && demonstrative)) continue;
      if (take(m, bearer->cluster)) return true;
    }
    return false;
  }

  // The model's antecedent, where it is a named person or body of the same kind.
  bool by_model(std::size_t m) {
    const JoinedMention& description = mention(m);
    if (!description.definite || !description.model_entity || description.noun.plural) return false;
    const std::string first = words_.small(description.words.begin);
    if (first != "the" && first != "this" && first != "that") return false;
    const HeadNoun noun = description.noun.noun;
    if (noun != HeadNoun::role && noun != HeadNoun::person && noun != HeadNoun::body) return false;
    const std::string word = words_.small(description.head);
    if (noun == HeadNoun::body && !is_generic_body(word) && !(is_medium(word) && bare(description)))
      return false;
    const auto at = by_model_.find(*description.model_entity);
    if (at == by_model_.end()) return false;
    const ClusterFacts& facts = joined_.clusters.facts(*mention(at->second).cluster);
    if (!facts.named() || facts.kind() != kind_of(description)) return false;
    return take(m, *mention(at->second).cluster);
  }

  // "Vesland’s envoy denied ..." before "Anna Roke, the Vesland ambassador, told ...": roles with an owner
  // look ahead, once everything has been seen.
  void join_to_later_names() {
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      const JoinedMention& description = mention(m);
      if (description.form != MentionForm::nominal || description.noun.noun != HeadNoun::role ||
          description.noun.plural)
        continue;
      if (!description.definite || joined_.clusters.facts(*description.cluster).named()) continue;
      const RolePhrase role = read_role(words_, description.words, description.head);
      const std::string of = key_of(role.of);
      const auto at = bearers_.find(role.key);
      if (of.empty() || at == bearers_.end()) continue;
      for (const Bearer& bearer : at->second) {
        if (bearer.of != of || !joined_.clusters.facts(bearer.cluster).named()) continue;
        if (joined_.clusters.join(bearer.cluster, *description.cluster)) break;
      }
    }
  }

  JoinedMentions& joined_;
  const ArticleWords& words_;
  std::unordered_map<std::uint32_t, std::size_t> begins_;   // the longest mention that begins with a word
  std::unordered_map<std::uint32_t, std::size_t> ends_;     // the longest mention that ends before a word
  std::unordered_map<std::uint32_t, std::size_t> name_at_;  // the name that a word is part of
  std::unordered_map<std::string, std::vector<Bearer>> bearers_;  // by role or noun, the latest last
  std::unordered_map<std::uint32_t, std::size_t> by_model_;       // the last mention with the model's number
  const CatalogEntry* home_ = nullptr;
  std::optional<std::uint32_t> home_town_;
  std::unordered_set<std::size_t> apposed_;  // descriptions that stand in apposition to a name
};

}  // namespace

void join_descriptions(JoinedMentions& joined) {
  DescriptionJoiner(joined).join();
}

}  // namespace sayso::reading
