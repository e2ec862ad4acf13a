#include "serve/event_dyads.h"

#include <algorithm>

#include "serve/event_filters.h"

namespace sayso::serve {
namespace {

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// "The Board" and "the board" are the name "board" as it is; "its chairman" is a mention of "lucas fenn".
bool is_name(std::string_view text, std::string_view name) {
  for (const std::string_view article : {"the ", "The "})
    if (text.starts_with(article)) text.remove_prefix(article.size());
  return std::ranges::equal(text, name, {}, small);
}

// What people are called in a list: the words of the article where they are the name, else the name with
// capitals.
std::string shown_name(const SharedEventSide& side) {
  if (side.name.empty() || is_name(side.text, side.name)) return side.text;
  std::string name = side.name;
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'a' && name[i] <= 'z') name[i] -= 'a' - 'A';
  return name;
}

}  // namespace

// Names come first: a list of presidents and parties of one country says more than the country with itself.
std::string side_filter(const SharedEventSide& side) {
  if (!side.name.empty()) return side.name;
  return side.code.empty() ? side.text : side.code + side.sector;
}

std::string Dyads::key_of(const SharedEventSide& side) {
  std::string key = side_filter(side);
  const bool country = side.catalog.starts_with("country:");
  sides_.try_emplace(key, Side{shown_name(side), country ? "country" : "body"});
  return key;
}

void Dyads::add(const SharedEvent& event) {
  const bool table = event.recipients.empty();
  const auto& to = table ? event.actors : event.recipients;
  for (std::size_t i = 0; i < event.actors.size(); ++i) {
    for (std::size_t j = table ? i + 1 : 0; j < to.size(); ++j) {
      const std::string actor = key_of(event.actors[i]), recipient = key_of(to[j]);
      if (actor == recipient) continue;
      Pair& pair = pairs_[{actor, recipient}];
      ++pair.events;
      pair.origins += event.independent_origins;
      ++(tone_of(event.quad) == "conflict" ? pair.conflict : pair.cooperation);
      if (event.date.empty()) continue;
      if (pair.first.empty() || event.date < pair.first) pair.first = event.date;
      pair.last = std::max(pair.last, event.date);
    }
  }
}

Json Dyads::json(std::size_t limit) const {
  std::vector<const std::pair<const std::pair<std::string, std::string>, Pair>*> order;
  for (const auto& pair : pairs_) order.push_back(&pair);
  std::ranges::stable_sort(order, std::greater(), [](const auto* pair) { return pair->second.events; });
  if (order.size() > limit) order.resize(limit);
  std::map<std::string, std::uint64_t> weights;
  Json edges = Json::array(), nodes = Json::array();
  for (const auto* one : order) {
    const auto& [sides, pair] = *one;
    weights[sides.first] += pair.events;
    weights[sides.second] += pair.events;
    edges.push_back({{"from", sides.first},
                     {"to", sides.second},
                     {"from_name", sides_.at(sides.first).name},
                     {"to_name", sides_.at(sides.second).name},
                     {"count", pair.events},
                     {"origins", pair.origins},
                     {"conflict", pair.conflict},
                     {"cooperation", pair.cooperation},
                     {"tone", pair.conflict > pair.cooperation ? "conflict" : "cooperation"},
                     {"first", pair.first.empty() ? Json(nullptr) : Json(pair.first)},
                     {"last", pair.last == pair.first ? Json(nullptr) : Json(pair.last)}});
  }
  for (const auto& [key, weight] : weights) {
    const Side& side = sides_.at(key);
    nodes.push_back({{"id", key}, {"name", side.name}, {"type", side.type}, {"weight", weight}});
  }
  return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}, {"edge_count", pairs_.size()}};
}

}  // namespace sayso::serve
