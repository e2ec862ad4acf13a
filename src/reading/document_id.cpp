#include "reading/document_id.h"

#include "language/sha256.h"

namespace sayso::reading {

std::string document_id(const Article& article) {
  if (!article.canonical_url.empty()) return language::sha256(article.canonical_url);
  return language::sha256(article.outlet + '\n' + article.title + '\n' + article.text);
}

}  // namespace sayso::reading
