// An encoder without a network: scores by plain rules, so that everything around it can be tested without
// weights. "said" and "told" are cues, what stands between typewriter quotation marks is content, words with
// a capital outside them are sources. Links choose what is near.
//
// Layers: a full stop ends a sentence; words with a capital are proper nouns, alone and in runs of up to
// three mentions and names of people; "he" stands for the nearest of them; "said" and "told" are verbs and
// roots. The rest of the trees is made of numbers that only look like chance.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "language/analyser.h"

namespace sayso::fakes {

// Letters, digits, punctuation and a few words; every ASCII word can be spelt with it.
inline std::string vocabulary_lines() {
  std::string lines = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nsaid\ntold\nthe\nminister\nhe\n";
  for (char c = '!'; c <= '~'; ++c) {
    if (c >= 'A' && c <= 'Z') continue;
    lines += std::string(1, c) + "\n";
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) lines += std::string("##") + c + "\n";
  }
  return lines;
}

class FakeEncoder final : public language::Encoder {
 public:
  static constexpr std::size_t kLinkWidth = 4;
  static constexpr std::size_t kTreeWidth = 4;
  static constexpr std::size_t kRelationWidth = 2;
  static constexpr std::size_t kMentionWidth = 2;
  static constexpr std::size_t kCoreferenceWidth = 2;
  static constexpr std::size_t kMeaningWidth = 4;

  FakeEncoder(const language::Vocabulary& vocabulary, const language::OutputWidths& widths)
      : widths_(widths),
        said_(vocabulary.find("said", false)),
        told_(vocabulary.find("told", false)),
        he_(vocabulary.find("he", false)),
        stop_(vocabulary.find(".", false)),
        apostrophe_(vocabulary.find("'", false)),
        mark_(vocabulary.find("\"", false)) {
    for (char c = '!'; c <= '~'; ++c) {
      const bool is_letter_or_digit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!is_letter_or_digit) punctuation_.insert(vocabulary.find(std::string(1, c), false));
    }
  }

  Result<std::vector<language::EncoderOutput>> run(std::span<const language::EncoderInput> windows,
                                                   std::span<const language::Output> wanted) const override {
    std::vector<language::EncoderOutput> outputs;
    for (const auto& window : windows) outputs.push_back(run_one(window, wanted));
    return outputs;
  }

 private:
  using Output = language::Output;
  using Input = language::EncoderInput;

  std::size_t width(Output output) const { return widths_[static_cast<std::size_t>(output)]; }

  language::EncoderOutput run_one(const Input& window, std::span<const Output> wanted) const {
    language::EncoderOutput output;
    for (const Output one : wanted) {
      if (one == Output::labels) {
        output[one] = labels(window);
      } else {
        for (std::size_t i = 0; i < window.pieces.size(); ++i) add_row(window, i, one, output[one]);
      }
    }
    return output;
  }

  std::vector<float> labels(const Input& window) const {
    std::vector<float> scores;
    bool quoted = false;
    language::Label before = language::kOutside;
    for (std::size_t i = 0; i < window.pieces.size(); ++i) {
      const bool is_mark = window.pieces[i] == mark_;
      const language::Label label = label_of(window, i, quoted || is_mark, before);
      if (is_mark) quoted = !quoted;
      for (language::Label y = 0; y < language::kLabels; ++y) scores.push_back(y == label ? 4.0F : 0.0F);
      before = label;
    }
    return scores;
  }

  void add_row(const Input& window, std::size_t i, Output output, std::vector<float>& rows) const {
    std::vector<float> row(width(output));
    const bool is_he = window.pieces[i] == he_;
    const bool is_name = is_title(window, i) && !is_he;
    switch (output) {
      case Output::segments:
        row[segment_of(window, i)] = 1;
        break;
      case Output::tags:
        row[static_cast<std::size_t>(tag_of(window, i))] = 1;
        break;
      case Output::names:
        row = {3, is_name ? 4.0F : 0.0F, is_name ? 5.0F : 0.0F, 0, 0, 0, 0};
        break;
      case Output::types:
        row[static_cast<std::size_t>(is_name ? EntityType::person : EntityType::object)] = 1;
        break;
      case Output::mentions:
        row = {is_name ? 4.0F : 0.0F, is_he ? 4.0F : 0.0F, is_name ? 1.0F : 0.0F, is_he ? 1.0F : 0.0F};
        break;
      case Output::coreference:
        row.back() = -1;
        break;
      case Output::arcs:
        fill_by_chance(window, i, row);
        if (is_cue(window, i)) row.back() = 5;
        break;
      case Output::relations:
      case Output::meaning:
        fill_by_chance(window, i, row);
        break;
      case Output::labels:
      case Output::links:
        row.assign(row.size(), 0.5F);
        break;
    }
    rows.insert(rows.end(), row.begin(), row.end());
  }

  // Depends on a piece and the one before it only, so that it is the same in every window.
  static void fill_by_chance(const Input& window, std::size_t i, std::vector<float>& row) {
    auto state = static_cast<std::uint32_t>(window.pieces[i] * 7919 + (i > 0 ? window.pieces[i - 1] : 0));
    for (float& value : row) {
      state = state * 1664525U + 1013904223U;
      value = static_cast<float>(state >> 16) / 32768.0F - 1;
    }
  }

  static bool is_title(const Input& window, std::size_t i) {
    return static_cast<language::LetterCase>(window.surface[i] / 3) == language::LetterCase::title;
  }
  bool is_cue(const Input& window, std::size_t i) const {
    return window.pieces[i] == said_ || window.pieces[i] == told_;
  }
  bool is_punctuation(const Input& window, std::size_t i) const {
    return punctuation_.contains(window.pieces[i]);
  }

  std::size_t segment_of(const Input& window, std::size_t i) const {
    if (i > 0 && window.pieces[i - 1] == stop_) return 2;
    if (window.pieces[i] == apostrophe_ || (i > 0 && window.pieces[i - 1] == apostrophe_)) return 0;
    return is_punctuation(window, i) || (i > 0 && is_punctuation(window, i - 1)) ? 1 : 0;
  }

  Upos tag_of(const Input& window, std::size_t i) const {
    if (is_punctuation(window, i)) return Upos::punct;
    if (is_cue(window, i)) return Upos::verb;
    if (window.pieces[i] == he_) return Upos::pron;
    return is_title(window, i) ? Upos::propn : Upos::noun;
  }

  language::Label label_of(const language::EncoderInput& window, std::size_t i, bool quoted,
                           language::Label before) const {
    using language::Role;
    const auto role = [&](Role r) {
      const bool goes_on = before == language::begin_label(r) || before == language::inside_label(r);
      return goes_on ? language::inside_label(r) : language::begin_label(r);
    };
    if (quoted) return role(Role::content);
    if (is_cue(window, i)) return role(Role::cue);
    if (is_title(window, i)) return role(Role::source);
    return language::kOutside;
  }

  language::OutputWidths widths_;
  std::int32_t said_;
  std::int32_t told_;
  std::int32_t he_;
  std::int32_t stop_;
  std::int32_t apostrophe_;
  std::int32_t mark_;
  std::set<std::int32_t> punctuation_;
};

