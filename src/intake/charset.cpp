#include "intake/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "intake/ascii.h"
#include "intake/binary.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kDeclarationWindow = 4096;
constexpr std::size_t kDetectionWindow = 16384;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

struct Mark {
  std::string_view bytes;
  const char* charset;  // nullptr for UTF-8
};
// UTF-32 first: its little-endian mark begins with UTF-16's.
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF"sv, nullptr},
                           {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                           {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                           {"\xFF\xFE"sv, "UTF-16LE"},
                           {"\xFE\xFF"sv, "UTF-16BE"}};

// Converts piece by piece, so that 20 MB never stand in memory as UTF-16 too. nullopt if ICU does not know
// the name.
std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char16_t buffer[4096];
  char16_t pending = 0;  // a high surrogate at a piece's end
  do {
    char16_t* target = buffer;
    if (pending) *target++ = pending;
    pending = 0;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer + std::size(buffer), &source, end, nullptr, true,
                   &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    if (status == U_BUFFER_OVERFLOW_ERROR && target > buffer && U16_IS_LEAD(target[-1])) pending = *--target;
    icu::UnicodeString(false, buffer, static_cast<int32_t>(target - buffer)).toUTF8String(text);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

// UTF-16 without a mark shows as a NUL in nearly every second byte.
const char* guess_unmarked_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 512);
  if (sample.size() < 8) return nullptr;
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0';
  const std::size_t half = sample.size() / 2;
  if (nuls[1] * 10 > half * 8 && nuls[0] == 0) return "UTF-16LE";
  if (nuls[0] * 10 > half * 8 && nuls[1] == 0) return "UTF-16BE";
  return nullptr;
}

// The WHATWG encoding standard reads the Latin-1 labels as windows-1252, since that is what pages mean by
// them.
std::string normalize_label(std::string_view label) {
  const std::string lower = ascii_lower(label);
  if (lower == "iso-8859-1" || lower == "latin1" || lower == "ascii" || lower == "us-ascii" ||
      lower == "iso8859-1" || lower == "cp1252") {
    return "windows-1252";
  }
  if (lower == "utf8" || lower == "utf-8" || lower.starts_with("utf-16") || lower.starts_with("utf-32") ||
      lower.starts_with("utf-7") || lower == "unicode") {
    return "";  // a declaration that could be read is not in UTF-16, and UTF-7 is only an attack
  }
  if (lower == "gb2312" || lower == "gbk") return "gb18030";
  if (lower == "ks_c_5601-1987" || lower == "euc-kr") return "windows-949";
  if (lower == "shift_jis" || lower == "x-sjis" || lower == "sjis") return "ibm-943_P15A-2003";
  return lower;
}

std::string detect_with_icu(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  if (U_FAILURE(status)) return "windows-1252";
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status)) return "windows-1252";
  int32_t western = 0;
  int32_t best = 0;
  std::string best_name;
  for (int32_t i = 0; i < found; ++i) {
    const std::string name = normalize_label(ucsdet_getName(matches[i], &status));
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status) || name.empty()) continue;
    if (name == "windows-1252") western = std::max(western, confidence);
    if (name != "windows-1252" && confidence > best) {
      best = confidence;
      best_name = name;
    }
  }
  constexpr int32_t kLead = 10;  // of 100; below it ICU confuses the Latin charsets with each other
  return best >= 40 && best > western + kLead ? best_name : "windows-1252";
}

std::string detect_charset(std::string_view bytes, const Utf8Census& census) {
  std::size_t high = 0;
  for (char c : bytes) high += static_cast<unsigned char>(c) >= 0x80;
  if (high * 25 < bytes.size()) return "windows-1252";  // a few accents or curly quotes in ASCII
  const std::size_t begin = census.first_broken > 256 ? census.first_broken - 256 : 0;
  return detect_with_icu(bytes.substr(begin, kDetectionWindow));
}

// Whether the text is UTF-8 that was damaged, rather than another charset.
bool is_damaged_utf8(const Utf8Census& census) {
  return census.multibyte > 2 * census.broken;
}

