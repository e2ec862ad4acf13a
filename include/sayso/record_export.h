// Records in other people's formats; docs/EXPORTS.md says what stands where in each. Offsets in all of them
// count Unicode code points of the record's text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso {

// Writes records one after another: begin(), one() for each, end(), all put together. Not for two threads at
// once.
class RecordFormat {
 public:
  virtual ~RecordFormat() = default;
  virtual std::string begin() { return {}; }
  virtual std::string one(const Record& record) = 0;  // cost: linear in the record
  virtual std::string end() { return {}; }
};

// "annotations", "citron", "csv", "followthemoney", "gqg", "html", "jsonl", "prov", "turtle"; null for
// another name.
std::unique_ptr<RecordFormat> record_format(std::string_view name);

// A file of a folder that a format fills.
struct ExportFile {
  std::string name;  // without a folder
  std::string text;
};

// Standoff of brat: the article's text and its annotations, ID.txt and ID.ann.
std::vector<ExportFile> brat_files(const Record& record);
// annotation.conf and visual.conf: the types that brat_files() uses.
std::vector<ExportFile> brat_configuration();

}  // namespace sayso
