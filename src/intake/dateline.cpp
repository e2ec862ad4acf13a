#include "intake/dateline.h"

#include <algorithm>
#include <vector>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/dates.h"
#include "intake/utf8.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kMaxLength = 160;  // bytes; the longest in wire copy have about 90
constexpr std::size_t kMaxAgency = 48;

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2012 && c <= 0x2015);
}

// Where the place and day end: at a dash with a blank beside it, at "--", or at the full stop after a
// bracket.
struct Border {
  std::size_t head = 0;    // bytes before the dash
  std::size_t length = 0;  // bytes with the dash
};

std::optional<Border> find_border(std::string_view text) {
  text = text.substr(0, kMaxLength);
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (c == '\n') return std::nullopt;
    if (is_dash(c)) {
      std::size_t end = at;
      while (end < text.size()) {
        std::size_t next = end;
        if (!is_dash(next_code_point(text, next))) break;
        end = next;
      }
      std::size_t behind = end;
      const char32_t after = behind < text.size() ? next_code_point(text, behind) : ' ';
      const bool is_long = c != '-' || end - here > 1;
      if (is_blank(before) || before == ')' || (is_long && is_blank(after))) {
        // "Port-au-Prince": a hyphen between letters is none of ours, and a dash glued to one side is for
        // long dashes.
        if (is_long || is_blank(after)) return Border{here, end};
      }
    }
    before = c;
  }
  return std::nullopt;
}

// Cuts "(TAP)" or "/TAP/" off the end of `head`; the words inside, or "" if there is none.
std::string cut_agency(std::string_view& head) {
  head = trim(head);
  if (head.size() < 3 || (head.back() != ')' && head.back() != '/')) return "";
  const std::size_t open = head.find_last_of(head.back() == ')' ? '(' : '/', head.size() - 2);
  if (open == std::string_view::npos) return "";
  const std::string_view agency = trim(head.substr(open + 1, head.size() - open - 2));
  if (agency.empty() || agency.size() > kMaxAgency || !has_letter(agency)) return "";
  if (!is_capitalized(agency) || split_words(agency).size() > 5) return "";
  head = trim(head.substr(0, open));
  while (!head.empty() && (head.back() == ',' || head.back() == '.')) head.remove_suffix(1);
  return std::string(agency);
}

std::vector<std::string_view> split_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    parts.push_back(trim(text.substr(begin, comma - begin)));
    begin = comma + 1;
  }
  return parts;
}

bool is_small_place_word(std::string_view word) {
  for (std::string_view small :
       {"de", "la",   "le",  "les", "los", "del",    "der", "am", "an", "the", "of",   "and",
        "on", "near", "sur", "al",  "el",  "aboard", "in",  "du", "da", "do",  "upon", "off"}) {
    if (word == small) return true;
  }
  return false;
}

bool is_place(std::string_view part, bool all_capitals) {
  const std::vector<std::string_view> words = split_words(part);
  if (words.empty() || words.size() > 5) return false;
  bool named = false;
  for (std::string_view word : words) {
    const bool fits = all_capitals ? is_all_capitals(word) : is_capitalized(word);
    if (!fits && !is_small_place_word(word) && word != "/") return false;
    if (!has_letter(word) && word != "/") return false;
    if (word.find_first_of(":;!?\"()") != std::string_view::npos) return false;
    named = named || fits;
  }
  return named;
}

struct Head {
  bool capitals = false;  // "KATHMANDU" rather than "Kathmandu"
  bool day = false;
  bool long_part = false;  // more words than a place has
};

// "KATHMANDU, April 24", "SIRAJGANJ, Bangladesh, Aug 20, 2010", "Belcastra, 5 March 2024"
std::optional<Head> read_head(std::string_view text) {
  std::vector<std::string_view> parts = split_commas(text);
  if (parts.size() > 5) return std::nullopt;
  Head head;
  if (parts.size() > 2 && parts.back().size() == 4 &&
      is_dateline_day(std::string(parts[parts.size() - 2]) + " " + std::string(parts.back()))) {
    parts.pop_back();  // the year behind its own comma
  }
  if (parts.size() > 1 && is_dateline_day(parts.back())) {
    head.day = true;
    parts.pop_back();
  }
  for (std::string_view part : parts) {
    const std::size_t words = split_words(part).size();
    if (words > 3) head.long_part = true;
  }
  head.capitals = is_place(parts[0], true);
  if (!head.capitals && !is_place(parts[0], false)) return std::nullopt;
  const bool regions =
      std::all_of(parts.begin() + 1, parts.end(), [](auto part) { return is_place(part, false); });
  return regions ? std::optional<Head>(head) : std::nullopt;
}

bool is_strong_enough(const Head& head, bool agency, DatelinePlace place) {
  if (agency) return head.capitals || place == DatelinePlace::near_top;
  if (!head.day && head.long_part) return false;  // "IOWA POLLS NOT WRONG, JUST EARLY - ..."
  if (head.day) return head.capitals || place == DatelinePlace::near_top;
  return head.capitals && place == DatelinePlace::near_top;
}

// "TARSK, March 5. /Varpress/. Varenia maintains", "Belcastra, 5 March 2024. The Ministry": no dash at all.
std::optional<Dateline> find_undashed(std::string_view paragraph, DatelinePlace place) {
  const std::string_view text = paragraph.substr(0, kMaxLength);
  const std::size_t slash = text.find(" /");
  const std::size_t slash_end = slash == std::string_view::npos ? slash : text.find('/', slash + 2);
  if (slash_end != std::string_view::npos) {
    std::string_view head = text.substr(0, slash_end + 1);
    const std::string agency = cut_agency(head);
    const std::optional<Head> read = agency.empty() ? std::nullopt : read_head(head);
    if (read && is_strong_enough(*read, true, place)) {
      std::size_t length = slash_end + 1;
      while (length < text.size() && text[length] == '.') ++length;
      return Dateline{length, agency};
    }
  }
  const std::size_t stop = text.find(". ");
  if (stop == std::string_view::npos || place != DatelinePlace::near_top) return std::nullopt;
  const std::optional<Head> read = read_head(text.substr(0, stop));
  return read && read->day ? std::optional<Dateline>(Dateline{stop + 1, ""}) : std::nullopt;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph, DatelinePlace place) {
  if (paragraph.empty() || starts_with_small_letter(paragraph)) return std::nullopt;
  if (const std::optional<Border> border = find_border(paragraph)) {
    std::string_view head = paragraph.substr(0, border->head);
    const std::string agency = cut_agency(head);
    const std::optional<Head> read = read_head(head);
    if (read && is_strong_enough(*read, !agency.empty(), place)) return Dateline{border->length, agency};
  }
  return find_undashed(paragraph, place);
}

}  // namespace sayso::intake
