#include "cli/timeline_view.h"

#include <gmock/gmock.h>

#include "cli/graph_view.h"
#include "cli/hand_made_claim.h"

namespace sayso::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

Timeline bridge_timeline() {
  Timeline timeline;
  for (const ClaimStatement& statement : bridge_page().claim.statements) {
    timeline.rows.push_back({statement.date, "5f3c0011223344", "The old bridge is shut.", statement});
  }
  timeline.count = 9;
  return timeline;
}

TEST(TimelineView, DaysWithSigns) {
  EXPECT_EQ(view_timeline(bridge_timeline(), {.width = 70}),
            "+ affirms  - denies  ? leaves open\n"
            "the latest 4 of 9\n"
            "\n"
            "2024-03-05\n"
            "  + “the old bridge is shut”\n"
            "    The Weir > Tilda Brask · aaaaaaaa#a1\n"
            "\n"
            "2024-03-06\n"
            "  + “The bridge is shut,”\n"
            "    Post > The Weir > Tilda Brask · bbbbbbbb#a4\n"
            "\n"
            "2024-03-07\n"
            "  - “that the bridge was shut”\n"
            "    Bell > Weir Council · cccccccc#a2\n"
            "\n"
            "undated\n"
            "  ? “the bridge is shut”\n"
            "    Bell, in its own words · cccccccc#v9\n"
            "\n");
}

TEST(TimelineView, NamesTheClaimWhereThereAreSeveral) {
  Timeline timeline = bridge_timeline();
  timeline.rows[1].claim = "77778888";
  EXPECT_THAT(view_timeline(timeline, {}), HasSubstr("claim 77778888"));
  EXPECT_THAT(view_timeline({}, {}), HasSubstr("nothing is known"));
}

TEST(GraphView, ARowForEachEdge) {
  Graph graph;
  graph.nodes = {{"o:Post", "Post", "outlet", 3}, {"p1", "Tilda\x1b Brask", "person", 3}};
  graph.edges = {{"o:Post", "p1", "", 3, "2024-03-05", "2024-03-09", {}},
                 {"p1", "o:Post", "sue", 1, "", "", {}}};
  graph.edge_count = 5;
  EXPECT_EQ(view_graph(graph, {}),
            "the 2 most frequent of 5\n"
            "Post cites Tilda␛ Brask  3x · 2024-03-05 to 2024-03-09\n"
            "Tilda␛ Brask > sue > Post  1x · undated\n"
            "\n");
}

}  // namespace
}  // namespace sayso::cli
