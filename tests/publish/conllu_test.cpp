#include "sayso/conllu.h"

#include <gmock/gmock.h>

#include <sstream>

#include "fakes/fake_encoder.h"
#include "publish/entity_brackets.h"
#include "publish/surface_tokens.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// One sentence for each list of words, which stand in the text in their order; each hangs on the one before.
struct Sample {
  Article article;
  Layers layers;

  Sample(std::string text, const std::vector<std::vector<std::string>>& sentences)
      : article(fakes::make_article(std::move(text))) {
    std::size_t at = 0;
    for (const auto& words : sentences) {
      const auto first = static_cast<std::uint32_t>(layers.words.size());
      for (const std::string& form : words) {
        const auto begin = static_cast<std::uint32_t>(article.text.find(form, at));
        at = begin + form.size();
        Word word;
        word.text = {begin, static_cast<std::uint32_t>(at)};
        word.sentence = static_cast<std::uint32_t>(layers.sentences.size());
        if (layers.words.size() > first) {
          word.head = static_cast<std::uint32_t>(layers.words.size() - 1);
          word.relation = Relation::obj;
        }
        layers.words.push_back(word);
      }
      std::uint32_t block = 0;
      while (!article.blocks[block].span.contains(layers.words[first].text)) ++block;
      layers.sentences.push_back({{first, static_cast<std::uint32_t>(layers.words.size())}, block});
    }
  }

  void mention(WordRange words, std::uint32_t entity, EntityType type = EntityType::person) {
    layers.mentions.push_back({words, words.begin, type, MentionForm::name, entity});
  }

  std::string conllu() const { return to_conllu(article, layers); }

  // Every line of the words, and of the ranges of words.
  std::vector<std::string> rows() const {
    std::vector<std::string> rows;
    std::istringstream lines(conllu());
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line[0] != '#') rows.push_back(line);
    }
    return rows;
  }
};

TEST(Conllu, AWholeDocument) {
  Sample sample("Åsa said it.\n\nBo\nran off", {{"Åsa", "said", "it", "."}, {"Bo", "ran", "off"}});
  sample.article.input = "news/story.txt";
  sample.layers.words[0].tag = Upos::propn;
  sample.layers.names.push_back({{0, 1}, NameType::person});
  sample.layers.names.push_back({{4, 6}, NameType::organization});
  sample.mention({0, 1}, 0);
  sample.mention({4, 6}, 1, EntityType::organization);
  EXPECT_EQ(sample.conllu(),
            "# newdoc id = story\n"
            "# global.Entity = GRP-etype-form\n"
            "# newpar\n"
            "# sent_id = story-1\n"
            "# text = Åsa said it.\n"
            "1\tÅsa\t_\tPROPN\t_\t_\t0\troot\t_\tEntity=(1-person-name)|NER=B-PER|TokenRange=0:3\n"
            "2\tsaid\t_\tX\t_\t_\t1\tobj\t_\tTokenRange=4:8\n"
            "3\tit\t_\tX\t_\t_\t2\tobj\t_\tSpaceAfter=No|TokenRange=9:11\n"
            "4\t.\t_\tX\t_\t_\t3\tobj\t_\tTokenRange=11:12\n"
            "\n"
            "# newpar\n"
            "# sent_id = story-2\n"
            "# text = Bo ran off\n"
            "1\tBo\t_\tX\t_\t_\t0\troot\t_\tEntity=(2-organization-name|NER=B-ORG|TokenRange=14:16\n"
            "2\tran\t_\tX\t_\t_\t1\tobj\t_\tEntity=2)|NER=I-ORG|TokenRange=17:20\n"
            "3\toff\t_\tX\t_\t_\t2\tobj\t_\tTokenRange=21:24\n"
            "\n");
}

TEST(Conllu, TokensOfSeveralWords) {
  Sample sample("I shouldn't've seen Roke\u2019s cat.",
                {{"I", "should", "n't", "'ve", "seen", "Roke", "\u2019s", "cat", "."}});
  EXPECT_THAT(sample.conllu(), HasSubstr("# text = I shouldn't've seen Roke\u2019s cat.\n"));
  const auto rows = sample.rows();
  ASSERT_EQ(rows.size(), 11u);
  EXPECT_EQ(rows[1], "2-4\tshouldn't've\t_\t_\t_\t_\t_\t_\t_\tTokenRange=2:14");
  EXPECT_EQ(rows[2], "2\tshould\t_\tX\t_\t_\t1\tobj\t_\tTokenRange=2:8");
  EXPECT_EQ(rows[4], "4\t've\t_\tX\t_\t_\t3\tobj\t_\tTokenRange=11:14");
  EXPECT_EQ(rows[6], "6-7\tRoke\u2019s\t_\t_\t_\t_\t_\t_\t_\tTokenRange=20:26");
}

