#include "intake/json_object.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace sayso::intake {
namespace {

constexpr std::size_t kMaxDepth = 256;

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
    return {ErrorCode::malformed, "JSON nested deeper than " + std::to_string(kMaxDepth) + " levels", "",
            std::nullopt};
  }
  ErrorFinder finder;
  nlohmann::json::sax_parse(json.begin(), json.end(), &finder);
  return {ErrorCode::malformed, "this is no whole JSON object", "", finder.offset};
}

}  // namespace

Result<JsonDocument> JsonDocument::parse(std::string_view json) {
  JsonDocument document;
  document.parser_ = std::make_unique<simdjson::dom::parser>();
  simdjson::error_code code = document.parser_->allocate(json.size() + 1, kMaxDepth);
  if (code == simdjson::SUCCESS)
    code = document.parser_->parse(json.data(), json.size(), true).get(document.root_);
  if (code != simdjson::SUCCESS) return malformed(json, code);
  return Result<JsonDocument>(std::move(document));
}

}  // namespace sayso::intake
