#include "intake/json_object.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace sayso::intake {
namespace {

constexpr std::size_t kMaxDepth = 256;

std::optional<unsigned> read_hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = text[i];
    const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// simdjson's DOM says what is wrong but not where; a second parser, which keeps no values, finds the byte.
class ErrorFinder : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::optional<std::uint64_t> offset;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return descend(); }
  bool key(string_t&) override { return true; }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override { return descend(); }
  bool end_array() override { return --depth_, true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    offset = position > 0 ? position - 1 : 0;  // it counts the bytes read
    return false;
  }

 private:
  bool descend() { return ++depth_ <= kMaxDepth + 1; }
  std::size_t depth_ = 0;
};

Error malformed(std::string_view json, simdjson::error_code code) {
  if (code == simdjson::DEPTH_ERROR) {
    return {ErrorCode::malformed, "JSON nested deeper than " + std::to_string(kMaxDepth) + " levels", "", std::nullopt};
  }
  ErrorFinder finder;
  nlohmann::json::sax_parse(json.begin(), json.end(), &finder);
  return {ErrorCode::malformed, "this is no whole JSON object", "", finder.offset};
}

}  // namespace

std::uint32_t replace_lone_surrogates(std::string& json) {
  std::uint32_t replaced = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos && at + 1 < json.size(); at = json.find('\\', at)) {
    const std::optional<unsigned> unit = json[at + 1] == 'u' ? read_hex4(json, at + 2) : std::nullopt;
    if (!unit || (!is_high(*unit) && !is_low(*unit))) {
      at += 2;
      continue;
    }
    const bool escaped_next = is_high(*unit) && json.compare(at + 6, 2, "\\u") == 0;
    const std::optional<unsigned> partner = escaped_next ? read_hex4(json, at + 8) : std::nullopt;
    if (partner && is_low(*partner)) {
      at += 12;
      continue;
    }
    json.replace(at, 6, "\\ufffd");
    ++replaced;
    at += 6;
  }
  return replaced;
}

Result<JsonDocument> JsonDocument::parse(std::string_view json) {
  JsonDocument document;
  document.parser_ = std::make_unique<simdjson::dom::parser>();
  simdjson::error_code code = document.parser_->allocate(json.size() + 1, kMaxDepth);
  if (code == simdjson::SUCCESS) code = document.parser_->parse(json.data(), json.size(), true).get(document.root_);
  if (code != simdjson::SUCCESS) return malformed(json, code);
  return Result<JsonDocument>(std::move(document));
}

}  // namespace sayso::intake
