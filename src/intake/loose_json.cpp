#include "intake/loose_json.h"

#include <utility>

#include "intake/ascii.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kMostValues = 50;
constexpr std::size_t kMostOpen = 1000;  // a parser refuses more anyhow

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::vector<std::string> run() {
    while (at_ < text_.size() && values_.size() < kMostValues) {
      in_string_ ? read_in_string() : read_outside();
    }
    if (!value_.empty()) finish();
    return std::move(values_);
  }

 private:
  void read_outside() {
    const char c = text_[at_];
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--") || rest.starts_with("-->")) return skip(rest.starts_with("<") ? 4 : 3);
    if (rest.starts_with("/*")) return skip_behind("*/");
    if (rest.starts_with("//")) return skip_behind("\n");
    ++at_;
    if (open_.empty()) {
      if (c == '{' || c == '[') open(c);
      return;  // commas, semicolons and markup between values
    }
    if (c == '"') {
      in_string_ = true;
      value_.push_back(c);
    } else if (c == '{' || c == '[') {
      open(c);
    } else if (c == '}' || c == ']') {
      close(c);
    } else if (!is_ascii_space(c)) {
      value_.push_back(c);
    }
  }

  void read_in_string() {
    const char c = text_[at_++];
    if (c == '\\') return read_escape();
    if (c != '"') {
      value_.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
    } else if (ends_string()) {
      in_string_ = false;
      value_.push_back(c);
    } else {
      value_ += "\\\"";  // a quotation inside the string
    }
  }

  void read_escape() {
    if (at_ >= text_.size()) return;
    const char c = text_[at_++];
    if (std::string_view("\"\\/bfnrtu").find(c) != std::string_view::npos) value_.push_back('\\');
    value_.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
  }

  // What JSON has behind a string: "," ":" "}" "]" or the end.
  bool ends_string() const {
    std::size_t next = at_;
    while (next < text_.size() && is_ascii_space(text_[next]) && next < at_ + 200) ++next;
    return next >= text_.size() || std::string_view(",:}]").find(text_[next]) != std::string_view::npos;
  }

  void open(char c) {
    if (open_.size() >= kMostOpen) return;
    open_.push_back(c == '{' ? '}' : ']');
    open_objects_ += c == '{';
    value_.push_back(c);
  }

  // A bracket of the wrong kind closes what is open inside it.
  void close(char c) {
    if ((c == '}' ? open_objects_ : open_.size() - open_objects_) == 0) return;
    bool closed = false;
    while (!closed) {
      closed = open_.back() == c;
      close_one();
    }
    if (open_.empty()) finish();
  }

  void close_one() {
    while (value_.ends_with(',')) value_.pop_back();
    if (value_.ends_with(':')) value_ += "null";
    value_.push_back(open_.back());
    open_objects_ -= open_.back() == '}';
    open_.pop_back();
  }

  void finish() {
    if (in_string_) value_.push_back('"');
    in_string_ = false;
    while (!open_.empty()) close_one();
    values_.push_back(std::move(value_));
    value_.clear();
  }

  void skip(std::size_t length) { at_ += length; }
  void skip_behind(std::string_view mark) {
    const std::size_t found = text_.find(mark, at_ + 2);
    at_ = found == std::string_view::npos ? text_.size() : found + mark.size();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string value_;
  std::string open_;  // the brackets that are still to come, the last one first
  std::size_t open_objects_ = 0;
  bool in_string_ = false;
  std::vector<std::string> values_;
};

}  // namespace

std::vector<std::string> mend_json(std::string_view text) {
  return Mender(text).run();
}

std::string_view find_string_value(std::string_view text, std::string_view key) {
  const std::string quoted = "\"" + std::string(key) + "\"";
  for (std::size_t at = text.find(quoted); at != std::string_view::npos; at = text.find(quoted, at + 1)) {
    std::size_t begin = at + quoted.size();
    const auto skip_blanks = [&] {
      while (begin < text.size() && is_ascii_space(text[begin])) ++begin;
    };
    skip_blanks();
    if (begin >= text.size() || text[begin++] != ':') continue;
    skip_blanks();
    if (begin >= text.size() || text[begin++] != '"') continue;
    std::size_t end = begin;
    while (end < text.size() && text[end] != '"' && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
    if (end < text.size() && text[end] == '"') return text.substr(begin, end - begin);
  }
  return {};
}

}  // namespace sayso::intake
