// A newsItem of IPTC's NewsML-G2, as agencies deliver it, and NITF, which is also what many a newsItem holds.
#include <algorithm>
#include <string>
#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/dates.h"
#include "intake/item_article.h"
#include "intake/withheld.h"
#include "intake/xml_items.h"
#include "intake/xml_tree.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace intake;

// The next node in document order below `top`; an empty one at the end.
pugi::xml_node next_in_order(pugi::xml_node at, const pugi::xml_node& top, bool into_children = true) {
  if (into_children && at.first_child()) return at.first_child();
  while (at != top && !at.next_sibling()) at = at.parent();
  return at == top ? pugi::xml_node() : at.next_sibling();
}

pugi::xml_node find_below(const pugi::xml_node& top, std::string_view name) {
  if (!top) return {};
  for (pugi::xml_node at = top.first_child(); at; at = next_in_order(at, top)) {
    if (local_name(at) == name) return at;
  }
  return {};
}

// The name behind a flexible property: <name>, else what its qcode ends in, else its literal.
std::string name_of(const pugi::xml_node& node) {
  const pugi::xml_node named = find_child(node, "name");
  if (named) return text_of(named);
  const std::string code = node.attribute("qcode").value();
  if (!code.empty()) return code.substr(code.find(':') == std::string::npos ? 0 : code.find(':') + 1);
  return node.attribute("literal").value();
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (char c : text) {
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// HTML's name for an element of NITF; its own where both have it.
std::string_view html_name(std::string_view name) {
  if (name == "hl1" || name == "hl2") return "h2";
  if (name == "bq") return "blockquote";
  if (name == "media") return "figure";
  if (name == "media-caption") return "figcaption";
  if (name == "block" || name == "body.content" || name == "body.end") return "div";
  for (const std::string_view known :
       {"p",   "h1",         "h2", "h3",     "h4",         "h5",    "h6", "ul", "ol",
        "li",  "blockquote", "br", "figure", "figcaption", "table", "tr", "td", "th",
        "div", "section",    "q",  "em",     "strong",     "b",     "i",  "a",  "pre"}) {
    if (name == known) return known;
  }
  return "span";
}

// What is not the story: its head, which has been read, and data for machines.
bool is_left_out(std::string_view name) {
  return name == "head" || name == "body.head" || name == "media-metadata" || name == "media-reference" ||
         name == "script" || name == "style" || name == "nitf-table-metadata";
}

// The element as plain HTML without attributes.
std::string to_html(const pugi::xml_node& top) {
  std::string html;
  for (pugi::xml_node at = top.first_child(); at;) {
    if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) html += escape(at.value());
    const bool element = at.type() == pugi::node_element;
    const bool left_out = element && is_left_out(local_name(at));
    if (element && !left_out) html += "<" + std::string(html_name(local_name(at))) + ">";
    if (!left_out && at.first_child()) {
      at = at.first_child();
      continue;
    }
    if (element && !left_out && html_name(local_name(at)) != "br")
      html += "</" + std::string(html_name(local_name(at))) + ">";
    while (at != top && !at.next_sibling()) {
      at = at.parent();
      if (at != top) html += "</" + std::string(html_name(local_name(at))) + ">";
    }
    if (at == top) break;
    at = at.next_sibling();
  }
  return html;
}

void take_nitf(const pugi::xml_node& nitf, ItemFacts& facts) {
  if (facts.title.empty()) {
    const pugi::xml_node headline = find_below(nitf, "hl1");
    facts.title = text_of(headline ? headline : find_below(nitf, "title"));
  }
  if (facts.id.empty()) facts.id = find_below(nitf, "doc-id").attribute("id-string").value();
  if (facts.dates.empty()) {
    facts.dates.push_back({find_below(nitf, "date.issue").attribute("norm").value(), "nitf:date.issue"});
  }
  if (facts.authors.empty()) {
    const pugi::xml_node byline = find_below(find_below(nitf, "byline"), "person");
    if (byline) facts.authors.push_back(text_of(byline));
  }
  const pugi::xml_node content = find_below(nitf, "body.content");
  facts.html = to_html(content ? content : nitf);
}

void take_body(const pugi::xml_node& item, ItemFacts& facts) {
  const pugi::xml_node set = find_child(item, "contentSet");
  for (const pugi::xml_node& content : set.children()) {
    if (local_name(content) == "inlineXML") {
      const pugi::xml_node nitf = find_below(content, "nitf");
      const pugi::xml_node body = find_below(content, "body");
      if (nitf) {
        take_nitf(nitf, facts);
      } else {
        facts.html = to_html(body ? body : content);
      }
    } else if (local_name(content) == "inlineData") {
      const std::string_view type = content.attribute("contenttype").value();
      const std::string text = content.text().get();
      (contains_nocase(type, "html") ? facts.html : facts.text) = text;
    }
    if (!is_blank_text(facts.html) || !is_blank_text(facts.text)) return;
  }
}

void take_meta(const pugi::xml_node& item, ItemFacts& facts) {
  const pugi::xml_node meta = find_child(item, "itemMeta");
  const pugi::xml_node content = find_child(item, "contentMeta");
  facts.id = item.attribute("guid").value();
  facts.language = find_child(content, "language").attribute("tag").value();
  if (facts.language.empty()) facts.language = item.attribute("xml:lang").value();
  facts.outlet = name_of(find_child(meta, "provider"));
  facts.agency = facts.outlet;
  if (facts.outlet.empty())
    facts.outlet = name_of(find_child(find_child(item, "rightsInfo"), "copyrightHolder"));
  facts.title = text_of(find_child(content, "headline"));
  if (facts.title.empty()) facts.title = text_of(find_child(meta, "title"));
  for (const pugi::xml_node& child : content.children()) {
    if (local_name(child) == "creator" && facts.authors.size() < 50) facts.authors.push_back(name_of(child));
  }
  for (const std::string_view name : {"firstCreated", "versionCreated"}) {
    facts.dates.push_back({text_of(find_child(meta, name)), "newsml:" + std::string(name)});
  }
  facts.dates.push_back({text_of(find_child(content, "contentCreated")), "newsml:contentCreated"});
  facts.modified = text_of(find_child(meta, "versionCreated"));
}

}  // namespace

Result<Article> read_newsml(std::string_view bytes, const std::string& name, const IntakeOptions& options) {
  const Result<XmlTree> tree = parse_xml(bytes, name, options);
  if (!tree) return tree.error();
  const pugi::xml_node root = tree->root();
  const pugi::xml_node item = is_news_item(local_name(root)) ? root : find_below(root, "newsItem");
  if (!item) return Error{ErrorCode::empty_input, "there is no news item in it", name, std::nullopt};
  ItemFacts facts;
  if (local_name(item) == "nitf") {
    take_nitf(item, facts);
  } else {
    const pugi::xml_node meta = find_child(item, "itemMeta");
    if (auto error = check_release(name_of(find_child(meta, "pubStatus")),
                                   text_of(find_child(meta, "embargoed")), name)) {
      return *error;
    }
    take_meta(item, facts);
    take_body(item, facts);
  }
  std::erase_if(facts.authors, [](const std::string& author) { return is_blank_text(author); });
  std::erase_if(facts.dates, [](const DateCandidate& date) { return is_blank_text(date.value); });
  return article_from_tree(*tree, facts, name, options);
}

}  // namespace sayso
