#include "cli/search_view.h"

#include <vector>

#include "cli/facts.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kIndent = "  ";

// The snippet in pieces, what was found in the style of a cue, which shows without colours too.
std::vector<StyledPiece> pieces_of(const SearchHit& hit) {
  std::vector<StyledPiece> pieces;
  const std::string_view text = hit.snippet;
  std::size_t at = 0;
  for (const Span& span : hit.found) {
    if (span.begin > at) pieces.push_back({text.substr(at, span.begin - at)});
    pieces.push_back({span.of(text), Style::cue});
    at = span.end;
  }
  pieces.push_back({text.substr(at)});
  return pieces;
}

}  // namespace

std::string view_hit(const SearchHit& hit, const WrapOptions& options) {
  std::string out;
  const bool is_article = hit.attribution.empty();
  const std::string outlet = hit.outlet.empty() ? "outlet unknown" : hit.outlet;
  if (is_article) {
    out +=
        wrap({{hit.title.empty() ? std::string_view("(no title)") : hit.title, Style::title}}, "", options);
    out += wrap(pieces_of(hit), kIndent, options);
    const std::string about = facts({outlet, day_of(hit.date), short_id(hit.document)});
    return out + wrap({{about, Style::faint}}, kIndent, options) + "\n";
  }
  const std::string source = hit.source.empty() ? "nobody named" : hit.source;
  out += wrap({{source, Style::title}}, "", options);
  out += wrap(pieces_of(hit), kIndent, options);
  const std::string about = facts({day_of(hit.date), hit.cue, hit.act == "assertive" ? "" : hit.act,
                                   hit.commitment, outlet, short_id(hit.document) + "#" + hit.attribution});
  return out + wrap({{about, Style::faint}}, kIndent, options) + "\n";
}

}  // namespace sayso::cli
