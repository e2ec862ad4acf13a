// An encoder without a network: labels by plain rules, so that everything around it can be tested without weights.
// "said" and "told" are cues, what stands between typewriter quotation marks is content, words with a capital outside
// them are sources. Links choose what is near.
#pragma once

#include <map>
#include <memory>
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

  explicit FakeEncoder(const language::Vocabulary& vocabulary)
      : said_(vocabulary.find("said", false)),
        told_(vocabulary.find("told", false)),
        mark_(vocabulary.find("\"", false)) {}

  Result<std::vector<language::EncoderOutput>> run(std::span<const language::EncoderInput> windows) const override {
    std::vector<language::EncoderOutput> outputs;
    for (const auto& window : windows) outputs.push_back(run_one(window));
    return outputs;
  }

 private:
  language::EncoderOutput run_one(const language::EncoderInput& window) const {
    language::EncoderOutput output;
    output.links.assign(window.pieces.size() * 4 * kLinkWidth, 0.5F);
    bool quoted = false;
    language::Label before = language::kOutside;
    for (std::size_t i = 0; i < window.pieces.size(); ++i) {
      const bool is_mark = window.pieces[i] == mark_;
      const language::Label label = label_of(window, i, quoted || is_mark, before);
      if (is_mark) quoted = !quoted;
      for (language::Label y = 0; y < language::kLabels; ++y) output.labels.push_back(y == label ? 4.0F : 0.0F);
      before = label;
    }
    return output;
  }

  language::Label label_of(const language::EncoderInput& window, std::size_t i, bool quoted,
                           language::Label before) const {
    using language::Role;
    const auto role = [&](Role r) {
      const bool goes_on = before == language::begin_label(r) || before == language::inside_label(r);
      return goes_on ? language::inside_label(r) : language::begin_label(r);
    };
    if (quoted) return role(Role::content);
    if (window.pieces[i] == said_ || window.pieces[i] == told_) return role(Role::cue);
    const auto letter_case = static_cast<language::LetterCase>(window.surface[i] / 3);
    if (letter_case == language::LetterCase::title) return role(Role::source);
    return language::kOutside;
  }

  std::int32_t said_;
  std::int32_t told_;
  std::int32_t mark_;
};

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
  auto vocabulary = language::Vocabulary::parse(vocabulary_lines());
  auto encoder = std::make_unique<FakeEncoder>(*vocabulary);
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
