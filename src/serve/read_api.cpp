#include "serve/read_api.h"

#include <memory>
#include <semaphore>

#include "sayso/intake.h"
#include "sayso/record_json.h"
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

void add_read_api(Site& site, ReadArticle read, const ReadApiOptions& options) {
  const auto turns = std::make_shared<Turns>(options.at_once);
  site.add({"POST",
            "/api/v1/read",
            "readText",
            "Reads a text or a page; answers with its record",
            {{"outlet", "who published it"}, {"published", "when, ISO 8601"}},
            "text/plain",
            "application/json",
            [&site, read = std::move(read), options, turns](const Request& request,
                                                            const PathValues&) -> Response {
              if (!site.take_costly(request)) {
                return problem_response({429, "too many texts in a minute; try again soon"}, request.path);
              }
              auto article = to_article(request, options);
              if (!article) return problem_response(to_problem(article.error()), request.path);
              const Turn turn(*turns);
              const auto record = read(*std::move(article));
              if (!record) return problem_response(to_problem(record.error()), request.path);
              return {200, "application/json", to_json(*record) + "\n"};
            }});
}

}  // namespace sayso::serve
