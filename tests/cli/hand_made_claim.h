// A claim for tests: a bridge that an engineer calls shut and a council calls open, then shut.
#pragma once

#include "sayso/claim_queries.h"

namespace sayso::cli {

inline ClaimPage bridge_page() {
  const std::string weir(64, 'a');
  const std::string post(64, 'b');
  const std::string bell(64, 'c');
  Claim claim;
  claim.id = "5f3c0011223344";
  claim.text = "The old bridge is shut.";
  claim.status = ClaimStatus::affirmed;
  claim.first = "2024-03-05";
  claim.last = "2024-03-09";
  claim.independent_origins = 2;
  claim.entities = {"old bridge", "Tilda Brask"};
  claim.statements = {
      {weir,
       "a1",
       "v1",
       "the old bridge is shut",
       Polarity::affirm,
       "Tilda Brask",
       "p1",
       {},
       "The Weir",
       "2024-03-05",
       0.8774},
      {post,
       "a4",
       "",
       "“The bridge\nis shut,”",
       Polarity::affirm,
       "Tilda Brask",
       "p1",
       {"The Weir"},
       "Post",
       "2024-03-06T08:00:00Z",
       0.9},
      {bell,
       "a2",
       "",
       "that the bridge was shut",
       Polarity::deny,
       "Weir Council",
       "o1",
       {},
       "Bell",
       "2024-03-07",
       0.7},
      {bell,
       "",
       "v9",
       "the bridge is shut",
       Polarity::uncertain,
       "unattributed: Bell",
       "",
       {},
       "Bell",
       "",
       0.5},
  };
  claim.origins = {{"Tilda Brask", "p1", {weir, post}, true, true, "speaks in both: same utterance"},
                   {"Weir Council", "o1", {bell}, true, true, "speaks for itself"},
                   {"anonymous: a clerk", "", {bell}, false, false, "the council’s own clerk"}};
  claim.copies = {{weir, post, CopyKind::excerpt, "61 of 80 words"}};
  claim.positions = {{"Weir Council", "2024-03-07", Polarity::deny},
                     {"Weir Council", "2024-03-09", Polarity::affirm}};
  ClaimPage page{.claim = claim, .documents = {}};
  page.documents[weir] = {weir, "", "The Weir", "", "2024-03-05T10:00:00Z", ""};
  page.documents[post] = {post, "", "Post", "", "2024-03-06", ""};
  return page;
}

}  // namespace sayso::cli
