#include "intake/byline.h"

#include <algorithm>
#include <array>

#include "intake/agencies.h"
#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/dates.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kMaxLength = 160;  // bytes

constexpr std::array<std::string_view, 18> kParticles = {"de",  "da",  "di",  "du",  "del", "der",
                                                         "den", "van", "von", "bin", "al",  "el",
                                                         "la",  "le",  "ibn", "dos", "ter", "y"};
// Words that name a job or an outlet, not a person.
constexpr std::array<std::string_view, 40> kNoName = {
    "correspondent", "correspondents", "editor",    "editors",     "reporter",  "reporters", "staff",
    "writer",        "writers",        "columnist", "contributor", "news",      "press",     "post",
    "times",         "herald",         "tribune",   "journal",     "gazette",   "daily",     "guardian",
    "agency",        "service",        "services",  "desk",        "team",      "bureau",    "media",
    "network",       "special",        "agencies",  "chief",       "observer",  "ledger",    "courier",
    "newsroom",      "radio",          "tv",        "magazine",    "newspapers"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view each) { return same_nocase(word, each); });
}

bool is_person(std::string_view text) {
  const std::vector<std::string_view> words = split_words(text);
  if (words.size() == 1 && words[0].size() > 3 && month_of(words[0]))
    return false;  // of a date beside the name
  if (words.empty() || words.size() > 6 ||
      text.find_first_of("0123456789\"():;@/!?") != std::string_view::npos)
    return false;
  for (std::string_view word : words) {
    const std::string_view particle = word.substr(0, word.find('-'));  // "al-Said"
    if (!is_capitalized(word) && !is_one_of(particle, kParticles)) return false;
    if (is_one_of(word, kNoName) || same_nocase(word, "the")) return false;
  }
  return is_capitalized(words.front()) || words.size() > 1;
}

// Splits at every `separator` that stands outside of names.
std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t at = find_nocase(text, separator, begin);
    parts.push_back(trim(text.substr(begin, at == std::string_view::npos ? at : at - begin)));
    if (at == std::string_view::npos) return parts;
    begin = at + separator.size();
  }
}

// "in Kabul", "for The Outlet", "| The Outlet": what follows the names and is none of them.
std::string_view cut_affiliation(std::string_view& names) {
  std::size_t cut = names.size();
  for (std::string_view mark :
       {" | ", " in ", " for ", " at ", " of ", " - ", " \u2014 ", " \u2013 ", " \u00B7 ", " (", "/"}) {
    cut = std::min(cut, find_nocase(names, mark));
  }
  const std::string_view tail = names.substr(cut);
  names = trim(names.substr(0, cut));
  return tail;
}

struct Names {
  std::vector<std::string> people;
  std::string tail;   // outlet, agency or job
  bool clean = true;  // nothing before the last comma was anything but a name
};

// "Jane Doe, Ann Poe and John Roe, The Outlet". Commas separate names as long as names follow.
Names read_names(std::string_view text) {
  Names names;
  const std::string_view affiliation = cut_affiliation(text);
  for (std::string_view group : split_at(text, " and ")) {
    for (std::string_view joined : split_at(group, " & ")) {
      for (std::string_view part : split_at(joined, ",")) {
        if (part.empty()) continue;
        const bool suffix =
            same_nocase(part, "jr.") || same_nocase(part, "jr") || same_nocase(part, "sr.") || part == "III";
        if (suffix && !names.people.empty()) {
          names.people.back() += ", " + std::string(part);
        } else if (names.tail.empty() && is_person(part) && find_agency(part).empty()) {
          names.people.emplace_back(part);
        } else {
          names.clean = names.clean && names.tail.empty() && part.size() <= 60;
          names.tail += (names.tail.empty() ? "" : ", ") + std::string(part);
        }
      }
    }
  }
  if (!affiliation.empty()) names.tail += (names.tail.empty() ? "" : ", ") + std::string(affiliation);
  return names;
}

// The part after "Reporting by" / "Additional reporting by", up to the next semicolon.
std::optional<Byline> read_reporting_line(std::string_view line) {
  if (line.starts_with('(') && line.ends_with(')')) line = trim(line.substr(1, line.size() - 2));
  for (std::string_view label : {"reporting by ", "writing by ", "additional reporting by ", "editing by ",
                                 "edited by ", "compiled by ", "translated by "}) {
    if (!starts_nocase(line, label)) continue;
    std::string_view names = line.substr(label.size());
    names = names.substr(0, names.find(';'));
    while (names.ends_with('.')) names.remove_suffix(1);
    Byline byline;
    Names read = read_names(names);
    if (read.people.empty()) return std::nullopt;
    if (!starts_nocase(label, "editing") && !starts_nocase(label, "edited"))
      byline.authors = std::move(read.people);
    return byline;
  }
  return std::nullopt;
}

