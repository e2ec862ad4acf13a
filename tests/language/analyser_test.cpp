#include "language/analyser.h"

#include <gmock/gmock.h>

#include "fakes/fake_encoder.h"

namespace sayso::language {
namespace {

using fakes::make_analyser;
using fakes::make_article;
using testing::ElementsAre;

TEST(Analyser, SpansCutTheirOwnText) {
  const Article article = make_article("The port was shut.\n\n\"It will open,\" said Anna Roke.");
  const auto analysis = make_analyser().analyse(article);
  ASSERT_TRUE(analysis);
  ASSERT_EQ(analysis->contents.size(), 1u);
  EXPECT_EQ(analysis->contents[0].text.of(article.text), "\"It will open,\"");
  ASSERT_EQ(analysis->cues.size(), 1u);
  EXPECT_EQ(analysis->cues[0].text.of(article.text), "said");
  ASSERT_EQ(analysis->sources.size(), 2u);
  EXPECT_EQ(analysis->sources[1].text.of(article.text), "Anna Roke");
  EXPECT_EQ(analysis->cues[0].source.partner, 1u);
  EXPECT_EQ(analysis->contents[0].cue.partner, 0u);
}

TEST(Analyser, SmallWindowsGiveTheSameAsLargeOnes) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\"we wait,\" said Bo and went home to the others.\n\n";
  const Article article = make_article(text);
  const auto large = make_analyser({500, 64}).analyse(article);
  const auto small = make_analyser({40, 8}).analyse(article);
  ASSERT_EQ(large->cues.size(), 40u);
  ASSERT_EQ(small->cues.size(), 40u);
  for (std::size_t i = 0; i < 40; ++i) {
    EXPECT_EQ(large->cues[i].text, small->cues[i].text);
    EXPECT_EQ(large->cues[i].source.partner, small->cues[i].source.partner);
  }
}

TEST(Analyser, ReadsALongArticleInSections) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "\"we wait,\" said Bo and went home to the others.\n\n";
  const Article article = make_article(text);
  const auto analysis = make_analyser().analyse(article);
  ASSERT_GT(analysis->pieces, 40'000u);
  ASSERT_EQ(analysis->cues.size(), 3000u);
  for (std::size_t i = 0; i < analysis->cues.size(); ++i) {
    ASSERT_EQ(analysis->cues[i].source.partner, i);
    ASSERT_EQ(analysis->contents[i].cue.partner, i);
    ASSERT_EQ(analysis->cues[i].text.of(article.text), "said");
  }
}

TEST(Analyser, SurvivesAParagraphWithoutEnd) {
  std::string words;
  for (int i = 0; i < 30'000; ++i) words += "ab said ";
  EXPECT_EQ(make_analyser().analyse(make_article(words))->cues.size(), 30'000u);
  EXPECT_TRUE(make_analyser().analyse(make_article(std::string(100'000, 'x')))->cues.empty());
}

TEST(Analyser, ReadsOnlyWhatIsMeantToBeRead) {
  Article article = make_article("\"A,\" said Bo.\n\n\"C,\" said Di.");
  article.blocks[0].kind = BlockKind::furniture;
  EXPECT_EQ(make_analyser().analyse(article)->cues.size(), 1u);
  article.blocks.clear();
  EXPECT_TRUE(make_analyser().analyse(article)->cues.empty());
}

std::vector<std::string> words_of(const Article& article, const Layers& layers, WordRange range) {
  std::vector<std::string> words;
  for (auto w = range.begin; w < range.end; ++w) words.emplace_back(layers.words[w].text.of(article.text));
  return words;
}

// What holds for the layers of every article.
void check_layers(const Article& article, const Layers& layers) {
  std::uint32_t word = 0;
  for (std::uint32_t s = 0; s < layers.sentences.size(); ++s) {
    const Sentence& sentence = layers.sentences[s];
    ASSERT_EQ(sentence.words.begin, word);
    ASSERT_GT(sentence.words.size(), 0u);
    ASSERT_LE(sentence.words.size(), kLongestSentence);
    int roots = 0;
    for (; word < sentence.words.end; ++word) {
      const Word& w = layers.words[word];
      ASSERT_EQ(w.sentence, s);
      ASSERT_TRUE(article.blocks[sentence.block].span.contains(w.text));
      ASSERT_TRUE(word == 0 || layers.words[word - 1].text.end <= w.text.begin);
      ASSERT_EQ(!w.head, w.relation == Relation::root);
      ASSERT_TRUE(!w.head ||
                  (*w.head != word && *w.head >= sentence.words.begin && *w.head < sentence.words.end));
      roots += !w.head;
    }
    ASSERT_EQ(roots, 1);
  }
  ASSERT_EQ(word, layers.words.size());
  std::uint32_t entities = 0;
  for (const Mention& mention : layers.mentions) {
    ASSERT_TRUE(layers.sentences[layers.words[mention.head].sentence].words.contains(mention.words));
    ASSERT_LE(mention.entity, entities);
    entities = std::max(entities, mention.entity + 1);
  }
  ASSERT_EQ(entities, layers.entities);
}

TEST(Analyser, LayersOfAnArticle) {
  const Article article = make_article("Anna Roke can't wait. He told Bo.\n\nAnna Roke said it.");
  const auto analysis = make_analyser().analyse(article, {.layers = true});
  ASSERT_TRUE(analysis);
  const Layers& layers = analysis->layers;
  check_layers(article, layers);
  ASSERT_EQ(layers.sentences.size(), 3u);
  EXPECT_THAT(words_of(article, layers, layers.sentences[0].words),
              ElementsAre("Anna", "Roke", "ca", "n't", "wait", "."));
  EXPECT_THAT(words_of(article, layers, layers.sentences[2].words),
              ElementsAre("Anna", "Roke", "said", "it", "."));
  EXPECT_EQ(layers.sentences[2].block, 1u);
  EXPECT_EQ(layers.words[0].tag, Upos::propn);
  EXPECT_EQ(layers.words[3].tag, Upos::part);
  EXPECT_EQ(layers.words[7].tag, Upos::verb);
  EXPECT_FALSE(layers.words[7].head);
  ASSERT_GE(layers.names.size(), 3u);
  EXPECT_EQ(layers.names[0].words, (WordRange{0, 2}));
  EXPECT_EQ(layers.names[0].type, NameType::person);
  // "Anna Roke" both times, and "He" for the nearest.
  EXPECT_EQ(layers.mentions.front().words, (WordRange{0, 2}));
  EXPECT_EQ(layers.mentions.front().type, EntityType::person);
  std::vector<std::uint32_t> entities;
  for (const Mention& mention : layers.mentions) {
    if (words_of(article, layers, mention.words) == std::vector<std::string>{"Anna", "Roke"}) {
      entities.push_back(mention.entity);
    }
  }
  EXPECT_THAT(entities, ElementsAre(0, 0));
}

TEST(Analyser, LayersDoNotDependOnTheWindows) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Bo said he can't wait. The others told Anna Roke.\n\n";
  const Article article = make_article(text);
  const auto large = make_analyser({500, 64}).analyse(article, {.layers = true})->layers;
  const auto small = make_analyser({40, 8}).analyse(article, {.layers = true})->layers;
  check_layers(article, large);
  ASSERT_EQ(large.words.size(), small.words.size());
  for (std::size_t w = 0; w < large.words.size(); ++w) {
    ASSERT_EQ(large.words[w].text, small.words[w].text);
    ASSERT_EQ(large.words[w].head, small.words[w].head);
    ASSERT_EQ(large.words[w].relation, small.words[w].relation);
  }
  ASSERT_EQ(large.mentions.size(), small.mentions.size());
  EXPECT_EQ(large.entities, small.entities);
}

bool same(const Link& a, const Link& b) {
  return a.partner == b.partner && a.probability == b.probability;
}

void expect_same_attributions(const Analysis& a, const Analysis& b) {
  ASSERT_EQ(a.sources.size(), b.sources.size());
  ASSERT_EQ(a.cues.size(), b.cues.size());
  ASSERT_EQ(a.contents.size(), b.contents.size());
  for (std::size_t i = 0; i < a.cues.size(); ++i) {
    ASSERT_EQ(a.cues[i].text, b.cues[i].text);
    ASSERT_EQ(a.cues[i].probability, b.cues[i].probability);
    ASSERT_TRUE(same(a.cues[i].source, b.cues[i].source));
  }
  for (std::size_t i = 0; i < a.contents.size(); ++i) {
    ASSERT_EQ(a.contents[i].text, b.contents[i].text);
    ASSERT_TRUE(same(a.contents[i].cue, b.contents[i].cue));
  }
}

TEST(Analyser, AllBlocksChangeNoAttribution) {
  // Enough for several sections, with more furniture than the sections hold in one of them.
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "\"we wait,\" said Bo and went home.\n\nMenu of Anna.\n\n";
  for (int i = 0; i < 5000; ++i) text += "Menu and more menu.\n\n";
  text += "\"we wait,\" said Bo.";
  Article article = make_article(text);
  for (Block& block : article.blocks) {
    if (block.span.of(article.text).starts_with("Menu")) block.kind = BlockKind::furniture;
  }
  const auto analyser = make_analyser({300, 64});
  const auto plain = analyser.analyse(article);
  const auto with_layers = analyser.analyse(article, {.layers = true});
  const auto all = analyser.analyse(article, {.layers = true, .all_blocks = true});
  const auto layers_only =
      analyser.analyse(article, {.attributions = false, .layers = true, .all_blocks = true});
  ASSERT_EQ(plain->cues.size(), 4001u);
  EXPECT_TRUE(plain->layers.words.empty());
  expect_same_attributions(*plain, *with_layers);
  expect_same_attributions(*plain, *all);
  EXPECT_TRUE(layers_only->cues.empty());
  EXPECT_EQ(with_layers->layers.sentences.size(), 4001u);
  EXPECT_EQ(all->layers.sentences.size(), 13'001u);
  EXPECT_EQ(layers_only->layers.words.size(), all->layers.words.size());
  check_layers(article, with_layers->layers);
  check_layers(article, all->layers);
}

TEST(Analyser, LayersOfBlocksThatAreNotReadAlone) {
  Article article = make_article("Menu of Anna.");
  article.blocks[0].kind = BlockKind::furniture;
  EXPECT_EQ(make_analyser().analyse(article, {.layers = true, .all_blocks = true})->layers.words.size(), 4u);
  EXPECT_TRUE(make_analyser().analyse(article, {.layers = true})->layers.words.empty());
  article.blocks.clear();
  EXPECT_TRUE(make_analyser().analyse(article, {.layers = true, .all_blocks = true})->layers.words.empty());
}

TEST(Analyser, LayersOfAParagraphWithoutEnd) {
  std::string words;
  for (int i = 0; i < 30'000; ++i) words += "ab Said ";
  const Article article = make_article(words);
  const auto analysis = make_analyser().analyse(article, {.layers = true});
  EXPECT_EQ(analysis->layers.words.size(), 60'000u);
  check_layers(article, analysis->layers);
}

// The network of a model folder that does not fit its model.json.
class NarrowEncoder final : public Encoder {
 public:
  Result<std::vector<EncoderOutput>> run(std::span<const EncoderInput> windows,
                                         std::span<const Output>) const override {
    return std::vector<EncoderOutput>(windows.size());
  }
};

TEST(Analyser, RowsOfAnotherShapeAreAnError) {
  ModelConfig config;
  config.links.width = 1;
  config.layers = fakes::make_layer_weights();
  config.meaning_width = 1;
  const Analyser analyser(config, *Vocabulary::parse(fakes::vocabulary_lines()), "",
                          std::make_unique<NarrowEncoder>());
  const auto analysis = analyser.analyse(make_article("He said it."));
  ASSERT_FALSE(analysis);
  EXPECT_EQ(analysis.error().code, ErrorCode::inference);
}

}  // namespace
}  // namespace sayso::language
