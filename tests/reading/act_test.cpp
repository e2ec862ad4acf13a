#include "reading/act.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "fakes/parsed_text.h"

namespace sayso::reading {
namespace {

using fakes::parsed_text;
using fakes::passage_in;
using nlohmann::json;

// act_cases.jsonl: {text, source, cue, content, act, commitment, hedges, sentences}; the parses are the
// model's, so that the rules are held to what it gives.
struct Case {
  std::string text;
  Layers layers;
  std::optional<Passage> source;
  Passage cue;
  Passage content;
  json expected;
};

std::vector<Case> cases() {
  std::vector<Case> all;
  std::ifstream file(std::string(SAYSO_SOURCE_DIR) + "/tests/reading/act_cases.jsonl");
  for (std::string line; std::getline(file, line);) {
    const json row = json::parse(line);
    Case c;
    c.text = row["text"];
    c.layers = parsed_text(c.text, row["sentences"].get<std::vector<std::vector<std::string>>>());
    if (!row["source"].is_null()) c.source = passage_in(c.text, {row["source"].get<std::string>()});
    c.cue = passage_in(c.text, {row["cue"].get<std::string>()});
    c.content = passage_in(c.text, row["content"].get<std::vector<std::string>>());
    c.expected = row;
    all.push_back(std::move(c));
  }
  return all;
}

TEST(Act, JudgesActCommitmentAndHedges) {
  const auto all = cases();
  ASSERT_GE(all.size(), 60u);
  for (const Case& c : all) {
    const Act act = judge_act(c.text, c.layers, c.source ? &*c.source : nullptr, c.cue, c.content);
    EXPECT_STREQ(to_string(act.act), c.expected["act"].get<std::string>().c_str()) << c.text;
    EXPECT_STREQ(to_string(act.commitment), c.expected["commitment"].get<std::string>().c_str()) << c.text;
    std::vector<std::string> hedges;
    for (const Span& span : act.hedges) hedges.emplace_back(span.of(c.text));
    EXPECT_EQ(hedges, c.expected["hedges"].get<std::vector<std::string>>()) << c.text;
  }
}

TEST(Act, ContentInPiecesIsOne) {
  const std::string text = "“The ferry,” Anna Roke said, “was not late.”";
  const Layers layers = parsed_text(
      text,
      {{"“ PUNCT 3 punct", "The DET 3 det", "ferry NOUN 12 nsubj", ", PUNCT 7 punct", "” PUNCT 7 punct",
        "Anna PROPN 7 nsubj", "said VERB 12 parataxis", ", PUNCT 7 punct", "“ PUNCT 12 punct",
        "was AUX 12 cop", "not PART 12 advmod", "late ADJ 0 root", ". PUNCT 12 punct", "” PUNCT 12 punct"}});
  const Passage source = passage_in(text, {"Anna Roke"});
  const Act act = judge_act(text, layers, &source, passage_in(text, {"said"}),
                            passage_in(text, {"“The ferry,”", "“was not late.”"}));
  EXPECT_EQ(act.act, SpeechAct::assertive);
  EXPECT_EQ(act.commitment, Commitment::certain_minus);
}

TEST(Act, WithoutWordsNothingIsJudged) {
  const Act act = judge_act("", {}, nullptr, {}, {});
  EXPECT_EQ(act.act, SpeechAct::assertive);
  EXPECT_EQ(act.commitment, Commitment::certain_plus);
  EXPECT_TRUE(act.hedges.empty());
}

// Spans that no word covers, and heads that make a ring, must not hang or leave the lists.
TEST(Act, SurvivesLayersThatAreNoTree) {
  const std::string text = "He seems to seem to seem";
  Layers layers = parsed_text(text, {{"He PRON 2 nsubj", "seems VERB 4 ccomp", "to PART 4 mark",
                                      "seem VERB 6 xcomp", "to PART 6 mark", "seem VERB 2 xcomp"}});
  const Passage content = passage_in(text, {text});
  EXPECT_EQ(judge_act(text, layers, nullptr, passage_in(text, {"He"}), content).act, SpeechAct::assertive);
  layers.words[0].head = 4000;
  Passage beyond;
  beyond.spans.push_back({20000, 20010});
  EXPECT_EQ(judge_act(text, layers, nullptr, beyond, content).act, SpeechAct::assertive);
}

struct LemmaCase {
  const char* text;
  std::vector<std::string> rows;
  const char* cue;
  const char* lemma;
};

TEST(CueLemma, IsThatOfTheMainWord) {
  const LemmaCase lemma_cases[] = {
      {"said", {"said VERB 0 root"}, "said", "say"},
      {"told", {"told VERB 0 root"}, "told", "tell"},
      {"according to", {"according VERB 2 fixed", "to ADP 0 root"}, "according to", "accord"},
      {"was quoted as saying",
       {"was AUX 2 aux", "quoted VERB 0 root", "as SCONJ 4 mark", "saying VERB 2 advcl"},
       "was quoted as saying",
       "quote"},
      {"has denied", {"has VERB 2 aux", "denied VERB 0 root"}, "has denied", "deny"},
      {"claims of", {"claims NOUN 0 root", "of ADP 1 case"}, "claims of", "claim"},
      {"is unclear", {"is AUX 2 cop", "unclear ADJ 0 root"}, "is unclear", "unclear"},
      {"in his view", {"in ADP 3 case", "his PRON 3 nmod", "view NOUN 0 root"}, "in his view", "view"},
      {":", {": PUNCT 0 root"}, ":", ":"},
  };
  for (const LemmaCase& c : lemma_cases) {
    EXPECT_EQ(cue_lemma(c.text, parsed_text(c.text, {c.rows}), passage_in(c.text, {c.cue})), c.lemma)
        << c.text;
  }
}

}  // namespace
}  // namespace sayso::reading
