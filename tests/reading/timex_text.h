// Small articles with the layers that a model would give, written by hand in one line.
//
// Words are parted by blanks, punctuation may stand at them. A word may carry "|TAG|HEAD|RELATION": its
// universal tag, the number of its head among the blank-parted words of its paragraph (from 1), and its
// relation. Without a tag it gets a likely one; without a head it hangs on nothing, so that its clause has no
// tense. "\n\n" parts paragraphs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/article.h"
#include "sayso/layers.h"

namespace sayso::fakes {

struct TimexText {
  Article article;
  Layers layers;
};

inline Upos likely_tag(const std::string& word, bool first) {
  static const std::map<std::string, Upos> kTags = {
      {"the", Upos::det},   {"a", Upos::det},      {"an", Upos::det},      {"this", Upos::det},
      {"that", Upos::det},  {"in", Upos::adp},     {"on", Upos::adp},      {"at", Upos::adp},
      {"of", Upos::adp},    {"by", Upos::adp},     {"to", Upos::adp},      {"for", Upos::adp},
      {"from", Upos::adp},  {"since", Upos::adp},  {"after", Upos::adp},   {"until", Upos::adp},
      {"over", Upos::adp},  {"before", Upos::adp}, {"between", Upos::adp}, {"and", Upos::cconj},
      {"he", Upos::pron},   {"she", Upos::pron},   {"it", Upos::pron},     {"they", Upos::pron},
      {"said", Upos::verb}, {"met", Upos::verb},   {"sat", Upos::verb},    {"was", Upos::aux},
      {"will", Upos::aux},  {"may", Upos::aux},    {"ago", Upos::adv},     {"now", Upos::adv},
      {"soon", Upos::adv},  {"later", Upos::adv},  {"earlier", Upos::adv}, {"daily", Upos::adv},
      {"last", Upos::adj},  {"next", Upos::adj},   {"annual", Upos::adj},  {"as", Upos::sconj}};
  const auto known = kTags.find(word);
  if (known != kTags.end()) return known->second;
  if (word[0] >= '0' && word[0] <= '9') return Upos::num;
  if (word[0] >= 'A' && word[0] <= 'Z') return first ? Upos::noun : Upos::propn;
  return word.ends_with("ly") ? Upos::adv : Upos::noun;
}

inline std::vector<std::string> split_at(std::string_view text, char border) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == border)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

inline Upos tag_called(std::string_view name) {
  for (std::size_t i = 0; i < kUposTags; ++i) {
    if (name == to_string(static_cast<Upos>(i))) return static_cast<Upos>(i);
  }
  return Upos::x;
}

inline Relation relation_called(std::string_view name) {
  for (std::size_t i = 0; i < kRelations; ++i) {
    if (name == to_string(static_cast<Relation>(i))) return static_cast<Relation>(i);
  }
  return Relation::dep;
}

class TimexTextMaker {
 public:
  TimexText make(std::string_view annotated) {
    std::size_t begin = 0;
    while (begin <= annotated.size()) {
      const std::size_t end = std::min(annotated.find("\n\n", begin), annotated.size());
      add_paragraph(annotated.substr(begin, end - begin));
      begin = end + 2;
    }
    return std::move(text_);
  }

 private:
  static bool is_punctuation(char c) {
    return std::string_view(".,;:!?()\"").find(c) != std::string_view::npos;
  }

  std::uint32_t here() const { return static_cast<std::uint32_t>(text_.article.text.size()); }

  void add_word(std::string_view form, Upos tag) {
    const std::uint32_t begin = here();
    text_.article.text += form;
    Word word;
    word.text = {begin, here()};
    word.sentence = static_cast<std::uint32_t>(text_.layers.sentences.size());
    word.tag = tag;
    text_.layers.words.push_back(word);
  }

  void add_marks(std::string_view marks) {
    for (char mark : marks) add_word(std::string(1, mark), Upos::punct);
  }

  void add_paragraph(std::string_view annotated) {
    if (!text_.article.text.empty()) text_.article.text += "\n\n";
    const std::uint32_t begin = here();
    const auto first_word = static_cast<std::uint32_t>(text_.layers.words.size());
    std::vector<std::uint32_t> numbered;
    std::vector<std::vector<std::string>> notes;
    for (const std::string& token : split_at(annotated, ' ')) {
      if (!numbered.empty()) text_.article.text += ' ';
      std::vector<std::string> fields = split_at(token, '|');
      std::string form = fields[0];
      std::string tail;
      if (form.size() > 1 && is_punctuation(form[0])) {
        add_marks(form.substr(0, 1));
        form.erase(0, 1);
      }
      // The full stop of an abbreviation before a number stays with the word.
      while (form.size() > 1 && is_punctuation(form.back()) && !is_abbreviation(form)) {
        tail.insert(tail.begin(), form.back());
        form.pop_back();
      }
      numbered.push_back(static_cast<std::uint32_t>(text_.layers.words.size()));
      const bool first = text_.layers.words.size() == first_word;
      add_word(form, fields.size() > 1 ? tag_called(fields[1]) : likely_tag(form, first));
      add_marks(tail);
      notes.push_back(std::move(fields));
    }
    for (std::size_t i = 0; i < notes.size(); ++i) {
      if (notes[i].size() < 4) continue;
      Word& word = text_.layers.words[numbered[i]];
      word.relation = relation_called(notes[i][3]);
      const auto head = static_cast<std::size_t>(std::stoi(notes[i][2]));
      if (head > 0) word.head = numbered.at(head - 1);
    }
    const auto end_word = static_cast<std::uint32_t>(text_.layers.words.size());
    const auto block = static_cast<std::uint32_t>(text_.article.blocks.size());
    text_.layers.sentences.push_back({{first_word, end_word}, block});
    text_.article.blocks.push_back({BlockKind::paragraph, {begin, here()}, false});
  }

  static bool is_abbreviation(const std::string& form) {
    return form == "Dec." || form == "Sept." || form == "Mr." || form == "p.m." || form == "a.m." ||
           form == "Mon.";
  }

  TimexText text_;
};

inline TimexText make_timex_text(std::string_view annotated, std::string published = "2016-12-12") {
  TimexText text = TimexTextMaker().make(annotated);
  text.article.published = std::move(published);
  return text;
}

}  // namespace sayso::fakes
