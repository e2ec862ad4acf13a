// An item of an RSS or Atom feed. RSS 0.90 to 2.0 differ in namespaces and in where items stand, Atom 0.3 and
// 1.0 in names; all are told by the item's own children, since real feeds mix them.
#include <string>
#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/item_article.h"
#include "intake/xml_items.h"
#include "intake/xml_tree.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace intake;

// Elements of modules (Media RSS, iTunes, Dublin Core) share names with the feed's own.
bool is_own(const pugi::xml_node& node) {
  const std::string_view space = namespace_of(node);
  if (std::string_view(node.name()).find(':') == std::string_view::npos) return true;
  return space.find("/rss/1.0/") != std::string_view::npos && space.find("modules") == std::string_view::npos
             ? true
             : space.find("Atom") != std::string_view::npos ||
                   space.find("/atom/") != std::string_view::npos ||
                   space.find("/rdf/simple/") != std::string_view::npos;
}

pugi::xml_node own_child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name && is_own(child)) return child;
  }
  return {};
}

pugi::xml_node find_item(const pugi::xml_node& root) {
  if (is_feed_item(local_name(root))) return root;
  for (const pugi::xml_node& child : root.children()) {
    if (is_feed_item(local_name(child))) return child;
    if (const pugi::xml_node inner = find_child(child, "item")) return inner;
  }
  return {};
}

// The feed itself: where title and link of the whole stand.
pugi::xml_node find_channel(const pugi::xml_node& root) {
  const pugi::xml_node channel = find_child(root, "channel");
  return channel ? channel : root;
}

// Of an Atom text construct, or what RSS has under the same name: HTML, with XHTML written out.
std::string html_of(const pugi::xml_node& node) {
  struct Writer : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
      text.append(static_cast<const char*>(data), size);
    }
  } writer;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      writer.text += child.value();
    } else {
      child.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    }
  }
  return std::move(writer.text);
}

void set_body(const pugi::xml_node& node, ItemFacts& facts) {
  const std::string_view type = node.attribute("type").value();
  const std::string body = html_of(node);
  if (type == "text" || type == "text/plain" || (type.empty() && !looks_like_html(body))) {
    facts.text = without_markup(body);
  } else {
    facts.html = body;
  }
}

bool has_text(const pugi::xml_node& node) {
  return node && !is_blank_text(text_of(node));
}

// The longest that the item has: what its publisher calls the content, else the summary.
void take_body(const pugi::xml_node& item, ItemFacts& facts) {
  for (const pugi::xml_node& child : item.children()) {
    if (local_name(child) == "encoded" && namespace_of(child).find("content") != std::string_view::npos &&
        has_text(child)) {
      return set_body(child, facts);
    }
  }
  for (const std::string_view name : {"content", "fulltext", "description", "summary"}) {
    const pugi::xml_node node = own_child(item, name);
    if (has_text(node)) return set_body(node, facts);
  }
}

// RSS writes the address as text, Atom as the alternate link's attribute.
std::string link_of(const pugi::xml_node& node) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) != "link") continue;
    const std::string_view relation = child.attribute("rel").value();
    if (const pugi::xml_attribute address = child.attribute("href")) {
      if (relation.empty() || relation == "alternate") return address.value();
    } else if (is_own(child) && has_text(child)) {
      return text_of(child);
    }
  }
  return {};
}

void take_identity(const pugi::xml_node& item, ItemFacts& facts) {
  facts.link = link_of(item);
  const pugi::xml_node guid = own_child(item, "guid");
  facts.id = text_of(guid ? guid : own_child(item, "id"));
  const bool permalink = guid && std::string_view(guid.attribute("isPermaLink").value()) != "false";
  if (facts.link.empty() && permalink) facts.link = facts.id;
  if (facts.id.empty()) facts.id = item.attribute("rdf:about").value();
}

// "desk@example.org (Ana Roth)" is Ana Roth, an address alone is nobody.
std::string name_of_author(std::string text) {
  const std::size_t open = text.find('(');
  if (text.find('@') == std::string::npos) return text;
  const std::size_t close = text.find(')', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return {};
  return std::string(trim(std::string_view(text).substr(open + 1, close - open - 1)));
}

void take_authors(const pugi::xml_node& item, ItemFacts& facts) {
  for (const pugi::xml_node& child : item.children()) {
    const std::string_view local = local_name(child);
    if (local != "author" && local != "creator") continue;
    const pugi::xml_node named = find_child(child, "name");
    const std::string name = name_of_author(text_of(named ? named : child));
    if (!name.empty() && facts.authors.size() < 50) facts.authors.push_back(name);
  }
}

void take_dates(const pugi::xml_node& item, ItemFacts& facts) {
  for (const std::string_view name : {"pubDate", "published", "issued", "date", "created"}) {
    const pugi::xml_node node = find_child(item, name);
    if (has_text(node)) facts.dates.push_back({text_of(node), "feed:" + std::string(name)});
  }
  for (const std::string_view name : {"updated", "modified"}) {
    const pugi::xml_node node = find_child(item, name);
    if (!has_text(node)) continue;
    if (facts.modified.empty()) facts.modified = text_of(node);
    if (facts.dates.empty()) facts.dates.push_back({text_of(node), "feed:" + std::string(name)});
  }
}

// The outlet behind an aggregator is the item's <source>; in Atom that is a feed's head.
void take_outlet(const pugi::xml_node& item, const pugi::xml_node& channel, ItemFacts& facts) {
  const pugi::xml_node source = own_child(item, "source");
  const pugi::xml_node titled = source ? find_child(source, "title") : source;
  facts.outlet = without_markup(text_of(titled ? titled : source));
  if (facts.outlet.empty()) facts.outlet = without_markup(text_of(own_child(channel, "title")));
}

void take_language(const pugi::xml_node& item, const pugi::xml_node& channel, ItemFacts& facts) {
  for (const pugi::xml_node& node : {item, channel, channel.parent()}) {
    if (const pugi::xml_attribute language = node.attribute("xml:lang")) {
      facts.language = language.value();
      return;
    }
  }
  facts.language = text_of(find_child(channel, "language"));
}

}  // namespace

Result<Article> read_feed(std::string_view bytes, const std::string& name, const IntakeOptions& options) {
  const Result<XmlTree> tree = parse_xml(bytes, name, options);
  if (!tree) return tree.error();
  const pugi::xml_node item = find_item(tree->root());
  if (!item) return Error{ErrorCode::empty_input, "the feed has no items", name, std::nullopt};
  const pugi::xml_node channel = find_channel(tree->root());
  ItemFacts facts;
  facts.title = without_markup(html_of(own_child(item, "title")));
  facts.base = link_of(channel);
  take_identity(item, facts);
  take_body(item, facts);
  take_authors(item, facts);
  take_dates(item, facts);
  if (item != channel) take_outlet(item, channel, facts);
  take_language(item, channel, facts);
  return article_from_tree(*tree, facts, name, options);
}

}  // namespace sayso
