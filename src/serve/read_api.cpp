#include "serve/read_api.h"

#include <memory>
#include <semaphore>

#include "sayso/intake.h"
#include "sayso/record_json.h"
#include "serve/export_pages.h"
#include "serve/problem.h"

namespace sayso::serve {
namespace {

constexpr const char* kName = "request";  // stands for the input in messages

using Turns = std::counting_semaphore<>;

class Turn {
 public:
  explicit Turn(Turns& turns) : turns_(turns) { turns_.acquire(); }
  ~Turn() { turns_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Turns& turns_;
};

Result<Article> to_article(const Request& request, const ReadApiOptions& options) {
  IntakeOptions intake;
  intake.max_bytes = options.max_bytes;
  intake.outlet = request.parameter("outlet");
  intake.published = request.parameter("published");
  const bool html = request.header("content-type").starts_with("text/html");
  return html ? read_html(request.body, kName, intake) : read_plain_text(request.body, kName, intake);
}

}  // namespace

namespace {

// What both doors have behind them. Copies share the turns.
struct Reader {
  Site* site;
  ReadArticle read;
  ReadApiOptions options;
  std::shared_ptr<Turns> turns;

  Result<Record> operator()(Result<Article> article) const {
    if (!article) return article.error();
    const Turn turn(*turns);
    return read(*std::move(article));
  }
};

Response html_page(const Page& page, const Request& request, int status = 200) {
  return {status, "text/html; charset=utf-8", render_html(page, request)};
}

Response answer_program(const Reader& reader, const Request& request) {
  if (!reader.site->take_costly(request)) return problem_response(too_many(), request.path);
  const auto record = reader(to_article(request, reader.options));
  if (!record) return problem_response(to_problem(record.error()), request.path);
  return {200, "application/json", to_json(*record) + "\n"};
}

Response answer_form(const Reader& reader, const Request& request) {
  if (!reader.site->take_costly(request))
    return html_page(read_form(request, too_many().detail), request, 429);
  const auto record = reader(posted_article(request, reader.options));
  if (record && !request.field("export").empty())
    return exported_article(*record, request.field("export"), request);
  if (record) return html_page(read_result(*record, request), request);
  const Problem problem = to_problem(record.error());
  return html_page(read_form(request, problem.detail), request, problem.status);
}

}  // namespace

void add_read_api(Site& site, ReadArticle read, const ReadApiOptions& options) {
  const Reader reader{&site, std::move(read), options, std::make_shared<Turns>(options.at_once)};
  site.add({"POST",
            "/api/v1/read",
            "readText",
            "Reads a text or a page; answers with its record",
            {{"outlet", "who published it"}, {"published", "when, ISO 8601"}},
            "text/plain",
            "application/json",
            [reader](const Request& request, const PathValues&) { return answer_program(reader, request); }});
  site.add(
      {"GET",
       "/read",
       "getReadForm",
       "A form that takes a text or a file",
       {},
       {},
       "text/html",
       [](const Request& request, const PathValues&) { return html_page(read_form(request, {}), request); }});
  site.add({"POST",
            "/read",
            "readForm",
            "Reads what the form was filled in with",
            {},
            "multipart/form-data",
            "text/html",
            [reader](const Request& request, const PathValues&) { return answer_form(reader, request); }});
}

}  // namespace sayso::serve
