// One document's statements in and out of a store: the call that an archive makes for each.
#pragma once

#include <string>
#include <vector>

#include "claims/claim_store.h"
#include "claims/linker.h"
#include "sayso/record.h"

namespace sayso::claims {

// What a person said about pairs of items, for each kind of item that is linked here.
struct AllCorrections {
  Corrections statements;
  Corrections texts;
};

// What has changed for each kind of item. Claims are also to be built again where a document's copies were
// linked anew: claims_touched() says which.
struct Changes {
  Change statements;
  Change texts;
};

// How statements grow into claims.
inline constexpr GroupRule kStatementRule{.by_density = true, .least_density = 0.16, .representatives = 64};

// The record's statements as items, with their keys.
std::vector<Item> statement_items(const Record& record);

// The record's document must not be in the store. Cost: that of its neighbourhood, see Linker.
Changes add_record(ClaimStore& store, const Record& record, const AllCorrections& corrections = {});

// All items of the document and their links.
Changes remove_record(ClaimStore& store, const std::string& document, const AllCorrections& corrections = {});

// Groups the statements again, and whatever hangs together with them, after corrections about them have
// changed.
Changes regroup_statements(ClaimStore& store, const std::vector<ItemId>& statements,
                           const AllCorrections& corrections);

// Claims that are to be built again or, where they have no members any more, to be dropped; sorted.
std::vector<ItemId> claims_touched(ClaimStore& store, const Changes& changes);

}  // namespace sayso::claims
