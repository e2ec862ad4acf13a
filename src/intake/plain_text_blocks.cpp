// The steps follow how sure each kind is: lines that can be told by themselves first (furniture, credits,
// bylines), then what depends on those (captions, the title, datelines), headings last. What is left is a
// paragraph, so that an unknown line is read rather than lost.
#include "intake/plain_text_blocks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/byline.h"
#include "intake/credit.h"
#include "intake/dateline.h"
#include "intake/furniture.h"
#include "intake/text_language.h"
#include "intake/text_lines.h"
#include "intake/truncation.h"
#include "intake/utf8.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kEdgeUnits = 6;     // at the end, where "Data: ..." may be furniture
constexpr std::size_t kTopUnits = 8;      // where a byline may stand
constexpr std::size_t kMaxTitle = 160;    // code points
constexpr std::size_t kMaxHeading = 90;   // bytes
constexpr std::size_t kMaxCaption = 800;  // bytes
constexpr std::size_t kShortLine = 600;   // bytes; no single-line pattern is longer

struct Unit {
  Span span;
  std::uint32_t chunk = 0;
  BlockKind kind = BlockKind::paragraph;
  bool settled = false;
  bool truncated = false;
  std::uint32_t dateline = 0;  // bytes at the front
};

class PlainTextParser {
 public:
  PlainTextParser(Article& article, const PlainTextParts& parts)
      : article_(article), text_(article.text), parts_(parts) {}

  void run() {
    make_units();
    settle_tables();
    settle_credits();
    find_body();
    settle_furniture();
    settle_bylines();
    settle_title();
    settle_captions();
    find_body();
    settle_dek();
    settle_lists();
    find_datelines();
    settle_self_description();
    find_body();
    settle_tail();
    settle_headings();
    write_blocks();
  }

 private:
  std::string_view of(const Unit& unit) const { return unit.span.of(text_); }
  void settle(Unit& unit, BlockKind kind) {
    unit.kind = kind;
    unit.settled = true;
  }
  bool same_chunk(std::size_t i, std::size_t j) const { return units_[i].chunk == units_[j].chunk; }

  void make_units();
  void settle_tables();
  void settle_credits();
  void settle_furniture();
  void settle_bylines();
  void settle_title();
  void settle_captions();
  void settle_dek();
  void settle_self_description();
  void settle_tail();
  void find_datelines();
  void settle_lists();
  void settle_headings();
  void find_body();
  bool is_title(std::size_t i) const;
  bool is_heading(std::size_t i) const;
  void write_blocks();
  void write_caption(const Unit& unit);
  void write_paragraph(const Unit& unit);
  void note_origin(std::string_view line);

  Article& article_;
  std::string_view text_;
  PlainTextParts parts_;
  std::vector<Unit> units_;
  std::size_t first_body_ =
      0;  // first and last unit that is surely a paragraph; first_body_ == size if there is none
  std::size_t last_body_ = 0;
};

bool is_table_row(std::string_view line) {
  return std::count(line.begin(), line.end(), '\t') >= 2 && !has_quotation_mark(line);
}

bool stands_alone(std::string_view line) {
  if (is_list_item(line) || is_table_row(line)) return true;
  if (line.size() > kShortLine) return false;
  return is_furniture_line(line, FurniturePlace::middle) || read_credit(line) || read_byline(line);
}

void PlainTextParser::make_units() {
  const std::vector<TextLine> lines = split_lines(text_, parts_.begin);
  std::vector<bool> alone(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) alone[i] = stands_alone(lines[i].span.of(text_));
  for (const TextLine& line : join_wrapped_lines(text_, lines, alone))
    units_.push_back({line.span, line.chunk});
}

