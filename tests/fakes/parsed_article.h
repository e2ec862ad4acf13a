// An article with its layers from a compact table, for tests that need a realistic parse without a model: a
// sentence a line, words as FORM|TAG|HEAD|RELATION[|B-PER], HEAD counted from 1 in the sentence, a blank line
// between paragraphs. A paragraph that begins with "[dateline]", "[title]" or another block's name is of that
// kind.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/article.h"
#include "sayso/layers.h"

namespace sayso::fakes {

struct ParsedArticle {
  Article article;
  Layers layers;

  Span at(std::string_view words, std::size_t occurrence = 0) const {
    std::size_t begin = article.text.find(words);
    for (; occurrence > 0 && begin != std::string::npos; --occurrence)
      begin = article.text.find(words, begin + 1);
    if (begin == std::string::npos) return {};
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }
  // The first word written so.
  std::uint32_t word(std::string_view form) const {
    const auto at = std::find_if(layers.words.begin(), layers.words.end(),
                                 [&](const Word& w) { return w.text.of(article.text) == form; });
    return static_cast<std::uint32_t>(at - layers.words.begin());
  }
};

template <typename Value>
Value value_named(std::string_view name, std::size_t count) {
  for (std::size_t v = 0; v < count; ++v) {
    if (to_string(static_cast<Value>(v)) == name) return static_cast<Value>(v);
  }
  return static_cast<Value>(0);
}

inline bool binds_left(std::string_view form) {
  return form == "," || form == "." || form == "’s" || form == "’" || form == "”" || form == ")" ||
         form == "]" || form == ":" || form == "-" || form == "n’t";
}
inline bool binds_right(std::string_view form) {
  return form == "“" || form == "(" || form == "[" || form == "-";
}

inline ParsedArticle parse_article(std::string_view table) {
  ParsedArticle parsed;
  Article& article = parsed.article;
  Layers& layers = parsed.layers;
  std::istringstream lines{std::string(table)};
  std::string line;
  bool fresh = true;  // the next sentence begins a paragraph
  while (std::getline(lines, line)) {
    if (line.empty()) {
      fresh = true;
      continue;
    }
    if (fresh && !article.text.empty()) article.text += "\n\n";
    if (fresh)
      article.blocks.push_back({BlockKind::paragraph, {static_cast<std::uint32_t>(article.text.size()), 0}});
    bool tight = fresh;
    fresh = false;
    Block& block = article.blocks.back();
    const auto first = static_cast<std::uint32_t>(layers.words.size());
    const auto number = static_cast<std::uint32_t>(layers.sentences.size());
    std::istringstream cells(line);
    std::string cell;
    while (cells >> cell) {
      if (cell.front() == '[' && cell.back() == ']') {
        block.kind = value_named<BlockKind>(std::string_view(cell).substr(1, cell.size() - 2), 12);
        continue;
      }
      std::vector<std::string> fields;
      std::istringstream row(cell);
      for (std::string field; std::getline(row, field, '|');) fields.push_back(field);
      if (fields.size() < 4) continue;
      if (!tight && !binds_left(fields[0])) article.text += ' ';
      Word word;
      word.text.begin = static_cast<std::uint32_t>(article.text.size());
      article.text += fields[0];
      word.text.end = static_cast<std::uint32_t>(article.text.size());
      word.sentence = number;
      word.tag = value_named<Upos>(fields[1], kUposTags);
      const auto head = static_cast<std::uint32_t>(std::stoul(fields[2]));
      if (head > 0) word.head = first + head - 1;
      word.relation = value_named<Relation>(fields[3], kRelations);
      const auto index = static_cast<std::uint32_t>(layers.words.size());
      layers.words.push_back(word);
      if (fields.size() > 4) {
        const std::string_view type = std::string_view(fields[4]).substr(2);
        if (fields[4][0] == 'B' || layers.names.empty())
          layers.names.push_back({{index, index}, value_named<NameType>(type, 3)});
        layers.names.back().words.end = index + 1;
      }
      tight = binds_right(fields[0]);
    }
    layers.sentences.push_back({{first, static_cast<std::uint32_t>(layers.words.size())},
                                static_cast<std::uint32_t>(article.blocks.size() - 1)});
    block.span.end = static_cast<std::uint32_t>(article.text.size());
  }
  return parsed;
}

}  // namespace sayso::fakes
