#include "intake/text_language.h"

#include <cld2/public/compact_lang_det.h>

#include <array>

#include "intake/ascii.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kSample = 16'384;  // bytes; more text changes no answer
// CLD2 takes a short line of names for Croatian, Malay or Basque. Of 19,487 lines of English news the longest
// that it did so to had 35 bytes.
constexpr int kFewestBytes = 100;
constexpr int kMostlyPercent = 75;
// So much English among something else is an English article that quotes at length.
constexpr int kEnglishPercent = 25;

// CLD2 keeps some names that ISO 639 has dropped, and "un" for unknown.
std::string tag_of(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "un" || code.starts_with("xx") || code.starts_with("x-")) return "";
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "mo") return "ro";
  if (code == "sr-ME") return "cnr";
  return std::string(code);
}

// Of "nb-NO" "no": one primary subtag for what CLD2 does not tell apart.
std::string_view primary_of(std::string_view tag) {
  tag = tag.substr(0, tag.find('-'));
  if (tag == "nb" || tag == "nn") return "no";
  if (tag == "fil") return "tl";
  if (tag == "in") return "id";
  if (tag == "cmn" || tag == "yue") return "zh";
  for (std::string_view one : {"hr", "bs", "cnr", "sh"}) {
    if (tag == one) return "sr";
  }
  return tag;
}

std::string_view whole_code_points(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

FoundLanguage find_language(std::string_view text) {
  const std::string_view sample = whole_code_points(text, kSample);
  std::array<CLD2::Language, 3> languages{CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE,
                                          CLD2::UNKNOWN_LANGUAGE};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, languages.data(),
                              percents.data(), &bytes, &reliable);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (languages[i] == CLD2::ENGLISH && percents[i] >= kEnglishPercent) return {"en", reliable};
  }
  return {tag_of(languages[0]), reliable && bytes >= kFewestBytes && percents[0] >= kMostlyPercent};
}

std::string settle_language(std::string_view declared, const FoundLanguage& found) {
  const std::string_view said = primary_of(declared);
  if (said == primary_of(found.tag)) return std::string(declared);
  if (found.sure) return found.tag;
  return said == "en" ? std::string(declared) : "";
}

void note_language(Article& article) {
  std::string sample;
  for (const Block& block : article.blocks) {
    if (!is_read(block.kind)) continue;
    sample += whole_code_points(block.span.of(article.text), kSample);
    sample += '\n';
    if (sample.size() >= kSample) break;
  }
  article.language = settle_language(article.language, find_language(sample));
}

}  // namespace sayso::intake
