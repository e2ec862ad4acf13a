// Records for tests, put together from the words that they mark.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::cli {

// The place of `words` in `text`, which holds them once or whose first place is meant.
inline Span span_of(std::string_view text, std::string_view words) {
  const auto begin = text.find(words);
  EXPECT_NE(begin, text.npos) << words;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

inline Passage passage_of(std::string_view text, const std::vector<std::string>& pieces) {
  Passage passage;
  for (const std::string& piece : pieces) {
    passage.spans.push_back(span_of(text, piece));
    passage.text += (passage.text.empty() ? "" : " ") + piece;
  }
  return passage;
}

// Paragraphs are what stands between empty lines.
inline Record record_of(const std::string& text) {
  Record record;
  record.id = "3f2a91c0aa";
  record.document.input = "story.txt";
  record.document.title = "A story";
  record.document.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    record.document.blocks.push_back(
        {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  return record;
}

struct Said {
  std::vector<std::string> source;  // none: no source
  std::vector<std::string> cue;
  std::vector<std::string> content;
};

inline Attribution& add_attribution(Record& record, const Said& said) {
  const std::string& text = record.document.text;
  Attribution attribution;
  attribution.id = "a" + std::to_string(record.attributions.size() + 1);
  if (!said.source.empty()) attribution.source = Source{passage_of(text, said.source), {}, {}, true, false};
  attribution.cue = {passage_of(text, said.cue), {}};
  attribution.content = passage_of(text, said.content);
  attribution.confidence = 0.874;
  attribution.chain = {{"The Weir", {}, "", {}}, {said.source.empty() ? "" : said.source.front(), {}, "", {}}};
  record.attributions.push_back(attribution);
  return record.attributions.back();
}

}  // namespace sayso::cli
