#include "publish/rdf_nodes.h"

namespace sayso::publish {
namespace {

using Json = nlohmann::ordered_json;

std::string literal(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          char code[8];
          std::snprintf(code, sizeof code, "\\u%04X", static_cast<unsigned>(static_cast<unsigned char>(c)));
          out += code;
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

std::string object_text(const Json& value);

// "a prov:Entity ; rdfs:label "x"", without "@id".
std::string properties(const Json& node, const std::string& separator) {
  std::string out;
  for (const auto& [name, value] : node.items()) {
    if (name == "@id") continue;
    std::string values;
    const Json list = value.is_array() ? value : Json::array({value});
    for (const Json& one : list)
      values += (values.empty() ? "" : ", ") + (name == "@type" ? one.get<std::string>() : object_text(one));
    if (values.empty()) continue;
    out += (out.empty() ? "" : separator) + (name == "@type" ? "a" : name) + " " + values;
  }
  return out;
}

// Nodes lie in each other two deep at most: this writer is for our own.
std::string object_text(const Json& value) {
  if (value.is_string()) return literal(value.get<std::string>());
  if (value.is_number_integer()) return value.dump();
  if (value.is_number()) return literal(value.dump()) + "^^xsd:decimal";
  if (value.contains("@value"))
    return literal(value["@value"].get<std::string>()) + "^^" + value["@type"].get<std::string>();
  if (value.size() == 1 && value.contains("@id")) return "<" + value["@id"].get<std::string>() + ">";
  return "[ " + properties(value, " ; ") + " ]";
}

}  // namespace

Json json_ld_context() {
  Json context = Json::object();
  for (const auto& [prefix, iri] : kPrefixes) context[prefix] = iri;
  return context;
}

std::string turtle_prefixes() {
  std::string out;
  for (const auto& [prefix, iri] : kPrefixes) out += "@prefix " + std::string(prefix) + ": <" + iri + "> .\n";
  return out + "\n";
}

std::string to_turtle(const Json& node) {
  return "<" + node["@id"].get<std::string>() + "> " + properties(node, " ;\n  ") + " .\n";
}

std::string iri_part(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    char code[4];
    std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += plain ? std::string(1, c) : std::string(code);
  }
  return out;
}

}  // namespace sayso::publish
