// Ids of documents as the claims stage handles them by the thousand for each article.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace sayso::claims {

// A document's id (Record::id). Copies share the text, and two ids mostly differ in their first eight bytes,
// which are at hand. In the order of their texts' bytes.
class DocumentId {
 public:
  DocumentId() = default;
  DocumentId(std::string text)
      : begin_(begin_of(text)),
        text_(text.empty() ? nullptr : std::make_shared<const Text>(std::move(text))) {}
  DocumentId(const char* text) : DocumentId(std::string(text)) {}

  const std::string& text() const { return text_ ? text_->text : empty_text(); }
  operator const std::string&() const { return text(); }
  bool empty() const { return text_ == nullptr; }
  std::size_t hash() const { return text_ ? text_->hash : 0; }

  friend bool operator==(const DocumentId& a, const DocumentId& b) {
    return a.begin_ == b.begin_ && (a.text_ == b.text_ || a.text() == b.text());
  }
  friend std::strong_ordering operator<=>(const DocumentId& a, const DocumentId& b) {
    if (a.begin_ != b.begin_) return a.begin_ <=> b.begin_;
    return a.text_ == b.text_ ? std::strong_ordering::equal : a.text() <=> b.text();
  }
  friend bool operator==(const DocumentId& a, const std::string& b) { return a.text() == b; }
  friend std::ostream& operator<<(std::ostream& out, const DocumentId& id) { return out << id.text(); }

 private:
  struct Text {
    explicit Text(std::string from) : text(std::move(from)), hash(std::hash<std::string>()(text)) {}
    std::string text;
    std::size_t hash;
  };

  // The first byte weighs most.
  static std::uint64_t begin_of(std::string_view text) {
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < 8; ++i)
      begin = begin << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return begin;
  }
  static const std::string& empty_text() {
    static const std::string kEmpty;
    return kEmpty;
  }

  std::uint64_t begin_ = 0;
  std::shared_ptr<const Text> text_;  // null where empty
};

}  // namespace sayso::claims

template <>
struct std::hash<sayso::claims::DocumentId> {
  std::size_t operator()(const sayso::claims::DocumentId& id) const { return id.hash(); }
};
