#include "cli/entity_view.h"

#include <vector>

#include "cli/claim_view.h"
#include "cli/commitment_words.h"
#include "cli/facts.h"

namespace sayso::cli {
namespace {

constexpr std::string_view kIndent = "  ";

std::string heading(std::string_view words, const WrapOptions& options) {
  return wrap({{words, Style::title}}, "", options);
}

std::string faint_line(const std::string& words, const WrapOptions& options) {
  return wrap({{words, Style::faint}}, kIndent, options);
}

std::string view_aliases(const SharedEntity& entity, const WrapOptions& options) {
  if (entity.aliases.empty()) return {};
  std::string out = heading("Called", options);
  for (const SharedEntity::Alias& alias : entity.aliases) {
    const std::string row =
        facts({alias.text, std::to_string(alias.count) + "x", period(alias.first, alias.last)});
    out += wrap({{row}}, kIndent, options);
  }
  return out + "\n";
}

std::string view_roles(const SharedEntity& entity, const WrapOptions& options) {
  if (entity.roles.empty()) return {};
  std::string out = heading("Role", options);
  for (const SharedEntity::DatedRole& role : entity.roles) {
    const std::string row =
        facts({role.title + (role.of.empty() ? "" : " of " + role.of), period(role.from, role.to)});
    out += wrap({{row}}, kIndent, options);
  }
  return out + "\n";
}

std::string view_row(const SaidRow& row, const WrapOptions& options) {
  std::vector<std::string> names = row.chain;
  if (!names.empty() && names.front().empty()) names.front() = "outlet unknown";
  if (names.empty() || names.back() != row.source) names.push_back(row.source);
  const std::string words = quoted(row.words);
  const std::string about =
      facts({day_of(row.date), join(names, " > "), std::string(commitment_word(row.commitment)),
             short_id(row.document) + "#" + row.attribution,
             row.claim.empty() ? "" : "claim " + short_id(row.claim)});
  return wrap({{words}}, kIndent, options) + faint_line(about, options);
}

std::string view_rows(std::string_view title, const std::vector<SaidRow>& rows, std::uint64_t all,
                      const WrapOptions& options) {
  if (rows.empty()) return {};
  std::string what = std::string(title) + " (" + count_of(all, "time") + ")";
  if (rows.size() < all) what += ", the latest " + std::to_string(rows.size());
  std::string out = heading(what, options);
  for (const SaidRow& row : rows) out += view_row(row, options);
  return out + "\n";
}

std::string view_merges(const SharedEntity& entity, const WrapOptions& options) {
  if (entity.why.empty()) return {};
  std::string out = heading("Why one", options);
  for (const std::string& reason : entity.why) out += faint_line(reason, options);
  return out + "\n";
}

}  // namespace

std::string view_entity_summary(const EntitySummary& entity, const WrapOptions& options) {
  const std::string known =
      facts({to_string(entity.kind), entity.roles, count_of(entity.documents, "article"),
             count_of(entity.statements, "statement"), entity.id});
  return wrap({{entity.name, Style::title}}, "", options) + wrap({{known, Style::faint}}, kIndent, options);
}

std::string view_entity(const EntityPage& page, const WrapOptions& options) {
  const SharedEntity& entity = page.entity;
  const std::string known = facts({to_string(entity.kind), "in " + count_of(page.documents, "article")});
  return rule(entity.name, entity.id, options) + wrap({{known}}, "", options) + "\n" +
         view_aliases(entity, options) + view_roles(entity, options) +
         view_rows("Said", page.said, page.said_count, options) +
         view_rows("Said of it by others", page.about, page.about_count, options) +
         view_merges(entity, options);
}

std::string view_explanation(const EntitySummary& entity, const EntityExplanation& explanation,
                             const WrapOptions& options) {
  std::string out = rule(entity.name, entity.id, options) + heading("Joined", options);
  if (explanation.joined.empty()) out += faint_line("nobody: it is in one article alone", options);
  for (const std::string& reason : explanation.joined) out += wrap({{reason}}, kIndent, options);
  out += "\n" + heading("Kept apart", options);
  if (explanation.apart.empty()) out += faint_line("nobody else bears one of its names", options);
  for (const EntityApart& other : explanation.apart) {
    out += view_entity_summary(other.entity, options) + wrap({{other.why}}, kIndent, options);
  }
  return out + "\n";
}

}  // namespace sayso::cli
