#include "reading/document_id.h"

#include <gtest/gtest.h>

#include "language/sha256.h"

namespace sayso::reading {
namespace {

TEST(DocumentId, FromTheCanonicalAddressElseFromTheText) {
  Article article;
  article.outlet = "O";
  article.title = "T";
  article.text = "X";
  EXPECT_EQ(document_id(article), language::sha256("O\nT\nX"));
  article.canonical_url = "https://example.org/a";
  EXPECT_EQ(document_id(article), language::sha256("https://example.org/a"));
}

// FIPS 180-2, appendix B.1.
TEST(Sha256, KnownAnswer) {
  EXPECT_EQ(language::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace sayso::reading
