#include "archive/claims_update.h"

namespace sayso::archive {
namespace {

void append(claims::Change& all, const claims::Change& change) {
  all.groups.insert(all.groups.end(), change.groups.begin(), change.groups.end());
  all.gone.insert(all.gone.end(), change.gone.begin(), change.gone.end());
}

}  // namespace

ClaimsUpdate::ClaimsUpdate(Database& database) : store_(database) {}

void ClaimsUpdate::add(const Record& record) {
  note(claims::add_record(store_, record, corrections_));
}

void ClaimsUpdate::remove(const std::string& document) {
  note(claims::remove_record(store_, document, corrections_));
}

void ClaimsUpdate::note(const claims::Changes& changes) {
  append(changes_.statements, changes.statements);
  append(changes_.entities, changes.entities);
  append(changes_.texts, changes.texts);
}

void ClaimsUpdate::finish() {}

}  // namespace sayso::archive
