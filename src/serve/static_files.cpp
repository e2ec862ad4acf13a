#include "serve/static_files.h"

namespace sayso::serve {

void add_static_files(Site& site) {
  site.add({"GET",
            "/static/site.css",
            "getStyle",
            "The style sheet",
            {},
            {},
            "text/css",
            [](const Request&, const PathValues&) {
              return Response{200, "text/css; charset=utf-8", std::string(static_text("site"))};
            }});
}

}  // namespace sayso::serve