// Three and more lines in a row with two and more tabs each.
void PlainTextParser::settle_tables() {
  const auto is_row = [&](const Unit& unit) { return is_table_row(of(unit)); };
  for (std::size_t i = 0; i < units_.size();) {
    std::size_t end = i;
    while (end < units_.size() && is_row(units_[end])) ++end;
    if (end - i >= 3) {
      for (std::size_t row = i; row < end; ++row) settle(units_[row], BlockKind::table);
    }
    i = std::max(end, i + 1);
  }
}

void PlainTextParser::settle_credits() {
  for (Unit& unit : units_) {
    if (unit.settled || unit.span.size() > kShortLine || is_list_item(of(unit))) continue;
    if (const std::optional<std::string> credit = read_credit(of(unit))) {
      settle(unit, BlockKind::credit);
      if (article_.credit.empty()) article_.credit = *credit;
    }
  }
}

// At the top a dozen words in a sentence are nothing but a paragraph (or a caption, which is settled before);
// once inside, any sentence is.
void PlainTextParser::find_body() {
  const auto has_sentence = [&](const Unit& unit, std::size_t least_words) {
    if (unit.settled) return false;
    if (unit.span.size() > kShortLine) return true;
    const std::size_t words = split_words(of(unit)).size();
    return words >= 40 || (words >= least_words && ends_sentence(of(unit)));
  };
  first_body_ = units_.size();
  last_body_ = 0;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const bool inside = first_body_ < units_.size();
    if (!has_sentence(units_[i], inside ? 4 : 12)) continue;
    if (!inside) first_body_ = i;
    last_body_ = i;
  }
}

void PlainTextParser::settle_furniture() {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    Unit& unit = units_[i];
    if (unit.settled || unit.span.size() > kShortLine) continue;
    const bool edge =
        (i > 0 && i < first_body_ && first_body_ < units_.size()) || i + kEdgeUnits >= units_.size();
    const FurniturePlace place = edge && i > 0 ? FurniturePlace::edge : FurniturePlace::middle;
    if (!is_furniture_line(of(unit), place)) continue;
    settle(unit, BlockKind::furniture);
    note_origin(of(unit));
  }
}

// "Story: Allied Wire": whose report this is.
void PlainTextParser::note_origin(std::string_view line) {
  if (!article_.syndicated_from.empty()) return;
  for (std::string_view label : {"story:", "source:", "via:", "originally published by ",
                                 "originally published in ", "first published by ", "first published in "}) {
    if (!starts_nocase(line, label)) continue;
    std::string_view name = trim(line.substr(label.size()));
    while (name.ends_with('.')) name.remove_suffix(1);
    if (is_capitalized(name) && split_words(name).size() <= 5) article_.syndicated_from = std::string(name);
    return;
  }
}

void PlainTextParser::settle_bylines() {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    Unit& unit = units_[i];
    const bool place = i < kTopUnits || i + kEdgeUnits >= units_.size();
    if (unit.settled || !place || unit.span.size() > kShortLine) continue;
    std::optional<Byline> byline = read_byline(of(unit));
    if (!byline) continue;
    settle(unit, BlockKind::byline);
    if (article_.authors.empty()) article_.authors = std::move(byline->authors);
    if (article_.agency.empty()) article_.agency = std::move(byline->agency);
  }
}

bool PlainTextParser::is_title(std::size_t i) const {
  const std::string_view line = of(units_[i]);
  if (units_[i].settled || i + 1 >= units_.size() || line.size() > 4 * kMaxTitle) return false;
  if (count_code_points(line) > kMaxTitle || !has_letter(line) || is_list_item(line)) return false;
  if (line.ends_with(':') || line.ends_with(',') || line.ends_with('-')) return false;
  // A headline may ask or shout, if it stands by itself; a full stop makes it a sentence.
  const bool asks = (line.ends_with('?') || line.ends_with('!')) && !same_chunk(i, i + 1);
  if (ends_sentence(line) && !asks) return false;
  const std::optional<Dateline> dateline = find_dateline(line, DatelinePlace::near_top);
  return !dateline || dateline->length * 2 < line.size();
}

