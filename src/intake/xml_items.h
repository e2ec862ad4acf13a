// A large XML file of many articles, cut into its items without a tree of the whole: one item is held at a
// time, so that a feed may be as long as it likes.
//
// The cut is by the tags alone. Comments, CDATA sections, processing instructions and quoted attributes are
// stepped over; a DOCTYPE is dropped with everything in it, so no entity is ever declared. Each item comes as
// a document of its own: the XML declaration, the root's start tag, what the feed says of itself before its
// first item, the item, and the end tags. Linear; nothing recurses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/byte_source.h"

namespace sayso::intake {

// Deeper elements than this are not read (libxml2 has the same limit).
constexpr std::size_t kMostXmlDepth = 256;

struct XmlItem {
  enum class Fault { none, too_large, too_deep };
  std::string document;
  Fault fault = Fault::none;  // else `document` is empty
};

// Which elements are articles, by their names without prefix: "item", "entry"; "newsItem", "nitf".
bool is_feed_item(std::string_view name);
bool is_news_item(std::string_view name);

class XmlItems {
 public:
  // `source` outlives it. `limit`: bytes of one item.
  XmlItems(ByteSource& source, bool (*is_item)(std::string_view), std::uint64_t limit)
      : source_(source), is_item_(is_item), limit_(limit) {}

  // The next item, or nullopt at the end.
  std::optional<XmlItem> next();

  // Whether an element's start tag was seen at all.
  bool has_root() const { return !root_.empty(); }
  bool had_doctype() const { return doctype_; }

 private:
  enum class Token { end, text, start, empty_element, close, other };
  Token read_token();
  bool read_until(std::string_view terminator);
  std::size_t find_tag_end();
  void take_tag(std::size_t end);
  void read_instruction();
  void read_doctype();
  void read_head(Token token);
  void end_head();
  XmlItem read_item(Token start);
  void keep(std::string_view bytes);
  std::string wrap(std::string_view item) const;

  ByteSource& source_;
  bool (*is_item_)(std::string_view);
  const std::uint64_t limit_;

  std::string* sink_ = nullptr;  // takes the bytes of tokens while it is set, up to sink_limit_
  std::uint64_t sink_limit_ = 0;
  bool overflow_ = false;  // the sink was full
  std::string tag_;        // the last one, whole; it is not in the sink yet
  std::string name_;       // its name without prefix
  std::string full_name_;

  std::string declaration_;        // <?xml ... ?>
  std::string root_;               // the root's start tag
  std::string head_;               // what stands between it and the first item
  std::vector<std::string> open_;  // elements open around the items, the root first
  bool head_done_ = false;
  bool doctype_ = false;
};

}  // namespace sayso::intake
