// The pages of a web archive, one after another.
#pragma once

#include <memory>
#include <string>

#include "intake/input_source.h"
#include "sayso/intake.h"

namespace sayso::intake {

std::unique_ptr<ArticleReader> make_warc_reader(InputSource source, const std::string& name,
                                                const IntakeOptions& options);

}  // namespace sayso::intake