void PlainTextParser::settle_title() {
  if (!parts_.guess_title) return;
  std::size_t i = 0;
  while (i < units_.size() && i < 4 && units_[i].settled && units_[i].kind == BlockKind::furniture) ++i;
  if (i >= units_.size() || !is_title(i)) return;
  settle(units_[i], BlockKind::title);
  if (!article_.title.empty()) return;
  for (std::string_view word : split_words(of(units_[i]))) {
    article_.title += (article_.title.empty() ? "" : " ") + std::string(word);
  }
}

// A line right above a credit is a caption: in the same chunk anywhere, else near the top only, where nothing
// but pictures has credits. One with the credit behind it is one anywhere.
void PlainTextParser::settle_captions() {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    Unit& unit = units_[i];
    if (unit.settled || unit.span.size() > kMaxCaption || is_list_item(of(unit))) continue;
    const bool above_credit =
        i + 1 < units_.size() && units_[i + 1].settled && units_[i + 1].kind == BlockKind::credit &&
        (same_chunk(i, i + 1) || (i < kTopUnits && unit.span.size() < kShortLine && i <= first_body_));
    const bool credited = split_credited_caption(of(unit)).has_value();
    const bool quotes = has_quotation_mark(of(unit)) && has_reporting_word(of(unit));
    if (credited || (above_credit && !quotes)) settle(unit, BlockKind::caption);
    if (above_credit && !credited) unit.truncated = is_cut_off(of(unit));
  }
}

// The lines between title and text that nothing else claims: the sentence under the headline.
void PlainTextParser::settle_dek() {
  if (first_body_ == units_.size()) return;
  for (std::size_t i = 1; i < first_body_; ++i) {
    Unit& unit = units_[i];
    if (unit.settled || units_[i - 1].kind != BlockKind::title) continue;
    const std::size_t words = split_words(of(unit)).size();
    if (words >= 5 && words <= 40 && !is_list_item(of(unit)) && !ends_sentence(of(unit)) &&
        !of(unit).ends_with(':')) {
      settle(unit, BlockKind::dek);
    }
  }
}

constexpr std::array<std::string_view, 24> kPageVerbs = {
    "contact", "write",  "follow",   "subscribe", "sign",   "click",    "share", "read",
    "watch",   "listen", "download", "join",      "donate", "support",  "send",  "email",
    "print",   "view",   "see",      "get",       "visit",  "register", "log",   "report"};

// The last paragraph may be the publisher's about itself.
void PlainTextParser::settle_self_description() {
  for (std::size_t i = units_.size(); i-- > 1 && i + kEdgeUnits >= units_.size();) {
    if (units_[i].settled) continue;
    const std::string& publisher = article_.agency.empty() ? article_.outlet : article_.agency;
    if (units_[i].span.size() <= kShortLine && is_self_description(of(units_[i]), publisher)) {
      settle(units_[i], BlockKind::furniture);
    }
    return;
  }
}

// Behind the last paragraph: calls to the reader, and the headlines under "TOP STORIES".
void PlainTextParser::settle_tail() {
  bool below_furniture = false;
  for (std::size_t i = last_body_ + 1; i < units_.size() && first_body_ < units_.size(); ++i) {
    Unit& unit = units_[i];
    below_furniture = below_furniture || (unit.settled && unit.kind == BlockKind::furniture);
    if (unit.settled || unit.span.size() > kShortLine) continue;
    const std::string_view line = of(unit);
    const std::vector<std::string_view> words = split_words(line);
    const bool speaks = has_quotation_mark(line) || has_reporting_word(line);
    if (speaks || ends_sentence(line) || line.ends_with(':') || words.size() > 15) continue;
    const bool calls = words.size() <= 8 &&
                       std::any_of(kPageVerbs.begin(), kPageVerbs.end(),
                                   [&](std::string_view verb) { return same_nocase(words.front(), verb); });
    if (below_furniture || calls) settle(unit, BlockKind::furniture);
  }
}

