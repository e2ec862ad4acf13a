#include "language/coreference_decoder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>
#include <set>

namespace sayso::language {
namespace {

using testing::ElementsAre;

// Words parted by blanks; a mention is a range of them with its head, type and form.
struct Text {
  std::string text;
  Layers layers;

  explicit Text(std::string words) : text(std::move(words)) {
    for (std::uint32_t begin = 0; begin < text.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', begin), text.size()));
      layers.words.push_back({{begin, end}, 0, Upos::x, {}, Relation::dep});
      begin = end + 1;
    }
  }

  Mention& add(std::uint32_t begin, std::uint32_t end, MentionForm form = MentionForm::name) {
    layers.mentions.push_back({{begin, end}, end - 1, EntityType::person, form, 0});
    return layers.mentions.back();
  }
};

// Matches of the last mention with the first.
KeyMatch match_of(const std::string& first, const std::string& last) {
  const auto words = static_cast<std::uint32_t>(std::ranges::count(first, ' ') + 1);
  const auto more = static_cast<std::uint32_t>(std::ranges::count(last, ' ') + 1);
  Text text(first + " " + last);
  text.add(0, words);
  text.add(words, words + more);
  const auto keys = find_keys(text.text, text.layers.words, text.layers.mentions);
  EXPECT_EQ(compare(keys[0], keys[1]), compare(keys[1], keys[0]));
  return compare(keys[1], keys[0]);
}

TEST(MentionKeys, WhatTheLettersTell) {
  EXPECT_EQ(match_of("The Weir Council", "the weir council"), KeyMatch::same_key);
  EXPECT_EQ(match_of("Anna Roke 's", "Anna Roke"), KeyMatch::same_key);
  EXPECT_EQ(match_of("Ministers \u2019", "these ministers"), KeyMatch::same_key);
  EXPECT_EQ(match_of("\u00C9T\u00C9", "\u00E9t\u00E9"), KeyMatch::same_key);
  EXPECT_EQ(match_of("Roke , Anna", "Roke Anna"), KeyMatch::same_key);
  EXPECT_EQ(match_of("World Health Organization", "WHO"), KeyMatch::acronym);
  EXPECT_EQ(match_of("the WHO", "World Health Organization"), KeyMatch::acronym);
  EXPECT_EQ(match_of("The World Health Organization", "WHO"), KeyMatch::acronym);
  EXPECT_EQ(match_of("World", "W"), KeyMatch::none);  // one letter is no acronym
  EXPECT_EQ(match_of("old harbour", "the new harbour"), KeyMatch::same_head);
  EXPECT_EQ(match_of("Anna Roke", "Anna"), KeyMatch::contained);
  EXPECT_EQ(match_of("Anna", "Bo"), KeyMatch::none);
  EXPECT_EQ(match_of("the", "these"), KeyMatch::none);  // an empty key is like no other
  EXPECT_EQ(match_of("-", "the"), KeyMatch::none);
}

TEST(CoreferenceDecoder, JoinsWhatScoresAboveZero) {
  Text text("Anna met Bo . Anna said he left .");
  text.add(0, 1);
  text.add(2, 3);
  text.add(4, 5);
  text.add(6, 7, MentionForm::pronoun);
  CoreferenceWeights weights;
  weights.width = 1;
  weights.match[0] = {-1, 0, 1, 0, 0};  // names join by the same words alone
  weights.match[2] = {-1, 0, 0, 0, 0};  // a pronoun joins nobody by its words
  std::vector<float> vectors(text.layers.words.size() * 3);
  vectors[6 * 3] = 2;      // "he" as the later one
  vectors[2 * 3 + 1] = 1;  // "Bo" as the earlier one
  CoreferenceDecoder(weights).decode(text.text, vectors, text.layers);
  EXPECT_EQ(text.layers.entities, 2u);
  std::vector<std::uint32_t> entities;
  for (const Mention& mention : text.layers.mentions) entities.push_back(mention.entity);
  EXPECT_THAT(entities, ElementsAre(0, 1, 0, 1));
}

// The contract in strings and loops over all pairs.
class Plain {
 public:
  Plain(const Text& text, const CoreferenceWeights& weights, const std::vector<float>& vectors)
      : text_(text), weights_(weights), vectors_(vectors) {}

