// Claims for others (include/sayso/claim_export.h): schema.org's Claim and ClaimReview, and a dossier to be
// printed.
#include "publish/claim_objects.h"
#include "publish/page_style.h"
#include "publish/record_names.h"
#include "sayso/claim_export.h"
#include "sayso/markup.h"

namespace sayso {
namespace {

using publish::Json;

const DocumentCard* card_of(const ClaimPage& page, const std::string& document) {
  const auto at = page.documents.find(document);
  return at == page.documents.end() ? nullptr : &at->second;
}

Json article_object(const ClaimPage& page, const std::string& document) {
  Json article = {{"@type", "NewsArticle"}, {"identifier", publish::urn_of(document)}};
  const DocumentCard* card = card_of(page, document);
  if (!card) return article;
  if (!card->title.empty()) article["headline"] = card->title;
  if (!card->url.empty()) article["url"] = card->url;
  if (!card->published.empty()) article["datePublished"] = card->published;
  if (!card->outlet.empty()) article["publisher"] = {{"@type", "Organization"}, {"name", card->outlet}};
  return article;
}

// Who affirms or denies it has no word there and stands under a name of our own.
Json claim_object(const ClaimPage& page) {
  const Claim& claim = page.claim;
  Json object = {
      {"@type", "Claim"}, {"@id", "urn:sayso:claim:" + claim.id}, {"text", claim.text}, {"name", claim.text}};
  Json authors = Json::array(), statements = Json::array(), articles = Json::array();
  for (const ClaimOrigin& origin : claim.origins) {
    if (origin.independent) authors.push_back({{"@type", "Thing"}, {"name", origin.name}});
  }
  std::map<std::string, Json> seen;
  const ClaimStatement* first = nullptr;
  for (const ClaimStatement& s : claim.statements) {
    if (seen.try_emplace(s.document, Json()).second) articles.push_back(article_object(page, s.document));
    if (!s.date.empty() && (!first || s.date < first->date)) first = &s;
    statements.push_back({{"quote", s.quote},
                          {"origin", s.origin},
                          {"polarity", to_string(s.polarity)},
                          {"article", publish::urn_of(s.document)}});
  }
  if (!authors.empty()) object["author"] = std::move(authors);
  if (!claim.first.empty()) object["datePublished"] = claim.first;
  object["appearance"] = std::move(articles);
  if (first) object["firstAppearance"] = article_object(page, first->document);
  object["urn:sayso:ns:status"] = to_string(claim.status);
  object["urn:sayso:ns:independent_origins"] = claim.independent_origins;
  object["urn:sayso:ns:statements"] = std::move(statements);
  return object;
}

Json review_object(const ClaimPage& page, const Verdict& verdict) {
  Json rating = {{"@type", "Rating"}, {"alternateName", verdict.rating}};
  if (verdict.value > 0) {
    rating["ratingValue"] = verdict.value;
    rating["worstRating"] = 1;
    rating["bestRating"] = 5;
  }
  Json review = {
      {"@context", "https://schema.org"},  {"@type", "ClaimReview"},
      {"claimReviewed", page.claim.text},  {"author", {{"@type", "Person"}, {"name", verdict.author}}},
      {"reviewRating", std::move(rating)}, {"itemReviewed", claim_object(page)}};
  if (!verdict.url.empty()) review["url"] = verdict.url;
  if (!verdict.date.empty()) review["datePublished"] = verdict.date;
  if (!verdict.text.empty()) review["reviewBody"] = verdict.text;
  return review;
}

std::string text_in(const Json& object, const char* name) {
  const auto at = object.find(name);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::string cell(const std::string& text) {
  return "<td>" + escape_markup(text) + "</td>";
}

}  // namespace

Result<std::map<std::string, std::vector<Verdict>>> read_verdicts(std::istream& lines,
                                                                  const std::string& name) {
  std::map<std::string, std::vector<Verdict>> verdicts;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Json object = Json::parse(line, nullptr, false);
    const std::string place = name + ":" + std::to_string(number);
    if (!object.is_object()) return Error{ErrorCode::malformed, "the line is no JSON object", place, {}};
    Verdict verdict{text_in(object, "claim"), text_in(object, "rating"), text_in(object, "author"),
                    text_in(object, "url"),   text_in(object, "date"),   text_in(object, "text")};
    const auto value = object.find("value");
    if (value != object.end() && value->is_number_integer()) verdict.value = value->get<int>();
    if (verdict.claim.empty() || verdict.rating.empty() || verdict.author.empty())
      return Error{ErrorCode::malformed, "a verdict needs \"claim\", \"rating\" and \"author\"", place, {}};
    if (verdict.value < 0 || verdict.value > 5)
      return Error{ErrorCode::malformed, "\"value\" goes from 1 to 5", place, {}};
    verdicts[verdict.claim].push_back(std::move(verdict));
  }
  return verdicts;
}

std::string to_schema_org(const ClaimPage& page, const std::vector<Verdict>& verdicts) {
  if (verdicts.empty()) {
    Json claim = {{"@context", "https://schema.org"}};
    claim.update(claim_object(page));
    return publish::write(claim) + "\n";
  }
  std::string out;
  for (const Verdict& verdict : verdicts) out += publish::write(review_object(page, verdict)) + "\n";
  return out;
}

std::string dossier_begin(const std::string& title) {
  return publish::page_begin(title);
}
std::string dossier_end() {
  return publish::page_end();
}

std::string to_dossier(const ClaimPage& page) {
  const Claim& claim = page.claim;
  std::string out = "<section id=\"" + claim.id + "\">\n<h2>" + escape_markup(claim.text) +
                    "</h2>\n<p class=\"facts\">" + to_string(claim.status) + " · " +
                    std::to_string(page.documents.size()) + " articles · " +
                    std::to_string(claim.independent_origins) + " independent origins · " +
                    escape_markup(claim.first) + " – " + escape_markup(claim.last) + "</p>\n";
  out +=
      "<h3>Statements</h3>\n<table><thead><tr><th>date</th><th>whose word</th><th>outlet</th><th>side</th>"
      "<th>words</th></tr></thead><tbody>\n";
  for (const ClaimStatement& s : claim.statements)
    out += "<tr>" + cell(s.date) + cell(s.origin) + cell(s.outlet) + cell(to_string(s.polarity)) +
           cell(s.quote) + "</tr>\n";
  out +=
      "</tbody></table>\n<h3>Origins</h3>\n<table><thead><tr><th>who</th><th>counts</th><th>why</th></tr></"
      "thead><tbody>\n";
  for (const ClaimOrigin& origin : claim.origins)
    out +=
        "<tr>" + cell(origin.name) + cell(origin.independent ? "yes" : "no") + cell(origin.why) + "</tr>\n";
  out += "</tbody></table>\n<h3>Articles</h3>\n<ol>\n";
  for (const auto& [id, card] : page.documents) {
    const std::string_view link = safe_link(card.url);
    std::string title = escape_markup(card.title.empty() ? card.id : card.title);
    if (!link.empty()) title = "<a href=\"" + escape_markup(link) + "\">" + title + "</a>";
    out +=
        "<li>" + title + ", " + escape_markup(card.outlet) + " " + escape_markup(card.published) + "</li>\n";
  }
  return out + "</ol>\n</section>\n";
}

}  // namespace sayso
