#include "intake/html_flatten.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

#include "intake/ascii.h"
#include "intake/html_names.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kMaxFormatting =
    48;  // unclosed <b>, <font>, ...: pages without end tags would fill the stack with them
constexpr std::size_t kMaxAttributes = 64;
constexpr std::size_t kMaxValue = 16384;
constexpr std::size_t kMaxName = 64;
constexpr std::size_t kMostLinkedData = 50;

// A tag's name as a number: gumbo's, or one behind those for names that HTML does not have.
using TagId = std::uint32_t;

using TagSet = std::array<bool, GUMBO_TAG_LAST + 1>;
constexpr TagSet make_set(std::initializer_list<GumboTag> tags) {
  TagSet set{};
  for (const GumboTag tag : tags) set[static_cast<std::size_t>(tag)] = true;
  return set;
}
bool is_in(const TagSet& set, TagId tag) {
  return tag < set.size() && set[tag];
}

constexpr TagSet kVoid =
    make_set({GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BR, GUMBO_TAG_COL, GUMBO_TAG_EMBED, GUMBO_TAG_HR,
              GUMBO_TAG_IMAGE, GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK,
              GUMBO_TAG_META, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR,
              GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND});
// Of these, nothing is ever asked.
constexpr TagSet kUseless =
    make_set({GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_COL, GUMBO_TAG_EMBED, GUMBO_TAG_IMAGE, GUMBO_TAG_IMG,
              GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,
              GUMBO_TAG_WBR, GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND});
// Their content is no markup, and none of ours.
constexpr TagSet kDroppedRaw = make_set({GUMBO_TAG_STYLE, GUMBO_TAG_SCRIPT, GUMBO_TAG_IFRAME,
                                         GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_XMP});
// They switch the parser to other rules (frames, plain text to the end of the file) or are replaced by it.
constexpr TagSet kDroppedTags =
    make_set({GUMBO_TAG_FRAMESET, GUMBO_TAG_FRAME, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_ISINDEX});
// Never shown as text, with rules of their own for what stands inside.
constexpr TagSet kDroppedTrees = make_set({GUMBO_TAG_SVG, GUMBO_TAG_MATH, GUMBO_TAG_SELECT});
constexpr TagSet kFormatting =
    make_set({GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT,
              GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,
              GUMBO_TAG_TT, GUMBO_TAG_U});
// Mean nothing to us without attributes. Those that format are <span> with them, since the parser copies
// elements that format into each paragraph after them.
constexpr TagSet kInline = make_set(
    {GUMBO_TAG_A,    GUMBO_TAG_ABBR, GUMBO_TAG_ACRONYM, GUMBO_TAG_B,     GUMBO_TAG_BDI,  GUMBO_TAG_BDO,
     GUMBO_TAG_BIG,  GUMBO_TAG_CITE, GUMBO_TAG_CODE,    GUMBO_TAG_DEL,   GUMBO_TAG_DFN,  GUMBO_TAG_EM,
     GUMBO_TAG_FONT, GUMBO_TAG_I,    GUMBO_TAG_INS,     GUMBO_TAG_KBD,   GUMBO_TAG_MARK, GUMBO_TAG_NOBR,
     GUMBO_TAG_Q,    GUMBO_TAG_S,    GUMBO_TAG_SAMP,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE,
     GUMBO_TAG_SUB,  GUMBO_TAG_SUP,  GUMBO_TAG_STRONG,  GUMBO_TAG_TT,    GUMBO_TAG_U,    GUMBO_TAG_VAR});
// A dropped one still ends the paragraph.
constexpr TagSet kBlocks = make_set(
    {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER,
     GUMBO_TAG_DD,      GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,        GUMBO_TAG_DIV,        GUMBO_TAG_DL,
     GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,     GUMBO_TAG_FOOTER,
     GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,         GUMBO_TAG_H3,         GUMBO_TAG_H4,
     GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,     GUMBO_TAG_HGROUP,     GUMBO_TAG_LI,
     GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,     GUMBO_TAG_NAV,        GUMBO_TAG_OL,         GUMBO_TAG_P,
     GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,  GUMBO_TAG_SUMMARY,    GUMBO_TAG_TABLE,      GUMBO_TAG_TBODY,
     GUMBO_TAG_TD,      GUMBO_TAG_TFOOT,    GUMBO_TAG_TH,         GUMBO_TAG_THEAD,      GUMBO_TAG_TR,
     GUMBO_TAG_UL});
