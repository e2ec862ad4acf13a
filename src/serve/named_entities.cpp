#include "serve/named_entities.h"

namespace sayso::serve {

Result<std::vector<std::string>> ids_named(const Archive& archive, const std::string& name) {
  constexpr std::size_t kNamesakes = 20;
  std::vector<std::string> ids;
  if (name.empty()) return ids;
  const auto found = find_entities(archive, name, kNamesakes);
  if (!found) return found.error();
  for (const EntitySummary& entity : *found) ids.push_back(entity.id);
  if (ids.empty()) ids.emplace_back(" ");
  return ids;
}

}  // namespace sayso::serve
