// Whether an agency lets an item be used at all: its publication status and its embargo.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::intake {

// The error `withheld` for a status "canceled" or "withheld" (with or without IPTC's prefix "stat:") and for
// an embargo that ends in the future, by this computer's clock; none for an item that may be used.
std::optional<Error> check_release(std::string_view status, std::string_view embargoed,
                                   const std::string& name);

}  // namespace sayso::intake
