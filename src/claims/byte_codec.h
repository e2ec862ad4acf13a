// Bytes of an item's payload: numbers in groups of seven bits, texts with their length before them. Payloads
// are kept in a file, so reading checks every length and never trusts a count.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::claims {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void real(double value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    bytes_.append(bytes, sizeof value);
  }
  void raw(const std::vector<std::int8_t>& values) {
    number(values.size());
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size());
  }
  template <typename List, typename Write>
  void list(const List& values, Write write) {
    number(values.size());
    for (const auto& value : values) write(value);
  }
  void texts(const std::vector<std::string>& values) {
    list(values, [&](const std::string& value) { text(value); });
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Keeps a view of the bytes. After the first mistake everything reads as empty or zero, and ok() is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  // One of `count` values of an enumeration that starts at 0.
  template <typename Enum>
  Enum one_of(std::uint64_t count) {
    const std::uint64_t value = number();
    return static_cast<Enum>(value < count ? value : fail());
  }
  std::string text() { return std::string(view()); }
  // Of the reader's bytes.
  std::string_view view() { return chunk(number()); }
  double real() {
    double value = 0;
    const std::string_view bytes = chunk(sizeof value);
    if (bytes.size() == sizeof value) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  // Of the reader's bytes.
  std::span<const std::int8_t> raw() {
    const std::string_view bytes = view();
    return {reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()};
  }
  template <typename Value, typename Read>
  std::vector<Value> list(Read read) {
    std::vector<Value> values;
    // Each value takes a byte at least, so a count beyond the bytes ends with an error, not with memory.
    for (std::uint64_t left = number(); left > 0 && ok_; --left) values.push_back(read());
    return ok_ ? values : std::vector<Value>{};
  }
  std::vector<std::string> texts() {
    return list<std::string>([&] { return text(); });
  }

  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::uint64_t fail() {
    ok_ = false;
    bytes_ = {};
    return 0;
  }
  std::string_view chunk(std::uint64_t size) {
    if (size > bytes_.size()) {
      fail();
      return {};
    }
    const std::string_view bytes = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return bytes;
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace sayso::claims
