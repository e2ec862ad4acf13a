#include "cli/event_view.h"

#include <vector>

#include "cli/claim_view.h"
#include "cli/commitment_words.h"
#include "cli/facts.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kDeeper = "    ";

// "Kenyan police (KENCOP)"
std::string name_side(const SharedEventSide& side) {
  const std::string code = side.code + side.sector;
  return code.empty() ? side.text : side.text + " (" + code + ")";
}

std::string name_sides(const std::vector<SharedEventSide>& sides) {
  std::vector<std::string> names;
  for (const SharedEventSide& side : sides) names.push_back(name_side(side));
  return names.empty() ? "?" : join(names, ", ");
}

// Who against or toward whom; all at a table stand on one side.
std::string name_all_sides(const SharedEvent& event) {
  const std::string actors = name_sides(event.actors);
  return event.recipients.empty() ? actors : actors + " > " + name_sides(event.recipients);
}

std::string head_of(const SharedEvent& event) {
  return facts({day_of(event.date), event.mode.empty() ? event.type : event.type + " " + event.mode,
                "CAMEO " + event.cameo});
}

std::string sureness(const SharedEvent& event) {
  return facts({std::string(to_string(event.factuality)), event.disputed ? "disputed" : "",
                reach(event.articles, event.outlets, event.independent_origins),
                event.place ? "in " + event.place->name : "", short_id(event.id)});
}

std::string chain_of(const SharedEventReport& report) {
  std::vector<std::string> chain = {report.outlet.empty() ? "outlet unknown" : report.outlet};
  chain.insert(chain.end(), report.via.begin(), report.via.end());
  if (!report.origin.starts_with("unattributed: ")) chain.push_back(report.origin);
  return join(chain, " > ");
}

std::string view_report(const SharedEventReport& report, const WrapOptions& options) {
  const std::string quote = quoted(report.quote);
  const std::string about = facts({chain_of(report), std::string(to_string(report.factuality)),
                                   day_of(report.date), short_id(report.document) + "#" + report.event});
  return wrap({{quote}}, std::string(kIndent), options) +
         wrap({{about, Style::faint}}, std::string(kDeeper), options);
}

std::string view_origin(const ClaimOrigin& origin, const WrapOptions& options) {
  const std::string about =
      facts({origin.independent ? "counts" : "does not count", origin.verifiable ? "" : "cannot be verified",
             count_of(origin.documents.size(), "article"), origin.why});
  return wrap({{origin.name}}, std::string(kIndent), options) +
         wrap({{about, Style::faint}}, std::string(kDeeper), options);
}

std::string view_head(const SharedEvent& event, const WrapOptions& options) {
  const std::string head = head_of(event), sides = name_all_sides(event), sure = sureness(event);
  return wrap({{head, Style::title}}, "", options) + wrap({{sides}}, std::string(kIndent), options) +
         wrap({{sure, Style::faint}}, std::string(kIndent), options);
}

}  // namespace

std::string view_event_summary(const SharedEvent& event, const WrapOptions& options) {
  const std::string words = quoted(event.text);
  return view_head(event, options) + wrap({{words}}, std::string(kIndent), options) + "\n";
}

std::string view_event(const EventPage& page, const WrapOptions& options) {
  const SharedEvent& event = page.event;
  std::string out = view_head(event, options);
  if (!event.contexts.empty()) {
    const std::string contexts = join(event.contexts, ", ");
    out += wrap({{contexts, Style::faint}}, std::string(kIndent), options);
  }
  out += "\n" + wrap({{count_of(event.report_count, "report"), Style::title}}, "", options);
  for (const SharedEventReport& report : event.reports) out += view_report(report, options);
  out += "\n" + wrap({{"Origins", Style::title}}, "", options);
  for (const ClaimOrigin& origin : event.origins) out += view_origin(origin, options);
  return out + "\n";
}

}  // namespace sayso::cli
