#include "intake/agencies.h"

#include <array>

#include "intake/ascii.h"
#include "intake/blanks.h"

namespace sayso::intake {
namespace {

constexpr std::array<std::string_view, 36> kAgencies = {"Associated Press",
                                                        "The Associated Press",
                                                        "AP",
                                                        "Reuters",
                                                        "Thomson Reuters",
                                                        "AFP",
                                                        "Agence France-Presse",
                                                        "United Press International",
                                                        "UPI",
                                                        "dpa",
                                                        "DPA",
                                                        "Deutsche Presse-Agentur",
                                                        "EFE",
                                                        "ANSA",
                                                        "TASS",
                                                        "Tass",
                                                        "ITAR-TASS",
                                                        "Interfax",
                                                        "RIA Novosti",
                                                        "Xinhua",
                                                        "Kyodo",
                                                        "Kyodo News",
                                                        "Yonhap",
                                                        "PTI",
                                                        "Press Trust of India",
                                                        "ANI",
                                                        "IANS",
                                                        "Anadolu Agency",
                                                        "Press Association",
                                                        "PA Media",
                                                        "Canadian Press",
                                                        "The Canadian Press",
                                                        "AAP",
                                                        "Bloomberg News",
                                                        "APA",
                                                        "ATS"};
constexpr std::array<std::string_view, 4> kEndings = {" news agency", " newswire", " wire service",
                                                      " press agency"};

bool is_border(std::string_view text, std::size_t at) {
  return at >= text.size() ||
         (!is_ascii_letter(text[at]) && !is_ascii_digit(text[at]) && (text[at] & 0x80) == 0);
}

}  // namespace

std::string find_agency(std::string_view text) {
  std::string_view found;
  for (std::string_view name : kAgencies) {
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos || name.size() < found.size()) continue;
    if ((at == 0 || is_border(text, at - 1)) && is_border(text, at + name.size())) found = name;
  }
  if (!found.empty()) return std::string(found);
  for (std::string_view ending : kEndings) {
    if (ends_nocase(trim(text), ending)) return std::string(trim(text));
  }
  return "";
}

}  // namespace sayso::intake