// Beside these, blanks are not shown: the blocks and what stands in the head.
constexpr TagSet kSwallowsBlanks = [] {
  TagSet set = kBlocks;
  for (const GumboTag tag : {GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY, GUMBO_TAG_META, GUMBO_TAG_LINK,
                             GUMBO_TAG_TITLE, GUMBO_TAG_BR, GUMBO_TAG_HR})
    set[static_cast<std::size_t>(tag)] = true;
  return set;
}();
// End tags are often left out for these: opening one closes an open one of its group, unless a border lies
// between.
struct Implied {
  TagSet closes;
  TagSet borders;
};
const Implied* implied_by(TagId opening) {
  static constexpr Implied kItem = {make_set({GUMBO_TAG_LI}),
                                    make_set({GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_MENU})};
  static constexpr Implied kTerm = {make_set({GUMBO_TAG_DT, GUMBO_TAG_DD}), make_set({GUMBO_TAG_DL})};
  static constexpr Implied kRow = {make_set({GUMBO_TAG_TR}), make_set({GUMBO_TAG_TABLE})};
  static constexpr Implied kCell = {make_set({GUMBO_TAG_TD, GUMBO_TAG_TH}),
                                    make_set({GUMBO_TAG_TR, GUMBO_TAG_TABLE})};
  static constexpr Implied kRows = {make_set({GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT}),
                                    make_set({GUMBO_TAG_TABLE})};
  static constexpr Implied kOption = {make_set({GUMBO_TAG_OPTION}), make_set({GUMBO_TAG_SELECT})};
  static constexpr Implied kGroup = {make_set({GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP}),
                                     make_set({GUMBO_TAG_SELECT})};
  static constexpr Implied kAnchor = {make_set({GUMBO_TAG_A}), make_set({GUMBO_TAG_TABLE, GUMBO_TAG_TD})};
  switch (opening) {
    case GUMBO_TAG_LI:
      return &kItem;
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return &kTerm;
    case GUMBO_TAG_TR:
      return &kRow;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return &kCell;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
      return &kRows;
    case GUMBO_TAG_OPTION:
      return &kOption;
    case GUMBO_TAG_OPTGROUP:
      return &kGroup;
    case GUMBO_TAG_A:
      return &kAnchor;
    default:
      return nullptr;
  }
}
constexpr TagSet kParagraph = make_set({GUMBO_TAG_P});
constexpr TagSet kParagraphBorders =
    make_set({GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION, GUMBO_TAG_BUTTON,
              GUMBO_TAG_OBJECT, GUMBO_TAG_HTML, GUMBO_TAG_BODY});

bool is_name_end(char c) {
  return is_ascii_space(c) || c == '/' || c == '>';
}

// What later steps ask for. Sources, sizes, handlers and data-* are most of a page's markup.
enum class Keep { no, name, whole };
Keep keep_attribute(TagId tag, std::string_view name, std::string_view value) {
  if (tag == GUMBO_TAG_META ||
      (tag == GUMBO_TAG_LINK && (same_nocase(name, "rel") || same_nocase(name, "href"))))
    return Keep::whole;
  for (std::string_view wanted : {"itemprop", "rel", "role", "aria-hidden", "datetime", "lang", "content"}) {
    if (name.size() == wanted.size() && same_nocase(name, wanted))
      return value.empty() ? Keep::no : Keep::whole;
  }
  if (same_nocase(name, "href")) return tag == GUMBO_TAG_A ? Keep::name : Keep::no;
  if (same_nocase(name, "hidden")) return Keep::name;
  if (same_nocase(name, "style"))
    return contains_nocase(value, "display") || contains_nocase(value, "visibility") ? Keep::whole : Keep::no;
  return Keep::no;
}

class Flattener {
 public:
  explicit Flattener(std::string_view page) : page_(page) {
    flat_.html.reserve(page.size() / 2);
    flat_.page_bytes = page.size();
  }

  FlatPage run() {
    while (at_ < page_.size()) {
      const std::size_t open = page_.find('<', at_);
      if (open == std::string_view::npos) break;
      copy_text(open);
      read_markup();
    }
    copy_text(page_.size());
    return std::move(flat_);
  }