Decoded from_charset(std::string_view bytes, const std::string& charset) {
  std::optional<std::string> text = convert(bytes, charset);
  if (!text) return repair(bytes);
  Decoded decoded = repair(*text);  // for the NULs
  decoded.charset = charset;
  for (std::size_t at = text->find("\uFFFD"); at != std::string::npos; at = text->find("\uFFFD", at + 3)) {
    ++decoded.replaced;
  }
  return decoded;
}

// Where the name behind "charset=" or "encoding=" ends.
std::string read_label(std::string_view page, std::size_t at) {
  while (at < page.size() && (is_ascii_space(page[at]) || page[at] == '"' || page[at] == '\'')) ++at;
  std::size_t end = at;
  while (end < page.size() && !is_ascii_space(page[end]) &&
         "\"';>/?"sv.find(page[end]) == std::string_view::npos)
    ++end;
  return std::string(page.substr(at, end - at));
}

}  // namespace

std::string find_declared_charset(std::string_view page) {
  const std::string_view head = page.substr(0, kDeclarationWindow);
  if (head.starts_with("<?xml")) {
    const std::size_t end = head.find("?>");
    const std::size_t at = find_nocase(head.substr(0, end), "encoding=");
    if (at != std::string_view::npos) return read_label(head, at + 9);
  }
  for (std::size_t meta = find_nocase(head, "<meta"); meta != std::string_view::npos;
       meta = find_nocase(head, "<meta", meta + 5)) {
    const std::size_t end = head.find('>', meta);
    const std::string_view tag = head.substr(meta, end == std::string_view::npos ? end : end - meta + 1);
    const std::size_t at = find_nocase(tag, "charset=");
    if (at != std::string_view::npos) return read_label(tag, at + 8);
  }
  return "";
}

Decoded repair(std::string_view bytes) {
  Decoded decoded;
  decoded.text = is_valid_utf8(bytes) ? std::string(bytes) : repair_utf8(bytes, decoded.replaced);
  if (decoded.text.find('\0') == std::string::npos) return decoded;
  const auto nuls = std::count(decoded.text.begin(), decoded.text.end(), '\0');
  decoded.nuls = static_cast<std::uint32_t>(nuls);
  std::string text;
  text.reserve(decoded.text.size() + 2 * decoded.nuls);
  for (char c : decoded.text) {
    if (c == '\0') {
      append_utf8(text, kReplacement);
    } else {
      text.push_back(c);
    }
  }
  decoded.text = std::move(text);
  return decoded;
}

Result<Decoded> decode(std::string_view bytes, Markup markup, std::string_view told) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const std::string_view rest = bytes.substr(mark.bytes.size());
    if (mark.charset) return from_charset(rest, mark.charset);
    bytes = rest;
    break;
  }
  if (const char* charset = guess_unmarked_utf16(bytes)) return from_charset(bytes, charset);
  if (const std::string binary = name_binary(bytes); !binary.empty()) {
    return Error{ErrorCode::not_text, "this is " + binary + ", not text", "", std::nullopt};
  }
  std::string declared = normalize_label(std::string(told));
  if (declared.empty() && markup == Markup::html) declared = normalize_label(find_declared_charset(bytes));
  const bool escapes = declared.starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos;
  if (escapes) return from_charset(bytes, declared);
  if (is_valid_utf8(bytes)) return repair(bytes);
  const Utf8Census census = take_utf8_census(bytes);
  if (is_damaged_utf8(census)) return repair(bytes);
  return from_charset(bytes, declared.empty() ? detect_charset(bytes, census) : declared);
}

void warn_of(const Decoded& decoded, Article& article) {
  if (!decoded.charset.empty()) article.warn("decoded_from", decoded.charset);
  if (decoded.replaced) article.warn("invalid_utf8", "", decoded.replaced);
  if (decoded.nuls) article.warn("nul_characters", "", decoded.nuls);
}

}  // namespace sayso::intake
