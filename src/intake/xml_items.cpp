#include "intake/xml_items.h"

#include <algorithm>
#include <utility>

#include "intake/ascii.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kLongestTag = 1 << 20;  // bytes; a longer one is text
constexpr std::size_t kLongestDeclaration = 1000;
constexpr std::size_t kLongestHead = 64 * 1024;  // bytes; it is kept with every item

bool is_name_end(char c) {
  return is_ascii_space(c) || c == '>' || c == '/';
}

}  // namespace

bool is_feed_item(std::string_view name) {
  return name == "item" || name == "entry";
}

bool is_news_item(std::string_view name) {
  return name == "newsItem" || name == "nitf";
}

void XmlItems::keep(std::string_view bytes) {
  if (!sink_) return;
  if (sink_->size() + bytes.size() > sink_limit_) {
    overflow_ = true;
    return;
  }
  sink_->append(bytes);
}

// Up to and including the terminator; false if the input ends before it.
bool XmlItems::read_until(std::string_view terminator) {
  while (true) {
    const std::string_view held = source_.held();
    const std::size_t at = held.find(terminator);
    const bool found = at != std::string_view::npos;
    const std::size_t taken =
        found ? at + terminator.size() : held.size() - std::min(held.size(), terminator.size() - 1);
    keep(held.substr(0, taken));
    source_.consume(taken);
    if (found) return true;
    if (!source_.grow()) {
      const std::string_view rest = source_.held();
      keep(rest);
      source_.consume(rest.size());
      return false;
    }
  }
}

// The place of the ">" of a tag whose "<" is held first, or 0 if it is none: a "<" inside ends the search, so
// that no byte is looked at more than twice.
std::size_t XmlItems::find_tag_end() {
  std::size_t at = 1;
  char quote = '\0';
  while (true) {
    const std::string_view held = source_.held();
    for (; at < held.size(); ++at) {
      const char c = held[at];
      if (c == '<' || at > kLongestTag) return 0;
      if (quote) {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at;
      }
    }
    if (!source_.grow()) return 0;
  }
}

void XmlItems::read_instruction() {
  std::string instruction;
  std::string* const sink = std::exchange(sink_, &instruction);
  const std::uint64_t limit = std::exchange(sink_limit_, kLongestDeclaration);
  const bool overflow = overflow_;
  read_until("?>");
  overflow_ = overflow;
  sink_ = sink;
  sink_limit_ = limit;
  if (root_.empty() && declaration_.empty() && instruction.starts_with("<?xml ")) declaration_ = instruction;
}

void XmlItems::read_doctype() {
  doctype_ = true;
  std::string* const sink = std::exchange(sink_, nullptr);
  int brackets = 0;
  char quote = '\0';
  for (bool done = false; !done && !source_.held().empty();) {
    const std::string_view held = source_.held();
    std::size_t at = 0;
    for (; at < held.size() && !done; ++at) {
      const char c = held[at];
      if (quote) {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        ++brackets;
      } else if (c == ']') {
        --brackets;
      } else if (c == '>' && brackets <= 0) {
        done = true;
      }
    }
    source_.consume(at);
  }
  sink_ = sink;
}

XmlItems::Token XmlItems::read_token() {
  std::string_view held = source_.held();
  if (held.empty()) return Token::end;
  if (held[0] != '<') {
    const std::size_t end = std::min(held.find('<'), held.size());
    keep(held.substr(0, end));
    source_.consume(end);
    return Token::text;
  }
  while (held.size() < 9 && source_.grow()) held = source_.held();
  if (held.starts_with("<!--")) return read_until("-->"), Token::other;
  if (held.starts_with("<![CDATA[")) return read_until("]]>"), Token::text;
  if (held.starts_with("<?")) return read_instruction(), Token::other;
  if (held.starts_with("<!")) return read_doctype(), Token::other;
  const std::size_t end = held.size() > 1 && !is_ascii_space(held[1]) ? find_tag_end() : 0;
  if (end == 0) {
    keep("&lt;");  // a "<" that begins nothing
    source_.consume(1);
    return Token::text;
  }
  take_tag(end);
  return tag_[1] == '/' ? Token::close : tag_[end - 1] == '/' ? Token::empty_element : Token::start;
}

// Moves a tag that ends at `end` into tag_.
void XmlItems::take_tag(std::size_t end) {
  tag_ = source_.held().substr(0, end + 1);
  source_.consume(end + 1);
  const std::size_t begin = tag_[1] == '/' ? 2 : 1;
  std::size_t name_end = begin;
  while (name_end < end && !is_name_end(tag_[name_end])) ++name_end;
  full_name_ = tag_.substr(begin, name_end - begin);
  const std::size_t colon = full_name_.find(':');
  name_ = colon == std::string::npos ? full_name_ : full_name_.substr(colon + 1);
}

// What stands outside of items.
void XmlItems::read_head(Token token) {
  if (token == Token::start) {
    if (open_.size() > kMostXmlDepth) return;
    if (root_.empty()) {
      root_ = tag_;
    } else {
      keep(tag_);
    }
    open_.push_back(full_name_);
  } else if (token == Token::empty_element) {
    keep(tag_);
  } else if (token == Token::close) {
    if (open_.empty() || open_.back() != full_name_) return;  // of an element that was too deep, or of none
    if (open_.size() > 1) keep(tag_);
    open_.pop_back();
  }
}

// The start tag is in tag_. Ends with the end tag of that name; what is unclosed inside does not matter.
XmlItem XmlItems::read_item(Token start) {
  std::string bytes;
  sink_ = &bytes;
  sink_limit_ = limit_;
  overflow_ = false;
  keep(tag_);
  const std::string name = full_name_;
  std::size_t same = start == Token::start ? 1 : 0;
  std::size_t depth = same;
  bool too_deep = false;
  while (same > 0) {
    const Token token = read_token();
    if (token == Token::end) break;
    if (token == Token::start || token == Token::close || token == Token::empty_element) keep(tag_);
    if (token == Token::start) {
      ++depth;
      if (full_name_ == name) ++same;
    } else if (token == Token::close) {
      if (depth > 0) --depth;
      if (full_name_ == name) --same;
    }
    too_deep = too_deep || depth > kMostXmlDepth;
  }
  sink_ = nullptr;
  if (overflow_) return {.document = {}, .fault = XmlItem::Fault::too_large};
  if (too_deep) return {.document = {}, .fault = XmlItem::Fault::too_deep};
  return {.document = wrap(bytes)};
}

std::string XmlItems::wrap(std::string_view item) const {
  std::string document = declaration_ + root_ + head_;
  document += item;
  for (auto name = open_.rbegin(); name != open_.rend(); ++name) document += "</" + *name + ">";
  return document;
}

std::optional<XmlItem> XmlItems::next() {
  while (true) {
    if (!head_done_ && !root_.empty()) {
      sink_ = &head_;
      sink_limit_ = kLongestHead;
    }
    const Token token = read_token();
    sink_ = head_done_ ? nullptr : sink_;
    if (token == Token::end) return std::nullopt;
    if ((token == Token::start || token == Token::empty_element) && is_item_(name_)) {
      if (!std::exchange(head_done_, true)) end_head();
      return read_item(token);
    }
    read_head(token);
  }
}

// The declaration has to stay in front, and a head that is too long is of no use in parts.
void XmlItems::end_head() {
  sink_ = nullptr;
  if (!overflow_) return;
  head_.clear();
  for (std::size_t i = 1; i < open_.size(); ++i) head_ += "<" + open_[i] + ">";
}

}  // namespace sayso::intake
