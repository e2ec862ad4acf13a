#include "cli/timeline_view.h"

#include <algorithm>

#include "cli/claim_view.h"
#include "cli/facts.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kIndent = "  ";

// Signs that need no colour.
std::string_view sign_of(Polarity polarity) {
  switch (polarity) {
    case Polarity::affirm:
      return "+ ";
    case Polarity::deny:
      return "- ";
    case Polarity::uncertain:
      return "? ";
  }
  return "";
}

std::string view_row(const TimelineRow& row, bool name_claim, const WrapOptions& options) {
  const std::string words = quoted(row.statement.quote);
  const std::string about = facts({statement_chain(row.statement), statement_reference(row.statement),
                                   name_claim ? "claim " + short_id(row.claim) : ""});
  return wrap({{words}}, std::string(kIndent) + std::string(sign_of(row.statement.polarity)), options) +
         wrap({{about, Style::faint}}, std::string(kIndent) + "  ", options);
}

}  // namespace

std::string view_timeline(const Timeline& timeline, const WrapOptions& options) {
  if (timeline.rows.empty()) return wrap({{"nothing is known", Style::faint}}, "", options) + "\n";
  const bool several = std::ranges::any_of(
      timeline.rows, [&](const TimelineRow& row) { return row.claim != timeline.rows.front().claim; });
  std::string out = wrap({{"+ affirms  - denies  ? leaves open", Style::faint}}, "", options);
  if (timeline.rows.size() < timeline.count) {
    const std::string cut =
        "the latest " + std::to_string(timeline.rows.size()) + " of " + std::to_string(timeline.count);
    out += wrap({{cut, Style::faint}}, "", options);
  }
  std::string day;
  for (const TimelineRow& row : timeline.rows) {
    if (day_of(row.date) != day) {
      day = day_of(row.date);
      out += "\n" + wrap({{day, Style::title}}, "", options);
    }
    out += view_row(row, several, options);
  }
  return out + "\n";
}

}  // namespace sayso::cli
