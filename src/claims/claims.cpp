#include "claims/claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "claims/copies.h"
#include "claims/members.h"
#include "claims/origins.h"
#include "claims/polarity.h"
#include "language/sha256.h"

namespace sayso::claims {
namespace {

constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kMostEntities = 8;

std::string when(const Statement& s) {
  return s.said.empty() ? s.published.substr(0, 10) : s.said;
}

std::string id_of(const std::vector<Member>& members) {
  std::string all;
  for (const Member& member : members) {
    all += member.id.document.text() + '#' + std::to_string(member.id.number) + '\n' +
           member.statement.quote + '\n';
  }
  return language::sha256(all).substr(0, kIdDigits);
}

// Names that most statements share, most frequent first.
std::vector<std::string> entities_of(const std::vector<Member>& members) {
  std::map<std::string, std::size_t> counts;
  for (const Member& member : members) {
    for (const std::string& name : member.statement.shown) ++counts[name];
  }
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [name, count] : counts) order.emplace_back(count, name);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < order.size() && i < kMostEntities; ++i) names.push_back(order[i].second);
  return names;
}

std::vector<std::string> documents_of(const std::vector<Member>& members) {
  std::set<std::string> documents;
  for (const Member& member : members) documents.insert(member.id.document);
  return {documents.begin(), documents.end()};
}

ClaimStatement statement_of(const Member& member, Polarity polarity, const Origin& origin) {
  const Statement& s = member.statement;
  ClaimStatement statement;
  statement.document = member.id.document;
  statement.attribution = s.attribution;
  statement.proposition = s.proposition;
  statement.quote = s.quote;
  statement.polarity = polarity;
  statement.origin = origin.name;
  statement.origin_entity = origin.entity;
  statement.via = origin.via;
  statement.outlet = s.outlet;
  statement.date = when(s);
  statement.confidence = s.confidence;
  return statement;
}

// What one voice said, in the order of time.
using Words = std::vector<std::pair<std::string, Polarity>>;

std::map<std::size_t, Words> words_by_voice(const std::vector<Member>& members, const Positions& positions,
                                            const Origins& origins) {
  std::map<std::size_t, Words> words;
  for (std::size_t i = 0; i < members.size(); ++i) {
    words[origins.of[i].voice].emplace_back(when(members[i].statement), positions.polarity[i]);
  }
  for (auto& [voice, said] : words) {
    std::stable_sort(said.begin(), said.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  return words;
}

// The last word that commits its voice; uncertain where there is none.
Polarity last_word(const Words& said) {
  for (auto word = said.rbegin(); word != said.rend(); ++word) {
    if (word->second != Polarity::uncertain) return word->second;
  }
  return Polarity::uncertain;
}

bool ever(const Words& said, Polarity polarity) {
  return std::any_of(said.begin(), said.end(), [&](const auto& word) { return word.second == polarity; });
}

// Of the independent voices, or of all where none is independent.
ClaimStatus status_of(const std::map<std::size_t, Words>& words, const Origins& origins) {
  const bool independent = std::any_of(origins.voices.begin(), origins.voices.end(),
                                       [](const ClaimOrigin& o) { return o.independent; });
  std::size_t affirm = 0, deny = 0, affirmed_before = 0;
  for (const auto& [voice, said] : words) {
    if (independent && !origins.voices[voice].independent) continue;
    const Polarity last = last_word(said);
    affirm += last == Polarity::affirm;
    deny += last == Polarity::deny;
    affirmed_before += last == Polarity::deny && ever(said, Polarity::affirm);
  }
  if (affirm > 0 && deny > 0) return ClaimStatus::contested;
  if (affirm > 0) return ClaimStatus::affirmed;
  if (deny > 0) return affirmed_before > 0 ? ClaimStatus::retracted : ClaimStatus::denied;
  return ClaimStatus::uncertain;
}

std::vector<Position> positions_of(const std::map<std::size_t, Words>& words, const Origins& origins) {
  std::vector<Position> positions;
  for (const auto& [voice, said] : words) {
    if (!ever(said, Polarity::affirm) || !ever(said, Polarity::deny)) continue;
    std::optional<Polarity> before;
    for (const auto& [date, polarity] : said) {
      if (polarity == Polarity::uncertain || before == polarity) continue;
      positions.push_back({origins.voices[voice].name, date, polarity});
      before = polarity;
    }
  }
  return positions;
}

}  // namespace

std::optional<Claim> build_claim(ClaimStore& store, const ItemId& group) {
  const std::vector<Member> members = members_of(store, group);
  if (members.empty()) return std::nullopt;
  const Positions positions = take_positions(members);
  Origins origins = find_origins(members, positions.polarity);
  const auto words = words_by_voice(members, positions, origins);

  Claim claim;
  claim.id = id_of(members);
  claim.text = members[positions.representative].statement.quote;
  claim.entities = entities_of(members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    claim.statements.push_back(statement_of(members[i], positions.polarity[i], origins.of[i]));
    const std::string date = when(members[i].statement);
    if (date.empty()) continue;
    if (claim.first.empty() || date < claim.first) claim.first = date;
    claim.last = std::max(claim.last, date);
  }
  claim.status = status_of(words, origins);
  claim.positions = positions_of(words, origins);
  claim.copies = copies_among(store, documents_of(members));
  claim.origins = std::move(origins.voices);
  claim.independent_origins = static_cast<std::uint32_t>(std::count_if(
      claim.origins.begin(), claim.origins.end(), [](const ClaimOrigin& o) { return o.independent; }));
  return claim;
}

bool recurs(const Claim& claim) {
  std::map<std::string, std::string> parent;  // towards the family's first document
  const auto root = [&](std::string document) {
    for (auto at = parent.find(document); at != parent.end() && at->second != document;
         at = parent.find(document)) {
      document = at->second;
    }
    return document;
  };
  for (const Copy& copy : claim.copies) {
    const std::string a = root(copy.of), b = root(copy.document);
    if (a != b) parent[b] = a;
  }
  std::set<std::string> families;
  for (const ClaimStatement& statement : claim.statements) families.insert(root(statement.document));
  return families.size() > 1;
}

}  // namespace sayso::claims
