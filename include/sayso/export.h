// An archive in other people's formats.
#pragma once

#include <string>

#include "sayso/result.h"

namespace sayso {

class Archive;

// One JSON object without a newline at the end: claims[{statements[{article, quote, polarity, origin, via,
// time}], independent_origins[names], status, text, id}], copies[{of, article, kind}], entities[{name, type,
// aliases}]. Articles are named by their external ids, those without one by their documents' ids. Cost:
// linear in the archive, which is held in memory as text.
Result<std::string> export_dossier(const Archive& archive);

}  // namespace sayso
