#include "serve/shape.h"

#include <map>

#include "sayso/csv.h"
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

Json as_arrays(Json model, const Json& from) {
  Json columns = Json::array(), rows = Json::array();
  for (const Json& row : from) {
    if (columns.empty())
      for (const auto& field : row.items()) columns.push_back(field.key());
    rows.push_back(values_of(row));
  }
  model["columns"] = std::move(columns);
  model["rows"] = std::move(rows);
  return model;
}

Json by_id(Json model, const Json& from) {
  Json rows = Json::object();
  for (const Json& row : from) rows[row.value("id", "")] = row;
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

// Where the list goes on.
void add_link(const Json& model, Response& response) {
  const auto next = model.find("next_url");
  if (next != model.end() && next->is_string())
    response.headers.emplace("Link", "<" + next->get<std::string>() + ">; rel=\"next\"");
}

std::string cell_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  if (!value.is_array()) return value.dump();
  std::string joined;
  for (const Json& one : value) {
    const Json* words = &one;
    if (one.is_object() && one.contains("name")) words = &one["name"];
    if (words->is_structured()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    joined += (joined.empty() ? "" : "; ") + cell_of(*words);
  }
  return joined;
}

using Cells = std::vector<std::pair<std::string, std::string>>;

void flatten(const Json& row, const std::string& prefix, Cells& cells) {
  for (const auto& field : row.items()) {
    if (field.value().is_object()) {
      flatten(field.value(), prefix + field.key() + ".", cells);
    } else {
      cells.emplace_back(prefix + field.key(), cell_of(field.value()));
    }
  }
}

std::string csv_text(const Json& rows, bool header) {
  std::vector<std::string> columns;
  std::map<std::string, std::size_t> places;
  std::vector<Cells> table;
  for (const Json& row : rows) {
    flatten(row, {}, table.emplace_back());
    for (const auto& [name, value] : table.back())
      if (places.emplace(name, columns.size()).second) columns.push_back(name);
  }
  std::string text = header ? csv_line(columns) : std::string();
  for (Cells& cells : table) {
    std::vector<std::string> line(columns.size());
    for (auto& [name, value] : cells) line[places[name]] = std::move(value);
    text += csv_line(line);
  }
  return text;
}

}  // namespace

Response shaped(const Page& page, const Request& request) {
  Response response{200, "application/json", {}};
  const std::string_view shape = request.parameter("_shape");
  const Json& rows = rows_of(page);
  add_link(page.model, response);
  if (shape.empty() || shape == "objects") {
    response.body = text_of(page.model);
  } else if (shape == "array" && request.parameter("_nl") == "on") {
    response.type = "application/jsonl";
    response.body = lines_of(rows);
  } else if (shape == "array") {
    response.body = text_of(rows);
  } else if (shape == "arrays") {
    response.body = text_of(as_arrays(page.model, rows));
  } else if (shape == "arrayfirst") {
    response.body = text_of(first_column(rows));
  } else if (shape == "object" && (rows.empty() || rows.front().contains("id"))) {
    response.body = text_of(by_id(page.model, rows));
  } else {
    return problem_response(
        {400, "_shape is one of objects, arrays, array, arrayfirst, object (where rows have ids)"},
        request.path);
  }
  return response;
}

Response as_csv(const Page& page, const Request& request) {
  Response response{200, "text/csv; charset=utf-8", {}};
  add_link(page.model, response);
  response.body = csv_text(rows_of(page), request.parameter("_header") != "off");
  return response;
}

}  // namespace sayso::serve
