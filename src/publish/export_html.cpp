// Articles as one page that needs nothing else: the texts with their attributions marked, and a table of who
// said what.
#include "publish/page_style.h"
#include "publish/record_formats.h"
#include "publish/record_names.h"
#include "sayso/markup.h"

namespace sayso::publish {
namespace {

enum class Mark : char { none, content, denied, cue, source };

const char* class_of(Mark mark) {
  switch (mark) {
    case Mark::content:
      return "content";
    case Mark::denied:
      return "content denied";
    case Mark::cue:
      return "cue";
    case Mark::source:
      return "source";
    case Mark::none:
      break;
  }
  return "";
}

bool is_denial(Commitment commitment) {
  const std::string_view value = to_string(commitment);
  return value.ends_with('-');
}

// A mark a byte. Inner attributions come behind outer ones and lie over them; sources and cues over all
// contents.
std::vector<Mark> marks_of(const Record& record) {
  std::vector<Mark> marks(record.document.text.size(), Mark::none);
  const auto put = [&](const std::vector<Span>& spans, Mark mark) {
    for (const Span& span : spans) std::fill(marks.begin() + span.begin, marks.begin() + span.end, mark);
  };
  for (const Attribution& a : record.attributions)
    put(a.content.spans, is_denial(a.commitment) ? Mark::denied : Mark::content);
  for (const Attribution& a : record.attributions) {
    put(a.cue.spans, Mark::cue);
    if (a.source) put(a.source->spans, Mark::source);
  }
  return marks;
}

std::string marked_text(const Record& record) {
  const std::string_view text = record.document.text;
  const std::vector<Mark> marks = marks_of(record);
  std::string out;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    while (end < text.size() && marks[end] == marks[begin]) ++end;
    const std::string piece = escape_markup(text.substr(begin, end - begin));
    out += marks[begin] == Mark::none
               ? piece
               : std::string("<mark class=\"") + class_of(marks[begin]) + "\">" + piece + "</mark>";
  }
  return out;
}

std::string row_of(const Record& record, const Attribution& a) {
  const std::string who = origin_name(record, a);
  std::string row = "<tr>";
  for (const std::string& cell : {who.empty() ? std::string("(the article)") : who, a.cue.text,
                                  a.content.text, std::string(to_string(a.commitment))})
    row += "<td>" + escape_markup(cell) + "</td>";
  return row + "</tr>\n";
}

class Html final : public RecordFormat {
 public:
  std::string begin() override { return page_begin("Who said what"); }

  std::string one(const Record& record) override {
    const Article& article = record.document;
    const std::string_view address = safe_link(address_of(article));
    std::string title = escape_markup(article.title.empty() ? article.input : article.title);
    if (!address.empty()) title = "<a href=\"" + escape_markup(address) + "\">" + title + "</a>";
    std::string out = "<article id=\"" + record.id + "\">\n<h2>" + title + "</h2>\n<p class=\"facts\">" +
                      escape_markup(article.outlet) + " " + escape_markup(article.published) +
                      "</p>\n<div class=\"text\">" + marked_text(record) + "</div>\n";
    if (record.attributions.empty()) return out + "</article>\n";
    out += "<table><thead><tr><th>who</th><th>how</th><th>what</th><th>commitment</th></tr></thead><tbody>\n";
    for (const Attribution& attribution : record.attributions) out += row_of(record, attribution);
    return out + "</tbody></table>\n</article>\n";
  }

  std::string end() override { return page_end(); }
};

}  // namespace

std::unique_ptr<RecordFormat> html_format() {
  return std::make_unique<Html>();
}

}  // namespace sayso::publish
