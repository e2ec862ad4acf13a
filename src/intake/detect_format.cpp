// Which of the formats an input is in: by the file's name where that tells, else by how it begins.
#include <algorithm>
#include <string>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/utf8.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace intake;

// Without byte order mark and the NULs of UTF-16, so that ASCII markup shows in any charset.
std::string plain_start(std::string_view bytes) {
  std::string start;
  for (char c : bytes.substr(0, 8192)) {
    if (c != '\0') start.push_back(c);
  }
  for (std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (start.starts_with(mark)) start.erase(0, mark.size());
  }
  return start;
}

bool starts_as_json_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  std::size_t at = 1;
  while (at < text.size() && is_ascii_space(text[at])) ++at;
  return at < text.size() && (text[at] == '"' || text[at] == '}');
}

bool starts_as_html(std::string_view text) {
  if (!text.starts_with('<')) return false;
  for (std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article",
                               "<main", "<section", "<div", "<h1", "<p>", "<p "}) {
    if (contains_nocase(text, tag)) return true;
  }
  return false;
}

}  // namespace

InputFormat detect_format(const std::filesystem::path& name, std::string_view first_bytes) {
  const std::string extension = ascii_lower(name.extension().string());
  if (extension == ".txt") return InputFormat::plain_text;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return InputFormat::html;
  if (extension == ".jsonl" || extension == ".ndjson") return InputFormat::json_lines;
  const std::string start = plain_start(first_bytes);
  std::string_view text = start;
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  if (starts_as_json_object(text)) return InputFormat::json_lines;
  if (starts_as_html(text)) return InputFormat::html;
  return InputFormat::plain_text;
}

const char* to_string(InputFormat format) {
  switch (format) {
    case InputFormat::plain_text:
      return "plain_text";
    case InputFormat::html:
      return "html";
    case InputFormat::json_lines:
      return "json_lines";
  }
  return "unknown";
}

}  // namespace sayso