  std::vector<std::uint32_t> entities() const {
    std::vector<std::uint32_t> entities;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < mentions().size(); ++i) {
      double top = 0;
      std::optional<std::size_t> best;
      for (const std::size_t j : candidates(i)) {
        if (const double score = score_of(i, j); score > top) {
          top = score;
          best = j;
        }
      }
      entities.push_back(best ? entities[*best] : count++);
    }
    return entities;
  }

 private:
  const std::vector<Mention>& mentions() const { return text_.layers.mentions; }
  std::string word(std::size_t w) const { return std::string(text_.layers.words[w].text.of(text_.text)); }
  static std::string lower(std::string s) {
    for (char& c : s) c = static_cast<char>(std::tolower(c));
    return s;
  }
  std::string head(std::size_t i) const { return lower(word(mentions()[i].head)); }

  std::vector<std::string> key_words(std::size_t i) const {
    std::vector<std::string> words;
    for (auto w = mentions()[i].words.begin; w < mentions()[i].words.end; ++w) words.push_back(word(w));
    const std::set<std::string> leading = {"a", "an", "the", "this", "that", "these", "those"};
    if (!words.empty() && leading.contains(lower(words.front()))) words.erase(words.begin());
    if (!words.empty() && (lower(words.back()) == "'s" || words.back() == "'")) words.pop_back();
    std::erase_if(words, [](const std::string& w) {
      return std::ranges::none_of(w, [](char c) { return std::isalnum(c); });
    });
    return words;
  }

  std::vector<std::string> key(std::size_t i) const {
    std::vector<std::string> words = key_words(i);
    for (std::string& word : words) word = lower(word);
    return words;
  }

  std::string initials(std::size_t i) const {
    std::string letters;
    for (const std::string& word : key_words(i)) {
      if (std::isupper(word[0])) letters += word[0];
    }
    return letters.size() < 2 ? "" : lower(letters);
  }

  std::size_t match(std::size_t i, std::size_t j) const {
    const auto a = key(i), b = key(j);
    if (a == b && !a.empty()) return 2;
    if (a.size() == 1 && a[0] == initials(j)) return 4;
    if (b.size() == 1 && b[0] == initials(i)) return 4;
    if (head(i) == head(j)) return 1;
    const std::set<std::string> s(a.begin(), a.end()), t(b.begin(), b.end());
    if (s.empty() || t.empty()) return 0;
    return std::ranges::includes(s, t) || std::ranges::includes(t, s) ? 3 : 0;
  }

  std::vector<std::size_t> candidates(std::size_t i) const {
    std::vector<std::size_t> found;
    for (std::size_t back = 1, alike = 0; back <= i; ++back) {
      const std::size_t j = i - back;
      const bool pronoun =
          mentions()[i].form == MentionForm::pronoun || mentions()[j].form == MentionForm::pronoun;
      const bool same = (key(i) == key(j) && !key(i).empty()) || (!pronoun && head(i) == head(j));
      if (back <= 60 || (same && ++alike <= 20)) found.push_back(j);
    }
    return found;
  }

  double mean(std::size_t i, std::size_t column) const {
    const Mention& m = mentions()[i];
    const std::size_t width = 2 * weights_.width + 1;
    return (double(vectors_[m.words.begin * width + column]) + vectors_[(m.words.end - 1) * width + column] +
            vectors_[m.head * width + column]) /
           3;
  }