 private:
  struct Attributes {
    std::string copied;  // as they stand, within the limits
    bool is_json_ld = false;
    bool is_telling_link = false;  // where the page, or what it shows, has its home
    std::size_t end = 0;           // behind the '>'; npos if the page ends inside the tag
  };
  struct Open {
    TagId tag;
    TagId written;  // what stands for it in the result
    bool silent;    // nothing does
  };

  void copy_text(std::size_t end);
  void pass_on(std::string_view text);
  void keep(std::string_view text);
  void skip_behind(std::size_t found, std::size_t length) {
    at_ = found == std::string_view::npos ? page_.size() : found + length;
  }

  void read_markup();
  void read_comment();
  void read_end_tag();
  void read_start_tag();
  void read_raw(TagId tag, std::string_view name, const Attributes& attributes);
  void skip_tree(TagId tag);
  Attributes read_attributes(TagId tag, std::size_t at);
  std::size_t skip_attribute(std::size_t at, std::string_view& name, std::string_view& value) const;
  std::string_view read_name(std::size_t at, std::size_t& end) const;
  TagId id_of(std::string_view name);
  std::uint32_t regions_of(std::string_view classes, std::string_view id);

  bool is_open(TagId tag) const { return tag < open_count_.size() && open_count_[tag] > 0; }
  bool is_any_open(const TagSet& set) const;
  void push(TagId tag, TagId written, bool silent);
  void pop_to(std::size_t size);
  void close_implied(TagId tag);
  void close_nearest(const TagSet& closes, const TagSet& borders);
  bool opens_too_deep(TagId tag) const;
  void drop_block_tag(TagId tag);
  void write_end_tag(TagId tag, std::string_view name);
  std::size_t& count_of(std::vector<std::size_t>& counts, TagId tag) {
    if (tag >= counts.size()) counts.resize(tag + 1, 0);
    return counts[tag];
  }

  std::string_view page_;
  std::size_t at_ = 0;
  FlatPage flat_;
  std::string run_;          // of copy_text, to keep its memory
  bool after_block_ = true;  // blanks here are not shown
  std::unordered_map<std::string, TagId> unknown_;
  std::unordered_map<std::string_view, std::uint32_t> regions_of_classes_;
  std::vector<Open> open_;
  std::vector<std::size_t> open_count_ = std::vector<std::size_t>(GUMBO_TAG_LAST + 1, 0);
  std::vector<std::size_t> dropped_;     // open tags that were left out, deeper than all in open_
  std::vector<std::size_t> formatting_;  // formatting elements not closed by an end tag of theirs
  std::size_t formatting_total_ = 0;
};

// Whether a reference such as "&#x10F0F2;" stands at `at` that the parser would make a text mark of.
bool refers_to_mark(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("&#")) return false;
  at += 2;
  const bool hexadecimal = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  const int base = hexadecimal ? 16 : 10;
  std::uint32_t value = 0;
  const std::string_view digits = text.substr(at + (hexadecimal ? 1 : 0));
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  std::size_t mark_at = 0;
  return read.ec == std::errc() && value == next_code_point(kTextMark, mark_at);
}

// Text that the parser reads: no mark of ours may come of it, and no tag.
void Flattener::pass_on(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t special = std::min(text.find_first_of("<&\xF4", at), text.size());
    flat_.html.append(text, at, special - at);
    at = special;
    if (at == text.size()) return;
    if (text.substr(at).starts_with(kTextMark)) {
      at += kTextMark.size();
      continue;
    }
    if (text[at] == '<') {
      flat_.html += "&lt;";
    } else {
      flat_.html.push_back(text[at]);
      if (refers_to_mark(text, at)) flat_.html += "amp;";
    }
    ++at;
  }
}

void Flattener::keep(std::string_view text) {
  flat_.text.append(text);
  flat_.html.append(kTextMark).append(std::to_string(flat_.text.finish())).append(";");
}

