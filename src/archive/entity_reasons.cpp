#include "archive/entity_reasons.h"

#include "archive/documents.h"
#include "claims/shared_entities.h"
#include "sayso/record_json.h"

namespace sayso::archive {
namespace {

std::int64_t to_signed(std::uint64_t key) {
  return static_cast<std::int64_t>(key);
}

}  // namespace

void EntityReasons::note(std::uint64_t key, const std::string& why) {
  database_.run("INSERT OR IGNORE INTO merge_reason (key, why) VALUES (?1, ?2)", to_signed(key), why);
}

void EntityReasons::forget(std::uint64_t key) {
  database_.run("DELETE FROM merge_reason WHERE key = ?1", to_signed(key));
}

void EntityReasons::find(std::uint64_t key, const claims::ItemId& holder) {
  if (find_reason(database_, key)) return;
  const auto& reasons = reasons_in(holder.document);
  const auto why = reasons.find(key);
  if (why != reasons.end()) note(key, why->second);
}

// Of all keys that the document's entities may have, as they are kept.
const std::map<std::uint64_t, std::string>& EntityReasons::reasons_in(const std::string& document) {
  if (document == document_) return reasons_;
  document_ = document;
  reasons_.clear();
  const auto json = find_record_json(database_, document, StoredRecord::current);
  const Result<Record> record = json ? record_from_json(*json) : Error{ErrorCode::not_found, {}, {}, {}};
  if (!record) return reasons_;
  for (const claims::EntityKeys& keys : claims::entity_keys(*record)) {
    for (const auto& [key, why] : keys.why) reasons_.emplace(claims::reason_key(key), why);
  }
  return reasons_;
}

std::optional<std::string> find_reason(Database& database, std::uint64_t key) {
  return database.find_text("SELECT why FROM merge_reason WHERE key = ?1", to_signed(key));
}

}  // namespace sayso::archive
