// The statements of one group, read from the store, with what the store knows about their documents.
#pragma once

#include <vector>

#include "claims/claim_store.h"
#include "claims/statement.h"

namespace sayso::claims {

struct Member {
  ItemId id;
  Statement statement;
  ItemId
      origin_group;   // of the origin among the entities of all documents; empty document where there is none
  ItemId text_group;  // of the article among the texts: its copies have the same
};

// In the order of their ids. Items whose payload is no statement are left out. Cost: a few look-ups a member.
std::vector<Member> members_of(ClaimStore& store, const ItemId& group);

}  // namespace sayso::claims
