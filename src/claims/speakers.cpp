#include "claims/speakers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/content_stems.h"
#include "intake/ascii.h"
#include "intake/words.h"
#include "reading/cue_lexicon.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

constexpr std::int32_t kArticle = -1;
constexpr std::int32_t kFrame = -2;  // a source or a cue

// Below it, more of what the model marks is no act of saying than is one; read off the dossiers' development
// half.
constexpr double kLeastConfidence = 0.15;

std::size_t depth_of(const Record& record, std::size_t attribution) {
  std::size_t depth = 0;
  for (auto outer = record.attributions[attribution].within; outer && depth <= record.attributions.size();
       outer = record.attributions[*outer].within) {
    ++depth;
  }
  return depth;
}

// Marks that belong to the layout of a sentence, not to what it says.
std::size_t mark_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (intake::is_ascii_space(c) || c == '"' || c == ',' || c == ';' || c == ':' || c == '.' || c == '\'')
    return 1;
  const std::string_view three = text.substr(at, 3);
  const bool mark = three == "\u201C" || three == "\u201D" || three == "\u2018" || three == "\u2019" ||
                    three == "\u2013" || three == "\u2014";
  return mark ? 3 : 0;
}

Span without_marks(std::string_view text, Span run) {
  while (run.begin < run.end) {
    const std::size_t mark = mark_length(text, run.begin);
    if (mark == 0 || run.begin + mark > run.end) break;
    run.begin += static_cast<std::uint32_t>(mark);
  }
  while (run.begin < run.end) {
    std::uint32_t last = run.end - 1;
    while (last > run.begin && (text[last] & 0xC0) == 0x80) --last;
    const std::size_t mark = mark_length(text, last);
    if (mark == 0 || last + mark != run.end) break;
    run.end = last;
  }
  return run;
}

// Conjunctions behind which a clause hangs on the one before; sorted.
constexpr auto kSubordinators = std::to_array<std::string_view>({
    "after",
    "although",
    "because",
    "before",
    "if",
    "once",
    "since",
    "though",
    "unless",
    "until",
    "when",
    "while",
});

// Words that only a clause with a verb has; sorted. Clauses that the record has no proposition for are known
// by them.
constexpr auto kFinite = std::to_array<std::string_view>({
    "am",     "are",     "aren't",  "can",   "can't", "cannot",   "could",  "couldn't", "did",
    "didn't", "does",    "doesn't", "don't", "had",   "has",      "hasn't", "have",     "haven't",
    "is",     "isn't",   "may",     "might", "must",  "shall",    "should", "was",      "wasn't",
    "were",   "weren't", "will",    "won't", "would", "wouldn't",
});
static_assert(std::is_sorted(kFinite.begin(), kFinite.end()));

bool ends_with_subordinator(std::string_view run) {
  const std::vector<std::string_view> words = intake::split_words(run);
  return words.size() > 1 && reading::contains(kSubordinators, words.back());
}

}  // namespace

bool is_verbal(const Record& record, const Proposition& p) {
  const std::string_view words = p.span.of(record.document.text);
  return !p.tense.empty() || !p.modality.empty() || words.starts_with("to ");
}

bool has_finite_word(std::string_view text) {
  const std::vector<std::string> words = small_words(text);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& w) { return reading::contains(kFinite, w); });
}

// Whoever says a thing and not a clause ("summoned the ambassador", "noticed the leak") does something, which
// is for the article to say.
bool Speakers::reports(const Attribution& attribution) const {
  if (attribution.confidence < kLeastConfidence || attribution.content.spans.empty()) return false;
  if (attribution.quote != QuoteKind::indirect || record_.propositions.empty()) return true;
  if (has_finite_word(attribution.content.text)) return true;
  // A clause of saying in it is an attribution of its own and no proposition.
  if (!cues_.in(attribution.content.spans).empty()) return true;
  const std::vector<std::uint32_t> inside = predicates_.in(attribution.content.spans);
  return std::any_of(inside.begin(), inside.end(),
                     [&](std::uint32_t p) { return is_verbal(record_, record_.propositions[p]); });
}

