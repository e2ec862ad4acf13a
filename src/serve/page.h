// A page is a model in JSON: as it is for programs (.json), through a template for people. What the one has,
// the other has too.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "serve/message.h"

namespace sayso::serve {

using Json = nlohmann::ordered_json;

// The page's content in another program's terms.
struct Download {
  std::string name;  // "GraphML"
  std::string url;
};

struct Page {
  std::string template_name;  // of templates/
  std::string title;          // for the browser's bar
  Json model;
  Json view = {};           // what only people need beside it: drawings, links of filters
  bool has_data = true;     // whether the same address with .json gives the model
  std::string script = {};  // of web/dist: "reader"; the page is whole without it
  // Rows of a table, for CSV and lines, where the model has no "rows" or has some that are no table.
  Json table = {};
  std::vector<Download> downloads = {};  // beside JSON, lines and CSV
};

// The page's table, else the model's "rows"; an empty array where it has neither.
const Json& rows_of(const Page& page);

// The page inside the site's frame. Everything is escaped; a missing template is a bug and gives an empty
// body.
std::string render_html(const Page& page, const Request& request);

// Text of a template without ".mustache"; empty if there is none. The build puts templates/ into the program.
std::string_view template_text(std::string_view name);

}  // namespace sayso::serve
