#include "cli/terminal_view.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "cli/attribution_context.h"
#include "cli/display_cells.h"
#include "cli/visible_text.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kDot = " · ";

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// The end of `text`, which tells more of a path than its front.
std::string last_columns(std::string text, int columns) {
  if (display_columns(text) <= columns) return text;
  const std::vector<DisplayCell> cells = split_cells(text);
  std::size_t begin = text.size();
  int used = 1;  // of the ellipsis
  for (auto cell = cells.rbegin(); cell != cells.rend() && used + cell->columns <= columns; ++cell) {
    used += cell->columns;
    begin = cell->begin;
  }
  return "…" + text.substr(begin);
}

// "── INPUT ─────────── ID ──", as wide as the view.
std::string view_rule(const Record& record, const WrapOptions& options) {
  const std::string id = visible_line(std::string_view(record.id).substr(0, 8));
  const int around = display_columns(id) + 8;  // two lines, four blanks, two lines
  const std::string input =
      last_columns(visible_line(record.document.input), std::max(options.width - around - 1, 1));
  const int line = std::max(options.width - around - display_columns(input), 1);
  return styled("── " + input + " " + repeat("─", line) + " " + id + " ──", Style::faint, options.colour) +
         "\n";
}

std::string view_head(const Record& record, const WrapOptions& options) {
  const Article& article = record.document;
  std::string out = wrap({{article.title.empty() ? "(untitled)" : article.title, Style::title}}, "", options);
  std::vector<std::string> facts;
  if (!article.outlet.empty()) facts.push_back(article.outlet);
  if (!article.published.empty()) facts.push_back(article.published);
  if (!article.authors.empty()) facts.push_back("by " + join(article.authors, ", "));
  if (!facts.empty()) out += wrap({{join(facts, kDot)}}, "", options);
  for (const Warning& warning : article.warnings) {
    std::string line = "warning: " + warning.code;
    if (!warning.place.empty()) line += " in " + warning.place;
    if (warning.count > 1) line += " x" + std::to_string(warning.count);
    out += wrap({{line, Style::faint}}, "", options);
  }
  return out;
}

// The chain's last link: a pronoun has no name and is shown as it stands.
std::string name_source(const Attribution& attribution) {
  if (!attribution.chain.back().name.empty()) return attribution.chain.back().name;
  return attribution.source ? attribution.source->text : "nobody named";
}

// "Breitbart > Mantytskiy · direct · 87%"
std::string describe(const Attribution& attribution) {
  std::vector<std::string> names;
  for (const ChainLink& link : attribution.chain) {
    names.push_back(!link.name.empty() ? link.name
                    : names.empty()    ? "outlet unknown"
                                       : name_source(attribution));
  }
  std::vector<std::string> facts;
  if (!names.empty()) facts.push_back(join(names, " > "));
  facts.push_back(to_string(attribution.quote));
  facts.push_back(std::to_string(std::lround(std::clamp(attribution.confidence, 0.0, 1.0) * 100)) + "%");
  return join(facts, kDot);
}

std::string view_attribution(const Article& article, const Attribution& attribution,
                             const std::string& number, const WrapOptions& options) {
  const std::string indent(number.size(), ' ');
  return wrap(attribution_context(article, attribution), number, options) +
         wrap({{describe(attribution), Style::faint}}, indent, options);
}

}  // namespace

std::string view_legend(const WrapOptions& options) {
  return wrap({{"Marks: ", Style::faint},
               {"source", Style::source},
               {"  ", Style::faint},
               {"cue", Style::cue},
               {"  ", Style::faint},
               {"content", Style::content}},
              "", options) +
         "\n";
}

std::string view_record(const Record& record, const WrapOptions& options) {
  std::string out = view_rule(record, options) + view_head(record, options) + "\n";
  if (record.attributions.empty())
    return out + wrap({{"no attributions found", Style::faint}}, "  ", options) + "\n";
  const std::size_t digits = std::to_string(record.attributions.size()).size();
  for (std::size_t i = 0; i < record.attributions.size(); ++i) {
    std::string number = std::to_string(i + 1);
    number = std::string(digits - number.size() + 1, ' ') + number + "  ";
    out += view_attribution(record.document, record.attributions[i], number, options) + "\n";
  }
  return out;
}

}  // namespace sayso::cli
