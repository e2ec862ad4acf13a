#include "reading/reading.h"

#include <gmock/gmock.h>

#include "fakes/fake_encoder.h"

namespace sayso::reading {
namespace {

Record read_in(const std::string& language) {
  static const language::Analyser analyser = fakes::make_analyser();
  Article article = fakes::make_article("\"We wait\" said Bo Roke.");
  article.language = language;
  return *read(std::move(article), analyser, Catalog::builtin());
}

TEST(Reading, OtherLanguagesAreRecordedAndNotRead) {
  const Record record = read_in("de-AT");
  EXPECT_TRUE(record.attributions.empty());
  EXPECT_TRUE(record.mentions.empty());
  ASSERT_EQ(record.document.warnings.size(), 1u);
  EXPECT_EQ(record.document.warnings[0].code, "not_english");
  EXPECT_EQ(record.document.warnings[0].place, "document.language");
  EXPECT_FALSE(record.id.empty());
  EXPECT_FALSE(record.text_hash.empty());
}

TEST(Reading, EnglishAndUnknownLanguagesAreRead) {
  for (const char* language : {"", "en", "en-GB"}) {
    const Record record = read_in(language);
    EXPECT_FALSE(record.attributions.empty()) << language;
    EXPECT_TRUE(record.document.warnings.empty()) << language;
  }
}

}  // namespace
}  // namespace sayso::reading
