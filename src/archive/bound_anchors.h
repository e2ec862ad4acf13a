// Which items of a document the words of corrections stand for.
#pragma once

#include <optional>
#include <vector>

#include "archive/database.h"
#include "claims/claim_store.h"
#include "sayso/corrections.h"
#include "sayso/record.h"

namespace sayso::archive {

// Whether the kind is about entities; else it is about statements.
bool is_about_entities(CorrectionKind kind);
bool is_about_entities(std::string_view kind);

// The number of the statement (in the order of `items`, which are the text's) or of the entity that the words
// stand for; none where they are not in the text or stand for nothing there.
std::optional<std::uint32_t> find_statement(std::string_view text, const std::vector<claims::Item>& items,
                                            const Anchor& anchor);
std::optional<std::uint32_t> find_entity(const Record& record, const Anchor& anchor);

// Binds the anchors in this document, which was read just now, to its items; whether there are any.
bool bind_anchors(Database& database, std::int64_t document, const Record& record,
                  const std::vector<claims::Item>& statements);

// Their items are no more; whether there are any.
bool unbind_anchors(Database& database, const std::string& document);

}  // namespace sayso::archive
