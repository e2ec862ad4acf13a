// WordPiece vocabulary: one piece a line, its number is the line's. Pieces that continue a word begin with
// "##".
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sayso/result.h"

namespace sayso::language {

class Vocabulary {
 public:
  // Errors: bad_model (no such file, or a special piece is missing).
  static Result<Vocabulary> load(const std::filesystem::path& file);
  static Result<Vocabulary> parse(std::string_view lines);

  // The piece's number or -1. `continues` asks for a "##" piece; `text` is without the marks.
  std::int32_t find(std::string_view text, bool continues) const;

  std::size_t longest_piece() const { return longest_; }  // bytes
  std::int32_t unknown() const { return unknown_; }
  std::int32_t cls() const { return cls_; }
  std::int32_t sep() const { return sep_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using Map = std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>>;

  Map starts_;
  Map continuations_;
  std::size_t longest_ = 0;
  std::int32_t unknown_ = -1;
  std::int32_t cls_ = -1;
  std::int32_t sep_ = -1;
};

}  // namespace sayso::language