Speakers::Speakers(const Record& record)
    : record_(record),
      cues_(record.attributions,
            [](const Attribution& a) { return a.cue.spans.empty() ? Span{} : a.cue.spans.front(); }),
      predicates_(record.propositions, [](const Proposition& p) { return p.predicate.span; }),
      counts_(record.attributions.size()),
      owner_(record.document.text.size(), kArticle) {
  const auto paint = [&](const std::vector<Span>& spans, std::int32_t owner) {
    for (const Span& span : spans) {
      for (std::uint32_t i = span.begin; i < span.end && i < owner_.size(); ++i) owner_[i] = owner;
    }
  };
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < record.attributions.size(); ++i) {
    counts_[i] = reports(record.attributions[i]);
    if (counts_[i]) order.emplace_back(depth_of(record, i), i);
  }
  std::sort(order.begin(), order.end());
  for (const auto& [depth, i] : order) {
    const Attribution& attribution = record.attributions[i];
    paint(attribution.content.spans, static_cast<std::int32_t>(i));
    if (attribution.source) paint(attribution.source->spans, kFrame);
    paint(attribution.cue.spans, kFrame);
  }
}

// Whether `run`, which nobody claims, stands before a cue that closes its sentence: "The dam broke on Monday,
// some of it washed away, the mayor said." What the cue is given as content then begins too late.
bool Speakers::is_led_by(std::uint32_t i, Span sentence, Span run) const {
  const Attribution& attribution = record_.attributions[i];
  if (counts_[i] == 0 || attribution.cue.spans.empty() || !attribution.source ||
      attribution.source->spans.empty()) {
    return false;
  }
  const std::uint32_t frame =
      std::min(attribution.cue.spans.front().begin, attribution.source->spans.front().begin);
  if (!sentence.contains(attribution.cue.spans.front()) || run.end > frame || frame == 0) return false;
  const bool content_between =
      std::any_of(attribution.content.spans.begin(), attribution.content.spans.end(),
                  [&](const Span& c) { return c.begin >= run.end && c.end <= frame; });
  const std::string_view before = record_.document.text;
  std::uint32_t at = frame;
  while (at > run.begin && intake::is_ascii_space(before[at - 1])) --at;
  const bool comma = at > run.begin && before[at - 1] == ',';
  return comma && (content_between || without_marks(before, {run.end, frame}).empty());
}

std::optional<std::uint32_t> Speakers::leader(Span sentence, Span run) const {
  if (run.begin != sentence.begin || intake::has_quotation_mark(run.of(record_.document.text)))
    return std::nullopt;
  for (const std::uint32_t i : cues_.in(sentence)) {
    if (is_led_by(i, sentence, run)) return i;
  }
  return std::nullopt;
}

// "The valve failed before dawn, Strand told reporters": takes the clause of saying off and makes its subject
// the speaker. Models miss such a cue more often than they miss the clause.
void Speakers::take_closing_clause(Stretch& stretch) const {
  const std::string_view text = record_.document.text;
  Span& run = stretch.pieces.front();
  for (const std::uint32_t i : predicates_.in(run)) {
    const Proposition& p = record_.propositions[i];
    if (p.attribution || p.negated || p.arguments.empty()) continue;
    if (reading::force_of(p.predicate.lemma, Upos::verb) != reading::CueForce::report) continue;
    const auto subject = std::find_if(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return a.role == "nsubj" && a.entity && a.span.end <= p.predicate.span.begin &&
             a.span.begin > run.begin;
    });
    if (subject == p.arguments.end()) continue;
    const Span before = without_marks(text, {run.begin, subject->span.begin});
    if (before.end == subject->span.begin || text[before.end] != ',') continue;
    run = before;
    stretch.entity = subject->entity;
    return;
  }
}

std::vector<Stretch> Speakers::stretches_in(Span sentence) const {
  const std::string_view text = record_.document.text;
  std::vector<Stretch> stretches;
  for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
    std::uint32_t end = begin;
    while (end < sentence.end && owner_[end] == owner_[begin]) ++end;
    const std::int32_t owner = owner_[begin];
    if (owner != kFrame && ends_with_subordinator(Span{begin, end}.of(text))) end = sentence.end;
    const Span run = without_marks(text, {begin, end});
    begin = end;
    if (owner == kFrame || run.empty()) continue;
    std::optional<std::uint32_t> speaker;
    if (owner >= 0) speaker = static_cast<std::uint32_t>(owner);
    if (!speaker) speaker = leader(sentence, run);
    const auto same = std::find_if(stretches.begin(), stretches.end(),
                                   [&](const Stretch& s) { return owner >= 0 && s.attribution == speaker; });
    if (same != stretches.end()) {
      same->pieces.push_back(run);
    } else {
      stretches.push_back({{run}, speaker});
      if (!speaker && run.begin == sentence.begin) take_closing_clause(stretches.back());
    }
  }
  return stretches;
}

}  // namespace sayso::claims
