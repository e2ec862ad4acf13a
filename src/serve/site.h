// The whole site as a function from requests to responses: guard, routes, pages and their JSON, errors.
#pragma once

#include <functional>
#include <string>

#include "sayso/result.h"
#include "serve/guard.h"
#include "serve/metrics.h"
#include "serve/page.h"
#include "serve/page_cache.h"
#include "serve/rate_limit.h"
#include "serve/router.h"

namespace sayso::serve {

struct SiteOptions {
  GuardOptions guard;
  // Pages are kept until this is another number, up to so many bytes; without it none is.
  std::function<std::uint64_t()> archive_state = {};
  std::size_t kept_bytes = 64'000'000;
  double costly_per_minute = 60;  // readings of pasted texts and exports, for each address
  std::string version;
};

using PageHandler = std::function<Result<Page>(const Request&, const PathValues&)>;

// respond() may run in many threads at once; routes are added before.
class Site {
 public:
  explicit Site(SiteOptions options);

  // At `pattern` for people, at `pattern`.json and .csv for programs (at "/" it is /index.json).
  void add_page(std::string pattern, std::string operation, std::string summary, std::vector<Parameter> query,
                PageHandler handler);
  // The data of the page at `page`, also at `pattern`. The page is there before.
  void add_data(std::string pattern, const std::string& page, std::string operation);
  void add(Route route) { router_.add(std::move(route)); }

  Response respond(const Request& request) const;

  // Whether the client may ask for another costly answer now.
  bool take_costly(const Request& request) const { return costly_.take(request.client); }
  const Router& router() const { return router_; }

 private:
  Response answer(const Request& request) const;

  SiteOptions options_;
  Router router_;
  mutable PageCache kept_;
  mutable Metrics metrics_;
  mutable RateLimit costly_;
};

// Browsers keep the response as a file, named for the path.
void save_as(Response& response, std::string_view path);

}  // namespace sayso::serve
