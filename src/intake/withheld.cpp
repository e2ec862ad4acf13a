#include "intake/withheld.h"

#include "intake/ascii.h"
#include "intake/dates.h"
#include "intake/item_article.h"

namespace sayso::intake {

std::optional<Error> check_release(std::string_view status, std::string_view embargoed,
                                   const std::string& name) {
  for (const std::string_view word : {"canceled", "cancelled", "withheld"}) {
    if (ends_nocase(status, word)) {
      return Error{ErrorCode::withheld, "its publisher has it as \"" + std::string(word) + "\"", name,
                   std::nullopt};
    }
  }
  const std::optional<std::string> until = to_iso_date(embargoed);
  if (!until || !is_in_future(*until)) return std::nullopt;
  return Error{ErrorCode::withheld, "it is under an embargo until " + *until, name, std::nullopt};
}

}  // namespace sayso::intake
