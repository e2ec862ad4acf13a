#include "reading/attributions.h"

#include <algorithm>
#include <optional>

#include "reading/quotations.h"
#include "reading/quote_kind.h"

namespace sayso::reading {
namespace {

struct QuotedParagraph {
  Span span;
  std::vector<Quotation> quotations;
};

std::vector<QuotedParagraph> quoted_paragraphs(const Article& article) {
  std::vector<QuotedParagraph> paragraphs;
  for (const Block& block : article.blocks) {
    if (is_read(block.kind)) paragraphs.push_back({block.span, find_quotations(article.text, block.span)});
  }
  return paragraphs;
}

// A quotation over several paragraphs opens each of them and closes only the last one.
bool goes_on(const QuotedParagraph& paragraph, const QuotedParagraph& next) {
  return !paragraph.quotations.empty() && !paragraph.quotations.back().closed && !next.quotations.empty() &&
         next.quotations.front().span.begin == next.span.begin;
}

// The cue of each content. Where a quotation runs on into a new paragraph, its words have the cue of those before it,
// unless they have one in their own paragraph.
std::vector<language::Link> cues_of_contents(const language::Analysis& analysis,
                                             const std::vector<QuotedParagraph>& paragraphs) {
  std::vector<language::Link> cues;
  std::size_t p = 0;
  for (std::size_t i = 0; i < analysis.contents.size(); ++i) {
    const language::ContentSpan& content = analysis.contents[i];
    while (p < paragraphs.size() && paragraphs[p].span.end <= content.text.begin) ++p;
    language::Link cue = content.cue;
    if (i > 0 && p > 0 && p < paragraphs.size() && goes_on(paragraphs[p - 1], paragraphs[p])) {
      const bool opens = content.text.overlaps(paragraphs[p].quotations.front().span);
      const bool was_open = analysis.contents[i - 1].text.overlaps(paragraphs[p - 1].quotations.back().span);
      const bool has_own = cue.partner && paragraphs[p].span.contains(analysis.cues[*cue.partner].text);
      if (opens && was_open && !has_own) cue = cues.back();
    }
    cues.push_back(cue);
  }
  return cues;
}

// Who it is, without the punctuation that belongs to the sentence around: "Anna Roke, the mayor," names "Anna Roke, the
// mayor".
std::string name_of(std::string_view source) {
  const std::size_t last = source.find_last_not_of(",;:- ");
  return std::string(source.substr(0, last == std::string_view::npos ? source.size() : last + 1));
}

Passage passage_of(std::string_view text, std::vector<Span> spans) {
  Passage passage{std::move(spans), {}};
  for (const Span& span : passage.spans) {
    if (!passage.text.empty()) passage.text += ' ';
    passage.text += span.of(text);
  }
  return passage;
}

std::uint32_t first_byte(const Attribution& attribution) {
  std::uint32_t first = std::min(attribution.cue.spans.front().begin, attribution.content.spans.front().begin);
  if (attribution.source) first = std::min(first, attribution.source->spans.front().begin);
  return first;
}

}  // namespace

std::vector<Attribution> find_attributions(const Article& article, const language::Analysis& analysis) {
  const std::vector<QuotedParagraph> paragraphs = quoted_paragraphs(article);
  std::vector<Quotation> quotations;
  for (const auto& paragraph : paragraphs) {
    quotations.insert(quotations.end(), paragraph.quotations.begin(), paragraph.quotations.end());
  }

  std::vector<std::vector<Span>> contents(analysis.cues.size());
  std::vector<double> confidence(analysis.cues.size(), 1.0);
  const std::vector<language::Link> cues = cues_of_contents(analysis, paragraphs);
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (!cues[i].partner) continue;
    contents[*cues[i].partner].push_back(analysis.contents[i].text);
    confidence[*cues[i].partner] *= cues[i].probability * analysis.contents[i].probability;
  }

  std::vector<Attribution> attributions;
  for (std::size_t i = 0; i < analysis.cues.size(); ++i) {
    if (contents[i].empty()) continue;
    const language::CueSpan& cue = analysis.cues[i];
    Attribution& attribution = attributions.emplace_back();
    attribution.cue = passage_of(article.text, {cue.text});
    attribution.content = passage_of(article.text, std::move(contents[i]));
    attribution.quote = quote_kind_of(article.text, attribution.content.spans, quotations);
    attribution.confidence = confidence[i] * cue.probability * cue.source.probability;
    attribution.chain.push_back({article.outlet, {}, {}});
    ChainLink last{{}, attribution.cue.text, {}};
    if (cue.source.partner) {
      const language::RoleSpan& source = analysis.sources[*cue.source.partner];
      attribution.confidence *= source.probability;
      attribution.source = passage_of(article.text, {source.text});
      last.name = name_of(attribution.source->text);
      last.spans = attribution.source->spans;
    }
    attribution.chain.push_back(std::move(last));
  }
  std::ranges::stable_sort(attributions, {}, first_byte);
  for (std::size_t i = 0; i < attributions.size(); ++i) attributions[i].id = "a" + std::to_string(i + 1);
  return attributions;
}

}  // namespace sayso::reading
