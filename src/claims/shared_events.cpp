#include "claims/shared_events.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "claims/event_report.h"
#include "claims/members.h"
#include "claims/origins.h"
#include "language/sha256.h"
#include "reading/event_lexicon.h"

namespace sayso::claims {
namespace {

constexpr std::size_t kIdDigits = 16;

bool is_affirmed(Commitment value) {
  return value == Commitment::certain_plus || value == Commitment::probable_plus ||
         value == Commitment::possible_plus;
}

bool is_denied(Commitment value) {
  return value == Commitment::certain_minus || value == Commitment::probable_minus ||
         value == Commitment::possible_minus;
}

Polarity polarity_of(Commitment value) {
  if (is_affirmed(value)) return Polarity::affirm;
  return is_denied(value) ? Polarity::deny : Polarity::uncertain;
}

class EventBuilder {
 public:
  EventBuilder(ClaimStore& store, const ItemId& group) {
    for (const ItemId& id : store.members(ItemKind::event, group)) {
      const auto item = store.get(ItemKind::event, id);
      auto report = item ? decode_event_report(item->payload) : std::nullopt;
      if (!report) continue;
      Member member;
      member.id = id;
      member.statement = report->statement;
      member.text_group = store.group_of(ItemKind::text, {id.document, 0});
      if (const auto& origin = member.statement.origin; origin && origin->entity)
        member.origin_group = store.group_of(ItemKind::entity, {id.document, *origin->entity});
      members_.push_back(std::move(member));
      reports_.push_back(*std::move(report));
    }
  }

  std::optional<SharedEvent> build() {
    if (reports_.empty()) return std::nullopt;
    SharedEvent out;
    take_fullest(out);
    out.id = id();
    out.date = date();
    take_factuality(out);
    take_reports(out);
    return out;
  }

 private:
  std::string id() const {
    std::string all;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      all += members_[i].id.document.text() + '#' + reports_[i].event + '\n' + reports_[i].type + '\n' +
             reports_[i].words + '\n';
    }
    return language::sha256("event\n" + all).substr(0, kIdDigits);
  }

  // With most sides and the most exact code; of those the first.
  void take_fullest(SharedEvent& out) const {
    const auto fullness = [](const EventReport& r) {
      const auto known = [](const std::vector<EventSide>& sides) {
        return std::ranges::count_if(sides, [](const EventSide& s) { return !s.code.empty(); });
      };
      return std::tuple(is_affirmed(r.factuality), !r.actors.empty() + !r.recipients.empty(),
                        known(r.actors) + known(r.recipients), r.place.has_value(), r.cameo.size());
    };
    const auto best = std::ranges::max_element(
        reports_, [&](const EventReport& a, const EventReport& b) { return fullness(a) < fullness(b); });
    out.type = best->type;
    out.mode = best->mode;
    out.cameo = best->cameo;
    out.quad = reading::quad_of(best->type);
    out.contexts = best->contexts;
    out.text = best->sentence;
    for (const EventSide& s : best->actors)
      out.actors.push_back({s.text, s.code, s.sector, s.name, s.catalog});
    for (const EventSide& s : best->recipients)
      out.recipients.push_back({s.text, s.code, s.sector, s.name, s.catalog});
    for (const EventReport& r : reports_) {
      if (r.place && !out.place)
        out.place = {r.place->name, r.place->catalog, r.place->country, r.place->latitude,
                     r.place->longitude};
    }
    if (best->place) {
      const EventPlace& p = *best->place;
      out.place = {p.name, p.catalog, p.country, p.latitude, p.longitude};
    }
  }

  // The day that most reports give by their own words, else the earliest one.
  std::string date() const {
    std::map<std::string, int> counts;
    std::string earliest;
    for (const EventReport& r : reports_) {
      if (r.date.empty()) continue;
      if (r.dated) ++counts[r.date];
      if (earliest.empty() || r.date < earliest) earliest = r.date;
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? earliest : most->first;
  }

  void take_factuality(SharedEvent& out) const {
    std::map<Commitment, std::set<std::string_view>> articles;
    bool affirmed = false, denied = false;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      articles[reports_[i].factuality].insert(members_[i].id.document.text());
      affirmed = affirmed || is_affirmed(reports_[i].factuality);
      denied = denied || is_denied(reports_[i].factuality);
    }
    const auto most =
        std::ranges::max_element(articles, {}, [](const auto& entry) { return entry.second.size(); });
    out.factuality = most->first;
    out.disputed = affirmed && denied;
  }

  void take_reports(SharedEvent& out) const {
    std::vector<Polarity> polarity;
    for (const EventReport& r : reports_) polarity.push_back(polarity_of(r.factuality));
    Origins origins = find_origins(members_, polarity);
    std::set<std::string_view> articles, outlets;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      out.reports.push_back(report_of(i, origins.of[i]));
      articles.insert(members_[i].id.document.text());
      outlets.insert(reports_[i].statement.outlet);
      const std::string& date = out.reports.back().date;
      if (date.empty()) continue;
      if (out.first.empty() || date < out.first) out.first = date;
      out.last = std::max(out.last, date);
    }
    out.report_count = static_cast<std::uint32_t>(reports_.size());
    out.articles = static_cast<std::uint32_t>(articles.size());
    out.outlets = static_cast<std::uint32_t>(outlets.size());
    out.origins = std::move(origins.voices);
    out.independent_origins = static_cast<std::uint32_t>(
        std::ranges::count_if(out.origins, [](const ClaimOrigin& o) { return o.independent; }));
  }

  SharedEventReport report_of(std::size_t i, const Origin& origin) const {
    const EventReport& r = reports_[i];
    SharedEventReport out;
    out.document = members_[i].id.document;
    out.event = r.event;
    out.attribution = r.statement.attribution;
    out.proposition = r.proposition;
    out.quote = r.sentence;
    out.words = r.words;
    out.factuality = r.factuality;
    out.origin = origin.name;
    out.origin_entity = origin.entity;
    out.via = origin.via;
    out.outlet = r.statement.outlet;
    out.date = r.statement.said.empty() ? r.statement.published.substr(0, 10) : r.statement.said;
    return out;
  }

  std::vector<Member> members_;
  std::vector<EventReport> reports_;
};

}  // namespace

std::optional<SharedEvent> build_event(ClaimStore& store, const ItemId& group) {
  return EventBuilder(store, group).build();
}

}  // namespace sayso::claims
