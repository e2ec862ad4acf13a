// Reading a text that somebody pastes, or a file: the page of read_api.h.
#include "sayso/intake.h"
#include "serve/export_pages.h"
#include "serve/read_api.h"
#include "serve/reader_model.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

struct Posted {
  std::string_view words;
  bool html = false;
};

Posted posted(const Request& request) {
  const auto file = request.form.find("file");
  if (file == request.form.end() || file->second.content.empty())
    return {request.field("text"), request.field("as") == "html"};
  const FormPart& part = file->second;
  return {part.content, detect_format(part.filename, part.content.substr(0, 1024)) == InputFormat::html};
}

}  // namespace

Result<Article> posted_article(const Request& request, const ReadApiOptions& options) {
  IntakeOptions intake;
  intake.max_bytes = options.max_bytes;
  intake.outlet = request.field("outlet");
  intake.published = request.field("published");
  const auto [words, html] = posted(request);
  return html ? read_html(words, "page", intake) : read_plain_text(words, "text", intake);
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

Page read_result(const Record& record, const Request& request) {
  Page page{"document", "What was read", reader_model(record, false), reader_view(record), false, "reader"};
  page.view["unsaved"] = true;
  const auto [words, html] = posted(request);
  Json formats = Json::array();
  for (const ArticleFormat& format : article_formats())
    formats.push_back({{"name", format.name}, {"title", format.title}});
  page.view["again"] = {{"text", words},
                        {"html", html},
                        {"outlet", or_null(request.field("outlet"))},
                        {"published", or_null(request.field("published"))},
                        {"formats", std::move(formats)}};
  return page;
}

}  // namespace sayso::serve