inline language::LayerWeights make_layer_weights() {
  language::LayerWeights weights;
  weights.trees = {FakeEncoder::kTreeWidth,
                   FakeEncoder::kRelationWidth,
                   {Relation::nsubj, Relation::obj, Relation::punct, Relation::root},
                   {1, 0, 0, 1, -1, 0, 0, -1}};
  weights.mentions = {FakeEncoder::kMentionWidth, {-1, -1, -9, -9, -9, -9}};
  weights.coreference.width = FakeEncoder::kCoreferenceWidth;
  weights.coreference.mention_distance = {0.5F, 0.4F, 0.3F, 0.2F, 0.1F};
  weights.coreference.match[static_cast<int>(MentionForm::name)] = {0, 0, 3, 0, 0};
  weights.coreference.forms[static_cast<int>(MentionForm::pronoun)] = {2, 0, 0};
  return weights;
}

inline language::Analyser make_analyser(language::WindowLimits windows = {}) {
  language::ModelConfig config;
  config.windows = windows;
  config.links.width = FakeEncoder::kLinkWidth;
  for (auto& row : config.links.distance) {
    for (std::size_t bucket = 0; bucket < row.size(); ++bucket) {
      row[bucket] = bucket < 8 ? -static_cast<float>(8 - bucket) : -static_cast<float>(bucket - 8);
    }
  }
  config.links.none = {-20, -20};
  config.layers = make_layer_weights();
  config.meaning_width = FakeEncoder::kMeaningWidth;
  auto vocabulary = language::Vocabulary::parse(vocabulary_lines());
  auto encoder = std::make_unique<FakeEncoder>(*vocabulary, language::output_widths(config));
  return language::Analyser(config, *std::move(vocabulary), "fake", std::move(encoder));
}

// An article of paragraphs parted by blank lines, as intake makes it.
inline Article make_article(std::string text) {
  Article article;
  article.input = "test";
  article.text = std::move(text);
  for (std::size_t at = 0; at < article.text.size();) {
    std::size_t end = article.text.find("\n\n", at);
    if (end == std::string::npos) end = article.text.size();
    if (end > at) {
      article.blocks.push_back(
          {BlockKind::paragraph, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, false});
    }
    at = end + 2;
  }
  return article;
}

}  // namespace sayso::fakes
