#include "archive/entity_merges.h"

#include <map>
#include <numeric>

#include "archive/entity_faces.h"
#include "archive/entity_reasons.h"
#include "claims/shared_entities.h"

namespace sayso::archive {
namespace {

using claims::ItemId;
using claims::ItemKind;

constexpr std::size_t kNamedInLine = 3;
constexpr std::size_t kDigits = 8;  // of a document's id

// "Edda Thorsby" in 342e467c#e1.
std::string shown(Reading& reading, const ItemId& id) {
  const auto item = reading.store.item_key(ItemKind::entity, id);
  const std::string name = reading.database
                               .find_text("SELECT name FROM entity WHERE document = ?1 AND number = ?2",
                                          item ? document_of_item(*item) : 0, id.number + 1)
                               .value_or("");
  return '"' + name + "\" in " + id.document.text().substr(0, kDigits) + "#e" + std::to_string(id.number + 1);
}

// Members, and the reasons that join them: each as soon as it joins what was not joined yet.
class Merges {
 public:
  Merges(Reading& reading, std::vector<ItemId> members) : reading_(reading), members_(std::move(members)) {
    root_.resize(members_.size());
    std::iota(root_.begin(), root_.end(), std::size_t{0});
    for (std::size_t i = 0; i < members_.size(); ++i) place_.emplace(members_[i], i);
  }

  std::vector<std::string> lines() {
    join_by_hand();
    join_by_keys();
    std::vector<std::string> lines;
    for (const auto& [why, joined] : joined_) {
      std::string line = why + ": ";
      for (std::size_t i = 0; i < joined.size() && i < kNamedInLine; ++i) {
        line += (i > 0 ? ", " : "") + shown(reading_, members_[joined[i]]);
      }
      if (joined.size() > kNamedInLine)
        line += " and " + std::to_string(joined.size() - kNamedInLine) + " more";
      lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  std::size_t root(std::size_t i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }

  void join(std::size_t a, std::size_t b, const std::string& why) {
    if (root(a) == root(b)) return;
    root_[root(a)] = root(b);
    std::vector<std::size_t>& joined = joined_[why];
    for (const std::size_t i : {a, b}) {
      if (std::find(joined.begin(), joined.end(), i) == joined.end()) joined.push_back(i);
    }
  }

  void join_by_hand() {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      for (const ItemId& other : reading_.overlay.entities.pairs.same_as(members_[i])) {
        const auto at = place_.find(other);
        if (at != place_.end()) join(i, at->second, "a person made them one");
      }
    }
  }

  void join_by_keys() {
    std::map<std::uint64_t, std::size_t> first;  // that has the key
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const auto item = reading_.store.get(ItemKind::entity, members_[i]);
      if (!item) continue;
      for (const std::uint64_t key : item->keys) {
        if (!claims::binds(key)) continue;
        const std::uint64_t reason = claims::reason_key(key);
        const auto [at, added] = first.emplace(reason, i);
        if (added || root(at->second) == root(i)) continue;
        join(at->second, i, find_reason(reading_.database, reason).value_or("one name"));
      }
    }
  }

  Reading& reading_;
  std::vector<ItemId> members_;
  std::map<ItemId, std::size_t> place_;
  std::vector<std::size_t> root_;
  std::map<std::string, std::vector<std::size_t>> joined_;  // by the reason
};

}  // namespace

std::vector<std::string> merge_lines(Reading& reading, std::int64_t group, std::size_t most) {
  std::vector<ItemId> members;
  Statement row =
      reading.database.query("SELECT key FROM item WHERE group_key = ?1 ORDER BY key LIMIT ?2", group,
                             most == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(most));
  while (row.step()) members.push_back(reading.store.item_id(row.integer(0)));
  std::sort(members.begin(), members.end());
  return Merges(reading, std::move(members)).lines();
}

}  // namespace sayso::archive
