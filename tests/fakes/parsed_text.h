// Layers from a parse written by hand or taken from the model: a row "form TAG head relation" for each word,
// heads counted from 1 inside the sentence and 0 for its root, as in CoNLL-U.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::fakes {

// The value whose name is `name`; the first one, and a failure of the test, where none is.
template <typename Value>
Value named(std::string_view name, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (name == to_string(static_cast<Value>(i))) return static_cast<Value>(i);
  }
  ADD_FAILURE() << "no such name: " << name;
  return Value{};
}

// Looks the forms up in the text, one behind the other.
inline Layers parsed_text(std::string_view text, const std::vector<std::vector<std::string>>& sentences) {
  Layers layers;
  std::size_t at = 0;
  for (const auto& rows : sentences) {
    const auto first = static_cast<std::uint32_t>(layers.words.size());
    for (const std::string& row : rows) {
      std::istringstream fields(row);
      std::string form, tag, relation;
      std::uint32_t head = 0;
      fields >> form >> tag >> head >> relation;
      at = text.find(form, at);
      EXPECT_NE(at, std::string_view::npos) << row << " in " << text;
      Word word;
      word.text = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + form.size())};
      word.sentence = static_cast<std::uint32_t>(layers.sentences.size());
      word.tag = named<Upos>(tag, kUposTags);
      word.relation = named<Relation>(relation, kRelations);
      if (head > 0) word.head = first + head - 1;
      layers.words.push_back(word);
      at += form.size();
    }
    layers.sentences.push_back({{first, static_cast<std::uint32_t>(layers.words.size())}, 0});
  }
  return layers;
}

// The first place of each piece, behind the one before it.
inline Passage passage_in(std::string_view text, const std::vector<std::string>& pieces) {
  Passage passage;
  std::size_t from = 0;
  for (const std::string& piece : pieces) {
    const std::size_t at = text.find(piece, from);
    EXPECT_NE(at, std::string_view::npos) << piece << " in " << text;
    if (at == std::string_view::npos) continue;
    from = at + piece.size();
    passage.spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)});
    if (!passage.text.empty()) passage.text += ' ';
    passage.text += piece;
  }
  return passage;
}

}  // namespace sayso::fakes
