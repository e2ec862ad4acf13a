#include "reading/entities.h"

#include <algorithm>
#include <unordered_set>

#include "intake/ascii.h"
#include "reading/anonymous.h"
#include "reading/joined_mentions.h"
#include "reading/names.h"
#include "reading/noun_phrases.h"

namespace sayso::reading {
namespace {

// Clusters to entities: names, kinds, aliases, roles.
class EntityWriter {
 public:
  explicit EntityWriter(const JoinedMentions& joined) : joined_(joined), words_(joined.words) {}

  EntityReading write() {
    for (const JoinedMention& mention : joined_.mentions) {
      if (mention.cluster) add_mention(mention);
    }
    name_entities();
    add_aliases();
    add_roles();
    for (Entity& entity : reading_.entities)
      reading_.by_name.try_emplace(normal_form(entity.name), index_of(entity));
    return std::move(reading_);
  }

 private:
  std::uint32_t index_of(const Entity& entity) const {
    return static_cast<std::uint32_t>(&entity - reading_.entities.data());
  }

  void add_mention(const JoinedMention& mention) {
    const std::uint32_t root = joined_.clusters.root(*mention.cluster);
    const auto [at, fresh] =
        entity_of_.try_emplace(root, static_cast<std::uint32_t>(reading_.entities.size()));
    if (fresh) {
      Entity& entity = reading_.entities.emplace_back();
      entity.id = "e" + std::to_string(reading_.entities.size());
      const ClusterFacts& facts = joined_.clusters.facts(root);
      entity.kind = facts.entry ? facts.entry->entity_kind : facts.kind();
      if (facts.entry) {
        entity.catalog = facts.entry->id;
        entity.place = facts.entry->place;
      }
      of_entity_.emplace_back();
    }
    of_entity_[at->second].push_back(&mention);
    EntityMention& written = reading_.mentions.emplace_back();
    written.id = "m" + std::to_string(reading_.mentions.size());
    written.entity = at->second;
    written.span = words_.span(mention.words);
    written.form = mention.form;
    written.metonym = mention.metonym;
  }

  std::string surface(const JoinedMention& mention) const { return one_line(bare(words_.of(mention.words))); }

  void name_entities() {
    for (std::size_t e = 0; e < reading_.entities.size(); ++e) reading_.entities[e].name = name_of(e);
  }

  std::string name_of(std::size_t e) const {
    const Entity& entity = reading_.entities[e];
    const JoinedMention& first = *of_entity_[e].front();
    const ClusterFacts& facts = joined_.clusters.facts(*first.cluster);
    if (facts.entry && facts.entry->kind == CatalogKind::organization) {
      // As the article calls it, where that is more than an acronym: "State Department".
      if (std::string name = fullest_name(e); name.find(' ') != std::string::npos) return name;
    }
    if (facts.entry) return facts.entry->name;
    if (std::string name = fullest_name(e); !name.empty()) return name;
    for (const JoinedMention* mention : of_entity_[e]) {
      if (mention->form != MentionForm::nominal) continue;
      if (entity.kind == EntityKind::person || entity.kind == EntityKind::group)
        return anonymous_name(words_, mention->words);
      if (entity.kind == EntityKind::document) return document_name(words_, mention->head);
      return describe(words_, mention->words);
    }
    return std::string(kUnspecified);  // cannot be: a cluster begins with a name or a description
  }

  // Of a person the one with the most parts, of others the longest; none that is all capitals where another
  // is.
  std::string fullest_name(std::size_t e) const {
    const bool person = reading_.entities[e].kind == EntityKind::person;
    std::string best;
    std::size_t best_rank = 0;
    for (const JoinedMention* mention : of_entity_[e]) {
      if (mention->form != MentionForm::name) continue;
      std::string name = surface(*mention);
      const bool shouted = is_shouted(name);
      const std::size_t length = person ? parse_person(name).parts.size() : name.size();
      const std::size_t rank = 2 * length + (shouted ? 0 : 1);
      if (rank > best_rank) {
        best_rank = rank;
        best = std::move(name);
      }
    }
    return is_shouted(best) && best.size() > 5 ? in_title_case(best) : best;
  }

  static bool is_shouted(std::string_view name) {
    std::size_t capitals = 0;
    for (const char c : name) {
      if (intake::is_ascii_letter(c) && !intake::is_ascii_upper(c)) return false;
      capitals += intake::is_ascii_upper(c);
    }
    return capitals > 1;
  }

  static std::string in_title_case(std::string name) {
    bool first = true;
    for (char& c : name) {
      if (intake::is_ascii_letter(c) && !first) c = intake::ascii_lower(c);
      first = c == ' ' || c == '-';
    }
    return name;
  }

  void add_aliases() {
    for (std::size_t e = 0; e < reading_.entities.size(); ++e) {
      Entity& entity = reading_.entities[e];
      std::unordered_set<std::string> known{entity.name};
      for (const JoinedMention* mention : of_entity_[e]) {
        if (mention->form == MentionForm::pronoun) continue;
        std::string form = surface(*mention);
        if (!form.empty() && known.insert(form).second) entity.aliases.push_back(std::move(form));
      }
    }
  }

  void add_roles() {
    std::unordered_set<std::uint64_t> known;
    for (const JoinedMentions::RoleEvidence& role : joined_.roles) {
      const auto at = entity_of_.find(joined_.clusters.root(role.cluster));
      if (at == entity_of_.end()) continue;
      const Span span = words_.span(role.words);
      if (!known.insert((std::uint64_t{span.begin} << 32) | span.end).second) continue;
      reading_.entities[at->second].roles.push_back({role.title, role.of, span});
    }
  }

  const JoinedMentions& joined_;
  const ArticleWords& words_;
  EntityReading reading_;
  std::unordered_map<std::uint32_t, std::uint32_t> entity_of_;  // by root
  std::vector<std::vector<const JoinedMention*>> of_entity_;
};

}  // namespace

EntityReading read_entities(const Article& article, const Layers& layers, const Catalog& catalog) {
  const ArticleWords words(article.text, layers);
  JoinedMentions joined{words, catalog, {}, {}, {}, {}, {}};
  for (const Block& block : article.blocks) joined.block_kinds.push_back(block.kind);
  for (FoundMention& mention : find_mentions(words, article)) {
    joined.mentions.push_back({std::move(mention), std::nullopt, false});
  }
  join_names(joined);
  join_descriptions(joined);
  join_pronouns(joined);
  return EntityWriter(joined).write();
}

}  // namespace sayso::reading
