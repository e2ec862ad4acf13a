#include "cli/claim_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "cli/facts.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kDeeper = "    ";

struct Lane {
  Polarity polarity;
  std::string_view heading;
};
constexpr std::array<Lane, 3> kLanes = {
    {{Polarity::affirm, "Affirmed"}, {Polarity::deny, "Denied"}, {Polarity::uncertain, "Left open"}}};

std::string_view verb_of(Polarity polarity) {
  switch (polarity) {
    case Polarity::affirm:
      return "affirmed it";
    case Polarity::deny:
      return "denied it";
    case Polarity::uncertain:
      return "left it open";
  }
  return "";
}

std::string_view verb_of(CopyKind kind) {
  switch (kind) {
    case CopyKind::reprint:
      return " reprints ";
    case CopyKind::rewrite:
      return " rewrites ";
    case CopyKind::excerpt:
      return " excerpts ";
  }
  return "";
}

std::string heading(std::string_view words, const WrapOptions& options) {
  return wrap({{words, Style::title}}, "", options);
}

// "The Weir, 2024-03-05 (3f2a91c0)".
std::string name_document(const DocumentCards& cards, const std::string& id) {
  const auto card = cards.find(id);
  if (card == cards.end()) return short_id(id);
  const std::string outlet = card->second.outlet.empty() ? "outlet unknown" : card->second.outlet;
  return outlet + ", " + day_of(card->second.published) + " (" + short_id(id) + ")";
}

std::uint64_t count_articles(const std::vector<const ClaimStatement*>& statements) {
  std::set<std::string_view> articles;
  for (const ClaimStatement* statement : statements) articles.insert(statement->document);
  return articles.size();
}

ClaimSummary summarise(const Claim& claim) {
  std::set<std::string_view> articles;
  std::set<std::string_view> outlets;
  for (const ClaimStatement& statement : claim.statements) {
    articles.insert(statement.document);
    outlets.insert(statement.outlet);
  }
  return {.id = claim.id,
          .text = claim.text,
          .status = claim.status,
          .articles = static_cast<std::uint32_t>(articles.size()),
          .outlets = static_cast<std::uint32_t>(outlets.size()),
          .origins = claim.independent_origins,
          .first = claim.first,
          .last = claim.last};
}

std::string view_statement(const ClaimStatement& statement, std::string_view indent,
                           const WrapOptions& options) {
  const std::string words = quoted(statement.quote);
  const std::string about =
      facts({day_of(statement.date), statement_chain(statement), statement_reference(statement)});
  return wrap({{words}}, indent, options) + wrap({{about, Style::faint}}, indent, options);
}

std::string view_lane(const Lane& lane, const Claim& claim, const WrapOptions& options) {
  std::vector<const ClaimStatement*> statements;
  for (const ClaimStatement& statement : claim.statements) {
    if (statement.polarity == lane.polarity) statements.push_back(&statement);
  }
  if (statements.empty()) return {};
  std::stable_sort(statements.begin(), statements.end(),
                   [](const auto* a, const auto* b) { return a->date < b->date; });
  std::string out =
      heading(std::string(lane.heading) + " in " + count_of(count_articles(statements), "article"), options);
  for (const ClaimStatement* statement : statements) out += view_statement(*statement, kIndent, options);
  return out + "\n";
}

std::string view_origins(const Claim& claim, const WrapOptions& options) {
  std::string out = heading("Rests on " + count_of(claim.independent_origins, "origin"), options);
  for (const ClaimOrigin& origin : claim.origins) {
    const std::string row =
        facts({origin.name, count_of(origin.documents.size(), "article"),
               origin.independent ? "" : "not counted", origin.verifiable ? "" : "not verifiable"});
    out += wrap({{row}}, kIndent, options);
    if (!origin.why.empty()) out += wrap({{origin.why, Style::faint}}, kDeeper, options);
  }
  return out + "\n";
}

