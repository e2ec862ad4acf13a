#include "cli/correction_view.h"

#include "cli/claim_view.h"
#include "cli/facts.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kIndent = "    ";

std::string words_of(const Correction& correction) {
  switch (correction.kind) {
    case CorrectionKind::merge:
      return "one and the same";
    case CorrectionKind::split:
      return "the first is not the others";
    case CorrectionKind::rename:
      return "is called " + correction.name;
    case CorrectionKind::same_claim:
      return "one claim";
    case CorrectionKind::not_same_claim:
      return "not one claim";
    case CorrectionKind::origin:
      return "comes from " + correction.name;
  }
  return "";
}

}  // namespace

std::string view_correction(const Correction& correction, const WrapOptions& options) {
  const std::string number = std::to_string(correction.number) + "  ";
  const std::string head = facts({words_of(correction), day_of(correction.made),
                                  correction.applies ? "" : "without effect: its words are no longer there"});
  std::string out = wrap({{head, Style::title}}, number, options);
  for (const Anchor& anchor : correction.anchors) {
    const std::string words = quoted(anchor.quote) + " in " + short_id(anchor.document);
    out += wrap({{words, Style::faint}}, kIndent, options);
  }
  return out;
}

}  // namespace sayso::cli
