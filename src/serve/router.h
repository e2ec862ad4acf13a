// The site's addresses: what each one answers, and how it is described to programs (openapi.h).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/message.h"

namespace sayso::serve {

struct Parameter {
  std::string name;
  std::string description;
  std::string type = "string";  // of JSON Schema
};

// Values of a pattern's parts in braces, decoded.
using PathValues = std::map<std::string, std::string>;
using Handler = std::function<Response(const Request&, const PathValues&)>;

struct Route {
  std::string method;     // "GET" also answers HEAD
  std::string pattern;    // "/claims/{id}.json"; a part in braces takes one segment that is not empty
  std::string operation;  // its name for programs: "getClaim"
  std::string summary;
  std::vector<Parameter> query = {};
  std::string body_type = {};  // of the request; empty where it has none
  std::string answer_type = "application/json";
  Handler handler = {};
};

struct Match {
  const Route* route = nullptr;  // none: no such address
  PathValues values;
  std::string allowed;  // where the address is there, but not for this method: "GET, HEAD"
};

class Router {
 public:
  void add(Route route) { routes_.push_back(std::move(route)); }
  const std::vector<Route>& routes() const { return routes_; }

  // The first route that fits. Cost: routes times segments.
  Match match(std::string_view method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace sayso::serve
