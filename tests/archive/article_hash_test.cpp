#include "archive/article_hash.h"

#include <gtest/gtest.h>

namespace sayso::archive {
namespace {

Article article_of(const std::string& outlet, const std::string& title, const std::string& text) {
  Article article;
  article.outlet = outlet;
  article.title = title;
  article.text = text;
  return article;
}

TEST(ArticleHash, ChangesWithWhatCanChangeTheRecord) {
  Article article = article_of("The Weir", "Bridge", "It opens.");
  article.authors = {"Ann"};
  const std::string hash = article_hash(article);
  for (std::string Article::*field :
       {&Article::canonical_url, &Article::outlet, &Article::title, &Article::credit, &Article::agency,
        &Article::syndicated_from, &Article::published, &Article::modified, &Article::language,
        &Article::text}) {
    Article other = article;
    other.*field += "x";
    EXPECT_NE(article_hash(other), hash);
  }
  Article other = article;
  other.authors.push_back("Ben");
  EXPECT_NE(article_hash(other), hash);
}

TEST(ArticleHash, DoesNotTellWhereItWasFound) {
  Article article = article_of("", "", "It opens.");
  const std::string hash = article_hash(article);
  article.input = "copy.txt";
  article.external_id = "7";
  article.url = "https://example.org/?utm=1";
  article.warn("invalid_utf8");
  EXPECT_EQ(article_hash(article), hash);
}

TEST(ArticleHash, FieldsDoNotRunIntoOneAnother) {
  const Article a = article_of("ab", "c", "");
  const Article b = article_of("a", "bc", "");
  EXPECT_NE(article_hash(a), article_hash(b));
}

}  // namespace
}  // namespace sayso::archive
