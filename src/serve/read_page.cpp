// Reading a text that somebody pastes, or a file: the page of read_api.h.
#include "sayso/intake.h"
#include "serve/read_api.h"
#include "serve/reader_model.h"
#include "serve/statement_rows.h"

namespace sayso::serve {

Result<Article> posted_article(const Request& request, const ReadApiOptions& options) {
  IntakeOptions intake;
  intake.max_bytes = options.max_bytes;
  intake.outlet = request.field("outlet");
  intake.published = request.field("published");
  const auto file = request.form.find("file");
  if (file == request.form.end() || file->second.content.empty())
    return read_plain_text(request.field("text"), "text", intake);
  const FormPart& part = file->second;
  const bool html = detect_format(part.filename, part.content.substr(0, 1024)) == InputFormat::html;
  return html ? read_html(part.content, "file", intake) : read_plain_text(part.content, "file", intake);
}

Page read_form(const Request& request, const std::string& problem) {
  return {"read",
          "Read a text",
          Json{{"text", or_null(request.field("text"))},
               {"outlet", or_null(request.field("outlet"))},
               {"published", or_null(request.field("published"))},
               {"problem", or_null(problem)}},
          {},
          false,
          "drop"};
}

Page read_result(const Record& record) {
  Page page{"document", "What was read", reader_model(record), reader_view(record), false, "reader"};
  page.view["unsaved"] = true;
  return page;
}

}  // namespace sayso::serve
