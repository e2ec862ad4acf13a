#include "claims/claim_store.h"

#include "claims/key_hash.h"

namespace sayso::claims {

std::uint64_t lot_of(const ItemId& id) {
  return Hash().add(id.document.text()).add(id.number).value() >>
         16;  // 48 bits, which a store keeps in six bytes
}

}  // namespace sayso::claims
