// A record as JSON, schema "sayso.record/1".
#pragma once

#include <string>
#include <string_view>

#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso {

// One line without a newline at the end. Offsets become Unicode code points. The same record gives the same
// bytes. Cost: linear in the text.
std::string to_json(const Record& record);

// The record again, without what its JSON leaves out (Attribution::meaning). Errors: malformed for what is no
// such record, whatever it is; each offset lies in the text and each id is there. Cost: linear.
Result<Record> record_from_json(std::string_view json);

}  // namespace sayso
