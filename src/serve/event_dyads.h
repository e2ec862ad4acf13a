// Who does something to whom: events added up by pairs of sides.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sayso/event_queries.h"
#include "serve/page.h"

namespace sayso::serve {

// Adds events up. An event with several sides counts for each pair; of talks, where all are actors, each pair
// counts once.
class Dyads {
 public:
  void add(const SharedEvent& event);

  // {nodes: [{id, name, type, weight}], edges: [{from, to, from_name, to_name, events, origins, conflict,
  // cooperation, tone, first, last}], edge_count}: the `limit` most frequent edges and their nodes.
  Json json(std::size_t limit) const;

 private:
  struct Pair {
    std::uint64_t events = 0, origins = 0, conflict = 0, cooperation = 0;
    std::string first, last;
  };
  struct Side {
    std::string name;  // as it was met first
    std::string type;  // "country", "body"
  };

  std::string key_of(const SharedEventSide& side);

  std::map<std::string, Side> sides_;
  std::map<std::pair<std::string, std::string>, Pair> pairs_;
};

// How a filter finds this side again: its country's code with the sector, else its words.
std::string side_filter(const SharedEventSide& side);

}  // namespace sayso::serve
