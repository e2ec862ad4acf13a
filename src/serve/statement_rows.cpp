#include "serve/statement_rows.h"

#include <cmath>

#include "serve/address.h"
#include "serve/paging.h"

namespace sayso::serve {

Json or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string_view stance_label(Polarity polarity) {
  switch (polarity) {
    case Polarity::affirm:
      return "affirms";
    case Polarity::deny:
      return "denies";
    case Polarity::uncertain:
      return "leaves open";
  }
  return "";
}

std::string headline_of(std::string_view text) {
  constexpr std::string_view kThat = "that ";
  std::string words(text.starts_with(kThat) ? text.substr(kThat.size()) : text);
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() -= 'a' - 'A';
  return words;
}

std::string reach_of(std::uint64_t articles, std::uint64_t outlets, std::uint64_t origins) {
  return counted(articles, "article", "articles") + ", " + counted(outlets, "outlet", "outlets") + ", " +
         counted(origins, "origin", "origins");
}

Json claim_row(const ClaimSummary& claim) {
  return {{"id", claim.id},
          {"text", claim.text},
          {"headline", headline_of(claim.text)},
          {"status", to_string(claim.status)},
          {"articles", claim.articles},
          {"outlets", claim.outlets},
          {"origins", claim.origins},
          {"first", or_null(claim.first)},
          {"last", claim.last == claim.first ? Json(nullptr) : or_null(claim.last)},
          {"reach", reach_of(claim.articles, claim.outlets, claim.origins)}};
}

Json statement_row(const ClaimStatement& statement, const DocumentCards& documents) {
  const auto card = documents.find(statement.document);
  const bool known = card != documents.end();
  std::string url = "/documents/" + statement.document;
  if (!statement.attribution.empty()) url += "#" + statement.attribution;
  return {{"document", statement.document},
          {"attribution", or_null(statement.attribution)},
          {"proposition", or_null(statement.proposition)},
          {"date", or_null(statement.date)},
          {"polarity", to_string(statement.polarity)},
          {"says", stance_label(statement.polarity)},
          {"origin", statement.origin},
          {"origin_entity", or_null(statement.origin_entity)},
          {"origin_url", statement.origin_entity.empty()
                             ? Json(nullptr)
                             : Json("/entities/" + percent_encoded(statement.origin_entity))},
          {"article_speaks", statement.attribution.empty()},
          {"quote", statement.quote},
          {"via", statement.via},
          {"outlet", or_null(statement.outlet)},
          {"title", known ? or_null(card->second.title) : Json(nullptr)},
          {"published", known ? or_null(card->second.published) : Json(nullptr)},
          {"confidence", statement.confidence},
          {"sure", static_cast<int>(std::lround(statement.confidence * 100))},
          {"url", std::move(url)}};
}

}  // namespace sayso::serve
