#include "serve/write_access.h"

#include <atomic>

#include "serve/guard.h"
#include "serve/problem.h"

namespace sayso::serve {

void add_write_access(Site& site, std::string key, std::string token) {
  const auto used = std::make_shared<std::atomic<bool>>(false);
  site.add({"GET",
            "/start",
            "startWriting",
            "Lets the browser that has the printed key write; once",
            {{"key", "as printed when the server started"}},
            {},
            "text/plain",
            [used, key = std::move(key), token = std::move(token)](const Request& request,
                                                                   const PathValues&) -> Response {
              if (!equal_secrets(request.parameter("key"), key) || used->exchange(true)) {
                return problem_response(
                    {403, "this key is wrong or was used before; restart the server for another"},
                    request.path);
              }
              Response response{303, "text/plain; charset=utf-8", "Go on to /\n"};
              response.headers.emplace("Location", "/");
              response.headers.emplace("Set-Cookie",
                                       "sayso_token=" + token + "; Path=/; HttpOnly; SameSite=Strict");
              response.headers.emplace("Cache-Control", "no-store");
              return response;
            }});
}

}  // namespace sayso::serve
