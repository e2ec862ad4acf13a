#include "serve/shape.h"

#include "serve/problem.h"

namespace sayso::serve {
namespace {

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json values_of(const Json& row) {
  Json values = Json::array();
  for (const auto& field : row.items()) values.push_back(field.value());
  return values;
}

Json as_arrays(Json model) {
  Json columns = Json::array(), rows = Json::array();
  for (const Json& row : model["rows"]) {
    if (columns.empty())
      for (const auto& field : row.items()) columns.push_back(field.key());
    rows.push_back(values_of(row));
  }
  model["columns"] = std::move(columns);
  model["rows"] = std::move(rows);
  return model;
}

Json by_id(Json model) {
  Json rows = Json::object();
  for (const Json& row : model["rows"]) rows[row.value("id", "")] = row;
  model["rows"] = std::move(rows);
  return model;
}

std::string lines_of(const Json& rows) {
  std::string lines;
  for (const Json& row : rows) lines += text_of(row);
  return lines;
}

Json first_column(const Json& rows) {
  Json firsts = Json::array();
  for (const Json& row : rows) firsts.push_back(row.empty() ? Json(nullptr) : row.begin().value());
  return firsts;
}

}  // namespace

Response shaped(const Json& model, const Request& request) {
  Response response{200, "application/json", {}};
  const std::string_view shape = request.parameter("_shape");
  const auto rows = model.find("rows");
  const bool list = rows != model.end() && rows->is_array();
  if (list && model.contains("next_url") && model["next_url"].is_string())
    response.headers.emplace("Link", "<" + model["next_url"].get<std::string>() + ">; rel=\"next\"");
  if (!list || shape.empty() || shape == "objects") {
    response.body = text_of(model);
  } else if (shape == "array" && request.parameter("_nl") == "on") {
    response.type = "application/jsonl";
    response.body = lines_of(*rows);
  } else if (shape == "array") {
    response.body = text_of(*rows);
  } else if (shape == "arrays") {
    response.body = text_of(as_arrays(model));
  } else if (shape == "arrayfirst") {
    response.body = text_of(first_column(*rows));
  } else if (shape == "object" && (rows->empty() || rows->front().contains("id"))) {
    response.body = text_of(by_id(model));
  } else {
    return problem_response(
        {400, "_shape is one of objects, arrays, array, arrayfirst, object (where rows have ids)"},
        request.path);
  }
  return response;
}

}  // namespace sayso::serve
