// Marks on a parsed article: mentions and attributions by their words, as the encoder and earlier steps of
// the reading give them. Words are looked up at their first place in the text.
#pragma once

#include "fakes/parsed_article.h"
#include "fakes/parsed_text.h"
#include "reading/word_index.h"
#include "sayso/record.h"

namespace sayso::fakes {

struct MentionRow {
  std::string words;
  EntityType type = EntityType::person;
  MentionForm form = MentionForm::nominal;
};

inline void add_mentions(ParsedArticle& parsed, const std::vector<MentionRow>& rows) {
  for (const MentionRow& row : rows) {
    const Span span = passage_in(parsed.article.text, {row.words}).spans.at(0);
    const WordRange words = reading::words_in(parsed.layers, span);
    const auto head = reading::head_of(parsed.layers, words);
    ASSERT_TRUE(head) << row.words;
    parsed.layers.mentions.push_back({words, *head, row.type, row.form, parsed.layers.entities++});
  }
  std::ranges::stable_sort(parsed.layers.mentions, {}, [](const Mention& m) { return m.words.begin; });
}

// The source is the one nearest before the cue, else the first of the text. Empty words: no source.
inline Attribution attribution_in(std::string_view text, const std::string& source, const std::string& cue,
                                  const std::vector<std::string>& content) {
  Attribution attribution;
  attribution.cue = Cue{passage_in(text, {cue}), {}};
  if (!source.empty()) {
    attribution.source = Source{passage_in(text, {source}), {}, {}, false, false};
    const std::size_t before = text.rfind(source, attribution.cue.spans.at(0).begin);
    if (before != std::string_view::npos) {
      const auto begin = static_cast<std::uint32_t>(before);
      attribution.source->spans = {{begin, begin + static_cast<std::uint32_t>(source.size())}};
    }
  }
  attribution.content = passage_in(text, content);
  return attribution;
}

inline Circumstance circumstance_in(std::string_view text, const std::string& words) {
  return {passage_in(text, {words}), {}};
}

}  // namespace sayso::fakes
