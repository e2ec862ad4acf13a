#include <nlohmann/json.hpp>

#include "archive/archive_reading.h"
#include "claims/claims.h"
#include "sayso/export.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;
using claims::ItemId;
using claims::ItemKind;
using Json = nlohmann::ordered_json;

class Dossier {
 public:
  explicit Dossier(Reading& reading) : reading_(reading) {
    Statement row = reading.database.query("SELECT id, coalesce(external_id, id) FROM document ORDER BY key");
    while (row.step()) names_[row.string(0)] = row.string(1);
  }

  Json make() {
    Json claims = Json::array(), copies = Json::array();
    std::set<std::pair<std::string, std::string>> seen;
    for (const ItemId& group : groups()) {
      const auto claim = claims::build_claim(reading_.corrected, group);
      if (!claim) continue;
      add_claim(*claim, claims);
      for (const Copy& copy : claim->copies) {
        if (seen.emplace(copy.of, copy.document).second) copies.push_back(to_json(copy));
      }
    }
    return {{"claims", std::move(claims)}, {"copies", std::move(copies)}, {"entities", entities()}};
  }

 private:
  // Of all statements, also of those that nobody else makes.
  std::vector<ItemId> groups() {
    std::vector<ItemId> out;
    Statement row = reading_.database.query(
        "SELECT DISTINCT group_key FROM item WHERE (key >> 24) & 3 = ?1 ORDER BY group_key",
        static_cast<std::int64_t>(ItemKind::statement));
    while (row.step()) out.push_back(reading_.store.item_id(row.integer(0)));
    return out;
  }

  const std::string& name(const std::string& document) { return names_[document]; }

  Json to_json(const ClaimStatement& s) {
    return {{"article", name(s.document)},
            {"quote", s.quote},
            {"polarity", to_string(s.polarity)},
            {"origin", s.origin},
            {"via", s.via},
            {"time", s.date.empty() ? Json(nullptr) : Json(s.date)}};
  }

  Json to_json(const Copy& copy) {
    return {{"of", name(copy.of)}, {"article", name(copy.document)}, {"kind", to_string(copy.kind)}};
  }

  // What only one text and its copies say is no claim that recurs: its statements stand alone.
  void add_claim(const Claim& claim, Json& claims) {
    Json origins = Json::array(), statements = Json::array();
    for (const ClaimOrigin& origin : claim.origins) {
      if (origin.independent) origins.push_back(origin.name);
    }
    for (const ClaimStatement& s : claim.statements) statements.push_back(to_json(s));
    if (claims::recurs(claim)) {
      claims.push_back({{"id", claim.id},
                        {"text", claim.text},
                        {"status", to_string(claim.status)},
                        {"statements", std::move(statements)},
                        {"independent_origins", std::move(origins)}});
      return;
    }
    for (Json& statement : statements) {
      Json own = Json::array();
      own.push_back(statement["origin"]);
      claims.push_back(
          {{"statements", Json::array({std::move(statement)})}, {"independent_origins", std::move(own)}});
    }
  }

  // Groups of entities with all that they are called, and may be called by their family name.
  Json entities() {
    std::map<std::int64_t, std::pair<Json, std::set<std::string>>> groups;
    Statement row = reading_.database.query(
        "SELECT i.group_key, e.name, e.type, n.name FROM entity e "
        "JOIN item i ON i.key = (e.document << 26) + (?1 << 24) + e.number - 1 "
        "LEFT JOIN (SELECT entity, name FROM entity_name UNION SELECT entity, text FROM entity_alias) n "
        "ON n.entity = i.key ORDER BY e.document, e.number",
        static_cast<std::int64_t>(ItemKind::entity));
    while (row.step()) {
      auto& [entity, aliases] = groups[row.integer(0)];
      if (entity.is_null()) entity = {{"name", row.string(1)}, {"type", row.string(2)}};
      aliases.insert(row.string(1));
      if (!row.is_null(3)) aliases.insert(row.string(3));
    }
    Json out = Json::array();
    for (auto& [key, group] : groups) {
      group.first["aliases"] = group.second;
      out.push_back(std::move(group.first));
    }
    return out;
  }

  Reading& reading_;
  std::map<std::string, std::string> names_;  // of articles, by document
};

}  // namespace

Result<std::string> export_dossier(const Archive& archive) {
  Reading reading(archive);
  std::string text = Dossier(reading).make().dump(-1, ' ', false, Json::error_handler_t::replace);
  return reading.checked(std::move(text));
}

}  // namespace sayso
