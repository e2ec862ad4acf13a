// A small XML document as pugixml's tree: no DTD, no entities but the five of XML and, in text, HTML's names.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "intake/charset.h"
#include "sayso/intake.h"
#include "sayso/result.h"

namespace sayso::intake {

struct XmlTree {
  Decoded decoded;  // what the tree was made of
  std::unique_ptr<pugi::xml_document> document;
  bool broken = false;  // not well-formed; what stands before the fault is there

  pugi::xml_node root() const { return document->document_element(); }
};

// Errors: too_large (options.max_bytes, with room for what surrounds an item; kMostXmlDepth), not_text,
// malformed where there is no element.
Result<XmlTree> parse_xml(std::string_view bytes, const std::string& name, const IntakeOptions& options);

// "item" of "rss:item".
std::string_view local_name(const pugi::xml_node& node);
// The URI that the node's prefix stands for; "" without one. Cost: the depth.
std::string_view namespace_of(const pugi::xml_node& node);

// The first child of that local name, whatever its namespace; an empty node where there is none.
pugi::xml_node find_child(const pugi::xml_node& node, std::string_view name);
// All text inside, as written, without blanks at its ends; references of HTML are resolved.
std::string text_of(const pugi::xml_node& node);

}  // namespace sayso::intake
