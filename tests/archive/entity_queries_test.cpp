// Who is in the archive, what they said and was said of them, and how they hang together, over records made
// by hand.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "archive/temporary_archive.h"
#include "sayso/claim_export.h"
#include "sayso/claim_queries.h"
#include "sayso/query_json.h"

namespace sayso::archive {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Who is named and called: a mention that is no speaker's.
void mention(Record& record, const std::string& words, std::uint32_t entity,
             MentionForm form = MentionForm::name) {
  const auto begin = record.document.text.find(words);
  ASSERT_NE(begin, std::string::npos) << words;
  record.mentions.push_back(
      {"m" + std::to_string(record.mentions.size() + 1),
       entity,
       {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())},
       form,
       false});
}

class EntityQueries : public TemporaryArchive {
 protected:
  // Three articles of one affair, and another Tilda Brask in a fourth.
  EntityQueries() : archive_(open()) {
    ArchiveArticle first = article_of(
        {.text = "Tilda Brask said the bridge will be late. Oskar Venn denied the bridge will be late.",
         .published = "2025-03-10"});
    first.record.entities[0].roles.push_back({"engineer", "Varn Works", {0, 5}});
    ArchiveArticle second = article_of(
        {.text = "Oskar Venn said Tilda Brask left the works. Tilda Brask said the bridge is safe.",
         .outlet = "Harbour Post",
         .published = "2025-03-12"});
    const std::uint32_t her = second.record.entities[0].name == "Tilda Brask" ? 0 : 1;
    mention(second.record, "Tilda Brask", her);
    second.record.entities[her].roles.push_back({"engineer", "Varn Works", {0, 5}});
    add(archive_,
        {first, second,
         article_of({.text = "Tilda Brask said the ferry of Solmere is cheap.", .outlet = "Solmere Echo"})});
  }

  EntityPage page(const std::string& id, std::size_t limit = 0) {
    const auto found = describe_entity(archive_, id, limit);
    EXPECT_TRUE(found) << found.error().describe();
    return found ? *found : EntityPage();
  }

  // The one of the name who is in most articles.
  EntitySummary who(const std::string& name) {
    const auto found = find_entities(archive_, name, 10);
    EXPECT_TRUE(found && !found->empty()) << name;
    return found && !found->empty() ? found->front() : EntitySummary();
  }

  Archive archive_;
};

TEST_F(EntityQueries, TwoOfOneNameStayTwoWithoutCompany) {
  const auto found = find_entities(archive_, "tilda BRASK", 10);
  ASSERT_TRUE(found);
  ASSERT_THAT(*found, SizeIs(2));
  EXPECT_EQ(found->front().documents, 2u);
  EXPECT_EQ(found->front().statements, 2u);
  EXPECT_EQ(found->front().roles, "engineer of Varn Works");
  EXPECT_EQ(found->back().documents, 1u);
}

TEST_F(EntityQueries, FoundByFamilyNameTitleIdAndMember) {
  const EntitySummary her = who("Tilda Brask");
  for (const std::string& name :
       {std::string("Brask"), std::string("Ms Brask"), std::string("Mrs Tilda Brask"), her.id}) {
    EXPECT_EQ(who(name).id, her.id) << name;
  }
  const EntityPage known = page(her.id);
  EXPECT_EQ(page(known.entity.members[0]).entity.id, her.id);
  EXPECT_THAT(*suggest_names(archive_, "Tilda Brsk", 3), Contains("Tilda Brask"));
  EXPECT_EQ(describe_entity(archive_, "ffff", 0).error().code, ErrorCode::not_found);
}

TEST_F(EntityQueries, APageHasBothListsInTime) {
  const EntityPage known = page(who("Tilda Brask").id);
  EXPECT_EQ(known.documents, 2u);
  ASSERT_THAT(known.said, SizeIs(2));
  EXPECT_EQ(known.said[0].words, "the bridge will be late");
  EXPECT_EQ(known.said[1].date, "2025-03-12");
  EXPECT_THAT(known.said[1].chain, ElementsAre("Harbour Post", "Tilda Brask"));
  ASSERT_THAT(known.about, SizeIs(1));
  EXPECT_EQ(known.about[0].source, "Oskar Venn");
  ASSERT_THAT(known.entity.roles, SizeIs(1));
  EXPECT_EQ(known.entity.roles[0].from, "2025-03-10");
  EXPECT_EQ(known.entity.roles[0].to, "2025-03-12");
  EXPECT_THAT(known.entity.aliases, Contains(Field(&SharedEntity::Alias::count, 3u)));
  EXPECT_THAT(known.entity.why, Contains(HasSubstr("one name")));
  EXPECT_THAT(known.cards, SizeIs(2));
}

