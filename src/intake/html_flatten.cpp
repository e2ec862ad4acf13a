#include "intake/html_flatten.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "intake/ascii.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kMaxFormatting =
    48;  // unclosed <b>, <font>, ...: the parser copies each into each paragraph
constexpr std::size_t kMaxAttributes = 64;
constexpr std::size_t kMaxValue = 16384;
constexpr std::size_t kMaxName = 64;

using Names = std::basic_string_view<std::string_view>;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

constexpr std::string_view kVoid[] = {"area",   "base",  "br",     "col",      "embed",  "hr",
                                      "img",    "input", "keygen", "link",     "meta",   "param",
                                      "source", "track", "wbr",    "basefont", "bgsound"};
// Their content is no markup, and none of ours.
constexpr std::string_view kDroppedRaw[] = {"style", "script", "iframe", "noembed", "noframes", "xmp"};
// They switch the parser to other rules (frames, plain text to the end of the file) or are replaced by it.
constexpr std::string_view kDroppedTags[] = {"frameset", "frame", "plaintext", "isindex"};
constexpr std::string_view kFormatting[] = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                            "nobr", "s", "small", "strike", "strong", "tt",   "u"};
// A dropped one still ends the paragraph.
constexpr std::string_view kBlocks[] = {
    "address", "article", "aside",    "blockquote", "center",  "dd",      "details", "dir",   "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure",  "footer",  "form",    "h1",    "h2",
    "h3",      "h4",      "h5",       "h6",         "header",  "hgroup",  "li",      "main",  "menu",
    "nav",     "ol",      "p",        "pre",        "section", "summary", "table",   "tbody", "td",
    "tfoot",   "th",      "thead",    "tr",         "ul"};
// End tags are often left out for these: opening one closes an open one of its group, unless a border lies
// between.
struct Implied {
  std::string_view opening;
  std::string_view closes[3];
  std::string_view borders[3];
};
constexpr Implied kImplied[] = {
    {"li", {"li", "", ""}, {"ul", "ol", "menu"}},
    {"dt", {"dt", "dd", ""}, {"dl", "", ""}},
    {"dd", {"dt", "dd", ""}, {"dl", "", ""}},
    {"tr", {"tr", "", ""}, {"table", "", ""}},
    {"td", {"td", "th", ""}, {"tr", "table", ""}},
    {"th", {"td", "th", ""}, {"tr", "table", ""}},
    {"tbody", {"tbody", "thead", "tfoot"}, {"table", "", ""}},
    {"thead", {"tbody", "thead", "tfoot"}, {"table", "", ""}},
    {"tfoot", {"tbody", "thead", "tfoot"}, {"table", "", ""}},
    {"option", {"option", "", ""}, {"select", "", ""}},
    {"optgroup", {"option", "optgroup", ""}, {"select", "", ""}},
    {"a", {"a", "", ""}, {"table", "td", ""}},
};
constexpr std::string_view kParagraphBorders[] = {"table",  "td",     "th",   "caption",
                                                  "button", "object", "html", "body"};

bool is_name_end(char c) {
  return is_ascii_space(c) || c == '/' || c == '>';
}

class Flattener {
 public:
  explicit Flattener(std::string_view page) : page_(page) { flat_.html.reserve(page.size()); }

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
    std::size_t end = 0;  // behind the '>'; npos if the page ends inside the tag
  };

  void copy_text(std::size_t end) {
    flat_.html.append(page_, at_, end - at_);
    at_ = end;
  }
  void skip_behind(std::size_t found, std::size_t length) {
    at_ = found == std::string_view::npos ? page_.size() : found + length;
  }

  void read_markup();
  void read_comment();
  void read_end_tag();
  void read_start_tag();
  void read_raw(const std::string& name, const Attributes& attributes);
  Attributes read_attributes(std::size_t at);
  std::string read_name(std::size_t at, std::size_t& end);

  bool is_open(const std::string& name) const;
  void push(const std::string& name);
  void pop_to(std::size_t size);
  void close_implied(const std::string& name);
  void close_nearest(const std::string_view* closes, std::size_t count, const std::string_view* borders,
                     std::size_t border_count);
  bool opens_too_deep(const std::string& name) const;
  void drop_block_tag(const std::string& name);

  std::string_view page_;
  std::size_t at_ = 0;
  FlatPage flat_;
  std::vector<std::string> open_;
  std::unordered_map<std::string, std::size_t> open_count_;
  std::unordered_map<std::string, std::size_t>
      dropped_;  // open tags that were left out, deeper than all in open_
  std::unordered_map<std::string, std::size_t>
      formatting_;  // formatting elements not closed by an end tag of theirs
  std::size_t formatting_total_ = 0;
};

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

std::string Flattener::read_name(std::size_t at, std::size_t& end) {
  end = at;
  while (end < page_.size() && !is_name_end(page_[end])) ++end;
  return ascii_lower(page_.substr(at, std::min(end - at, kMaxName)));
}