// "Jane Doe in Kabul contributed to this report.", "Contributing: Jane Doe"
std::optional<Byline> read_contribution(std::string_view line) {
  Byline byline;
  if (starts_nocase(line, "contributing: ")) {
    byline.authors = read_names(line.substr(14)).people;
    return byline.authors.empty() ? std::nullopt : std::optional<Byline>(byline);
  }
  for (std::string_view mark : {" contributed reporting", " contributed to this", " contributed research"}) {
    const std::size_t at = find_nocase(line, mark);
    if (at == std::string_view::npos || at == 0 || !is_capitalized(line)) continue;
    std::string_view names = line.substr(0, at);
    for (std::string_view also : {" also", " have", " has"}) {
      if (ends_nocase(names, also)) names.remove_suffix(also.size());
    }
    byline.agency = find_agency(names);
    return byline;  // whoever helped is not the author
  }
  return std::nullopt;
}

// "The Outlet staff and agencies", "Staff reporters in Kabul": a byline without "By" and without a person.
std::optional<Byline> read_house_line(std::string_view line) {
  if (split_words(line).size() > 8 || ends_sentence(line) || !is_capitalized(line)) return std::nullopt;
  const std::string_view house = line.substr(0, find_nocase(line, " in "));
  for (std::string_view ending :
       {"staff and agencies", "staff and wire reports", "wire reports", "wire services", "staff reporter",
        "staff reporters", "staff writer", "staff writers", "own correspondent", "own correspondents"}) {
    if (ends_nocase(house, ending)) return Byline{{}, find_agency(line)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line) {
  line = trim(line);
  if (line.size() > kMaxLength || has_quotation_mark(line)) return std::nullopt;
  if (std::optional<Byline> reporting = read_reporting_line(line)) return reporting;
  if (std::optional<Byline> helpers = read_contribution(line)) return helpers;
  if (std::optional<Byline> house = read_house_line(line)) return house;
  std::size_t skip = 0;
  for (std::string_view label : {"by: ", "by ", "written by ", "story by ", "from "}) {
    if (starts_nocase(line, label) && is_capitalized(line)) skip = std::max(skip, label.size());
  }
  if (skip == 0 || line.find('\n') != std::string_view::npos) return std::nullopt;
  const bool abbreviated = line.ends_with("Jr.") || line.ends_with("Sr.") || line.ends_with("H.");
  if (ends_sentence(line) && !abbreviated && split_words(line).back().size() > 2) return std::nullopt;
  const bool staff = starts_nocase(line, "by our ") || starts_nocase(line, "by staff") ||
                     starts_nocase(line, "by agenc") || starts_nocase(line, "by wire ") ||
                     starts_nocase(line, "from our ") || starts_nocase(line, "by news");
  if (staff && split_words(line).size() <= 6) return Byline{{}, find_agency(line)};
  if (starts_nocase(line, "from ")) return std::nullopt;  // "From Kabul to Herat" is no byline

  const Names names = read_names(trim(line.substr(skip)));
  Byline byline{names.people, find_agency(names.tail)};
  if (byline.authors.empty()) {
    // "By Reuters", "By The Outlet Staff"
    const bool named = !byline.agency.empty() || contains_nocase(names.tail, "staff");
    return named && split_words(line).size() <= 6 ? std::optional<Byline>(byline) : std::nullopt;
  }
  return names.clean && !has_reporting_word(line) ? std::optional<Byline>(byline) : std::nullopt;
}

namespace {

// "November 20, 2019 Emiliano Bellini" without the date in front.
std::string_view skip_leading_date(std::string_view text) {
  const std::vector<std::string_view> words = split_words(text);
  if (words.size() < 4) return text;
  const std::size_t length = static_cast<std::size_t>(words[2].data() - text.data()) + words[2].size();
  if (!to_iso_date(text.substr(0, length))) return text;
  const std::string_view rest = trim(text.substr(length));
  // "..., News, Books" are sections, and a single word is a button more often than a name.
  return rest.find(',') == std::string_view::npos && split_words(rest).size() >= 2 ? rest : text;
}

}  // namespace

std::vector<std::string> find_people(std::string_view text) {
  text = skip_leading_date(trim(text));
  const std::size_t by = find_nocase(text, "by ");
  const bool labelled = by == 0 || (by != std::string_view::npos && by <= 24 && is_ascii_space(text[by - 1]));
  if (labelled) text = text.substr(by + 3);
  text = text.substr(0, text.find_first_of("|0123456789@"));
  for (std::string_view word : split_words(text)) {
    if ((month_of(word) && word.size() > 3 && word.data() > text.data()) || same_nocase(word, "published") ||
        same_nocase(word, "updated")) {
      text = text.substr(0, static_cast<std::size_t>(word.data() - text.data()));
      break;
    }
  }
  return read_names(trim(text)).people;
}

std::vector<std::string> split_authors(std::string_view text) {
  text = trim(text);
  if (text.size() <= 200) {
    if (std::vector<std::string> people = find_people(text); !people.empty()) {
      // "Jane Doe, Futurism": people give both their names, or none does.
      const auto has_one_word = [](const std::string& name) { return name.find(' ') == std::string::npos; };
      if (!has_one_word(people.front()))
        people.erase(std::remove_if(people.begin() + 1, people.end(), has_one_word), people.end());
      return people;
    }
  }
  if (starts_nocase(text, "by ")) text = trim(text.substr(3));
  if (text.empty() || text.size() > 200 || text.find("://") != std::string_view::npos) return {};
  return text.size() <= 80 && has_letter(text) && !ends_sentence(text)
             ? std::vector<std::string>{std::string(text)}
             : std::vector<std::string>{};
}

}  // namespace sayso::intake
