#include "claims/origins.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "claims/pair.h"
#include "claims/publishers.h"
#include "claims/same_party.h"
#include "reading/names.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

using Index = std::size_t;

// How alike an earlier statement must be for one that names nobody to rest on it.
constexpr double kRests = 0.2;
// And for one whose source has no name to be said to come from a named one: as good as the same words.
constexpr double kSameUtterance = 0.9;

// A voice that says something else than the middle of its claim, in words and in meaning, came in by a word
// or two
// ("four minutes or forty, we had to drag it out of them"). Of six voices of the two development dossiers
// whose best statement is below both, one was behind the claim.
constexpr double kFarWords = 0.25;
constexpr double kFarMeaning = 0.25;

// "Nobody could say why": there is no such source.
constexpr auto kNobody = std::to_array<std::string_view>({"neither", "no one", "nobody", "none", "noone"});
static_assert(std::is_sorted(kNobody.begin(), kNobody.end()));

bool is_nobody(const Party& party) {
  constexpr std::string_view kAnonymous = "anonymous: ";
  if (!party.name.starts_with(kAnonymous)) return false;
  const std::string name = reading::normal_form(party.name.substr(kAnonymous.size()));
  const std::string_view first = std::string_view(name).substr(0, name.find(' '));
  return reading::contains(kNobody, name) || first == "nobody" || first == "none" || first == "neither";
}

// Sets of members that grow together; the smallest index names a set.
class Sets {
 public:
  explicit Sets(Index size) : root_(size) { std::iota(root_.begin(), root_.end(), Index{0}); }
  Index root(Index i) const {
    while (root_[i] != i) i = root_[i];
    return i;
  }
  void join(Index a, Index b) {
    a = root(a), b = root(b);
    root_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<Index> root_;
};

class OriginFinder {
 public:
  OriginFinder(const std::vector<Member>& members, const std::vector<Polarity>& polarity)
      : members_(members), polarity_(polarity), speaker_(members.size()), sets_(members.size()) {
    origins_.of.resize(members.size());
    why_.resize(members.size());
    for (const Member& member : members) compared_.push_back(compared_of(member.statement));
  }

  Origins find() {
    for (Index i = 0; i < members_.size(); ++i) name_own(i);
    for (Index i = 0; i < members_.size(); ++i) rest_on_others(i);
    join_parties();
    find_middle();
    make_voices();
    return std::move(origins_);
  }

 private:
  const Statement& statement(Index i) const { return members_[i].statement; }

  Likeness likeness(Index i, Index j) const { return likeness_of(compared_[i], compared_[j]); }

  bool one_outlet(const std::string& a, const std::string& b) const {
    return same_outlet(outlet_words(a), outlet_words(b));
  }
  const std::vector<std::string>& outlet_words(const std::string& name) const;

  void name_own(Index i);
  void rest_on_others(Index i);
  double nearness(Index i, Index j) const;
  std::vector<std::string> carriers_of(Index i) const;
  void join_parties();
  void make_voices();
  ClaimOrigin voice_of(const std::vector<Index>& set) const;
  bool only_carries(const Party& party) const;
  void find_middle();
  bool is_far(const std::vector<Index>& set) const;

