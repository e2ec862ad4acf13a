// The words of a content inside one sentence: which of them leads, whose subject is whose, what stands in
// quotation marks. Mends what trees of real news get wrong where the words' order tells it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/sentence_tree.h"
#include "sayso/record.h"

namespace sayso::reading {

// Keeps `tree`, which must outlive it. Cost of building: linear in the sentence and the content.
class ContentWords {
 public:
  ContentWords(const Layers& layers, const SentenceTree& tree, std::string_view source,
               const Passage& content);

  bool inside(std::uint32_t w) const { return tree_.holds(w) && inside_[w - tree_.words().begin] != 0; }
  // Whether a quotation that opened inside the content is still open.
  bool is_quoted(std::uint32_t w) const { return tree_.holds(w) && quoted_[w - tree_.words().begin] != 0; }

  // The word on which the others hang: one whose own head lies outside the content, best with a subject.
  std::optional<std::uint32_t> head() const;
  // A clause or infinitive that hangs on the word.
  std::optional<std::uint32_t> complement(std::uint32_t w, std::initializer_list<Relation> relations) const;
  std::optional<std::uint32_t> subject_of(std::uint32_t w) const;
  // Whether the subject's pronoun stands for the source.
  bool is_speaker(std::uint32_t subject) const;
  bool has_infinitive(std::uint32_t w) const;

 private:
  void mark_quoted();

  const SentenceTree& tree_;
  std::string source_;
  std::vector<char> inside_;  // of each of the tree's words
  std::vector<char> quoted_;
};

// Neither punctuation nor a symbol.
bool is_word(const SentenceTree& tree, std::uint32_t w);
// A quotation mark, bracket or dash.
bool is_mark(std::string_view form);

}  // namespace sayso::reading
