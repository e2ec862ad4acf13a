// Records for tests, put together from the words that they mark.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::claims {

inline Span span_of(std::string_view text, std::string_view words) {
  const auto begin = text.find(words);
  EXPECT_NE(begin, text.npos) << words;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

// One paragraph for each text between empty lines.
inline Record record_of(const std::string& id, const std::string& outlet, const std::string& text,
                        const std::string& published = "2024-05-02T10:00:00Z") {
  Record record;
  record.id = id;
  record.document.outlet = outlet;
  record.document.published = published;
  record.document.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    record.document.blocks.push_back(
        {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  return record;
}

inline std::uint32_t add_person(Record& record, const std::string& name) {
  Entity entity;
  entity.id = "e" + std::to_string(record.entities.size() + 1);
  entity.name = name;
  entity.kind = EntityKind::person;
  record.entities.push_back(entity);
  return static_cast<std::uint32_t>(record.entities.size() - 1);
}

// The words mark source, cue and content; the person is made.
inline Attribution& add_attribution(Record& record, const std::string& source, const std::string& cue,
                                    const std::vector<std::string>& content) {
  const std::string& text = record.document.text;
  Attribution a;
  a.id = "a" + std::to_string(record.attributions.size() + 1);
  a.source = Source{};
  a.source->spans = {span_of(text, source)};
  a.source->text = source;
  a.origin = add_person(record, source);
  a.cue.spans = {span_of(text, cue)};
  a.cue.text = cue;
  for (const std::string& piece : content) {
    a.content.spans.push_back(span_of(text, piece));
    a.content.text += (a.content.text.empty() ? "" : " ") + piece;
  }
  a.confidence = 0.9;
  a.chain = {{record.document.outlet, {}, "", {}}, {source, a.origin, cue, {}}};
  record.attributions.push_back(a);
  return record.attributions.back();
}

}  // namespace sayso::claims
