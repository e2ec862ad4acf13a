#include "serve/page.h"

#include <kainjow/mustache.hpp>

namespace sayso::serve {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;

constexpr int kDeepest = 32;  // models are ours; this is a guard against a mistake

// Numbers become text; null, false, empty texts and empty lists open no section of a template.
data to_data(const Json& json, int depth = 0) {
  if (depth > kDeepest) return data(false);
  switch (json.type()) {
    case Json::value_t::object: {
      object fields;
      for (const auto& [name, value] : json.items()) fields.emplace(name, to_data(value, depth + 1));
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

std::string escape_html(const std::string& text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string render(std::string_view name, const data& values) {
  mustache text{std::string(template_text(name))};
  text.set_custom_escape(escape_html);
  return text.is_valid() ? text.render(values) : std::string();
}

}  // namespace

std::string render_html(const Page& page, const Request& request) {
  object frame;
  frame.emplace("title", page.title);
  frame.emplace("path", request.path);
  frame.emplace("words", std::string(request.parameter("q")));
  frame.emplace("body", render(page.template_name, to_data(page.model)));
  return render("frame", data(frame));
}

}  // namespace sayso::serve
