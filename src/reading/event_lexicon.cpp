#include "reading/event_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/catalog_rows.h"

namespace sayso::reading {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 16> kQuads = {{
    {"ACCUSE", 3},
    {"AGREE", 1},
    {"AID", 2},
    {"ASSAULT", 4},
    {"COERCE", 4},
    {"CONCEDE", 1},
    {"CONSULT", 1},
    {"COOPERATE", 2},
    {"MOBILIZE", 4},
    {"PROTEST", 4},
    {"REJECT", 3},
    {"REQUEST", 3},
    {"RETREAT", 2},
    {"SANCTION", 4},
    {"SUPPORT", 1},
    {"THREATEN", 3},
}};
static_assert(std::ranges::is_sorted(kQuads));

}  // namespace

int quad_of(std::string_view type) {
  const auto* const found =
      std::ranges::lower_bound(kQuads, type, {}, &std::pair<std::string_view, int>::first);
  return found != kQuads.end() && found->first == type ? found->second : 0;
}

const EventLexicon& EventLexicon::builtin() {
  static const EventLexicon lexicon;
  return lexicon;
}

EventLexicon::EventLexicon() {
  const auto read = [](std::string_view table, Classes& words) {
    for_each_row(table, [&](const TableCells& row) {
      for_each_name(row[1], [&](std::string_view word) { words[word].push_back(row[0]); });
    });
  };
  read("event_verbs", verbs_);
  read("event_nouns", nouns_);
  read("event_contexts", contexts_);
  read_codes();
  read_deeds();
  read_pairs();
}

void EventLexicon::read_codes() {
  for_each_row("event_codes", [&](const TableCells& row) { codes_[row[0]] = {row[0], row[1], row[2]}; });
}

// deed, done, promised, requested, refused, threatened, stopped, allowed, mode, context
void EventLexicon::read_deeds() {
  for_each_row("event_deeds", [&](const TableCells& row) {
    Deed deed{row[0],       code(row[1]), code(row[2]), code(row[3]), code(row[4]),
              code(row[5]), row[6],       row[7],       row[9]};
    if (!row[8].empty()) deed.done.mode = row[8];
    deeds_[row[0]] = deed;
  });
}

void EventLexicon::read_pairs() {
  for_each_row("event_pairs", [&](const TableCells& row) {
    for_each_name(row[1], [&](std::string_view thing) { pairs_[row[0]].try_emplace(thing, row[2]); });
  });
}

std::span<const std::string_view> EventLexicon::classes(const Classes& words, std::string_view word) {
  const auto found = words.find(word);
  return found == words.end() ? std::span<const std::string_view>() : found->second;
}

const Deed* EventLexicon::deed(std::string_view name) const {
  const auto found = deeds_.find(name);
  return found == deeds_.end() ? nullptr : &found->second;
}

const Deed* EventLexicon::pair(std::string_view verb, std::string_view thing) const {
  const auto things = pairs_.find(verb);
  if (things == pairs_.end()) return nullptr;
  const auto found = things->second.find(thing);
  return found == things->second.end() ? nullptr : deed(found->second);
}

EventCode EventLexicon::code(std::string_view cell) const {
  const std::size_t slash = cell.find('/');
  EventCode out;
  out.cameo = slash == std::string_view::npos ? cell : cell.substr(slash + 1);
  for (std::size_t length = out.cameo.size(); length >= 2; --length) {
    const auto known = codes_.find(out.cameo.substr(0, length));
    if (known == codes_.end()) continue;
    out.type = known->second.type;
    out.mode = known->second.mode;
    break;
  }
  if (slash != std::string_view::npos && out.type != cell.substr(0, slash)) {
    out.type = cell.substr(0, slash);
    out.mode = {};
  }
  return out;
}

}  // namespace sayso::reading