// Blanks in a row are one, and none where they are not shown.
void Flattener::copy_text(std::size_t end) {
  std::string& run = run_;
  run.clear();
  while (at_ < end) {
    std::size_t blank = at_;
    while (blank < end && !is_ascii_space(page_[blank])) ++blank;
    if (blank > at_) {
      run.append(page_, at_, blank - at_);
      after_block_ = false;
    }
    at_ = blank;
    while (at_ < end && is_ascii_space(page_[at_])) ++at_;
    if (at_ > blank && !after_block_) run.push_back(' ');
  }
  constexpr std::size_t kShortest = 10;  // bytes; a mark is not shorter
  if (run.size() < kShortest || run.find('&') != std::string::npos) return pass_on(run);
  keep(run);
}

void Flattener::read_markup() {
  const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
  if (is_ascii_letter(next)) {
    read_start_tag();
  } else if (next == '/' && at_ + 2 < page_.size() && is_ascii_letter(page_[at_ + 2])) {
    read_end_tag();
  } else if (next == '!' || next == '?' || next == '/') {
    read_comment();
  } else {
    flat_.html += "&lt;";
    after_block_ = false;
    ++at_;
  }
}

// Comments, processing instructions and CDATA end at the first ">" unless they are "<!-- -->"; the document
// type stays.
void Flattener::read_comment() {
  const std::string_view rest = page_.substr(at_);
  if (rest.starts_with("<!-->")) return skip_behind(at_, 5);
  if (rest.starts_with("<!--->")) return skip_behind(at_, 6);
  if (rest.starts_with("<!--")) {
    const std::size_t plain = page_.find("-->", at_ + 4);
    return skip_behind(plain, 3);
  }
  const std::size_t end = page_.find('>', at_);
  if (starts_nocase(rest, "<!doctype") && end != std::string_view::npos && end - at_ < 1024) {
    flat_.html.append(page_, at_, end + 1 - at_);
  }
  skip_behind(end, 1);
}

std::string_view Flattener::read_name(std::size_t at, std::size_t& end) const {
  end = at;
  while (end < page_.size() && !is_name_end(page_[end])) ++end;
  return page_.substr(at, std::min(end - at, kMaxName));
}

TagId Flattener::id_of(std::string_view name) {
  const GumboTag known = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
  if (known != GUMBO_TAG_UNKNOWN) return static_cast<TagId>(known);
  const auto next = static_cast<TagId>(GUMBO_TAG_LAST + 1 + unknown_.size());
  return unknown_.emplace(ascii_lower(name), next).first->second;
}

// One attribute from `at`; gives where it ends.
std::size_t Flattener::skip_attribute(std::size_t at, std::string_view& name, std::string_view& value) const {
  const std::size_t begin = at;
  if (page_[at] == '=') ++at;  // HTML takes it for the first letter of a name
  while (at < page_.size() && !is_name_end(page_[at]) && page_[at] != '=') ++at;
  name = page_.substr(begin, at - begin);
  value = {};
  std::size_t equals = at;
  while (equals < page_.size() && is_ascii_space(page_[equals])) ++equals;
  if (equals >= page_.size() || page_[equals] != '=') return at;
  at = equals + 1;
  while (at < page_.size() && is_ascii_space(page_[at])) ++at;
  if (at < page_.size() && (page_[at] == '"' || page_[at] == '\'')) {
    const std::size_t close = page_.find(page_[at], at + 1);
    if (close == std::string_view::npos) return page_.size();
    value = page_.substr(at + 1, close - at - 1);
    return close + 1;
  }
  const std::size_t value_begin = at;
  while (at < page_.size() && !is_ascii_space(page_[at]) && page_[at] != '>') ++at;
  value = page_.substr(value_begin, at - value_begin);
  return at;
}

Flattener::Attributes Flattener::read_attributes(TagId tag, std::size_t at) {
  Attributes attributes;
  std::size_t count = 0;
  std::string_view classes, id;
  while (at < page_.size()) {
    while (at < page_.size() && (is_ascii_space(page_[at]) || page_[at] == '/')) ++at;
    if (at >= page_.size()) break;
    if (page_[at] == '>') {
      attributes.end = at + 1;
      if (const std::uint32_t regions = regions_of(classes, id)) {
        attributes.copied.append(" ").append(kNamesAttribute).append("=").append(std::to_string(regions));
      }
      return attributes;
    }
    const std::size_t begin = at;
    std::string_view name, value;
    at = skip_attribute(at, name, value);
    const std::string_view whole = page_.substr(begin, at - begin);
    if (tag == GUMBO_TAG_SCRIPT && same_nocase(name, "type") && whole.size() < 100 &&
        contains_nocase(value, "ld+json"))
      attributes.is_json_ld = true;
    if (tag == GUMBO_TAG_LINK && same_nocase(name, "rel") &&
        (contains_nocase(value, "canonical") || contains_nocase(value, "source")))
      attributes.is_telling_link = true;
    if (count >= kMaxAttributes || whole.size() > kMaxValue) continue;
    if (same_nocase(name, "class")) classes = value;
    if (same_nocase(name, "id")) id = value;
    const Keep keep = keep_attribute(tag, name, value);
    if (keep == Keep::no) continue;
    ++count;
    attributes.copied.append(" ").append(keep == Keep::whole ? whole : name);
  }
  attributes.end = std::string_view::npos;
  return attributes;
}

