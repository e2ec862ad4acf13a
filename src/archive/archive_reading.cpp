#include "archive/archive_reading.h"

namespace sayso::archive {

DocumentCards Reading::cards_of(const std::set<std::string>& documents) {
  DocumentCards cards;
  for (const std::string& id : documents) {
    Statement row = database.query(
        "SELECT d.external_id, o.name, d.title, d.published, d.url FROM document d LEFT JOIN outlet o ON "
        "o.key = d.outlet "
        "WHERE d.id = ?1",
        id);
    if (row.step())
      cards[id] = {id, row.string(0), row.string(1), row.string(2), row.string(3), row.string(4)};
  }
  return cards;
}

}  // namespace sayso::archive