  double score_of(std::size_t i, std::size_t j) const {
    const Mention& a = mentions()[i];
    const Mention& b = mentions()[j];
    double score = 0;
    for (std::size_t c = 0; c < weights_.width; ++c) score += mean(i, c) * mean(j, weights_.width + c);
    score = score / std::sqrt(double(weights_.width)) + mean(i, 2 * weights_.width);
    const auto sentence = [&](const Mention& m) { return text_.layers.words[m.words.begin].sentence; };
    const auto f = static_cast<std::size_t>(a.form), g = static_cast<std::size_t>(b.form);
    score += weights_.mention_distance[std::min<std::size_t>(9, static_cast<std::size_t>(std::log2(i - j)))];
    score += weights_.sentence_distance[std::min<std::size_t>(7, sentence(a) - sentence(b))];
    score += weights_.forms[f][g] + weights_.match[f][match(i, j)] + weights_.same_type[a.type == b.type];
    const bool nested = (a.words.begin <= b.words.begin && b.words.end <= a.words.end) ||
                        (b.words.begin <= a.words.begin && a.words.end <= b.words.end);
    return score + weights_.nested[nested];
  }

  const Text& text_;
  const CoreferenceWeights& weights_;
  const std::vector<float>& vectors_;
};

TEST(CoreferenceDecoder, AgreesWithThePlainWay) {
  std::mt19937 random(31);
  std::normal_distribution<float> normal(0, 1);
  const std::vector<std::string> vocabulary = {"The",    "the", "Anna", "anna",  "Roke", "World",
                                               "Health", "WH",  "wh",   "mayor", "'s",   ",",
                                               "of",     "AR",  "old",  "this"};
  for (int round = 0; round < 12; ++round) {
    std::string words;
    for (int i = 0; i < 700; ++i)
      words += (words.empty() ? "" : " ") + vocabulary[random() % vocabulary.size()];
    Text text(words);
    for (std::size_t w = 0; w < text.layers.words.size(); ++w) {
      text.layers.words[w].sentence = static_cast<std::uint32_t>(w / 9);
    }
    std::set<std::pair<std::uint32_t, std::int64_t>> ranges;
    for (int i = 0; i < 260; ++i) {
      const std::uint32_t begin = random() % 690;
      ranges.insert({begin, -std::int64_t(begin + 1 + random() % 4)});
    }
    for (const auto& [begin, minus_end] : ranges) {
      Mention& mention = text.add(begin, static_cast<std::uint32_t>(-minus_end));
      mention.form = static_cast<MentionForm>(random() % 3);
      mention.type = static_cast<EntityType>(random() % 3);
      mention.head = begin + random() % mention.words.size();
    }
    CoreferenceWeights weights;
    weights.width = 3;
    const auto fill = [&](auto& row) {
      for (float& value : row) value = normal(random);
    };
    fill(weights.mention_distance);
    fill(weights.sentence_distance);
    for (auto& row : weights.forms) fill(row);
    for (auto& row : weights.match) fill(row);
    fill(weights.same_type);
    fill(weights.nested);
    std::vector<float> vectors(text.layers.words.size() * 7);
    for (float& value : vectors) value = normal(random);
    for (std::size_t w = 0; w < text.layers.words.size(); ++w) vectors[w * 7 + 6] -= 3;

    CoreferenceDecoder(weights).decode(text.text, vectors, text.layers);
    std::vector<std::uint32_t> entities;
    for (const Mention& mention : text.layers.mentions) entities.push_back(mention.entity);
    ASSERT_EQ(entities, Plain(text, weights, vectors).entities());
    ASSERT_GT(text.layers.entities, 1u);
    ASSERT_LT(text.layers.entities, entities.size());
  }
}

TEST(CoreferenceDecoder, NothingInNothingOut) {
  Layers layers;
  CoreferenceWeights weights;
  weights.width = 2;
  CoreferenceDecoder(weights).decode("", {}, layers);
  EXPECT_EQ(layers.entities, 0u);
}

}  // namespace
}  // namespace sayso::language