TEST_F(EntityQueries, ALimitKeepsTheLatest) {
  const EntityPage known = page(who("Tilda Brask").id, 1);
  EXPECT_EQ(known.said_count, 2u);
  ASSERT_THAT(known.said, SizeIs(1));
  EXPECT_EQ(known.said[0].date, "2025-03-12");
}

TEST_F(EntityQueries, AnExplanationNamesWhoWasKeptApart) {
  const auto why = explain_entity(archive_, who("Tilda Brask").id, 0);
  ASSERT_TRUE(why);
  EXPECT_THAT(why->joined, Contains(HasSubstr("\"Tilda Brask\"")));
  ASSERT_THAT(why->apart, SizeIs(1));
  EXPECT_THAT(why->apart[0].why, HasSubstr("no company"));
}

TEST_F(EntityQueries, WhoCitesWhom) {
  const auto graph = make_graph(archive_, {});
  ASSERT_TRUE(graph);
  EXPECT_EQ(graph->edge_count, 5u);
  const std::string her = who("Tilda Brask").id;
  EXPECT_THAT(graph->edges, Contains(Field(&GraphEdge::to, her)).Times(2));
  EXPECT_THAT(graph->nodes, Contains(Field(&GraphNode::id, "outlet:Harbour Post")));
  const auto around = make_graph(archive_, {.entities = {her}});
  EXPECT_EQ(around->edge_count, 2u);
  EXPECT_EQ(make_graph(archive_, {.entities = {"outlet:The Weir"}})->edge_count, 2u);
  const auto cut = make_graph(archive_, {.limit = 1});
  EXPECT_THAT(cut->edges, SizeIs(1));
  EXPECT_EQ(cut->edge_count, 5u);
  EXPECT_THAT(cut->nodes, SizeIs(2));
}

TEST_F(EntityQueries, AnOutletThatIsCitedIsOneNode) {
  add(archive_,
      {article_of({.text = "Harbour Post said the bridge will be late.", .outlet = "Canal Weekly"})});
  const auto graph = make_graph(archive_, {});
  ASSERT_TRUE(graph);
  EXPECT_THAT(graph->edges, Contains(Field(&GraphEdge::to, "outlet:Harbour Post")));
}

TEST_F(EntityQueries, WhoActsOnWhom) {
  ArchiveArticle deed = article_of({.text = "Tilda Brask said Oskar Venn sued Tilda Brask."});
  deed.record.entities.push_back({.id = "e2", .name = "Oskar Venn", .kind = EntityKind::person});
  Proposition& proposition = deed.record.propositions[0];
  proposition.predicate.lemma = "sue";
  proposition.arguments = {{"nsubj", {}, 1, {17, 27}, "Oskar Venn"}, {"obj", {}, 0, {33, 44}, "Tilda Brask"}};
  add(archive_, {deed});
  const auto graph = make_graph(archive_, {.kind = GraphKind::acts});
  ASSERT_TRUE(graph);
  ASSERT_THAT(graph->edges, SizeIs(1));
  EXPECT_EQ(graph->edges[0].label, "sue");
  EXPECT_THAT(graph->edges[0].evidence, ElementsAre(HasSubstr("#v1")));
  EXPECT_THAT(to_graphml(*graph), HasSubstr("<data key=\"label\">sue</data>"));
}

TEST_F(EntityQueries, ReplacingAnArticleLeavesNothingOfIt) {
  const ArchiveArticle old =
      article_of({.text = "Una Dale said the lock leaks.", .outlet = "Lock Post", .title = "Lock"});
  add(archive_, {old});
  EXPECT_THAT(*find_entities(archive_, "Una Dale", 10), SizeIs(1));
  ArchiveArticle fresh = old;
  fresh.record.generator.model = "model-b";
  fresh.record.entities[0].name = "Ulla Dahl";
  fresh.record.entities[0].aliases.clear();
  add(archive_, {fresh});
  EXPECT_THAT(*find_entities(archive_, "Una Dale", 10), IsEmpty());
  EXPECT_THAT(*find_entities(archive_, "Ulla Dahl", 10), SizeIs(1));
  EXPECT_THAT(
      column(archive_, "SELECT count(*) FROM shared_entities"),
      ElementsAre(column(archive_, "SELECT count(DISTINCT shared_entity) FROM shared_entity_members")[0]));
}

TEST_F(EntityQueries, ViewsAnswerPlainSql) {
  EXPECT_THAT(column(archive_, "SELECT name FROM shared_entities ORDER BY members DESC, id LIMIT 1"),
              SizeIs(1));
  EXPECT_THAT(
      column(archive_,
             "SELECT count FROM shared_entity_aliases WHERE text = 'Tilda Brask' ORDER BY count DESC"),
      ElementsAre("3", "1"));
  EXPECT_THAT(column(archive_, "SELECT sum(count) FROM citations WHERE cited_name = 'Oskar Venn'"),
              ElementsAre("2"));
}

}  // namespace
}  // namespace sayso::archive
