#include "intake/json_items.h"

#include <utility>

#include "intake/ascii.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kLongestHead = 64 * 1024;  // bytes; it is kept with every item

// Follows brackets and strings through JSON, byte by byte.
class Nesting {
 public:
  void step(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
      }
      return;
    }
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++depth_;
    if ((c == '}' || c == ']') && depth_ > 0) --depth_;
  }
  bool in_string() const { return in_string_; }
  std::size_t depth() const { return depth_; }

 private:
  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

// Where the members of an object's text that is whole lie: [begin, end) of its "items" from the key's
// quotation mark to behind the list, and the place of the list's "[".
struct ItemsMember {
  std::size_t begin = 0, list = 0, end = 0;
};

std::optional<ItemsMember> find_items(std::string_view object) {
  Nesting nesting;
  for (std::size_t at = 0; at < object.size(); ++at) {
    if (nesting.depth() == 1 && !nesting.in_string() && object.substr(at).starts_with("\"items\"")) {
      std::size_t list = at + 7;
      while (list < object.size() && (is_ascii_space(object[list]) || object[list] == ':')) ++list;
      if (list < object.size() && object[list] == '[') {
        Nesting inner;
        for (std::size_t end = list; end < object.size(); ++end) {
          inner.step(object[end]);
          if (inner.depth() == 0) return ItemsMember{at, list, end + 1};
        }
        return ItemsMember{at, list, object.size()};
      }
    }
    nesting.step(object[at]);
  }
  return std::nullopt;
}

// The members around "items", ready for one item to be put behind: "{...,".
std::string head_of(std::string_view object, const ItemsMember& items) {
  std::string before(object.substr(0, items.begin));
  std::string_view after = object.substr(items.end);
  while (!after.empty() && (is_ascii_space(after.front()) || after.front() == ',')) after.remove_prefix(1);
  while (!after.empty() && (is_ascii_space(after.back()) || after.back() == '}')) {
    const bool brace = after.back() == '}';
    after.remove_suffix(1);
    if (brace) break;
  }
  std::string head = before + std::string(after);
  while (!head.empty() && (is_ascii_space(head.back()) || head.back() == ',')) head.pop_back();
  if (head.size() > kLongestHead) return "{";
  return head == "{" ? head : head + ",";
}

}  // namespace

// Moves to the next byte that is one of `wanted`; false at the end.
bool JsonItems::skip_to(std::string_view wanted) {
  while (true) {
    const std::string_view held = source_.held();
    if (held.empty()) return false;
    const std::size_t at = held.find_first_of(wanted);
    source_.consume(at == std::string_view::npos ? held.size() : at);
    if (at != std::string_view::npos) return true;
  }
}

// The object that begins here.
std::optional<JsonItem> JsonItems::read_value() {
  JsonItem item;
  Nesting nesting;
  std::size_t taken = 0;
  while (true) {
    const std::string_view held = source_.held();
    if (held.empty()) return item;  // cut off; whoever reads it says so
    std::size_t at = 0;
    bool done = false;
    for (; at < held.size() && !done; ++at) {
      nesting.step(held[at]);
      done = nesting.depth() == 0 && !nesting.in_string();
    }
    taken += at;
    item.too_large = item.too_large || taken > limit_;
    if (item.too_large) {
      item.object = std::string();
    } else {
      item.object.append(held.substr(0, at));
    }
    source_.consume(at);
    if (done) return item;
  }
}

// At the "{" of an object that does not fit the limit: moves behind the "[" of its items, if it has any near
// its beginning.
bool JsonItems::enter_long_feed() {
  const std::string_view held = source_.peek(kLongestHead, false);
  const std::optional<ItemsMember> items = find_items(held);
  if (!items) return false;
  head_ = head_of(held.substr(0, items->begin), {items->begin, items->begin, items->begin});
  source_.consume(items->list + 1);
  in_feed_ = true;
  return true;
}

// Whether the object is a list of others; an article of its own may have a member "items" too.
bool JsonItems::hold_items(const std::string& object) {
  const std::optional<ItemsMember> items = find_items(object);
  if (!items) return false;
  items_ = object.substr(items->list, items->end - items->list);
  items_at_ = 1;
  head_ = head_of(object, *items);
  const bool article =
      head_.find("\"text\"") != std::string::npos || head_.find("\"html\"") != std::string::npos;
  if (article || items_.find('{') == std::string::npos) items_.clear();
  return !items_.empty();
}

std::optional<JsonItem> JsonItems::next_held() {
  const std::size_t begin = items_.find('{', items_at_);
  Nesting nesting;
  for (std::size_t end = begin; end < items_.size(); ++end) {
    nesting.step(items_[end]);
    if (nesting.depth() > 0 || nesting.in_string()) continue;
    items_at_ = end + 1;
    return JsonItem{.object = head_ + "\"items\":[" + items_.substr(begin, items_at_ - begin) + "]}"};
  }
  items_.clear();
  return std::nullopt;
}

std::optional<JsonItem> JsonItems::next_of_feed() {
  while (true) {
    if (!skip_to("{]")) return std::nullopt;
    if (source_.held().front() == ']') {
      in_feed_ = false;
      source_.consume(1);
      skip_to("{");  // whatever stands behind the items of a feed that is too long to be held
      return std::nullopt;
    }
    std::optional<JsonItem> item = read_value();
    if (!item || item->too_large) return item;
    item->object = head_ + "\"items\":[" + item->object + "]}";
    return item;
  }
}

std::optional<JsonItem> JsonItems::next() {
  while (true) {
    if (!items_.empty()) {
      if (std::optional<JsonItem> item = next_held()) return item;
    }
    if (in_feed_) {
      if (std::optional<JsonItem> item = next_of_feed()) return item;
    }
    if (!std::exchange(started_, true)) {
      if (!skip_to("{[")) return std::nullopt;
      in_list_ = source_.held().front() == '[';
      const bool whole =
          in_list_ || source_.peek(static_cast<std::size_t>(limit_) + 1, false).size() <= limit_;
      if (!whole && enter_long_feed()) continue;
    }
    if (!skip_to("{")) return std::nullopt;
    std::optional<JsonItem> item = read_value();
    if (!item || item->too_large || in_list_ || !hold_items(item->object)) return item;
  }
}

}  // namespace sayso::intake