TEST(Conllu, ATokenOfSeveralWordsBeforeAFullStop) {
  Sample sample("We can't.", {{"We", "ca", "n't", "."}});
  EXPECT_EQ(sample.rows()[1], "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=3:8");
}

std::vector<std::string> tokens_of(const Sample& sample) {
  std::vector<std::string> tokens;
  for (const WordRange& token :
       publish::surface_tokens(sample.article.text, sample.layers, sample.layers.sentences[0])) {
    const Span span{sample.layers.words[token.begin].text.begin, sample.layers.words[token.end - 1].text.end};
    tokens.emplace_back(span.of(sample.article.text));
  }
  return tokens;
}

TEST(SurfaceTokens, WordsAreJoinedAsUniversalDependenciesDoes) {
  EXPECT_THAT(tokens_of({"I cannot, Gonna", {{"I", "can", "not", ",", "Gon", "na"}}}),
              ElementsAre("I", "cannot", ",", "Gonna"));
  EXPECT_THAT(tokens_of({"IT'S", {{"IT", "'S"}}}), ElementsAre("IT'S"));
  EXPECT_THAT(tokens_of({"can not do n't", {{"can", "not", "do", "n't"}}}),
              ElementsAre("can", "not", "do", "n't"));
  EXPECT_THAT(tokens_of({"well-known", {{"well", "-", "known"}}}), ElementsAre("well", "-", "known"));
  EXPECT_THAT(tokens_of({"'s ,'s", {{"'s", ",", "'s"}}}), ElementsAre("'s", ",", "'s"));
  Sample states("states' 'so'", {{"states", "'", "'", "so", "'"}});
  states.layers.words[1].tag = Upos::part;
  EXPECT_THAT(tokens_of(states), ElementsAre("states'", "'", "so", "'"));
}

TEST(EntityBrackets, NestedOnesCloseFromTheInside) {
  Sample sample("a b c d", {{"a", "b", "c", "d"}});
  sample.mention({0, 4}, 0);
  sample.mention({0, 2}, 1);
  sample.mention({0, 1}, 0);
  sample.mention({2, 4}, 2);
  sample.mention({3, 4}, 1);
  EXPECT_THAT(publish::entity_brackets(sample.layers),
              ElementsAre("(1-person-name(2-person-name(1-person-name)", "2)", "(3-person-name",
                          "(2-person-name)3)1)"));
}

TEST(Conllu, NamesOfDocuments) {
  Sample sample("a", {{"a"}});
  const auto id = [&](const std::string& input, const std::string& external_id = "") {
    sample.article.input = input;
    sample.article.external_id = external_id;
    return sample.conllu().substr(0, sample.conllu().find('\n'));
  };
  EXPECT_EQ(id("x/y.z.html"), "# newdoc id = y.z");
  EXPECT_EQ(id("lines.jsonl:12"), "# newdoc id = lines:12");
  EXPECT_EQ(id("lines.jsonl:12", "wire-7"), "# newdoc id = wire-7");
  EXPECT_EQ(id("-"), "# newdoc id = -");
  EXPECT_EQ(id("a\nb\xFF.txt"), "# newdoc id = a_b_");
}

TEST(Conllu, ControlCharactersBreakNoLine) {
  Sample sample("a\vb\u0085c d", {{"a\vb\u0085c", "d"}});
  EXPECT_THAT(sample.conllu(), HasSubstr("# text = abc d\n"));
  EXPECT_EQ(sample.rows()[0], "1\tabc\t_\tX\t_\t_\t0\troot\t_\tTokenRange=0:5");
}

TEST(Conllu, AnArticleWithoutWords) {
  Sample sample("", {});
  sample.article.input = "empty.txt";
  EXPECT_EQ(sample.conllu(), "# newdoc id = empty\n# global.Entity = GRP-etype-form\n\n");
}

// What holds for every sentence that the whole reading prints.
TEST(Conllu, OfTheWholeReading) {
  Article article =
      fakes::make_article("Anna Roke can't wait. \"He told Bo's\u00a0men,\" said Di.\n\nAnna Roke cannot.");
  article.blocks[1].kind = BlockKind::furniture;
  const auto analysis = fakes::make_analyser().analyse(article, {.layers = true, .all_blocks = true});
  const std::string conllu = to_conllu(article, analysis->layers);
  EXPECT_THAT(conllu, HasSubstr("# text = Anna Roke can't wait.\n"));
  EXPECT_THAT(conllu, HasSubstr("# text = Anna Roke cannot.\n"));
  EXPECT_THAT(conllu, HasSubstr("\n3-4\tcan't\t"));
  std::istringstream lines(conllu);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    EXPECT_EQ(std::ranges::count(line, '\t'), 9) << line;
    EXPECT_THAT(line, Not(HasSubstr("\t\t")));
  }
}

}  // namespace
}  // namespace sayso
