#include "archive/difference.h"

#include <gmock/gmock.h>

#include "archive/temporary_archive.h"

namespace sayso::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Item = RecordDifference::Item;

Record record_of(const std::string& text) {
  Article article;
  article.title = "Bridge";
  article.text = text;
  return fakes::fake_record(article);
}

// "~ attributions a1 > a2: commitment CT+ > CT-".
std::vector<std::string> lines(const RecordDifference& difference) {
  std::vector<std::string> lines;
  for (const Item& item : difference.items) {
    std::string line =
        std::string(to_string(item.kind)) + " " + item.list + " " + item.before + ">" + item.after;
    for (const Item::Field& field : item.fields)
      line += " " + field.name + " " + field.before + ">" + field.after;
    lines.push_back(line);
  }
  return lines;
}

TEST(Difference, OfTheSameIsNothing) {
  const Record record =
      record_of("Tilda Brask said it opens. Oskar Venn denied it opens. Ada Holm said it opens.");
  EXPECT_THAT(compare_records(record, record).items, IsEmpty());
}

TEST(Difference, TellsWhatCameWentAndChanged) {
  const Record before = record_of("Tilda Brask said the bridge opens. Oskar Venn said no.");
  Record after = record_of("Tilda Brask said the bridge opens. Ada Holm said rain is due.");
  after.attributions[0].commitment = Commitment::probable_plus;
  after.entities[0].roles.push_back({"engineer", "the city", {}});
  EXPECT_THAT(lines(compare_records(before, after)),
              ElementsAre("changed document text>text text 54 bytes>61 bytes",
                          "changed attributions a1>a1 commitment CT+>PR+", "added attributions >a2",
                          "removed attributions a2>", "changed entities e1>e1 roles >engineer of the city",
                          "added entities >e2", "removed entities e2>", "added propositions >v2",
                          "removed propositions v2>"));
}

TEST(Difference, AContentThatGrewIsTheSameOne) {
  const Record before = record_of("Tilda Brask said the old iron bridge opens.");
  const Record after = record_of("Tilda Brask said the old iron bridge opens in May.");
  const auto found = lines(compare_records(before, after));
  EXPECT_THAT(
      found,
      testing::Contains(
          "changed attributions a1>a1 content the old iron bridge opens>the old iron bridge opens in May"));
}

TEST(Difference, RepeatedContentsArePairedInOrder) {
  const Record before = record_of("Tilda Brask said no. Oskar Venn said no.");
  Record after = before;
  after.attributions[1].quote = QuoteKind::direct;
  EXPECT_THAT(lines(compare_records(before, after)),
              ElementsAre("changed attributions a2>a2 quote indirect>direct"));
}

TEST(Difference, NumbersAndPlacesDoNotCount) {
  const Record before = record_of("Tilda Brask said it opens.");
  Record after = record_of("Ada Holm said no. Tilda Brask said it opens.");
  after.attributions[1].confidence = 0.1;
  for (const std::string& line : lines(compare_records(before, after))) {
    EXPECT_THAT(line, testing::Not(testing::HasSubstr("a1>a2")));
  }
}

using ArchiveDifference = TemporaryArchive;

TEST_F(ArchiveDifference, OfOneDocumentAndOfAllThatWereReplaced) {
  Archive archive = open();
  const Generator newer = {"2.0", "model-b", "catalog-a"};
  const ArchiveArticle a = article_of({.text = "Tilda Brask said it opens."});
  const ArchiveArticle b = article_of({.text = "Oskar Venn said no."});
  add(archive, {a, b, article_of({.text = "Oskar Venn said no.", .outlet = "Post"})});
  ArchiveArticle again = a;
  again.record.generator = newer;
  again.record.attributions.clear();
  again.record.propositions.clear();
  ArchiveArticle same = b;
  same.record.generator = newer;
  add(archive, {again, same});
  std::vector<std::string> documents;
  const auto take = [&](const RecordDifference& difference) {
    documents.push_back(difference.document);
    EXPECT_EQ(difference.before.model, "model-a");
    EXPECT_EQ(difference.after.model, "model-b");
    return true;
  };
  EXPECT_EQ(*archive.differences("", take), 2u);
  EXPECT_THAT(documents, ElementsAre(a.record.id, b.record.id));
  EXPECT_EQ(*archive.differences(a.record.id, take), 1u);
  EXPECT_EQ(*archive.differences("0000", take), 0u);
}

}  // namespace
}  // namespace sayso::archive
