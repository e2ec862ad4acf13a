#include "publish/record_formats.h"

#include <array>
#include <utility>

#include "sayso/record_json.h"

namespace sayso {
namespace {

class JsonLines final : public RecordFormat {
 public:
  std::string one(const Record& record) override { return to_json(record) + "\n"; }
};

std::unique_ptr<RecordFormat> json_lines_format() {
  return std::make_unique<JsonLines>();
}

using Make = std::unique_ptr<RecordFormat> (*)();

constexpr std::array<std::pair<std::string_view, Make>, 9> kFormats = {
    {{"annotations", publish::annotations_format},
     {"citron", publish::citron_format},
     {"csv", publish::csv_format},
     {"followthemoney", publish::follow_the_money_format},
     {"gqg", publish::gqg_format},
     {"html", publish::html_format},
     {"jsonl", json_lines_format},
     {"prov", publish::prov_format},
     {"turtle", publish::turtle_format}}};

}  // namespace

std::unique_ptr<RecordFormat> record_format(std::string_view name) {
  for (const auto& [format, make] : kFormats) {
    if (format == name) return make();
  }
  return nullptr;
}

}  // namespace sayso
