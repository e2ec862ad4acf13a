// A JSON file of many articles, cut into its objects without a tree of the whole: a list of objects, objects
// one after another over any number of lines, or an object with a list "items" (a JSON Feed), whose items
// come with what else stands in it, as {..., "items": [ITEM]}.
//
// The cut looks at brackets and strings alone; what is between them is judged when an object is read. A file
// up to the limit is held whole, so that a feed's title counts wherever it stands; of a longer one only what
// stands before the items. Linear; nothing recurses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "intake/byte_source.h"

namespace sayso::intake {

struct JsonItem {
  std::string object;
  bool too_large = false;  // then `object` is empty
};

class JsonItems {
 public:
  // `source` outlives it. `limit`: bytes of one object.
  JsonItems(ByteSource& source, std::uint64_t limit) : source_(source), limit_(limit) {}

  // The next object, or nullopt at the end.
  std::optional<JsonItem> next();

 private:
  bool skip_to(std::string_view wanted);
  std::optional<JsonItem> read_value();
  std::optional<JsonItem> next_of_feed();
  std::optional<JsonItem> next_held();
  bool enter_long_feed();
  bool hold_items(const std::string& object);

  ByteSource& source_;
  const std::uint64_t limit_;
  std::string head_;   // the feed's members but for its items, "{...", without the end
  std::string items_;  // the list of a feed that is held, and where the next item is looked for
  std::size_t items_at_ = 0;
  bool in_feed_ = false;  // inside the list of a feed that is too long to be held
  bool started_ = false;
  bool in_list_ = false;
};

}  // namespace sayso::intake
