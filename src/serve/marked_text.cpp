#include "serve/marked_text.h"

#include <algorithm>
#include <vector>

namespace sayso::serve {
namespace {

struct Mark {
  Span span;
  std::string name;        // a class
  std::string of;          // the attribution's id
  std::string id;          // of the segment where it begins
  std::string_view label;  // likewise
};

std::string_view class_of(Commitment commitment) {
  switch (commitment) {
    case Commitment::certain_minus:
    case Commitment::probable_minus:
    case Commitment::possible_minus:
      return " denied";
    case Commitment::certain_plus:
      return "";
    default:
      return " unsure";
  }
}

std::vector<Mark> marks_of(const Record& record) {
  std::vector<Mark> marks;
  for (const Attribution& a : record.attributions) {
    const std::string depth = a.within ? " inner" : "";
    for (const Span& span : a.content.spans)
      marks.push_back({span, "content" + std::string(class_of(a.commitment)) + depth, a.id, "", ""});
    for (const Span& span : a.cue.spans) {
      const bool first = &span == &a.cue.spans.front();
      marks.push_back({span, "cue", a.id, first ? a.id : "", first ? commitment_label(a.commitment) : ""});
    }
    if (!a.source) continue;
    for (const Span& span : a.source->spans) marks.push_back({span, "source", a.id, "", ""});
  }
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.span.begin; });
  return marks;
}

// Segments of one block, between all places where a mark begins or ends.
Json segments_of(std::string_view text, Span block, const std::vector<Mark>& marks) {
  std::vector<const Mark*> here;
  std::vector<std::uint32_t> cuts = {block.begin, block.end};
  for (const Mark& mark : marks) {
    if (mark.span.begin >= block.end) break;
    if (mark.span.end <= block.begin) continue;
    here.push_back(&mark);
    cuts.push_back(std::max(mark.span.begin, block.begin));
    cuts.push_back(std::min(mark.span.end, block.end));
  }
  std::ranges::sort(cuts);
  cuts.erase(std::ranges::unique(cuts).begin(), cuts.end());
  Json segments = Json::array();
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const Span span{cuts[i], cuts[i + 1]};
    std::string classes, of, id;
    std::string_view label;
    for (const Mark* mark : here) {
      if (mark->span.begin > span.begin || mark->span.end < span.end) continue;
      classes += (classes.empty() ? "" : " ") + mark->name;
      of += (of.empty() ? "" : " ") + mark->of;
      if (mark->span.begin != span.begin) continue;
      if (id.empty()) id = mark->id;
      if (label.empty()) label = mark->label;
    }
    segments.push_back(
        {{"text", span.of(text)}, {"classes", classes}, {"of", of}, {"id", id}, {"label", label}});
  }
  return segments;
}

}  // namespace

std::string_view commitment_label(Commitment commitment) {
  switch (commitment) {
    case Commitment::certain_plus:
      return "";
    case Commitment::probable_plus:
      return "thinks it likely";
    case Commitment::possible_plus:
      return "thinks it possible";
    case Commitment::certain_minus:
      return "denies it";
    case Commitment::probable_minus:
      return "thinks it unlikely";
    case Commitment::possible_minus:
      return "doubts it";
    case Commitment::uncommitted:
      return "does not say whether";
  }
  return "";
}

Json marked_blocks(const Record& record) {
  const std::vector<Mark> marks = marks_of(record);
  Json blocks = Json::array();
  for (const Block& block : record.document.blocks) {
    blocks.push_back({{"kind", to_string(block.kind)},
                      {"title", block.kind == BlockKind::title},
                      {"heading", block.kind == BlockKind::heading},
                      {"truncated", block.truncated},
                      {"segments", segments_of(record.document.text, block.span, marks)}});
  }
  return blocks;
}

}  // namespace sayso::serve
