#include "language/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace sayso::language {

Result<Vocabulary> Vocabulary::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf())) {
    return Error{ErrorCode::bad_model, "cannot read the model's vocabulary", file.string(), {}};
  }
  auto vocabulary = parse(bytes.str());
  if (!vocabulary) {
    Error error = vocabulary.error();
    error.input = file.string();
    return error;
  }
  return vocabulary;
}

Result<Vocabulary> Vocabulary::parse(std::string_view lines) {
  Vocabulary vocabulary;
  std::int32_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view piece = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (piece.ends_with('\r')) piece.remove_suffix(1);
    const bool continues = piece.size() > 2 && piece.starts_with("##");
    if (continues) piece.remove_prefix(2);
    vocabulary.longest_ = std::max(vocabulary.longest_, piece.size());
    (continues ? vocabulary.continuations_ : vocabulary.starts_).emplace(piece, number++);
  }
  vocabulary.unknown_ = vocabulary.find("[UNK]", false);
  vocabulary.cls_ = vocabulary.find("[CLS]", false);
  vocabulary.sep_ = vocabulary.find("[SEP]", false);
  if (vocabulary.unknown_ < 0 || vocabulary.cls_ < 0 || vocabulary.sep_ < 0) {
    return Error{ErrorCode::bad_model, "the vocabulary lacks [UNK], [CLS] or [SEP]", {}, {}};
  }
  return vocabulary;
}

std::int32_t Vocabulary::find(std::string_view text, bool continues) const {
  const Map& map = continues ? continuations_ : starts_;
  const auto found = map.find(text);
  return found == map.end() ? -1 : found->second;
}

}  // namespace sayso::language
