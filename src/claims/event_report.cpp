#include "claims/event_report.h"

#include <algorithm>

#include "claims/byte_codec.h"
#include "claims/content_stems.h"
#include "claims/sentences.h"
#include "claims/statements.h"
#include "reading/names.h"

namespace sayso::claims {
namespace {

constexpr std::string_view kAnonymous = "anonymous: ";
constexpr std::uint64_t kCommitments = static_cast<std::uint64_t>(Commitment::uncommitted) + 1;
constexpr std::size_t kDay = 10;  // characters of an ISO 8601 day

std::uint32_t overlap(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

class ReportMaker {
 public:
  explicit ReportMaker(const Record& record) : record_(record) {
    if (!record.events.empty()) statements_ = make_statements(record);
  }

  EventReport report_of(const Event& event) const {
    EventReport out;
    out.event = event.id;
    if (event.proposition) out.proposition = record_.propositions[*event.proposition].id;
    out.type = event.type;
    out.mode = event.mode;
    out.cameo = event.cameo;
    out.contexts = event.contexts;
    out.date = event.date.substr(0, kDay);
    out.dated = out.date != record_.document.published.substr(0, kDay);
    out.words = event.span.of(record_.document.text);
    out.sentence = sentence_of(event);
    for (const EventActor& actor : event.actors) out.actors.push_back(side_of(actor));
    for (const EventActor& actor : event.recipients) out.recipients.push_back(side_of(actor));
    out.place = place_of(event);
    out.factuality = event.factuality;
    out.stems = stems_of(event);
    out.statement = statement_of(event);
    return out;
  }

 private:
  EventSide side_of(const EventActor& actor) const {
    EventSide out{actor.text, actor.code, actor.sector, {}, {}, false, actor.entity};
    if (!actor.entity) return out;
    const Entity& entity = record_.entities[*actor.entity];
    out.catalog = entity.catalog;
    if (entity.name.starts_with(kAnonymous)) return out;
    out.name = reading::normal_form(entity.name);
    out.person = entity.kind == EntityKind::person;
    return out;
  }

  std::optional<EventPlace> place_of(const Event& event) const {
    if (!event.place) return std::nullopt;
    const Entity& entity = record_.entities[*event.place];
    EventPlace out{entity.name, entity.catalog, {}, {}, {}};
    if (entity.place) {
      out.country = entity.place->country;
      out.latitude = entity.place->latitude;
      out.longitude = entity.place->longitude;
    }
    return out;
  }

  std::vector<std::string> stems_of(const Event& event) const {
    Span span = event.span;
    if (event.proposition) {
      const Span clause = record_.propositions[*event.proposition].span;
      span = {std::min(span.begin, clause.begin), std::max(span.end, clause.end)};
    }
    std::vector<std::string> stems = content_stems(span.of(record_.document.text));
    std::ranges::sort(stems);
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
  }

  // The one that holds most of the event; where none does (a headline), the event's words as one.
  Statement statement_of(const Event& event) const {
    const std::string attribution = event.attribution ? record_.attributions[*event.attribution].id : "";
    const Statement* best = nullptr;
    std::uint32_t most = 0;
    for (const Statement& s : statements_) {
      const std::uint32_t shared = overlap(s.span, event.span);
      if (shared == 0 || s.attribution != attribution) continue;
      if (shared > most) best = &s, most = shared;
    }
    return best != nullptr ? *best : statement_made(event, attribution);
  }

  Statement statement_made(const Event& event, const std::string& attribution) const {
    Statement out;
    out.attribution = attribution;
    out.span = event.span;
    out.outlet = record_.document.outlet;
    out.published = record_.document.published;
    if (event.attribution) {
      const Attribution& by = record_.attributions[*event.attribution];
      out.quote = by.content.text;
      out.confidence = by.confidence;
      if (by.origin) out.origin = party_of(*by.origin);
    } else {
      out.quote = sentence_of(event);
      out.confidence = 1;
    }
    return out;
  }

  Party party_of(std::uint32_t index) const {
    const Entity& entity = record_.entities[index];
    Party out;
    out.anonymous = entity.name.starts_with(kAnonymous);
    out.name = entity.name;
    out.entity = index;
    out.catalog = entity.catalog;
    out.kind = entity.kind;
    for (const Role& role : entity.roles) out.offices.push_back({role.title, role.of});
    return out;
  }

  // The sentence that holds it, in whose words people read it.
  std::string sentence_of(const Event& event) const {
    const std::string& text = record_.document.text;
    for (const Block& block : record_.document.blocks) {
      if (event.span.begin < block.span.begin || event.span.end > block.span.end) continue;
      for (const Span sentence : sentences_in(text, block.span)) {
        if (event.span.begin >= sentence.begin && event.span.begin < sentence.end)
          return std::string(sentence.of(text));
      }
    }
    return std::string(event.span.of(text));
  }

  const Record& record_;
  std::vector<Statement> statements_;
};

void write(ByteWriter& out, const EventSide& side) {
  for (const std::string* text : {&side.text, &side.code, &side.sector, &side.name, &side.catalog})
    out.text(*text);
  out.number(side.person ? 1 : 0);
  out.number(side.entity ? *side.entity + std::uint64_t{1} : 0);
}

EventSide read_side(ByteReader& in) {
  EventSide side;
  for (std::string* text : {&side.text, &side.code, &side.sector, &side.name, &side.catalog})
    *text = in.text();
  side.person = in.number() != 0;
  if (const std::uint64_t entity = in.number(); entity > 0)
    side.entity = static_cast<std::uint32_t>(entity - 1);
  return side;
}

void write(ByteWriter& out, const EventPlace& place) {
  for (const std::string* text : {&place.name, &place.catalog, &place.country}) out.text(*text);
  out.number(place.latitude && place.longitude ? 1 : 0);
  if (!place.latitude || !place.longitude) return;
  out.real(*place.latitude);
  out.real(*place.longitude);
}

EventPlace read_place(ByteReader& in) {
  EventPlace place;
  for (std::string* text : {&place.name, &place.catalog, &place.country}) *text = in.text();
  if (in.number() == 0) return place;
  place.latitude = in.real();
  place.longitude = in.real();
  return place;
}

}  // namespace

std::vector<EventReport> make_event_reports(const Record& record) {
  const ReportMaker maker(record);
  std::vector<EventReport> out;
  for (const Event& event : record.events) out.push_back(maker.report_of(event));
  return out;
}

std::string encode(const EventReport& r) {
  ByteWriter out;
  for (const std::string* text :
       {&r.event, &r.proposition, &r.type, &r.mode, &r.cameo, &r.date, &r.words, &r.sentence})
    out.text(*text);
  out.texts(r.contexts);
  out.number(r.dated ? 1 : 0);
  out.list(r.actors, [&](const EventSide& side) { write(out, side); });
  out.list(r.recipients, [&](const EventSide& side) { write(out, side); });
  out.number(r.place ? 1 : 0);
  if (r.place) write(out, *r.place);
  out.number(static_cast<std::uint64_t>(r.factuality));
  out.texts(r.stems);
  out.text(encode(r.statement));
  return out.take();
}

std::optional<EventReport> decode_event_report(std::string_view bytes) {
  ByteReader in(bytes);
  EventReport r;
  for (std::string* text :
       {&r.event, &r.proposition, &r.type, &r.mode, &r.cameo, &r.date, &r.words, &r.sentence})
    *text = in.text();
  r.contexts = in.texts();
  r.dated = in.number() != 0;
  r.actors = in.list<EventSide>([&] { return read_side(in); });
  r.recipients = in.list<EventSide>([&] { return read_side(in); });
  if (in.number() != 0) r.place = read_place(in);
  r.factuality = in.one_of<Commitment>(kCommitments);
  r.stems = in.texts();
  auto statement = decode_statement(in.text());
  if (!in.ok() || !statement) return std::nullopt;
  r.statement = *std::move(statement);
  return r;
}

}  // namespace sayso::claims
