#include "archive/writer.h"

#include "archive/article_hash.h"
#include "archive/claims_update.h"
#include "archive/record_rows.h"
#include "archive/zstd_bytes.h"
#include "intake/utf8.h"
#include "sayso/record_json.h"

namespace sayso::archive {
namespace {

// Names of files may be any bytes; columns of text are UTF-8.
std::string as_text(const std::string& name) {
  std::uint32_t replaced = 0;
  return intake::repair_utf8(name, replaced);
}

std::optional<std::int64_t> find_document(Database& database, const std::string& id) {
  return database.find_integer("SELECT key FROM document WHERE id = ?1", id);
}

std::string field_lines(const std::vector<FieldPath>& fields) {
  std::string lines;
  for (const FieldPath& field : fields) lines += field.fact + "=" + field.path + "\n";
  return lines;
}

void put_raw_input(Database& database, std::int64_t document, const RawInput& raw,
                   const std::string& packed) {
  database.run(
      "INSERT OR REPLACE INTO raw_input (document, format, name, outlet, published, max_bytes, bytes, "
      "fields) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      document, to_string(raw.format), as_text(raw.name), raw.options.outlet, raw.options.published,
      static_cast<std::int64_t>(std::min<std::uint64_t>(raw.options.max_bytes, INT64_MAX)), Blob{packed},
      field_lines(raw.options.fields));
}

void keep_as_previous(Database& database, std::int64_t from, std::int64_t to) {
  database.run(
      "INSERT OR REPLACE INTO previous_record (document, json) SELECT ?2, json FROM record WHERE document = "
      "?1",
      from, to);
}

// A document that another reading gave another id: its successor has its record, everything else goes.
void remove_predecessor(Database& database, ClaimsUpdate& claims, const std::string& id,
                        std::int64_t successor) {
  const auto key = find_document(database, id);
  if (!key || *key == successor) return;
  keep_as_previous(database, *key, successor);
  claims.remove(id);
  remove_rows(database, *key);
  database.run("DELETE FROM document WHERE key = ?1", *key);  // its blobs go with it
}

void put_article(Database& database, ClaimsUpdate& claims, const ArchiveArticle& article,
                 const std::string& hash) {
  const std::int64_t key = put_document(database, article.record, hash);
  if (!article.reread.empty()) remove_predecessor(database, claims, article.reread, key);
  put_rows(database, key, article.record);
  const std::string record =
      article.packed_record.empty() ? compress(to_json(article.record)) : article.packed_record;
  database.run("INSERT OR REPLACE INTO record (document, json) VALUES (?1, ?2)", key, Blob{record});
  put_raw_input(database, key, article.raw,
                article.packed_raw.empty() ? compress(article.raw.bytes) : article.packed_raw);
  claims.add(article.record);
}

ArchiveChange add_article(Database& database, ClaimsUpdate& claims, const ArchiveArticle& article) {
  const std::string& id = article.record.id;
  const std::string hash = article_hash(article.record.document);
  const auto stored = find_document(database, id);
  if (stored && holds(database, id, hash, article.record.generator)) return ArchiveChange::unchanged;
  if (stored) {
    claims.remove(id);
    keep_as_previous(database, *stored, *stored);
    remove_rows(database, *stored);
  }
  put_article(database, claims, article, hash);
  return stored || !article.reread.empty() ? ArchiveChange::replaced : ArchiveChange::added;
}

}  // namespace

bool holds(Database& database, const std::string& id, const std::string& article_hash,
           const Generator& generator) {
  return database
      .find_integer(
          "SELECT 1 FROM document d JOIN generator g ON g.key = d.generator "
          "WHERE d.id = ?1 AND d.article_hash = ?2 AND g.version = ?3 AND g.model = ?4 AND g.catalog = ?5",
          id, article_hash, generator.version, generator.model, generator.catalog)
      .has_value();
}

Result<std::vector<ArchiveChange>> add_articles(Database& database, KeptClaimStore& store,
                                                std::span<const ArchiveArticle> batch) {
  std::vector<ArchiveChange> changes;
  changes.reserve(batch.size());
  Transaction transaction(database);
  ClaimsUpdate claims(database, store.open(database));
  for (const ArchiveArticle& article : batch) {
    changes.push_back(add_article(database, claims, article));
    if (database.failed()) break;
  }
  if (!database.failed()) claims.finish();
  if (auto failure = transaction.commit()) return *std::move(failure);
  store.keep();
  return changes;
}

}  // namespace sayso::archive
