// Where an article speaks of somebody or something: names, noun phrases, pronouns, before they are joined.
#pragma once

#include <optional>
#include <vector>

#include "reading/article_words.h"
#include "reading/head_nouns.h"
#include "sayso/article.h"

namespace sayso::reading {

struct FoundMention {
  WordRange words;
  std::uint32_t head = 0;
  MentionForm form = MentionForm::nominal;

  // Of names:
  WordRange title;  // "Foreign Minister" before it; empty where there is none
  WordRange
      introduction;  // "the website", "hydrologist": common nouns before it, its head last; may be empty
  std::optional<NameType> type;  // by the names head or a title

  // Of noun phrases, and of the last word of a name:
  HeadNounKind noun;
  bool definite = false;  // "the", "this", an owner

  // What the mentions head says of it.
  std::optional<EntityType> model_type;
  std::optional<std::uint32_t> model_entity;

  bool quoted = false;  // inside quotation marks
};

// In the order of the text. Of blocks that are read, and of bylines, datelines, credits and headings. Cost:
// linear.
std::vector<FoundMention> find_mentions(const ArticleWords& words, const Article& article);

}  // namespace sayso::reading
