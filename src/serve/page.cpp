#include "serve/page.h"

#include <array>
#include <kainjow/mustache.hpp>

#include "sayso/markup.h"
#include "serve/address.h"

namespace sayso::serve {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;

constexpr int kDeepest = 32;  // models are ours; this is a guard against a mistake

// Numbers become text; null, false, empty texts and empty lists open no section of a template. A list "x"
// that has something also gives "has_x", for what stands once around it.
data to_data(const Json& json, int depth = 0) {
  if (depth > kDeepest) return data(false);
  switch (json.type()) {
    case Json::value_t::object: {
      object fields;
      for (const auto& [name, value] : json.items()) {
        fields.emplace(name, to_data(value, depth + 1));
        if (value.is_array()) fields.emplace("has_" + name, data(!value.empty()));
      }
      return data(fields);
    }
    case Json::value_t::array: {
      list items;
      for (const auto& value : json) items.push_back(to_data(value, depth + 1));
      return data(items);
    }
    case Json::value_t::string: {
      auto text = json.get<std::string>();
      return text.empty() ? data(false) : data(std::move(text));
    }
    case Json::value_t::boolean:
      return data(json.get<bool>());
    case Json::value_t::null:
      return data(false);
    default:
      return data(json.dump());
  }
}

Json whole(const Page& page) {
  Json model = page.model;
  if (page.view.is_object()) model.update(page.view);
  return model;
}

// Templates that others include.
constexpr std::array kPartials = {"part_segments", "part_claim",  "part_next", "part_statement",
                                  "part_origin",   "part_branch", "part_said"};

data with_partials(data values) {
  for (const char* name : kPartials)
    values.set(name, data(kainjow::mustache::partial([name] { return std::string(template_text(name)); })));
  return values;
}

std::string render(std::string_view name, const data& values) {
  mustache text{std::string(template_text(name))};
  text.set_custom_escape([](const std::string& words) { return escape_markup(words); });
  return text.is_valid() ? text.render(values) : std::string();
}

struct NavigationEntry {
  const char* url;
  const char* name;
};
constexpr auto kNavigation = std::to_array<NavigationEntry>({{"/claims", "Claims"},
                                                             {"/entities", "People"},
                                                             {"/events", "Events"},
                                                             {"/documents", "Articles"},
                                                             {"/timeline", "Timeline"},
                                                             {"/graph", "Graph"},
                                                             {"/compare", "Compare"},
                                                             {"/review", "Review"},
                                                             {"/read", "Read a text"}});

list navigation(const Request& request) {
  list entries;
  for (const NavigationEntry& entry : kNavigation) {
    object fields;
    fields.emplace("url", entry.url);
    fields.emplace("name", entry.name);
    const std::string_view path = request.path, url = entry.url;
    const bool here = path == url || (path.starts_with(url) && path.substr(url.size()).starts_with('/'));
    fields.emplace("here", here);
    entries.push_back(data(fields));
  }
  return entries;
}

// What the page is taken away as: with the same filter, and all rows of a list.
list exports(const Page& page, const Request& request) {
  list entries;
  const auto put = [&](const std::string& name, const std::string& url) {
    object fields;
    fields.emplace("name", name);
    fields.emplace("url", url);
    entries.push_back(data(fields));
  };
  if (page.has_data) {
    const Changes all = {{"_stream", "on"}, {"_dl", "on"}, {"_size", ""}};
    put("CSV", address_with(request, all, address_as(request, ".csv")));
    put("JSON Lines",
        address_with(request,
                     {{"_shape", "array"}, {"_nl", "on"}, {"_stream", "on"}, {"_dl", "on"}, {"_size", ""}},
                     address_as(request, ".json")));
    put("JSON", address_with(request, {{"_dl", "on"}}, address_as(request, ".json")));
  }
  for (const Download& download : page.downloads) put(download.name, download.url);
  return entries;
}

}  // namespace

const Json& rows_of(const Page& page) {
  static const Json kNone = Json::array();
  if (page.table.is_array()) return page.table;
  const auto rows = page.model.find("rows");
  return rows != page.model.end() && rows->is_array() ? *rows : kNone;
}

std::string render_html(const Page& page, const Request& request) {
  object frame;
  frame.emplace("title", page.title);
  frame.emplace("address", address_with(request, {}));
  frame.emplace("words", std::string(request.parameter("q")));
  frame.emplace("nav", navigation(request));
  if (page.has_data) frame.emplace("data", data_address(request));
  if (!page.script.empty()) frame.emplace("script", page.script + ".js");
  frame.emplace("exports", exports(page, request));
  frame.emplace("has_exports", page.has_data || !page.downloads.empty());
  frame.emplace("body", render(page.template_name, with_partials(to_data(whole(page)))));
  return render("frame", data(frame));
}

}  // namespace sayso::serve