std::string view_positions(const Claim& claim, const WrapOptions& options) {
  if (claim.positions.empty()) return {};
  std::string out = heading("Changed position", options);
  for (std::size_t i = 0; i < claim.positions.size();) {
    const std::string& entity = claim.positions[i].entity;
    std::vector<std::string> steps;
    for (; i < claim.positions.size() && claim.positions[i].entity == entity; ++i) {
      const Position& position = claim.positions[i];
      steps.push_back(std::string(verb_of(position.polarity)) +
                      (position.date.empty() ? "" : " on " + day_of(position.date)));
    }
    const std::string row = entity + " " + join(steps, ", ");
    out += wrap({{row}}, kIndent, options);
  }
  return out + "\n";
}

std::string view_copies(const ClaimPage& page, const WrapOptions& options) {
  if (page.claim.copies.empty()) return {};
  std::string out = heading("Copies", options);
  for (const Copy& copy : page.claim.copies) {
    const std::string row = name_document(page.documents, copy.document) + std::string(verb_of(copy.kind)) +
                            name_document(page.documents, copy.of);
    out += wrap({{row}}, kIndent, options);
    if (!copy.why.empty()) out += wrap({{copy.why, Style::faint}}, kDeeper, options);
  }
  return out + "\n";
}

std::string view_pair(const JudgedPair& pair, const WrapOptions& options) {
  const std::string reason = pair.why + " (" + std::to_string(std::lround(pair.score * 100)) + ")";
  return wrap({{reason, Style::title}}, kIndent, options) + view_statement(pair.a, kDeeper, options) +
         view_statement(pair.b, kDeeper, options);
}

}  // namespace

std::string quoted(const std::string& words) {
  static constexpr std::array<std::string_view, 4> kOpening = {"“", "\"", "‘", "«"};
  const bool has_marks =
      std::ranges::any_of(kOpening, [&](std::string_view mark) { return words.starts_with(mark); });
  std::string line = has_marks ? words : "“" + words + "”";
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string statement_reference(const ClaimStatement& statement) {
  const std::string& id = statement.attribution.empty() ? statement.proposition : statement.attribution;
  return short_id(statement.document) + "#" + id;
}

std::string statement_chain(const ClaimStatement& statement) {
  std::vector<std::string> names = {statement.outlet.empty() ? "outlet unknown" : statement.outlet};
  names.insert(names.end(), statement.via.begin(), statement.via.end());
  if (statement.attribution.empty()) return join(names, " > ") + ", in its own words";
  if (statement.origin != names.back()) names.push_back(statement.origin);
  return join(names, " > ");
}

std::string view_claim_summary(const ClaimSummary& claim, const WrapOptions& options) {
  const std::string known = facts({to_string(claim.status), period(claim.first, claim.last)});
  return rule(reach(claim.articles, claim.outlets, claim.origins), short_id(claim.id), options) +
         wrap({{claim.text, Style::title}}, "", options) + wrap({{known, Style::faint}}, "", options) + "\n";
}

std::string view_claim(const ClaimPage& page, const WrapOptions& options) {
  std::string out = view_claim_summary(summarise(page.claim), options);
  for (const Lane& lane : kLanes) out += view_lane(lane, page.claim, options);
  return out + view_origins(page.claim, options) + view_positions(page.claim, options) +
         view_copies(page, options);
}

std::string view_explanation(const ClaimExplanation& explanation, const WrapOptions& options) {
  std::string out = heading("Joined", options);
  if (explanation.joined.empty()) out += wrap({{"one statement alone", Style::faint}}, kIndent, options);
  for (const JudgedPair& pair : explanation.joined) out += view_pair(pair, options);
  out += "\n" + heading("Kept apart", options);
  if (explanation.apart.empty()) out += wrap({{"nothing else came near", Style::faint}}, kIndent, options);
  for (const JudgedPair& pair : explanation.apart) out += view_pair(pair, options);
  return out + "\n";
}

}  // namespace sayso::cli