// Most elements of a page share their classes with others.
std::uint32_t Flattener::regions_of(std::string_view classes, std::string_view id) {
  if (!id.empty() || classes.empty()) return regions_of_names(classes, id);
  const auto [known, fresh] = regions_of_classes_.try_emplace(classes, 0);
  if (fresh) known->second = regions_of_names(classes, id);
  return known->second;
}

bool Flattener::is_any_open(const TagSet& set) const {
  for (TagId tag = 0; tag < set.size(); ++tag) {
    if (set[tag] && is_open(tag)) return true;
  }
  return false;
}

void Flattener::push(TagId tag, TagId written, bool silent) {
  open_.push_back({tag, written, silent});
  ++count_of(open_count_, tag);
  if (is_in(kFormatting, tag)) {
    ++count_of(formatting_, tag);
    ++formatting_total_;
  }
}

void Flattener::pop_to(std::size_t size) {
  while (open_.size() > size) {
    --open_count_[open_.back().tag];
    open_.pop_back();
  }
}

void Flattener::close_nearest(const TagSet& closes, const TagSet& borders) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (is_in(closes, open_[i].tag)) return pop_to(i);
    if (is_in(borders, open_[i].tag)) return;
  }
}

void Flattener::close_implied(TagId tag) {
  if (is_in(kBlocks, tag) && is_open(GUMBO_TAG_P)) close_nearest(kParagraph, kParagraphBorders);
  const Implied* const implied = implied_by(tag);
  if (implied && is_any_open(implied->closes)) close_nearest(implied->closes, implied->borders);
}

bool Flattener::opens_too_deep(TagId tag) const {
  return open_.size() >= kMaxNesting || (is_in(kFormatting, tag) && formatting_total_ >= kMaxFormatting);
}

void Flattener::drop_block_tag(TagId tag) {
  constexpr std::string_view kBreak = "<br><br>";
  if (is_in(kBlocks, tag) && !flat_.html.ends_with(kBreak)) flat_.html += kBreak;
}

// Text of elements whose content is raw stands until their own end tag.
void Flattener::read_raw(TagId tag, std::string_view name, const Attributes& attributes) {
  at_ = attributes.end;
  std::size_t close = page_.find("</", at_);
  while (close != std::string_view::npos) {
    const std::size_t name_end = close + 2 + name.size();
    if (starts_nocase(page_.substr(close + 2), name) &&
        (name_end >= page_.size() || is_name_end(page_[name_end])))
      break;
    close = page_.find("</", close + 2);
  }
  const std::size_t end = std::min(close, page_.size());
  if (attributes.is_json_ld && close != std::string_view::npos && flat_.linked_data.size() < kMostLinkedData)
    flat_.linked_data.push_back(page_.substr(at_, end - at_));
  if (!is_in(kDroppedRaw, tag) && close != std::string_view::npos) {
    flat_.html.append("<").append(name).append(attributes.copied).append(">");
    pass_on(page_.substr(at_, end - at_));
    flat_.html.append("</").append(name).append(">");
  }
  skip_behind(close == std::string_view::npos ? close : page_.find('>', close), 1);
}