Flattener::Attributes Flattener::read_attributes(std::size_t at) {
  Attributes attributes;
  std::size_t count = 0;
  while (at < page_.size()) {
    while (at < page_.size() && (is_ascii_space(page_[at]) || page_[at] == '/')) ++at;
    if (at >= page_.size()) break;
    if (page_[at] == '>') {
      attributes.end = at + 1;
      return attributes;
    }
    const std::size_t begin = at;
    if (page_[at] == '=') ++at;  // HTML takes it for the first letter of a name
    while (at < page_.size() && !is_name_end(page_[at]) && page_[at] != '=') ++at;
    std::size_t equals = at;
    while (equals < page_.size() && is_ascii_space(page_[equals])) ++equals;
    if (equals < page_.size() && page_[equals] == '=') {
      at = equals + 1;
      while (at < page_.size() && is_ascii_space(page_[at])) ++at;
      if (at < page_.size() && (page_[at] == '"' || page_[at] == '\'')) {
        const std::size_t close = page_.find(page_[at], at + 1);
        at = close == std::string_view::npos ? page_.size() : close + 1;
      } else {
        while (at < page_.size() && !is_ascii_space(page_[at]) && page_[at] != '>') ++at;
      }
    }
    const std::string_view whole = page_.substr(begin, at - begin);
    if (starts_nocase(whole, "type") && whole.size() < 100 && contains_nocase(whole, "ld+json"))
      attributes.is_json_ld = true;
    if (++count <= kMaxAttributes && whole.size() <= kMaxValue) attributes.copied.append(" ").append(whole);
  }
  attributes.end = std::string_view::npos;
  return attributes;
}

bool Flattener::is_open(const std::string& name) const {
  const auto found = open_count_.find(name);
  return found != open_count_.end() && found->second > 0;
}

void Flattener::push(const std::string& name) {
  open_.push_back(name);
  ++open_count_[name];
  if (is_one_of(name, kFormatting)) {
    ++formatting_[name];
    ++formatting_total_;
  }
}

void Flattener::pop_to(std::size_t size) {
  while (open_.size() > size) {
    --open_count_[open_.back()];
    open_.pop_back();
  }
}

void Flattener::close_nearest(const std::string_view* closes, std::size_t count,
                              const std::string_view* borders, std::size_t border_count) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (std::find(closes, closes + count, open_[i]) != closes + count) return pop_to(i);
    if (std::find(borders, borders + border_count, open_[i]) != borders + border_count) return;
  }
}

void Flattener::close_implied(const std::string& name) {
  constexpr std::string_view kParagraph[] = {"p"};
  if (is_one_of(name, kBlocks) && is_open("p"))
    close_nearest(kParagraph, 1, kParagraphBorders, std::size(kParagraphBorders));
  for (const Implied& implied : kImplied) {
    if (implied.opening != name) continue;
    const bool any =
        std::any_of(std::begin(implied.closes), std::end(implied.closes),
                    [&](std::string_view each) { return !each.empty() && is_open(std::string(each)); });
    if (any) close_nearest(implied.closes, 3, implied.borders, 3);
  }
}

bool Flattener::opens_too_deep(const std::string& name) const {
  return open_.size() >= kMaxNesting || (is_one_of(name, kFormatting) && formatting_total_ >= kMaxFormatting);
}

void Flattener::drop_block_tag(const std::string& name) {
  constexpr std::string_view kBreak = "<br><br>";
  if (is_one_of(name, kBlocks) && !flat_.html.ends_with(kBreak)) flat_.html += kBreak;
}

// Text of elements whose content is raw stands until their own end tag.
void Flattener::read_raw(const std::string& name, const Attributes& attributes) {
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
  const bool keep = !is_one_of(name, kDroppedRaw) || (name == "script" && attributes.is_json_ld);
  if (keep && close != std::string_view::npos) {
    flat_.html.append("<").append(name).append(attributes.copied).append(">");
    // No "<" inside, so that the parser cannot see a tag where this pass saw text. JSON has an escape for it.
    const std::string_view stand_in = name == "script" ? "\\u003c" : "&lt;";
    for (char c : page_.substr(at_, end - at_)) {
      if (c == '<') {
        flat_.html += stand_in;
      } else {
        flat_.html.push_back(c);
      }
    }
    flat_.html.append("</").append(name).append(">");
  }
  skip_behind(close == std::string_view::npos ? close : page_.find('>', close), 1);
}

void Flattener::read_start_tag() {
  std::size_t name_end = 0;
  std::string name = read_name(at_ + 1, name_end);
  const Attributes attributes = read_attributes(name_end);
  if (attributes.end == std::string_view::npos) {  // the page ends inside the tag, which then is none
    at_ = page_.size();
    return;
  }
  if (is_one_of(name, kDroppedRaw) || name == "title" || name == "textarea")
    return read_raw(name, attributes);
  at_ = attributes.end;
  if (is_one_of(name, kDroppedTags)) return;
  std::string extra;
  if (name == "template") {  // has parsing rules of its own, and is never shown
    name = "div";
    extra = " hidden";
  }
  close_implied(name);
  if (!is_one_of(name, kVoid)) {
    if (opens_too_deep(name)) {
      ++flat_.dropped_tags;
      ++dropped_[name];
      return drop_block_tag(name);
    }
    push(name);
  }
  flat_.html.append("<").append(name).append(extra).append(attributes.copied).append(">");
}

void Flattener::read_end_tag() {
  std::size_t name_end = 0;
  std::string name = read_name(at_ + 2, name_end);
  const std::size_t close = page_.find('>', name_end);
  skip_behind(close, 1);
  if (close == std::string_view::npos || is_one_of(name, kDroppedTags) || is_one_of(name, kDroppedRaw))
    return;
  if (name == "template") name = "div";
  if (const auto left_out = dropped_.find(name); left_out != dropped_.end() && left_out->second > 0) {
    --left_out->second;
    return drop_block_tag(name);
  }
  if (const auto open = formatting_.find(name); open != formatting_.end() && open->second > 0) {
    --open->second;
    --formatting_total_;
  }
  if (is_open(name)) {
    std::size_t i = open_.size();
    while (open_[i - 1] != name) --i;
    pop_to(i - 1);
  } else if (!is_one_of(name, kFormatting) && name != "p" && name != "br") {
    return;  // closes nothing
  }
  flat_.html.append("</").append(name).append(">");
}

}  // namespace

FlatPage flatten_page(std::string_view page) {
  return Flattener(page).run();
}

}  // namespace sayso::intake
