#include "reading/attributions.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>
#include <span>

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

// The paragraph that holds the byte. Paragraphs cover every cue and content.
std::size_t paragraph_of(std::uint32_t byte, const std::vector<QuotedParagraph>& paragraphs) {
  const auto after =
      std::ranges::upper_bound(paragraphs, byte, {}, [](const auto& p) { return p.span.begin; });
  return static_cast<std::size_t>(after - paragraphs.begin()) - 1;
}

// A content stands in its cue's paragraph, or in the next one behind a colon ("Mr. Brask added:"). Of 99
// links over other borders in PolNeAR dev, 3 were right.
bool may_belong(std::uint32_t content, std::uint32_t cue, std::string_view text,
                const std::vector<QuotedParagraph>& paragraphs) {
  const std::size_t of_cue = paragraph_of(cue, paragraphs);
  const std::size_t of_content = paragraph_of(content, paragraphs);
  return of_content == of_cue ||
         (of_content == of_cue + 1 && paragraphs[of_cue].span.of(text).ends_with(':'));
}

// The cue of each content. Where a quotation runs on into a new paragraph, its words have the cue of those
// before it, unless they have one in their own paragraph.
std::vector<language::Link> cues_of_contents(std::string_view text, const language::Analysis& analysis,
                                             const std::vector<QuotedParagraph>& paragraphs) {
  std::vector<language::Link> cues;
  for (std::size_t i = 0; i < analysis.contents.size(); ++i) {
    const language::ContentSpan& content = analysis.contents[i];
    const std::size_t p = paragraph_of(content.text.begin, paragraphs);
    language::Link cue = content.cue;
    if (cue.partner &&
        !may_belong(content.text.begin, analysis.cues[*cue.partner].text.begin, text, paragraphs)) {
      cue.partner.reset();
    }
    if (i > 0 && p > 0 && goes_on(paragraphs[p - 1], paragraphs[p])) {
      const bool opens = content.text.overlaps(paragraphs[p].quotations.front().span);
      const bool was_open = analysis.contents[i - 1].text.overlaps(paragraphs[p - 1].quotations.back().span);
      const bool has_own = cue.partner && paragraphs[p].span.contains(analysis.cues[*cue.partner].text);
      if (opens && was_open && !has_own) cue = cues.back();
    }
    cues.push_back(cue);
  }
  return cues;
}

bool has_word(std::string_view text) {
  const auto end = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < end;) {
    UChar32 c;
    U8_NEXT(text.data(), i, end, c);
    if (c > 0 && u_isalnum(c)) return true;
  }
  return false;
}

// A content that holds all words of a quotation holds its marks too, and the full stop before the last one.
Span with_marks(std::string_view text, Span content, std::span<const Quotation> quotations) {
  for (auto q = first_behind(quotations, content.begin); q != quotations.end() && q->span.begin < content.end;
       ++q) {
    const Span opening{q->span.begin, std::max(q->span.begin, content.begin)};
    const Span closing{std::min(q->span.end, content.end), q->span.end};
    if (has_word(opening.of(text)) || has_word(closing.of(text))) continue;
    content = {std::min(content.begin, q->span.begin), std::max(content.end, q->span.end)};
  }
  return content;
}

Passage passage_of(std::string_view text, std::vector<Span> spans) {
  Passage passage{std::move(spans), {}};
  for (const Span& span : passage.spans) {
    if (!passage.text.empty()) passage.text += ' ';
    passage.text += span.of(text);
  }
  return passage;
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
  const std::vector<language::Link> cues = cues_of_contents(article.text, analysis, paragraphs);
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (!cues[i].partner) continue;
    contents[*cues[i].partner].push_back(with_marks(article.text, analysis.contents[i].text, quotations));
    confidence[*cues[i].partner] *= cues[i].probability * analysis.contents[i].probability;
  }

  std::vector<Attribution> attributions;
  for (std::size_t i = 0; i < analysis.cues.size(); ++i) {
    if (contents[i].empty()) continue;
    const language::CueSpan& cue = analysis.cues[i];
    Attribution& attribution = attributions.emplace_back();
    attribution.cue = {passage_of(article.text, {cue.text}), {}};
    attribution.content = passage_of(article.text, std::move(contents[i]));
    attribution.quote = quote_kind_of(article.text, attribution.content.spans, quotations);
    attribution.confidence = confidence[i] * cue.probability * cue.source.probability;
    if (cue.source.partner) {
      const language::RoleSpan& source = analysis.sources[*cue.source.partner];
      attribution.confidence *= source.probability;
      attribution.source = Source{passage_of(article.text, {source.text}), {}, {}, false, false};
    }
  }
  return attributions;
}

}  // namespace sayso::reading