// To the tree's end tag, or to the first block, which ends such a tree too.
void Flattener::skip_tree(TagId tag) {
  while (at_ < page_.size()) {
    const std::size_t open = page_.find('<', at_);
    if (open == std::string_view::npos || open + 1 >= page_.size())
      return skip_behind(std::string_view::npos, 0);
    at_ = open;
    const char next = page_[open + 1];
    std::size_t name_end = 0;
    if (next == '!' || next == '?') {
      read_comment();
    } else if (next == '/') {
      const TagId closed = id_of(read_name(open + 2, name_end));
      if (is_in(kBlocks, closed)) return;
      skip_behind(page_.find('>', name_end), 1);
      if (closed == tag) return;
    } else if (is_ascii_letter(next)) {
      const TagId opened = id_of(read_name(open + 1, name_end));
      if (is_in(kBlocks, opened) || is_in(kDroppedRaw, opened)) return;
      at_ = read_attributes(opened, name_end).end;
    } else {
      ++at_;
    }
  }
}

void Flattener::read_start_tag() {
  std::size_t name_end = 0;
  std::string_view name = read_name(at_ + 1, name_end);
  TagId tag = id_of(name);
  Attributes attributes = read_attributes(tag, name_end);
  if (attributes.end == std::string_view::npos) {  // the page ends inside the tag, which then is none
    at_ = page_.size();
    return;
  }
  if (is_in(kDroppedRaw, tag) || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_TEXTAREA)
    return read_raw(tag, name, attributes);
  at_ = attributes.end;
  if (is_in(kDroppedTags, tag) || is_in(kUseless, tag)) return;
  if (tag == GUMBO_TAG_LINK && !attributes.is_telling_link) return;
  if (is_in(kDroppedTrees, tag)) return skip_tree(tag);
  if (tag == GUMBO_TAG_TEMPLATE) {  // has parsing rules of its own, and is never shown
    name = "div";
    tag = GUMBO_TAG_DIV;
    attributes.copied.insert(0, " hidden");
  }
  close_implied(tag);
  const bool silent = is_in(kInline, tag) && attributes.copied.empty();
  TagId written = tag;
  if (!is_in(kVoid, tag)) {
    if (opens_too_deep(tag)) {
      if (!silent) ++flat_.dropped_tags;
      ++count_of(dropped_, tag);
      return drop_block_tag(tag);
    }
    if (is_in(kFormatting, tag) && tag != GUMBO_TAG_A) {
      written = GUMBO_TAG_SPAN;
      name = "span";
    }
    push(tag, written, silent);
  }
  if (silent) return;
  flat_.html.append("<").append(name).append(attributes.copied).append(">");
  after_block_ = is_in(kSwallowsBlanks, tag);
}

void Flattener::write_end_tag(TagId tag, std::string_view name) {
  if (is_in(kSwallowsBlanks, tag)) {
    if (flat_.html.ends_with(' ')) flat_.html.pop_back();
    after_block_ = true;
  }
  flat_.html.append("</").append(name).append(">");
}

void Flattener::read_end_tag() {
  std::size_t name_end = 0;
  std::string_view name = read_name(at_ + 2, name_end);
  TagId tag = id_of(name);
  const std::size_t close = page_.find('>', name_end);
  skip_behind(close, 1);
  if (close == std::string_view::npos || is_in(kDroppedTags, tag) || is_in(kDroppedRaw, tag) ||
      is_in(kUseless, tag))
    return;
  if (tag == GUMBO_TAG_TEMPLATE) {
    name = "div";
    tag = GUMBO_TAG_DIV;
  }
  if (tag < dropped_.size() && dropped_[tag] > 0) {
    --dropped_[tag];
    return drop_block_tag(tag);
  }
  if (tag < formatting_.size() && formatting_[tag] > 0) {
    --formatting_[tag];
    --formatting_total_;
  }
  if (!is_open(tag)) {
    // Others that are not open close nothing. These two make an element of their own.
    if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_BR) write_end_tag(tag, name);
    return;
  }
  std::size_t i = open_.size();
  while (open_[i - 1].tag != tag) {
    --i;
    // The parser closes one <span> at a time, and does not know which of ours it is.
    if (open_[i].written == GUMBO_TAG_SPAN && !open_[i].silent) write_end_tag(GUMBO_TAG_SPAN, "span");
  }
  const Open closed = open_[i - 1];
  pop_to(i - 1);
  if (closed.silent) return;
  write_end_tag(tag, closed.written == GUMBO_TAG_SPAN ? "span" : name);
}

}  // namespace

FlatPage flatten_page(std::string_view page) {
  return Flattener(page).run();
}

}  // namespace sayso::intake
