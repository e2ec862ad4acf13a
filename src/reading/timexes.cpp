// Reads the blocks from top to bottom (timex_grammar.h says what stands there) and gives each expression its
// value (timex_values.h) with what the text has spoken of so far.
#include "reading/timexes.h"

#include "reading/calendar.h"
#include "reading/timex_grammar.h"
#include "reading/timex_lexemes.h"
#include "reading/timex_tense.h"
#include "reading/timex_values.h"

namespace sayso::reading {
namespace {

// How many blocks back "that day" may look; further up, something else has been spoken of since.
constexpr std::size_t kBlocksBack = 2;

struct BlockMatches {
  std::size_t block = 0;
  std::vector<Lexeme> lexemes;
  std::vector<TimexMatch> matches;
};

std::vector<TimexMatch> find_matches(const std::vector<Lexeme>& lexemes) {
  std::vector<TimexMatch> matches;
  for (std::size_t at = 0; at < lexemes.size();) {
    std::optional<TimexMatch> match;
    if (lexemes[at].kind != LexemeKind::mark || lexemes[at].mark == '\'')
      match = read_timex(Cursor(lexemes, at));
    if (match && match->end > at) {
      at = match->end;
      if (!match->silent) matches.push_back(*std::move(match));
    } else {
      ++at;
    }
  }
  return matches;
}

std::vector<BlockMatches> find_in_blocks(const Article& article, const Layers& layers) {
  std::vector<BlockMatches> found;
  const std::vector<std::uint8_t> name_marks = mark_names(layers);
  std::size_t first_word = 0;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (!is_read(block.kind) && block.kind != BlockKind::dateline) continue;
    BlockMatches one;
    one.block = i;
    one.lexemes = split_lexemes(article, block, layers, name_marks, first_word);
    one.matches = find_matches(one.lexemes);
    if (!one.matches.empty()) found.push_back(std::move(one));
  }
  return found;
}

bool is_full_date(const TimexMatch& match) {
  return match.form.kind == TimexForm::Kind::calendar && match.form.year && match.form.month > 0 &&
         match.form.day > 0;
}

// The date that the article speaks from: its dateline's, else that of its publication, else the first full
// one in it.
std::optional<Date> reference_date(const Article& article, const std::vector<BlockMatches>& found) {
  std::optional<Date> published = parse_iso_day(article.published);
  for (const BlockMatches& in : found) {
    for (const TimexMatch& match : in.matches) {
      if (!published && is_full_date(match)) {
        published = make_date(*match.form.year, match.form.month, match.form.day);
      }
    }
  }
  for (const BlockMatches& in : found) {
    if (article.blocks[in.block].kind != BlockKind::dateline) continue;
    for (const TimexMatch& match : in.matches) {
      TimexContext context;
      context.reference = published;
      const TimexMeaning meaning = resolve_timex(match, context);
      if (meaning.moment && meaning.moment->grain == Unit::day) return meaning.moment->first;
    }
  }
  return published;
}

// What the text has spoken of, block after block.
class Timeline {
 public:
  explicit Timeline(std::optional<Date> reference) { context_.reference = reference; }

  TimexContext context_at(std::size_t block, std::uint32_t sentence, Tense tense) {
    if (block > last_block_ + kBlocksBack) {
      context_.previous.reset();
      context_.previous_day.reset();
    }
    context_.clock_day = sentence_ == sentence && sentence_day_ ? sentence_day_ : context_.reference;
    context_.tense = tense;
    return context_;
  }

  void remember(std::size_t block, std::uint32_t sentence, const TimexMeaning& meaning) {
    if (!meaning.moment) return;
    last_block_ = block;
    context_.previous = meaning.moment;
    context_.previous_value = meaning.value;
    if (meaning.moment->grain != Unit::day) return;
    context_.previous_day = meaning.moment->first;
    sentence_ = sentence;
    sentence_day_ = meaning.moment->first;
  }

 private:
  TimexContext context_;
  std::size_t last_block_ = 0;
  std::uint32_t sentence_ = 0;
  std::optional<Date> sentence_day_;
};

// The word by which the expression hangs on its clause: the first whose head lies outside.
std::optional<std::uint32_t> head_word(const std::vector<Lexeme>& lexemes, const TimexMatch& match,
                                       const Layers& layers) {
  const auto first = lexemes[match.begin].word;
  const auto last = lexemes[match.end - 1].word;
  if (!first || !last) return first;
  for (std::uint32_t i = *first; i <= *last && i < layers.words.size(); ++i) {
    const auto& head = layers.words[i].head;
    if (!head || *head < *first || *head > *last) return i;
  }
  return first;
}

}  // namespace

std::vector<Timex> find_timexes(const Article& article, const Layers& layers) {
  const std::vector<BlockMatches> found = find_in_blocks(article, layers);
  const ClauseTenses tenses(article.text, layers);
  Timeline timeline(reference_date(article, found));
  std::vector<Timex> timexes;
  for (const BlockMatches& in : found) {
    if (!is_read(article.blocks[in.block].kind)) continue;
    for (const TimexMatch& match : in.matches) {
      const std::uint32_t sentence = in.lexemes[match.begin].sentence;
      const auto head = head_word(in.lexemes, match, layers);
      const Tense tense = head ? tenses.at(*head) : Tense::unclear;
      TimexMeaning meaning = resolve_timex(match, timeline.context_at(in.block, sentence, tense));
      timeline.remember(in.block, sentence, meaning);
      const Span span{in.lexemes[match.begin].span.begin, in.lexemes[match.end - 1].span.end};
      timexes.push_back({"t" + std::to_string(timexes.size() + 1), span, meaning.type,
                         std::move(meaning.value), std::move(meaning.mod), std::move(meaning.begin_point),
                         std::move(meaning.end_point)});
    }
  }
  return timexes;
}

}  // namespace sayso::reading
