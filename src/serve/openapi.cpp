#include "serve/openapi.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sayso::serve {
namespace {

using Json = nlohmann::ordered_json;

Json parameters_of(const Route& route) {
  Json list = Json::array();
  for (std::size_t at = route.pattern.find('{'); at != std::string::npos;
       at = route.pattern.find('{', at + 1)) {
    const std::string name = route.pattern.substr(at + 1, route.pattern.find('}', at) - at - 1);
    list.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
  }
  for (const Parameter& parameter : route.query) {
    list.push_back({{"name", parameter.name},
                    {"in", "query"},
                    {"description", parameter.description},
                    {"schema", {{"type", parameter.type}}}});
  }
  return list;
}

Json operation_of(const Route& route) {
  Json operation = {
      {"operationId", route.operation}, {"summary", route.summary}, {"parameters", parameters_of(route)}};
  if (!route.body_type.empty()) {
    operation["requestBody"] = {{"required", true}, {"content", {{route.body_type, Json::object()}}}};
  }
  operation["responses"] = {
      {"200", {{"description", "Done"}, {"content", {{route.answer_type, Json::object()}}}}},
      {"default",
       {{"description", "An error"},
        {"content",
         {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}}}};
  return operation;
}

Json problem_schema() {
  Json properties = {{"type", {{"type", "string"}}},
                     {"title", {{"type", "string"}}},
                     {"status", {{"type", "integer"}}},
                     {"detail", {{"type", "string"}}},
                     {"instance", {{"type", "string"}}}};
  return {{"type", "object"},
          {"required", {"type", "title", "status", "detail"}},
          {"properties", std::move(properties)}};
}

}  // namespace

std::string openapi_document(const std::vector<Route>& routes, std::string_view version) {
  Json paths = Json::object();
  for (const Route& route : routes) {
    std::string method = route.method;
    std::ranges::transform(method, method.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    paths[route.pattern][method] = operation_of(route);
  }
  const Json document = {
      {"openapi", "3.1.0"},
      {"info", {{"title", "sayso"}, {"version", version}, {"license", {{"name", "Apache-2.0"}}}}},
      {"paths", std::move(paths)},
      {"components", {{"schemas", {{"Problem", problem_schema()}}}}}};
  return document.dump(1) + "\n";
}

}  // namespace sayso::serve
