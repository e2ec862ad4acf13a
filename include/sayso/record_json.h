// A record as JSON, schema "sayso.record/1".
#pragma once

#include <string>

#include "sayso/record.h"

namespace sayso {

// One line without a newline at the end. Offsets become Unicode code points. The same record gives the same
// bytes. Cost: linear in the text.
std::string to_json(const Record& record);

}  // namespace sayso
