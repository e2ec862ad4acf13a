#include "intake/header_fields.h"

#include <algorithm>

#include "intake/ascii.h"
#include "intake/blanks.h"

namespace sayso::intake {
namespace {

std::string_view without_return(std::string_view line) {
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// A value that goes on in an indented line takes it in.
void extend_value(HeaderFields& header, std::string_view line) {
  if (header.fields.empty()) return;
  std::string_view& value = header.fields.back().second;
  value = std::string_view(value.data(), static_cast<std::size_t>(line.data() + line.size() - value.data()));
}

}  // namespace

std::string_view HeaderFields::find(std::string_view name) const {
  for (const auto& [field, value] : fields) {
    if (same_nocase(field, name)) return value;
  }
  return {};
}

std::size_t find_header_end(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1).starts_with('\n')) return at + 2;
    if (bytes.substr(at + 1).starts_with("\r\n")) return at + 3;
  }
  return 0;
}

std::optional<HeaderFields> parse_header(std::string_view bytes) {
  HeaderFields header{.size = find_header_end(bytes)};
  if (header.size == 0) return std::nullopt;
  const std::string_view lines = bytes.substr(0, header.size);
  header.first_line = without_return(lines.substr(0, lines.find('\n')));
  header.fields.reserve(16);
  for (std::size_t at = lines.find('\n') + 1; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    const std::string_view line = without_return(lines.substr(at, end - at));
    at = end + 1;
    if (line.starts_with(' ') || line.starts_with('\t')) {
      extend_value(header, line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    header.fields.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  return header;
}

std::string_view media_type(std::string_view content_type) {
  return trim(content_type.substr(0, content_type.find(';')));
}

std::string_view charset_of(std::string_view content_type) {
  std::size_t at = find_nocase(content_type, "charset=");
  if (at == std::string_view::npos) return {};
  std::string_view value = content_type.substr(at + 8);
  while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
  return value.substr(0, value.find_first_of("\"'; \t,"));
}

}  // namespace sayso::intake
