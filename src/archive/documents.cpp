#include "archive/documents.h"

#include <algorithm>

#include "archive/zstd_bytes.h"

namespace sayso::archive {
namespace {

constexpr std::size_t kShortestBeginning = 4;  // of an id; two articles of a small archive seldom share it
constexpr std::size_t kIdLength = 64;

std::optional<std::int64_t> find_key(Database& database, std::string_view id) {
  return database.find_integer("SELECT key FROM document WHERE id = ?1", id);
}

// The only row, if there is but one.
std::optional<std::int64_t> only_key(Statement rows) {
  if (!rows.step()) return std::nullopt;
  const std::int64_t key = rows.integer(0);
  return rows.step() ? std::nullopt : std::optional(key);
}

std::optional<std::int64_t> find_by_name(Database& database, std::string_view name) {
  if (const auto key = find_key(database, name)) return key;
  const bool is_beginning =
      name.size() >= kShortestBeginning && name.size() < kIdLength &&
      std::all_of(
          name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (is_beginning) {
    // 'g' comes behind all digits that may follow.
    const auto key = only_key(database.query("SELECT key FROM document WHERE id >= ?1 AND id < ?2 LIMIT 2",
                                             name, std::string(name) + 'g'));
    if (key) return key;
  }
  return only_key(database.query("SELECT key FROM document WHERE external_id = ?1 LIMIT 2", name));
}

std::optional<std::string> unpack(Database& database, std::string_view frame, std::string_view id) {
  std::optional<std::string> bytes = decompress(frame);
  if (!bytes) {
    database.fail({ErrorCode::bad_archive,
                   "it is damaged: what is stored of document " + std::string(id) + " cannot be unpacked",
                   database.file().string(), std::nullopt});
  }
  return bytes;
}

std::vector<FieldPath> fields_of(std::string_view lines) {
  std::vector<FieldPath> fields;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    if (Result<FieldPath> field = parse_field(lines.substr(0, end))) fields.push_back(*std::move(field));
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  return fields;
}

// 0, which no generator has, where it has read nothing.
std::int64_t key_of_generator(Database& database, const Generator& generator) {
  return database
      .find_integer("SELECT key FROM generator WHERE version = ?1 AND model = ?2 AND catalog = ?3",
                    generator.version, generator.model, generator.catalog)
      .value_or(0);
}

}  // namespace

std::optional<StoredDocument> find_document(Database& database, std::string_view name) {
  const auto key = find_by_name(database, name);
  if (!key) return std::nullopt;
  Statement row = database.query(
      "SELECT d.id, d.text_hash, d.external_id, d.input, d.url, o.name, d.title, d.published, g.version, "
      "g.model, "
      "g.catalog, (SELECT count(*) FROM attribution a WHERE a.document = d.key) "
      "FROM document d JOIN generator g ON g.key = d.generator LEFT JOIN outlet o ON o.key = d.outlet "
      "WHERE d.key = ?1",
      *key);
  if (!row.step()) return std::nullopt;
  return StoredDocument{.id = row.string(0),
                        .text_hash = row.string(1),
                        .external_id = row.string(2),
                        .input = row.string(3),
                        .url = row.string(4),
                        .outlet = row.string(5),
                        .title = row.string(6),
                        .published = row.string(7),
                        .generator = {row.string(8), row.string(9), row.string(10)},
                        .attributions = static_cast<std::uint32_t>(row.integer(11))};
}

std::optional<RawInput> find_raw_input(Database& database, std::string_view id) {
  Statement row = database.query(
      "SELECT r.format, r.name, r.outlet, r.published, r.max_bytes, r.bytes, r.fields FROM raw_input r "
      "JOIN document d ON d.key = r.document WHERE d.id = ?1",
      id);
  if (!row.step()) return std::nullopt;
  std::optional<std::string> bytes = unpack(database, row.text(5), id);
  if (!bytes) return std::nullopt;
  return RawInput{.format = format_named(row.text(0)).value_or(InputFormat::plain_text),
                  .name = row.string(1),
                  .bytes = *std::move(bytes),
                  .options = {.max_bytes = static_cast<std::uint64_t>(row.integer(4)),
                              .outlet = row.string(2),
                              .published = row.string(3),
                              .fields = fields_of(row.text(6))}};
}

std::vector<OutdatedDocument> list_outdated(Database& database, const Generator& generator,
                                            std::int64_t after, std::size_t limit) {
  // The + lets the key lead, so that places come in order without sorting.
  Statement rows =
      database.query("SELECT key, id FROM document WHERE key > ?1 AND +generator <> ?2 ORDER BY key LIMIT ?3",
                     after, key_of_generator(database, generator),
                     static_cast<std::int64_t>(std::min<std::size_t>(limit, INT32_MAX)));
  std::vector<OutdatedDocument> documents;
  while (rows.step()) documents.push_back({rows.integer(0), rows.string(1)});
  return documents;
}

std::uint64_t count_outdated(Database& database, const Generator& generator) {
  const auto count = database.find_integer(
      "SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM document WHERE generator = ?1)",
      key_of_generator(database, generator));
  return static_cast<std::uint64_t>(count.value_or(0));
}

std::optional<std::string> find_record_json(Database& database, std::string_view id, StoredRecord which) {
  Statement row = database.query(
      which == StoredRecord::current
          ? "SELECT r.json FROM record r JOIN document d ON d.key = r.document WHERE d.id = ?1"
          : "SELECT r.json FROM previous_record r JOIN document d ON d.key = r.document WHERE d.id = ?1",
      id);
  if (!row.step()) return std::nullopt;
  return unpack(database, row.text(0), id);
}

}  // namespace sayso::archive
