// Roles: what somebody is called by office or task, and whose: "the Vesland ambassador", "a department chief
// at ...".
#pragma once

#include <string>
#include <string_view>

#include "reading/article_words.h"

namespace sayso::reading {

struct RolePhrase {
  std::string title;  // as it stands: "special envoy"
  std::string
      key;  // its last word in small letters, singular, synonyms made one: "envoy" and "ambassador" agree
  // Where the role belongs: the owner ("Vesland’s"), the adjective of a country ("Vesland"), else what stands
  // behind "of", "at" or "for". Empty where the words do not say.
  WordRange of;
};

// Of a noun phrase with its complements, `noun` being its head. Cost: its length.
RolePhrase read_role(const ArticleWords& words, WordRange phrase, std::uint32_t noun);

// "envoy" for "ambassador" and "emissary"; other words as they are. Small letters.
std::string_view role_key(std::string_view word);

}  // namespace sayso::reading
