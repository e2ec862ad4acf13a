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

// "[" and then an object: what else begins with a bracket is text.
bool starts_as_json_list(std::string_view text) {
  if (!text.starts_with('[')) return false;
  std::size_t at = 1;
  while (at < text.size() && is_ascii_space(text[at])) ++at;
  return at < text.size() && starts_as_json_object(text.substr(at));
}

// Whether the object goes to the end of its line, as far as can be seen, rather than over several. A JSON
// Feed in one line is cut into its items all the same.
bool is_json_line(std::string_view text) {
  if (text.find("jsonfeed.org/version/") != std::string_view::npos) return false;
  std::size_t depth = 0;
  bool in_string = false, escaped = false;
  for (char c : text.substr(0, text.find('\n'))) {
    if (in_string) {
      if (!escaped && c == '"') in_string = false;
      escaped = !escaped && c == '\\';
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  return depth == 0 || text.find('\n') == std::string_view::npos;
}

// The name, without prefix, of the first element behind declaration, comments and DOCTYPE; "" where none is
// in sight.
std::string_view find_root_element(std::string_view text) {
  while (text.starts_with('<')) {
    if (text.starts_with("<!--")) {
      const std::size_t end = text.find("-->");
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 3);
    } else if (text.starts_with("<?") || text.starts_with("<!")) {
      std::size_t end = text.find('>');
      const std::size_t subset = text.substr(0, end).find('[');
      if (text.starts_with("<!") && subset != std::string_view::npos) end = text.find("]>", subset);
      if (end == std::string_view::npos) return {};
      text.remove_prefix(text.find('>', end) + 1);
    } else {
      const std::size_t end = std::min(text.find_first_of(" \t\r\n/>", 1), text.size());
      const std::string_view name = text.substr(1, end - 1);
      const std::size_t colon = name.find(':');
      return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }
    while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  }
  return {};
}

std::optional<InputFormat> format_of_root(std::string_view name) {
  for (const std::string_view root : {"rss", "RDF", "feed", "entry", "channel"}) {
    if (name == root) return InputFormat::feed;
  }
  for (const std::string_view root : {"newsMessage", "newsItem", "nitf"}) {
    if (name == root) return InputFormat::newsml;
  }
  return std::nullopt;
}

}  // namespace

InputFormat detect_format(const std::filesystem::path& name, std::string_view first_bytes) {
  const std::size_t first = first_bytes.find_first_not_of("\r\n");
  if (first_bytes.substr(std::min(first, first_bytes.size())).starts_with("WARC/")) return InputFormat::warc;
  std::string extension = ascii_lower(name.extension().string());
  if (extension == ".gz" || extension == ".zst") extension = ascii_lower(name.stem().extension().string());
  if (extension == ".txt") return InputFormat::plain_text;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return InputFormat::html;
  if (extension == ".jsonl" || extension == ".ndjson") return InputFormat::json_lines;
  if (extension == ".rss" || extension == ".atom") return InputFormat::feed;
  const std::string start = plain_start(first_bytes);
  std::string_view text = start;
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  if (starts_as_json_list(text) || (extension == ".json" && text.starts_with('{'))) return InputFormat::json;
  if (starts_as_json_object(text)) return is_json_line(text) ? InputFormat::json_lines : InputFormat::json;
  if (const std::optional<InputFormat> format = format_of_root(find_root_element(text))) return *format;
  if (starts_as_html(text)) return InputFormat::html;
  if (extension == ".warc") return InputFormat::warc;  // whose first record is damaged
  return InputFormat::plain_text;
}

constexpr InputFormat kFormats[] = {InputFormat::plain_text, InputFormat::html, InputFormat::json_lines,
                                    InputFormat::json,       InputFormat::feed, InputFormat::newsml,
                                    InputFormat::warc};

std::optional<InputFormat> format_named(std::string_view name) {
  for (const InputFormat format : kFormats) {
    if (name == to_string(format)) return format;
  }
  return std::nullopt;
}

const char* to_string(InputFormat format) {
  switch (format) {
    case InputFormat::plain_text:
      return "plain_text";
    case InputFormat::html:
      return "html";
    case InputFormat::json_lines:
      return "json_lines";
    case InputFormat::json:
      return "json";
    case InputFormat::feed:
      return "feed";
    case InputFormat::newsml:
      return "newsml";
    case InputFormat::warc:
      return "warc";
  }
  return "unknown";
}

}  // namespace sayso
