// Absurd articles through the whole reading: nothing may crash, and time may not grow faster than the text by
// much.
#include <gmock/gmock.h>

#include <chrono>

#include "fakes/fake_encoder.h"
#include "reading/reading.h"

namespace sayso::reading {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

Record read_text(const std::string& text) {
  static const language::Analyser analyser = fakes::make_analyser();
  Article article = fakes::make_article(text);
  article.outlet = "Coast Weekly";
  article.agency = "TAP";
  auto record = read(std::move(article), analyser, Catalog::builtin());
  EXPECT_TRUE(record);
  return record ? *std::move(record) : Record{};
}

// What holds for the attributions of every record.
void check(const Record& record) {
  const std::size_t size = record.document.text.size();
  for (std::size_t i = 0; i < record.attributions.size(); ++i) {
    const Attribution& a = record.attributions[i];
    EXPECT_EQ(a.id, "a" + std::to_string(i + 1));
    if (a.within) {
      EXPECT_LT(*a.within, i);
    }
    ASSERT_FALSE(a.chain.empty());
    EXPECT_EQ(a.chain[0].name, "Coast Weekly");
    for (const ChainLink& link : a.chain) {
      if (link.entity) {
        EXPECT_LT(*link.entity, record.entities.size());
      }
      for (const Span& span : link.spans) EXPECT_LE(span.end, size);
    }
    if (a.origin) {
      EXPECT_LT(*a.origin, record.entities.size());
    }
    if (a.time) {
      EXPECT_LT(a.time->timex, record.timexes.size());
    }
  }
}

// One article of `size` repetitions.
struct HostileCase {
  const char* name;
  std::string (*text)(std::size_t size);
  std::size_t size;
  std::size_t least;  // attributions, so that there is something to read
};

void PrintTo(const HostileCase& c, std::ostream* out) {
  *out << c.name;
}

const HostileCase kCases[] = {
    {"nested_marks",
     [](std::size_t n) { return "\"" + repeat("“", n) + "we wait" + repeat("”", n) + "\" said Bo Roke."; },
     1000, 0},
    {"nested_quotations",
     [](std::size_t n) { return repeat("\"Bo said ", n) + "we wait" + repeat("\"", n) + " said Di."; }, 500,
     200},
    {"one_quotation",
     [](std::size_t n) { return "\"" + repeat("we wait and he told Bo ", n) + "\" said Di Roke."; }, 500, 1},
    {"quotation_never_closed",
     [](std::size_t n) { return "Di said \"" + repeat("We wait. Bo said no. ", n); }, 500, 1},
    {"one_sentence_of_cues", [](std::size_t n) { return repeat("\"no\" said Bo on Monday , ", n); }, 500,
     400},
    {"cues_alone", [](std::size_t n) { return repeat("said ", n); }, 2000, 0},
    {"many_paragraphs",
     [](std::size_t n) {
       return repeat("\"we wait in May,\" said Bo Roke and went home to the others.\n\n", n);
     },
     300, 300},
    {"according_to", [](std::size_t n) { return "\"no\" said Bo" + repeat(" , according to Di", n) + "."; },
     500, 1},
};

class HostileReading : public testing::TestWithParam<HostileCase> {};

TEST_P(HostileReading, GivesAValidRecord) {
  const Record record = read_text(GetParam().text(GetParam().size));
  check(record);
  EXPECT_GE(record.attributions.size(), GetParam().least);
}

TEST_P(HostileReading, TakesTimeInStepWithTheText) {
  const auto seconds = [&](std::size_t size) {
    const std::string text = GetParam().text(size);
    double best = 1e9;
    for (int run = 0; run < 2; ++run) {
      const auto start = std::chrono::steady_clock::now();
      read_text(text);
      best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
  };
  // Eight times the text; quadratic would be 64 times the time. Shorter times than 2 ms are noise.
  const double once = std::max(seconds(GetParam().size), 0.002);
  EXPECT_LT(seconds(8 * GetParam().size), 24 * once) << once << " s for the shorter text";
}

INSTANTIATE_TEST_SUITE_P(Articles, HostileReading, testing::ValuesIn(kCases),
                         [](const auto& param) { return std::string(param.param.name); });

TEST(HostileReading, NothingToRead) {
  for (const char* text : {"", "\"", "“”", "said", "\"\"\"\"", ".", "said said said", "\" said"}) {
    SCOPED_TRACE(text);
    check(read_text(text));
  }
}

}  // namespace
}  // namespace sayso::reading
