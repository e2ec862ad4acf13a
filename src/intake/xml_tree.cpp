#include "intake/xml_tree.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/html_entities.h"
#include "intake/limits.h"
#include "intake/xml_items.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kRoom = 256 * 1024;  // bytes of a feed's head around the item

// The depth of the tree that pugixml would build, without building it. Its own parser does not recurse, but
// what walks a tree may.
bool is_too_deep(const pugi::xml_node& root) {
  std::size_t depth = 0;
  for (pugi::xml_node node = root; node;) {
    if (node.first_child()) {
      if (++depth > kMostXmlDepth) return true;
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (!node || node == root) return false;
    node = node.next_sibling();
  }
  return false;
}

}  // namespace

Result<XmlTree> parse_xml(std::string_view bytes, const std::string& name, const IntakeOptions& options) {
  if (bytes.size() > byte_limit(options) + kRoom) return too_large(options, name);
  Result<Decoded> decoded = decode(bytes, Markup::html);
  if (!decoded) {
    Error error = std::move(decoded).error();
    error.input = name;
    return error;
  }
  XmlTree tree{.decoded = *std::move(decoded), .document = std::make_unique<pugi::xml_document>()};
  const pugi::xml_parse_result parsed =
      tree.document->load_buffer(tree.decoded.text.data(), tree.decoded.text.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  tree.broken = !parsed;
  if (parsed.status == pugi::status_out_of_memory || is_too_deep(tree.root())) {
    return Error{ErrorCode::too_large, "XML nested deeper than " + std::to_string(kMostXmlDepth) + " levels",
                 name, std::nullopt};
  }
  if (!tree.root()) {
    return Error{ErrorCode::malformed, "this is no XML document", name,
                 static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(parsed.offset, 0))};
  }
  return Result<XmlTree>(std::move(tree));
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view namespace_of(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  const std::string attribute =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (pugi::xml_node at = node; at; at = at.parent()) {
    if (const pugi::xml_attribute found = at.attribute(attribute.c_str())) return found.value();
  }
  return {};
}

pugi::xml_node find_child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (pugi::xml_node at = node.first_child(); at;) {
    text += at.value();
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at == node) break;
    at = at.next_sibling();
  }
  return decode_entities(trim(text));
}

}  // namespace sayso::intake
