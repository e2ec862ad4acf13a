// The claims stage's reasons for making entities one, in the archive's table merge_reason.
#pragma once

#include <map>
#include <string>

#include "archive/database.h"
#include "claims/entity_keys.h"
#include "claims/merge_reasons.h"

namespace sayso::archive {

// Works within the caller's transaction; a failure is the database's.
class EntityReasons final : public claims::MergeReasons {
 public:
  // The database outlives it.
  explicit EntityReasons(Database& database) : database_(database) {}

  void note(std::uint64_t key, const std::string& why) override;
  void find(std::uint64_t key, const claims::ItemId& holder) override;
  void forget(std::uint64_t key) override;

 private:
  const std::map<std::uint64_t, std::string>& reasons_in(const std::string& document);

  Database& database_;
  std::string document_;  // that was looked into last
  std::map<std::uint64_t, std::string> reasons_;
};

// None where none is kept.
std::optional<std::string> find_reason(Database& database, std::uint64_t key);

}  // namespace sayso::archive