  const std::vector<Member>& members_;
  const std::vector<Polarity>& polarity_;
  std::vector<Compared> compared_;                                                  // the members
  mutable std::unordered_map<std::string, std::vector<std::string>> outlet_words_;  // of names that came up
  // Who speaks in each member, after its own article; none for an article that speaks itself.
  std::vector<std::optional<Party>> speaker_;
  std::map<Index, Index> rests_on_;  // member to member
  std::vector<std::string> why_;     // of a member's joining its set
  Sets sets_;
  Index middle_ = 0;  // the member that most others are like
  Origins origins_;
};

const std::vector<std::string>& OriginFinder::outlet_words(const std::string& name) const {
  const auto known = outlet_words_.find(name);
  return known != outlet_words_.end() ? known->second
                                      : outlet_words_.emplace(name, telling_outlet_words(name)).first->second;
}

void OriginFinder::name_own(Index i) {
  const Statement& s = statement(i);
  speaker_[i] = s.origin;
  if (s.origin || !s.own_voice) return;
  Party outlet;
  outlet.name = s.outlet;
  outlet.kind = EntityKind::organization;
  speaker_[i] = outlet;
}

// How sure it is that `i` got its words from `j`; 0 where it cannot have.
double OriginFinder::nearness(Index i, Index j) const {
  if (i == j || !speaker_[j] || polarity_[i] != polarity_[j]) return 0;
  if (statement(j).published > statement(i).published) return 0;
  const double probability = probability_of(likeness(i, j));
  const bool copies = members_[i].text_group == members_[j].text_group;
  // What an article asserts and then quotes somebody on is that somebody's.
  const bool beside = members_[i].id.document == members_[j].id.document;
  return probability + (probability >= kRests && (copies || beside) ? 1 : 0);
}

void OriginFinder::rest_on_others(Index i) {
  const bool nobody = !speaker_[i];
  if (!nobody && !speaker_[i]->anonymous) return;
  double best = nobody ? kRests : kSameUtterance;
  std::optional<Index> source;
  for (Index j = 0; j < members_.size(); ++j) {
    if (!statement(j).origin && !statement(j).own_voice) continue;
    if (!nobody && (speaker_[j]->anonymous || members_[i].id.document == members_[j].id.document)) continue;
    const double near = nearness(i, j);
    if (near > best) best = near, source = j;
  }
  if (source) rests_on_[i] = *source;
}

std::vector<std::string> OriginFinder::carriers_of(Index i) const {
  std::vector<std::string> via;
  const auto add = [&](const std::string& name) {
    const auto same = [&](const std::string& known) { return one_outlet(known, name); };
    if (name.empty() || one_outlet(name, statement(i).outlet)) return;
    if (std::none_of(via.begin(), via.end(), same)) via.push_back(name);
  };
  add(statement(i).credited);
  for (const Party& party : statement(i).via) add(party.name);
  const auto source = rests_on_.find(i);
  if (source != rests_on_.end() && members_[source->second].id.document != members_[i].id.document) {
    if (!statement(source->second).own_voice) add(statement(source->second).outlet);
    for (const Party& party : statement(source->second).via) add(party.name);
  }
  return via;
}

void OriginFinder::join_parties() {
  for (const auto& [i, j] : rests_on_) {
    sets_.join(i, j);
    why_[i] = members_[i].text_group == members_[j].text_group
                  ? "a copy of the article that names the source"
                  : "said before in " + statement(j).outlet + ": " +
                        describe(likeness(i, j), statement(i), statement(j));
  }
  std::vector<std::optional<ComparedParty>> parties(members_.size());
  for (Index i = 0; i < members_.size(); ++i) {
    if (speaker_[i]) parties[i].emplace(*speaker_[i]);
  }
  for (Index i = 0; i < members_.size(); ++i) {
    for (Index j = i + 1; j < members_.size(); ++j) {
      if (!speaker_[i] || !speaker_[j] || sets_.root(i) == sets_.root(j)) continue;
      std::optional<std::string> why = same_party(*parties[i], *parties[j]);
      const bool linked =
          !members_[i].origin_group.document.empty() && members_[i].origin_group == members_[j].origin_group;
      if (!why && linked) why = "one entity across documents";
      if (!why) why = speaks_for(*parties[i], *parties[j]);
      if (!why) why = speaks_for(*parties[j], *parties[i]);
      // One unnamed source in the copies of one article.
      const bool carried = speaker_[i]->anonymous && speaker_[j]->anonymous &&
                           members_[i].text_group == members_[j].text_group &&
                           parties[i]->normal_name() == parties[j]->normal_name();
      if (!why && carried) why = "an unnamed source of one carrier";
      if (!why) continue;
      sets_.join(i, j);
      if (why_[j].empty()) why_[j] = *why;
    }
  }
}

// A paper or an agency that passes on what others said.
bool OriginFinder::only_carries(const Party& party) const {
  if (speaks_for_itself(party.name)) return false;
  if (party.catalog.starts_with("outlet:") || party.catalog.starts_with("agency:")) return true;
  return std::any_of(members_.begin(), members_.end(), [&](const Member& member) {
    return one_outlet(member.statement.outlet, party.name) ||
           one_outlet(member.statement.credited, party.name);
  });
}

void OriginFinder::find_middle() {
  std::vector<double> density(members_.size());
  for (Index i = 0; i < members_.size(); ++i) {
    for (Index j = i + 1; j < members_.size(); ++j) {
      const double near = probability_of(likeness(i, j));
      density[i] += near * near;
      density[j] += near * near;
    }
  }
  middle_ = static_cast<Index>(std::max_element(density.begin(), density.end()) - density.begin());
}

// Only where meanings are known: words alone say too little.
bool OriginFinder::is_far(const std::vector<Index>& set) const {
  return std::none_of(set.begin(), set.end(), [&](Index i) {
    if (i == middle_ || statement(i).meaning.empty() || statement(middle_).meaning.empty()) return true;
    const Likeness to_middle = likeness(i, middle_);
    return probability_of(to_middle) >= kFarWords || to_middle.meaning >= kFarMeaning;
  });
}

ClaimOrigin OriginFinder::voice_of(const std::vector<Index>& set) const {
  ClaimOrigin voice;
  const Party* best = nullptr;
  // Named before unnamed, then the fullest name, then the first.
  const auto rank = [](const Party& p) { return std::pair(!p.anonymous, p.name.size()); };
  std::set<std::string> documents;
  for (const Index i : set) {
    documents.insert(members_[i].id.document);
    if (speaker_[i] && (!best || rank(*speaker_[i]) > rank(*best))) best = &*speaker_[i];
    if (!why_[i].empty() && voice.why.find(why_[i]) == std::string::npos) {
      voice.why += (voice.why.empty() ? "" : "; ") + why_[i];
    }
  }
  voice.documents = {documents.begin(), documents.end()};
  if (!best) {
    voice.name = "unattributed: " + statement(set.front()).outlet;
    voice.why = "the article names nobody";
    return voice;
  }
  voice.name = best->name;
  voice.verifiable = !best->anonymous;
  const bool far = is_far(set), nobody = is_nobody(*best), carries = only_carries(*best);
  voice.independent = !carries && !nobody && !far;
  if (carries) {
    voice.why = "an outlet that only carries";
  } else if (nobody) {
    voice.why = "nobody says so";
  } else if (far) {
    voice.why = "speaks of something beside it";
  } else if (voice.why.empty()) {
    voice.why = best->anonymous ? "an unnamed source of its own carrier" : "speaks on own authority";
  }
  return voice;
}

void OriginFinder::make_voices() {
  std::map<Index, std::vector<Index>> sets;
  for (Index i = 0; i < members_.size(); ++i) sets[sets_.root(i)].push_back(i);
  std::vector<std::pair<ClaimOrigin, std::vector<Index>>> voices;
  for (auto& [root, set] : sets) {
    ClaimOrigin voice = voice_of(set);
    for (const Index i : set) {
      const ItemId& group = members_[i].origin_group;
      if (!group.document.empty() && voice.entity.empty()) {
        voice.entity = group.document.text() + "#e" + std::to_string(group.number + 1);
      }
    }
    voices.emplace_back(std::move(voice), std::move(set));
  }
  std::stable_sort(voices.begin(), voices.end(),
                   [](const auto& a, const auto& b) { return a.first.independent > b.first.independent; });
  for (Index v = 0; v < voices.size(); ++v) {
    for (const Index i : voices[v].second) {
      Origin& origin = origins_.of[i];
      const Party* own = speaker_[i] && !rests_on_.contains(i) ? &*speaker_[i] : nullptr;
      // A person who speaks for a body, and the body, keep their own names in their statements.
      const bool fuller = own && !own->anonymous && own->kind != EntityKind::person;
      origin.name = fuller ? own->name : voices[v].first.name;
      origin.entity = voices[v].first.entity;
      origin.known = voices[v].first.name.rfind("unattributed: ", 0) != 0;
      origin.verifiable = voices[v].first.verifiable;
      origin.via = carriers_of(i);
      origin.why = why_[i];
      origin.voice = v;
    }
    origins_.voices.push_back(std::move(voices[v].first));
  }
}

}  // namespace

Origins find_origins(const std::vector<Member>& members, const std::vector<Polarity>& polarity) {
  return OriginFinder(members, polarity).find();
}

}  // namespace sayso::claims
