#include "claims/members.h"

namespace sayso::claims {

std::vector<Member> members_of(ClaimStore& store, const ItemId& group) {
  std::vector<Member> members;
  for (const ItemId& id : store.members(ItemKind::statement, group)) {
    const auto item = store.get(ItemKind::statement, id);
    if (!item) continue;
    auto statement = decode_statement(item->payload);
    if (!statement) continue;
    Member member;
    member.id = id;
    member.statement = *std::move(statement);
    member.text_group = store.group_of(ItemKind::text, {id.document, 0});
    if (const auto& origin = member.statement.origin; origin && origin->entity) {
      member.origin_group = store.group_of(ItemKind::entity, {id.document, *origin->entity});
    }
    members.push_back(std::move(member));
  }
  return members;
}

}  // namespace sayso::claims
