#include "claims/claims.h"

#include <gtest/gtest.h>

namespace sayso::claims {
namespace {

Claim claim_in(const std::vector<std::string>& documents) {
  Claim claim;
  for (const std::string& document : documents) {
    ClaimStatement statement;
    statement.document = document;
    claim.statements.push_back(statement);
  }
  return claim;
}

TEST(Recurs, InTwoTextsThatAreNoCopies) {
  EXPECT_FALSE(recurs(claim_in({})));
  EXPECT_FALSE(recurs(claim_in({"a", "a"})));
  EXPECT_TRUE(recurs(claim_in({"a", "b"})));
}

TEST(Recurs, NotInCopiesOfCopies) {
  Claim claim = claim_in({"a", "b", "c"});
  claim.copies = {{"b", "c", CopyKind::reprint, ""}, {"a", "b", CopyKind::rewrite, ""}};
  EXPECT_FALSE(recurs(claim));
  claim.copies.pop_back();
  EXPECT_TRUE(recurs(claim));
}

}  // namespace
}  // namespace sayso::claims
