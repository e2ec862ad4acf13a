#include "claims/common_names.h"

#include <algorithm>

#include "reading/word_list.h"

namespace sayso::claims {
namespace {

// Sorted: what stands in the names of bodies everywhere, and people and firms of whom every paper writes.
constexpr auto kCommon = std::to_array<std::string_view>({
    "administration", "agency",     "airport",       "amazon",       "america",      "american",
    "americans",      "apple",      "army",          "association",  "authority",    "bank",
    "biden",          "board",      "bureau",        "bush",         "california",   "capitol",
    "central",        "chief",      "china",         "city",         "clinton",      "college",
    "commission",     "committee",  "company",       "congress",     "council",      "country",
    "county",         "court",      "cruz",          "daily",        "defense",      "democrat",
    "democratic",     "democrats",  "department",    "district",     "east",         "eastern",
    "europe",         "european",   "facebook",      "federal",      "federation",   "florida",
    "force",          "forces",     "foreign",       "foundation",   "france",       "general",
    "germany",        "google",     "government",    "governor",     "group",        "high",
    "house",          "institute",  "international", "israel",       "johnson",      "justice",
    "kingdom",        "law",        "london",        "minister",     "ministry",     "mission",
    "movement",       "national",   "nations",       "new",          "news",         "north",
    "northern",       "obama",      "office",        "organisation", "organization", "parliament",
    "party",          "people",     "police",        "post",         "president",    "press",
    "prime",          "public",     "putin",         "republic",     "republican",   "republicans",
    "research",       "river",      "road",          "royal",        "russia",       "russian",
    "sanders",        "school",     "secretary",     "security",     "senate",       "senator",
    "service",        "smith",      "society",       "south",        "southern",     "square",
    "state",          "states",     "street",        "supreme",      "team",         "texas",
    "times",          "treasury",   "trump",         "twitter",      "union",        "united",
    "university",     "washington", "west",          "western",      "white",        "world",
    "york",
});
static_assert(std::is_sorted(kCommon.begin(), kCommon.end()));

// Sorted.
constexpr auto kCalendar = std::to_array<std::string_view>(
    {"april", "august", "december", "february", "friday", "january", "july", "june", "march", "may", "monday",
     "november", "october", "saturday", "september", "sunday", "thursday", "tuesday", "wednesday"});
static_assert(std::is_sorted(kCalendar.begin(), kCalendar.end()));

}  // namespace

bool is_common_name(std::string_view word) {
  return reading::contains(kCommon, word);
}

bool is_calendar_word(std::string_view word) {
  return reading::contains(kCalendar, word);
}

}  // namespace sayso::claims
