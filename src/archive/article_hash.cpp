#include "archive/article_hash.h"

#include "language/sha256.h"

namespace sayso::archive {
namespace {

// With its length in front, so that no two lists of fields run into one another.
void append(std::string& all, const std::string& field) {
  all += std::to_string(field.size()) + ':' + field;
}

}  // namespace

std::string article_hash(const Article& article) {
  std::string all;
  for (const std::string* field :
       {&article.canonical_url, &article.outlet, &article.title, &article.credit, &article.agency,
        &article.syndicated_from, &article.published, &article.modified, &article.language, &article.text}) {
    append(all, *field);
  }
  for (const std::string& author : article.authors) append(all, author);
  return language::sha256(all);
}

}  // namespace sayso::archive
