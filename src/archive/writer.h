// Additions to the archive: documents with everything that hangs on them, one transaction a batch.
#pragma once

#include <span>
#include <vector>

#include "archive/database.h"
#include "archive/kept_claim_store.h"
#include "sayso/archive.h"

namespace sayso::archive {

Result<std::vector<ArchiveChange>> add_articles(Database& database, KeptClaimStore& store,
                                                std::span<const ArchiveArticle> batch);

// Whether the document of that id is stored with this article, as this generator reads it.
bool holds(Database& database, const std::string& id, const std::string& article_hash,
           const Generator& generator);

}  // namespace sayso::archive