void PlainTextParser::settle_lists() {
  for (Unit& unit : units_) {
    if (!unit.settled && is_list_item(of(unit))) settle(unit, BlockKind::list);
  }
}

bool PlainTextParser::is_heading(std::size_t i) const {
  const std::string_view line = of(units_[i]);
  if (line.size() > kMaxHeading || split_words(line).size() > 12) return false;
  if (ends_sentence(line) || line.find(':') != std::string_view::npos ||
      line.find('\n') != std::string_view::npos)
    return false;
  if (line.ends_with(',') || line.ends_with(';') || line.ends_with('-')) return false;
  if (has_quotation_mark(line) || has_reporting_word(line) || starts_with_small_letter(line)) return false;
  // Several short lines in a row are a list of something, or a poem.
  const Unit& before = units_[i - 1];
  const Unit& next = units_[i + 1];
  const bool after_text = before.settled || ends_sentence(of(before)) || before.span.size() > kMaxHeading;
  const bool before_text =
      ends_sentence(of(next)) || of(next).ends_with(':') || next.span.size() > kMaxHeading;
  return after_text && before_text && next.kind == BlockKind::paragraph &&
         !starts_with_small_letter(of(next));
}

void PlainTextParser::settle_headings() {
  for (std::size_t i = first_body_ + 1; i < last_body_; ++i) {
    if (!units_[i].settled && is_heading(i)) settle(units_[i], BlockKind::heading);
  }
}

void PlainTextParser::find_datelines() {
  std::size_t paragraphs = 0;
  for (Unit& unit : units_) {
    if (unit.settled) continue;
    const DatelinePlace place = paragraphs++ < 3 ? DatelinePlace::near_top : DatelinePlace::anywhere;
    const std::optional<Dateline> dateline = find_dateline(of(unit), place);
    if (!dateline) continue;
    unit.dateline = static_cast<std::uint32_t>(dateline->length);
    if (article_.agency.empty()) article_.agency = dateline->agency;
  }
}

void PlainTextParser::write_blocks() {
  article_.blocks.reserve(article_.blocks.size() + units_.size());
  for (const Unit& unit : units_) {
    if (unit.kind == BlockKind::caption) {
      write_caption(unit);
    } else if (unit.kind == BlockKind::paragraph) {
      write_paragraph(unit);
    } else {
      article_.blocks.push_back({unit.kind, unit.span, unit.truncated});
    }
  }
}

void PlainTextParser::write_caption(const Unit& unit) {
  const std::optional<CreditedCaption> credited = split_credited_caption(of(unit));
  if (!credited) {
    article_.blocks.push_back({BlockKind::caption, unit.span, unit.truncated});
    return;
  }
  const std::uint32_t end = unit.span.begin + static_cast<std::uint32_t>(credited->caption);
  const std::uint32_t credit = unit.span.begin + static_cast<std::uint32_t>(credited->credit_begin);
  article_.blocks.push_back({BlockKind::caption, {unit.span.begin, end}, false});
  article_.blocks.push_back({BlockKind::credit, {credit, unit.span.end}, false});
  if (article_.credit.empty()) article_.credit = credited->credit;
}

void PlainTextParser::write_paragraph(const Unit& unit) {
  Span span = unit.span;
  if (unit.dateline) {
    const std::uint32_t end = span.begin + unit.dateline;
    article_.blocks.push_back({BlockKind::dateline, {span.begin, end}, false});
    span = trim(text_, {end, span.end});
  }
  if (!span.empty()) article_.blocks.push_back({BlockKind::paragraph, span, false});
}

}  // namespace

void add_plain_text_blocks(Article& article, const PlainTextParts& parts) {
  PlainTextParser(article, parts).run();
  note_language(article);
}

}  // namespace sayso::intake
