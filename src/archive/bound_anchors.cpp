#include "archive/bound_anchors.h"

#include <algorithm>
#include <array>

#include "archive/anchors.h"
#include "archive/sqlite_claim_store.h"
#include "claims/statement.h"

namespace sayso::archive {
namespace {

using claims::ItemKind;

// A newer model may cut a statement otherwise; it is the same one if half of the two is.
constexpr double kLeastOverlap = 0.5;

double overlap(const Span& a, const Span& b) {
  const auto begin = std::max(a.begin, b.begin);
  const auto end = std::min(a.end, b.end);
  if (begin >= end) return 0;
  const auto all = std::max(a.end, b.end) - std::min(a.begin, b.begin);
  return static_cast<double>(end - begin) / static_cast<double>(all);
}

}  // namespace

bool is_about_entities(CorrectionKind kind) {
  return kind == CorrectionKind::merge || kind == CorrectionKind::split || kind == CorrectionKind::rename;
}

bool is_about_entities(std::string_view kind) {
  return std::ranges::any_of(
      std::array{CorrectionKind::merge, CorrectionKind::split, CorrectionKind::rename},
      [&](CorrectionKind about_entities) { return kind == to_string(about_entities); });
}

std::optional<std::uint32_t> find_statement(std::string_view text, const std::vector<claims::Item>& items,
                                            const Anchor& anchor) {
  const std::optional<Span> words = find_anchor(text, anchor);
  if (!words) return std::nullopt;
  std::optional<std::uint32_t> best;
  double best_overlap = kLeastOverlap;
  for (const claims::Item& item : items) {
    const auto statement = claims::decode_statement(item.payload);
    if (!statement) continue;
    const double shared = overlap(statement->span, *words);
    if (shared < best_overlap || (best && shared == best_overlap)) continue;
    best = item.id.number;
    best_overlap = shared;
  }
  return best;
}

std::optional<std::uint32_t> find_entity(const Record& record, const Anchor& anchor) {
  const std::optional<Span> words = find_anchor(record.document.text, anchor);
  if (!words) return std::nullopt;
  std::optional<std::uint32_t> best;
  double best_overlap = kLeastOverlap;
  for (const EntityMention& mention : record.mentions) {
    const double shared = overlap(mention.span, *words);
    if (shared < best_overlap || (best && shared == best_overlap)) continue;
    best = mention.entity;
    best_overlap = shared;
  }
  return best;
}

bool bind_anchors(Database& database, std::int64_t document, const Record& record,
                  const std::vector<claims::Item>& statements) {
  struct Found {
    std::int64_t correction, position;
    std::optional<std::int64_t> item;
  };
  std::vector<Found> found;
  Statement rows = database.query(
      "SELECT a.correction, a.position, c.kind, a.quote, a.prefix, a.suffix FROM correction_anchor a "
      "JOIN correction c ON c.number = a.correction WHERE a.document = ?1",
      record.id);
  while (rows.step()) {
    const Anchor anchor = {record.id, rows.string(3), rows.string(4), rows.string(5)};
    const bool entities = is_about_entities(rows.text(2));
    const auto number =
        entities ? find_entity(record, anchor) : find_statement(record.document.text, statements, anchor);
    const ItemKind kind = entities ? ItemKind::entity : ItemKind::statement;
    found.push_back({rows.integer(0), rows.integer(1),
                     number ? std::optional(item_key_of(document, kind, *number)) : std::nullopt});
  }
  for (const Found& anchor : found) {
    database.run("UPDATE correction_anchor SET item = ?3 WHERE correction = ?1 AND position = ?2",
                 anchor.correction, anchor.position, anchor.item);
  }
  return !found.empty();
}

bool unbind_anchors(Database& database, const std::string& document) {
  database.run("UPDATE correction_anchor SET item = NULL WHERE document = ?1", document);
  return database.changes() > 0;
}

}  // namespace sayso::archive
