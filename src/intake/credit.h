// Who made a picture: "STRDEL/AFP/Getty", "Photo: TAP", "(AP Photo/Jane Doe)", as a line or behind a caption.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso::intake {

// The name in the credit that `line` is, whole, without label and brackets; nullopt if it is none.
std::optional<std::string> read_credit(std::string_view line);

struct CreditedCaption {
  std::size_t caption = 0;       // bytes of the caption
  std::size_t credit_begin = 0;  // byte where the credit begins; it goes to the end
  std::string credit;
};
// "Women wade through a market. NORDWIRE/Tanvir Sikder": a caption with its credit on the same line.
std::optional<CreditedCaption> split_credited_caption(std::string_view line);

}  // namespace sayso::intake
