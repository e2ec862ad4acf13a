// Tables as RFC 4180 has them.
#pragma once

#include <span>
#include <string>

namespace sayso {

// Fields with commas, quotation marks or line ends stand in quotation marks; ends with CR LF.
std::string csv_line(std::span<const std::string> fields);

}  // namespace sayso
