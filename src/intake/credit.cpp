#include "intake/credit.h"

#include <array>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kMaxLength = 120;  // bytes

constexpr std::array<std::string_view, 21> kLabels = {
    "photo credit:",   "photo by:",       "photo by ",      "photo:",
    "photos:",         "photos by ",      "photograph by ", "photograph:",
    "image:",          "image by ",       "image credit:",  "picture by ",
    "picture:",        "picture credit:", "credit...",      "illustration:",
    "credit:",         "credits:",        "pic:",           "photo courtesy of ",
    "illustration by "};
// Picture agencies; a short line with one of them is a credit whatever else stands in it.
constexpr std::array<std::string_view, 14> kPictureMarks = {
    "getty images", "/getty", "/afp",      "afp/", "/ap",          "ap photo", "reuters/",
    "/reuters",     "via ap", "via getty", "epa/", "shutterstock", "istock",   "alamy"};

bool is_name_like(std::string_view part) {
  const auto words = split_words(part);
  if (words.empty() || words.size() > 5) return false;
  std::size_t capitalized = 0;
  for (std::string_view word : words) {
    capitalized += is_capitalized(word);
    if (word.find_first_of(":;!?,\"") != std::string_view::npos) return false;
  }
  return is_capitalized(words.front()) && capitalized * 3 >= words.size() * 2;
}

// "STRDEL/AFP/Getty", "R. Mamani/Meridian", "AMATEUR VIDEO/GLN"
bool is_slashed_name(std::string_view line) {
  std::size_t parts = 0;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t slash = line.find('/', begin);
    const std::size_t end = slash == std::string_view::npos ? line.size() : slash;
    if (!is_name_like(trim(line.substr(begin, end - begin)))) return false;
    ++parts;
    begin = end + 1;
  }
  return parts >= 2 && parts <= 5 && split_words(line).size() <= 8;
}

bool has_picture_mark(std::string_view line) {
  for (std::string_view mark : kPictureMarks) {
    const std::size_t at = find_nocase(line, mark);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + mark.size();
    if (split_words(line.substr(end)).size() > 3) continue;  // "via AP's results page" names no maker
    const bool ends = end == line.size() || !is_ascii_letter(line[end]) || !is_ascii_letter(mark.back());
    const bool begins = at == 0 || !is_ascii_letter(line[at - 1]) || !is_ascii_letter(mark.front());
    if (ends && begins) return true;
  }
  return false;
}

std::string_view strip_brackets(std::string_view line) {
  if (line.size() > 2 &&
      ((line.front() == '(' && line.back() == ')') || (line.front() == '[' && line.back() == ']'))) {
    return trim(line.substr(1, line.size() - 2));
  }
  return line;
}

bool is_copyright_year(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if ((text[i] == '1' || text[i] == '2') && is_ascii_digit(text[i + 1]) && is_ascii_digit(text[i + 2]) &&
        is_ascii_digit(text[i + 3])) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::string> read_credit(std::string_view line) {
  line = trim(line);
  if (line.size() < 3 || line.size() > kMaxLength || line.find('\n') != std::string_view::npos)
    return std::nullopt;
  if (has_quotation_mark(line) || has_reporting_word(line)) return std::nullopt;
  const std::string_view inner = strip_brackets(line);
  if (inner.find("://") != std::string_view::npos) return std::nullopt;
  if (ends_sentence(inner) && split_words(inner).size() > 8) return std::nullopt;
  for (std::string_view label : kLabels) {
    if (!starts_nocase(inner, label)) continue;
    const std::string_view name = trim(inner.substr(label.size()));
    if (!name.empty() && is_capitalized(name) && split_words(name).size() <= 10) return std::string(name);
  }
  if (inner.starts_with("\u00A9") && !is_copyright_year(inner)) {
    const std::string_view name = trim(inner.substr(2));
    if (is_name_like(name) || is_slashed_name(name)) return std::string(name);
  }
  if (is_slashed_name(inner)) return std::string(inner);
  if (has_picture_mark(inner) && split_words(inner).size() <= 8 && is_capitalized(inner))
    return std::string(inner);
  return std::nullopt;
}

std::optional<CreditedCaption> split_credited_caption(std::string_view line) {
  if (line.size() > 1500) return std::nullopt;
  // From the back: the credit is short, so that few borders are tried.
  const std::size_t low = line.size() > kMaxLength ? line.size() - kMaxLength : 0;
  for (std::size_t at = line.size(); at-- > low + 1;) {
    if (line[at] != ' ' && line[at] != '(') continue;
    const std::size_t begin = line[at] == '(' ? at : at + 1;
    const std::string_view caption = trim(line.substr(0, begin));
    const bool border =
        ends_sentence(caption) || (line[begin < line.size() ? begin : at] == '(' && line.back() == ')');
    if (!border || split_words(caption).size() < 3) continue;
    if (std::optional<std::string> credit = read_credit(line.substr(begin))) {
      return CreditedCaption{caption.size(), begin, *credit};
    }
  }
  return std::nullopt;
}

}  // namespace sayso::intake
