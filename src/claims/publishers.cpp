#include "claims/publishers.h"

#include <algorithm>
#include <array>
#include <vector>

#include "claims/content_stems.h"
#include "reading/catalog.h"
#include "reading/names.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

// Words in the names of bodies; sorted.
constexpr auto kBodies = std::to_array<std::string_view>({
    "administration", "army",         "association", "authority",
    "bank",           "board",        "bureau",      "cabinet",
    "chancellery",    "church",       "city",        "club",
    "commission",     "commissioner", "committee",   "company",
    "congress",       "corporation",  "council",     "county",
    "court",          "department",   "directorate", "embassy",
    "federation",     "foundation",   "fund",        "gmbh",
    "government",     "hospital",     "inc",         "inspectorate",
    "institute",      "laboratory",   "ltd",         "ministry",
    "mission",        "municipality", "office",      "organisation",
    "organization",   "parliament",   "party",       "plc",
    "police",         "presidency",   "prosecutor",  "regulator",
    "secretariat",    "senate",       "service",     "society",
    "treasury",       "trust",        "union",       "university",
});
static_assert(std::is_sorted(kBodies.begin(), kBodies.end()));

// Words in the names of media, which a body's name may hold too: "Police Gazette"; sorted.
constexpr auto kMedia = std::to_array<std::string_view>({
    "agency",    "blog",     "broadcasting", "channel", "chronicle", "courier", "daily",       "dispatch",
    "echo",      "express",  "gazette",      "globe",   "guardian",  "herald",  "independent", "journal",
    "ledger",    "magazine", "mail",         "mercury", "mirror",    "monitor", "news",        "newsletter",
    "newspaper", "observer", "online",       "post",    "press",     "radio",   "record",      "reporter",
    "review",    "standard", "star",         "sun",     "telegraph", "times",   "today",       "tribune",
    "tv",        "weekly",   "wire",
});
static_assert(std::is_sorted(kMedia.begin(), kMedia.end()));

// Words that a short name leaves out; sorted.
constexpr auto kLeftOut = std::to_array<std::string_view>({
    "agency",
    "newspaper",
    "news",
    "online",
    "service",
    "the",
    "wire",
});

std::vector<std::string> words_of(std::string_view name) {
  return small_words(reading::normal_form(name));
}

std::vector<std::string> telling_words(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  std::vector<std::string> telling;
  for (const std::string& word : words) {
    if (std::find(kLeftOut.begin(), kLeftOut.end(), word) == kLeftOut.end()) telling.push_back(word);
  }
  return telling.empty() ? words : telling;
}

}  // namespace

bool speaks_for_itself(std::string_view outlet) {
  const std::vector<std::string> words = words_of(outlet);
  const auto any = [&](const auto& list) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return reading::contains(list, word); });
  };
  return any(kBodies) && !any(kMedia);
}

std::string publisher_of(std::string_view outlet) {
  for (const reading::CatalogMatch& match : reading::Catalog::builtin().find(outlet)) {
    if (!match.entry->publisher.empty()) return reading::normal_form(match.entry->publisher);
  }
  return reading::normal_form(outlet);
}

bool same_outlet(std::string_view a, std::string_view b) {
  return same_outlet(telling_words(a), telling_words(b));
}

bool same_outlet(const std::vector<std::string>& x, const std::vector<std::string>& y) {
  if (x.empty() || y.empty()) return false;
  const auto& [shorter, longer] = x.size() < y.size() ? std::tie(x, y) : std::tie(y, x);
  return std::equal(shorter.begin(), shorter.end(), longer.begin());
}

std::vector<std::string> telling_outlet_words(std::string_view outlet) {
  return telling_words(outlet);
}

bool is_short_for_outlet(std::string_view name, std::string_view outlet) {
  const std::vector<std::string> shorter = words_of(name), longer = words_of(outlet);
  return !shorter.empty() && shorter.size() < longer.size() &&
         std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

}  // namespace sayso::claims
