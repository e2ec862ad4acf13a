// The page, or the text, that a WARC record holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/header_fields.h"
#include "sayso/article.h"
#include "sayso/intake.h"
#include "sayso/result.h"

namespace sayso::intake {

// By a record's own header, whether it can hold an article: a response, a resource, or a conversion to text.
bool may_hold_page(const HeaderFields& header);

// nullopt for what is no article: a picture, a script, a redirection, a page not found. Errors: as read_html.
Result<std::optional<Article>> read_page_record(std::string_view bytes, const std::string& name,
                                                const IntakeOptions& options);

}  // namespace sayso::intake
