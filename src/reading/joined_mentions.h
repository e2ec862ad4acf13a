// An article's mentions while they are being joined; each step adds to it.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "reading/article_words.h"
#include "reading/catalog.h"
#include "reading/entity_clusters.h"
#include "reading/entity_mentions.h"
#include "sayso/article.h"

namespace sayso::reading {

struct JoinedMention : FoundMention {
  std::optional<std::uint32_t> cluster;
  bool metonym = false;
};

struct JoinedMentions {
  const ArticleWords& words;
  const Catalog& catalog;
  std::vector<BlockKind> block_kinds;   // of the article's blocks
  std::vector<JoinedMention> mentions;  // in the order of the text
  EntityClusters clusters;
  // A role's evidence: "the Vesland ambassador" is that of its cluster.
  struct RoleEvidence {
    std::uint32_t cluster;
    std::string title;
    std::string of;
    WordRange words;
  };
  std::vector<RoleEvidence> roles;
  std::unordered_map<const CatalogEntry*, std::uint32_t>
      by_entry;  // the catalog's actors that the article has
};

// Names with the same bearer: by parts, acronyms, the catalog, metonymy. First step. Cost: linear, since a
// name is compared with the last few that share a word with it.
void join_names(JoinedMentions& joined);

// Appositions, roles and other descriptions to the names they belong to, and among each other. Second step.
void join_descriptions(JoinedMentions& joined);

// Personal pronouns. Third step; looks back over a bounded number of mentions.
void join_pronouns(JoinedMentions& joined);

// Whether the word is a form of "say" or its kin. Small letters.
bool is_speech_verb(std::string_view word);

}  // namespace sayso::reading
