#include "cli/terminal_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "cli/attribution_context.h"
#include "cli/commitment_words.h"
#include "cli/facts.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kDot = " · ";

std::string view_rule(const Record& record, const WrapOptions& options) {
  return rule(record.document.input, short_id(record.id), options);
}

std::string view_head(const Record& record, const WrapOptions& options) {
  const Article& article = record.document;
  std::string out = wrap({{article.title.empty() ? "(untitled)" : article.title, Style::title}}, "", options);
  const std::string known = facts({article.outlet, article.published,
                                   article.authors.empty() ? "" : "by " + join(article.authors, ", ")});
  if (!known.empty()) out += wrap({{known}}, "", options);
  for (const Warning& warning : article.warnings) {
    std::string line = "warning: " + warning.code;
    if (warning.code == "not_english") {
      line += ": the text is in \"" + article.language + "\" and was not read for who said what";
    } else if (!warning.place.empty()) {
      line += " in " + warning.place;
    }
    if (warning.count > 1) line += " x" + std::to_string(warning.count);
    out += wrap({{line, Style::faint}}, "", options);
  }
  return out;
}

// "Breitbart > Interfax > Zamir Kabulov". Who has no name is shown by the words for them.
std::string name_chain(const Attribution& attribution) {
  const std::vector<ChainLink>& chain = attribution.chain;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (!chain[i].name.empty()) {
      names.push_back(chain[i].name);
    } else if (i == 0) {
      names.emplace_back("outlet unknown");
    } else if (i + 1 < chain.size()) {
      names.emplace_back("carrier unknown");
    } else {
      names.push_back(attribution.source ? attribution.source->text : "nobody named");
    }
  }
  return join(names, " > ");
}

// The content as it stands is denied; where another cue reports a "not", the content holds it in its own
// words.
bool denies_by_cue(const Attribution& attribution) {
  static constexpr std::array<std::string_view, 15> kLemmas = {
      "contest", "contradict", "debunk", "deny",   "disavow",   "discount", "dismiss", "dispute",
      "rebuff",  "rebut",      "refute", "reject", "repudiate", "rubbish",  "scoff"};
  return std::ranges::binary_search(kLemmas, attribution.cue.lemma);
}

std::string_view mark_assertion(const Attribution& attribution) {
  if (attribution.commitment == Commitment::certain_minus && denies_by_cue(attribution)) return "denies";
  return commitment_word(attribution.commitment);
}

std::string_view mark_commissive(Commitment commitment) {
  switch (commitment) {
    case Commitment::probable_plus:
      return "plans";
    case Commitment::possible_plus:
      return "considers";
    case Commitment::certain_minus:
      return "will not";
    case Commitment::probable_minus:
      return "has no plans";
    case Commitment::possible_minus:
      return "may not";
    default:
      return "promises";
  }
}

// What a hasty reader must not take for a plain assertion, in a word; nothing for one.
std::string_view mark_of(const Attribution& attribution) {
  switch (attribution.act) {
    case SpeechAct::assertive:
      return mark_assertion(attribution);
    case SpeechAct::directive:
      return "urges";
    case SpeechAct::commissive:
      return mark_commissive(attribution.commitment);
    case SpeechAct::expressive:
      return "feels";
    case SpeechAct::question:
      return "asks";
  }
  return "";
}

// A pronoun's entity by name, other words as they stand.
std::string name_addressee(const Record& record, const Circumstance& addressee) {
  if (!addressee.entity || *addressee.entity >= record.entities.size() || addressee.spans.size() != 1)
    return addressee.text;
  const Span span = addressee.spans.front();
  const auto begins_there = std::ranges::equal_range(record.mentions, span.begin, {},
                                                     [](const EntityMention& m) { return m.span.begin; });
  const bool is_pronoun = std::ranges::any_of(
      begins_there, [&](const EntityMention& m) { return m.span == span && m.form == MentionForm::pronoun; });
  return is_pronoun ? record.entities[*addressee.entity].name : addressee.text;
}

std::string say_when(const TimeOfSaying& time) {
  const bool is_day = time.value.size() == std::string_view("2025-03-13").size();
  return (is_day ? "on " : "in ") + time.value;
}

// "in 4 · The Weir > Interfax > Zamir Kabulov · denies · to reporters · on 2016-12-12 · direct · 87%": within
// which attribution, through whom, how it is meant, to whom, when, in whose words, how sure the model is.
std::string view_facts(const Record& record, const Attribution& attribution, std::string_view indent,
                       const WrapOptions& options) {
  std::vector<std::string> before;
  if (attribution.within) before.push_back("in " + std::to_string(*attribution.within + 1));
  if (!attribution.chain.empty()) before.push_back(name_chain(attribution));
  std::vector<std::string> after;
  if (attribution.addressee) after.push_back("to " + name_addressee(record, *attribution.addressee));
  if (attribution.time) after.push_back(say_when(*attribution.time));
  after.emplace_back(to_string(attribution.quote));
  after.push_back(std::to_string(std::lround(std::clamp(attribution.confidence, 0.0, 1.0) * 100)) + "%");

  std::string front = join(before, kDot);
  if (!front.empty()) front += kDot;
  const std::string_view mark = mark_of(attribution);
  const std::string back = (mark.empty() ? "" : std::string(kDot)) + join(after, kDot);
  std::vector<StyledPiece> pieces;
  if (!front.empty()) pieces.push_back({front, Style::faint});
  if (!mark.empty()) pieces.push_back({mark, Style::title});
  pieces.push_back({back, Style::faint});
  return wrap(pieces, indent, options);
}

std::string view_attribution(const Record& record, const Attribution& attribution, const std::string& number,
                             const WrapOptions& options) {
  const std::string indent(number.size(), ' ');
  return wrap(attribution_context(record.document, attribution), number, options) +
         view_facts(record, attribution, indent, options);
}

}  // namespace

std::string view_legend(const WrapOptions& options) {
  return wrap({{"Marks: ", Style::faint},
               {"source", Style::source},
               {"  ", Style::faint},
               {"cue", Style::cue},
               {"  ", Style::faint},
               {"content", Style::content}},
              "", options) +
         "\n";
}

std::string view_record(const Record& record, const WrapOptions& options) {
  std::string out = view_rule(record, options) + view_head(record, options) + "\n";
  if (record.attributions.empty())
    return out + wrap({{"no attributions found", Style::faint}}, "  ", options) + "\n";
  const std::size_t digits = std::to_string(record.attributions.size()).size();
  for (std::size_t i = 0; i < record.attributions.size(); ++i) {
    std::string number = std::to_string(i + 1);
    number = std::string(digits - number.size() + 1, ' ') + number + "  ";
    out += view_attribution(record, record.attributions[i], number, options) + "\n";
  }
  return out;
}

}  // namespace sayso::cli
