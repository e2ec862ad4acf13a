#include "claims/event_pair.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "claims/content_stems.h"
#include "claims/key_hash.h"
#include "reading/names.h"

namespace sayso::claims {
namespace {

constexpr int kWindow = 2;         // days between two reports of one event of which one has no day of its own
constexpr int kWindowOfDated = 1;  // of two that have one: days begin at other hours elsewhere
constexpr std::size_t kStemKeys = 6;  // longest stems, which are the rarest
constexpr std::size_t kSideKeys = 3;

// How near two reports must be to be one event, where the recipients agree and where one has none.
constexpr double kLeastWithRecipient = 0.3;
constexpr double kLeastWithout = 0.45;

// Kinds of bodies that share a code.
constexpr std::array<std::string_view, 6> kVague = {"IGO", "IMG", "ISM", "MNC", "NGO", "UIS"};

bool is_country(const EventSide& side) {
  return !side.code.empty() && std::ranges::find(kVague, std::string_view(side.code)) == kVague.end();
}

std::string last_word(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string::npos ? name : name.substr(blank + 1);
}

// Days since 1970; none of a month or a year.
std::optional<int> day_number(const std::string& date) {
  int part[3] = {0, 0, 0};
  const char* at = date.data();
  const char* const end = at + date.size();
  if (date.size() != 10) return std::nullopt;
  for (int i = 0; i < 3; ++i) {
    const auto read = std::from_chars(at, end, part[i]);
    if (read.ec != std::errc()) return std::nullopt;
    at = read.ptr;
    if (i < 2 && (at == end || *at++ != '-')) return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(part[0]),
                                        std::chrono::month(static_cast<unsigned>(part[1])),
                                        std::chrono::day(static_cast<unsigned>(part[2]))};
  if (!day.ok()) return std::nullopt;
  return static_cast<int>(std::chrono::sys_days(day).time_since_epoch().count());
}

// What sides that are the same have in common; a person's family name and the country both.
std::set<std::string> side_keys(const std::vector<EventSide>& sides) {
  std::set<std::string> keys;
  for (std::size_t i = 0; i < sides.size() && i < kSideKeys; ++i) {
    const EventSide& side = sides[i];
    if (is_country(side)) keys.insert(side.code);
    if (side.person) keys.insert(last_word(side.name));
    if (!is_country(side) && !side.person)
      keys.insert(side.name.empty() ? reading::normal_form(side.text) : side.name);
  }
  return keys;
}

bool share_side(const std::vector<EventSide>& a, const std::vector<EventSide>& b) {
  return std::ranges::any_of(a, [&](const EventSide& x) {
    return std::ranges::any_of(b, [&](const EventSide& y) { return same_side(x, y); });
  });
}

// A meeting has all its sides among the actors; an article may name one of them as whom the other met.
std::vector<EventSide> all_sides(const EventReport& report) {
  std::vector<EventSide> out = report.actors;
  out.insert(out.end(), report.recipients.begin(), report.recipients.end());
  return out;
}

bool in_window(const EventReport& a, const EventReport& b) {
  if (a.date.empty() || b.date.empty()) return false;
  const auto x = day_number(a.date), y = day_number(b.date);
  if (x && y) return std::abs(*x - *y) <= (a.dated && b.dated ? kWindowOfDated : kWindow);
  const std::size_t shorter = std::min(a.date.size(), b.date.size());
  return a.date.compare(0, shorter, b.date, 0, shorter) == 0;
}

bool places_differ(const EventReport& a, const EventReport& b) {
  if (!a.place || !b.place) return false;
  if (!a.place->country.empty() && !b.place->country.empty() && a.place->country != b.place->country)
    return true;
  const bool cities = a.place->catalog.starts_with("city:") && b.place->catalog.starts_with("city:");
  return cities && a.place->catalog != b.place->catalog;
}

// 0..1: words shared, and how near the two sentences are in meaning.
double nearness(const EventReport& a, const EventReport& b) {
  const std::size_t shorter = std::min(a.stems.size(), b.stems.size());
  const double words =
      shorter == 0 ? 0 : static_cast<double>(shared_count(a.stems, b.stems)) / static_cast<double>(shorter);
  const double meaning = std::max(0.0, cosine(a.statement.meaning, b.statement.meaning));
  return std::max({words * 0.8, meaning, (words + meaning) / 2});
}

}  // namespace

bool same_side(const EventSide& a, const EventSide& b) {
  if (!a.catalog.empty() && a.catalog == b.catalog) return true;
  if (a.person && b.person) {
    const reading::PersonName x = reading::parse_person(a.name), y = reading::parse_person(b.name);
    return !x.parts.empty() && !y.parts.empty() && x.family() == y.family() &&
           reading::may_be_one_person(x, y);
  }
  if (is_country(a) && a.code == b.code) return a.sector.empty() || b.sector.empty() || a.sector == b.sector;
  if (is_country(a) && is_country(b)) return false;
  const std::string x = a.name.empty() ? reading::normal_form(a.text) : a.name;
  const std::string y = b.name.empty() ? reading::normal_form(b.text) : b.name;
  return !x.empty() && x == y;
}

std::vector<std::uint64_t> keys_of(const EventReport& report) {
  std::set<std::string> firsts = side_keys(report.actors.empty() ? report.recipients : report.actors);
  if (report.type == "CONSULT") firsts = side_keys(all_sides(report));
  std::set<std::string> seconds = side_keys(report.recipients);
  std::vector<std::string> stems = report.stems;
  std::ranges::stable_sort(stems, std::greater(), &std::string::size);
  if (stems.size() > kStemKeys) stems.resize(kStemKeys);
  seconds.insert(stems.begin(), stems.end());
  std::set<std::uint64_t> keys;
  const auto add = [&](std::string_view when, std::uint64_t day) {
    for (const std::string& first : firsts) {
      for (const std::string& second : seconds) {
        if (first != second)
          keys.insert(key_of_period(
              day, Hash().add("event").add(report.type).add(first).add(second).add(when).add(day)));
      }
    }
  };
  const auto day = day_number(report.date);
  for (int shift = 0; day && shift <= kWindow; ++shift) add("day", static_cast<std::uint64_t>(*day + shift));
  if (!day && !report.date.empty()) add(report.date, 0);
  return {keys.begin(), keys.end()};
}

std::optional<Verdict> judge_reports(const EventReport& a, const EventReport& b) {
  if (a.type != b.type || !in_window(a, b) || places_differ(a, b)) return std::nullopt;
  const bool table = a.type == "CONSULT";
  const std::vector<EventSide> mine = table ? all_sides(a) : a.actors,
                               theirs = table ? all_sides(b) : b.actors;
  const bool acts = share_side(mine, theirs);
  if (!acts && !mine.empty() && !theirs.empty()) return std::nullopt;
  const bool both_received = !table && !a.recipients.empty() && !b.recipients.empty();
  const bool receives = both_received && share_side(a.recipients, b.recipients);
  if (both_received && !receives) return std::nullopt;
  if (!acts && !receives) return std::nullopt;
  const double near = nearness(a, b);
  if (near < (acts && receives ? kLeastWithRecipient : kLeastWithout)) return std::nullopt;
  Verdict verdict;
  verdict.score = std::min(1.0, 0.3 + near / 2 + (receives ? 0.2 : 0));
  verdict.why = std::string(acts ? "one actor" : "") + (acts && receives ? ", " : "") +
                (receives ? "one recipient" : "") +
                (a.date == b.date ? ", one day" : ", days next to each other") +
                (a.place && b.place && a.place->name == b.place->name ? ", one place" : "") + ", words alike";
  return verdict;
}

std::optional<Verdict> judge_events(const Item& a, const Item& b) {
  const auto &x = judged<EventReport>(a, decode_event_report),
             &y = judged<EventReport>(b, decode_event_report);
  if (!x || !y) return std::nullopt;
  return judge_reports(*x, *y);
}

}  // namespace sayso::claims
