#include "serve/static_files.h"

#include <array>

namespace sayso::serve {
namespace {

struct File {
  const char* name;  // in static/ or web/dist, without ending
  const char* ending;
  const char* type;
  const char* operation;
  const char* summary;
};
constexpr auto kFiles = std::to_array<File>(
    {{"site", ".css", "text/css; charset=utf-8", "getStyle", "The style sheet"},
     {"icon", ".svg", "image/svg+xml", "getIcon", "The site's sign"},
     {"graph", ".js", "text/javascript; charset=utf-8", "getGraphScript", "Draws /graph"},
     {"timeline", ".js", "text/javascript; charset=utf-8", "getTimelineScript", "Draws /timeline by speaker"},
     {"reader", ".js", "text/javascript; charset=utf-8", "getReaderScript",
      "Text and side list of an article"},
     {"review", ".js", "text/javascript; charset=utf-8", "getReviewScript", "The keys of /review"},
     {"drop", ".js", "text/javascript; charset=utf-8", "getDropScript", "Drops a file on /read"}});

}  // namespace

void add_static_files(Site& site) {
  for (const File& file : kFiles) {
    site.add({"GET",
              "/static/" + std::string(file.name) + file.ending,
              file.operation,
              file.summary,
              {},
              {},
              std::string(file.type).substr(0, std::string_view(file.type).find(';')),
              [file](const Request&, const PathValues&) {
                return Response{200, file.type, std::string(static_text(file.name))};
              }});
  }
}

}  // namespace sayso::serve
