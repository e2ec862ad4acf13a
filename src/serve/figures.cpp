#include "serve/figures.h"

#include <algorithm>
#include <map>

#include "sayso/archive.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

struct Figure {
  std::string unit;
  std::string value;  // what is compared
  std::string text;   // what is shown
};

std::string plain(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string in_small(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  return small;
}

std::string_view bound_word(std::string_view bound) {
  if (bound == "at_least") return "at least ";
  if (bound == "at_most") return "at most ";
  return bound == "about" ? "about " : "";
}

void add_quantities(std::string_view list, std::vector<Figure>& figures) {
  const Json quantities = Json::parse(list, nullptr, false);
  if (!quantities.is_array()) return;
  for (const Json& q : quantities) {
    const std::string unit = q.value("unit", "");
    if (unit.empty()) continue;  // a number of nothing known cannot be compared
    const std::string value = std::string(bound_word(q.value("bound", ""))) + plain(q.value("value", 0.0));
    figures.push_back({unit, value, value});
  }
}

Result<std::vector<Figure>> figures_of(const Archive& archive, const ClaimStatement& statement) {
  std::vector<Figure> figures;
  if (statement.proposition.empty()) return figures;
  const std::vector<SqlValue> values = {statement.document, statement.proposition};
  auto done = archive.query("SELECT quantities FROM propositions WHERE document = ?1 AND id = ?2", values,
                            [&](const SqlRow& row) {
                              add_quantities(row.text(0), figures);
                              return true;
                            });
  if (!done) return done.error();
  done = archive.query(
      "SELECT x.value, x.text FROM propositions p JOIN timexes x ON x.document = p.document WHERE p.document "
      "= ?1 AND "
      "p.id = ?2 AND x.type = 'DURATION' AND x.\"begin\" >= p.\"begin\" AND x.\"end\" <= p.\"end\"",
      values, [&](const SqlRow& row) {
        // "PT40M"; a period of unknown length has an X. Days are not set against minutes: "a day later"
        // beside "forty minutes" is no difference.
        const std::string value(row.text(0));
        if (value.find('X') != std::string::npos) return true;
        const bool short_one = value.find('T') != std::string::npos;
        figures.push_back(
            {short_one ? "minutes and hours" : "days and longer", value, in_small(row.text(1))});
        return true;
      });
  if (!done) return done.error();
  return figures;
}

}  // namespace

Result<Json> differing_figures(const Archive& archive, const ClaimPage& page) {
  std::map<std::string, std::map<std::string, std::pair<std::string, Json>>> units;  // by unit and value
  for (const ClaimStatement& statement : page.claim.statements) {
    const auto figures = figures_of(archive, statement);
    if (!figures) return figures.error();
    for (const Figure& figure : *figures) {
      auto& [text, said] =
          units[figure.unit].try_emplace(figure.value, figure.text, Json::array()).first->second;
      const Json row = statement_row(statement, page.documents);
      said.push_back({{"outlet", row["outlet"]},
                      {"origin", row["origin"]},
                      {"date", row["date"]},
                      {"url", row["url"]},
                      {"words", statement.quote}});
    }
  }
  Json out = Json::array();
  for (auto& [unit, values] : units) {
    if (values.size() < 2) continue;
    Json list = Json::array();
    for (auto& [value, text_and_said] : values) {
      auto& [text, said] = text_and_said;
      list.push_back({{"value", text}, {"count", said.size()}, {"said", std::move(said)}});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Json& a, const Json& b) { return a["count"] > b["count"]; });
    out.push_back({{"unit", unit}, {"values", std::move(list)}});
  }
  return out;
}

}  // namespace sayso::serve
