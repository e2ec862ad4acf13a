#include "serve/origin_tree.h"

#include <algorithm>
#include <map>
#include <set>

#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

constexpr int kDeepest = 8;  // copies of copies

// Carriers from the origin outward, then the articles that name no further one.
struct Carrier {
  std::map<std::string, Carrier> children;
  std::set<std::string> articles;
};

class OriginBranch {
 public:
  OriginBranch(const ClaimPage& page, const ClaimOrigin& origin) : page_(page) {
    documents_.insert(origin.documents.begin(), origin.documents.end());
    for (const Copy& copy : page.claim.copies) {
      const bool both = documents_.contains(copy.of) && documents_.contains(copy.document);
      if (both && copies_[copy.of].size() < kMost && !copied_.contains(copy.document) && !leads_to(copy)) {
        copies_[copy.of].push_back(&copy);
        copied_.insert(copy.document);
      }
    }
    for (const std::string& document : documents_) {
      if (copied_.contains(document)) continue;
      Carrier* at = &root_;
      const std::vector<std::string> via = carriers_of(document, origin);
      for (auto name = via.rbegin(); name != via.rend(); ++name) at = &at->children[*name];
      at->articles.insert(document);
    }
  }

  Json children() const { return children_of(root_); }

 private:
  static constexpr std::size_t kMost = 200;

  // Whether the copy is already above what it copies, which would close a ring.
  bool leads_to(const Copy& copy) const {
    std::string at = copy.of;
    for (int step = 0; step < 100; ++step) {
      if (at == copy.document) return true;
      std::string above;
      for (const auto& [of, list] : copies_) {
        if (std::ranges::any_of(list, [&](const Copy* one) { return one->document == at; })) above = of;
      }
      if (above.empty()) return false;
      at = above;
    }
    return true;
  }

  // The shortest way that the article tells.
  std::vector<std::string> carriers_of(const std::string& document, const ClaimOrigin& origin) const {
    const ClaimStatement* best = nullptr;
    for (const ClaimStatement& statement : page_.claim.statements) {
      const bool its_own =
          origin.entity.empty() ? statement.origin == origin.name : statement.origin_entity == origin.entity;
      if (statement.document != document || !its_own) continue;
      if (!best || statement.via.size() < best->via.size()) best = &statement;
    }
    return best ? best->via : std::vector<std::string>();
  }

  Json article_node(const std::string& document, const Copy* copy, int depth) const {
    const auto card = page_.documents.find(document);
    const bool known = card != page_.documents.end();
    Json children = Json::array();
    const auto copies = copies_.find(document);
    if (copies != copies_.end() && depth < kDeepest) {
      for (const Copy* one : copies->second) children.push_back(article_node(one->document, one, depth + 1));
    }
    const std::string label = copy ? std::string(to_string(copy->kind)) : "article";
    return {{"kind", copy ? "copy" : "article"},
            {"label", label},
            {"name", known && !card->second.outlet.empty() ? card->second.outlet : "unknown outlet"},
            {"title", known ? or_null(card->second.title) : Json(nullptr)},
            {"date", known ? or_null(card->second.published.substr(0, 10)) : Json(nullptr)},
            {"url", "/documents/" + document},
            {"why", copy ? or_null(copy->why) : Json(nullptr)},
            {"children", std::move(children)}};
  }

  std::vector<std::string> by_date(const std::set<std::string>& articles) const {
    std::vector<std::string> order(articles.begin(), articles.end());
    std::ranges::stable_sort(order, {}, [&](const std::string& document) {
      const auto card = page_.documents.find(document);
      return card == page_.documents.end() ? std::string() : card->second.published;
    });
    return order;
  }

  Json children_of(const Carrier& carrier) const {
    Json nodes = Json::array();
    for (const std::string& document : by_date(carrier.articles))
      nodes.push_back(article_node(document, nullptr, 0));
    for (const auto& [name, below] : carrier.children) {
      nodes.push_back({{"kind", "carrier"},
                       {"label", "carried by"},
                       {"name", name},
                       {"title", nullptr},
                       {"date", nullptr},
                       {"url", nullptr},
                       {"why", nullptr},
                       {"children", children_of(below)}});
    }
    return nodes;
  }

  const ClaimPage& page_;
  std::set<std::string> documents_, copied_;
  std::map<std::string, std::vector<const Copy*>> copies_;
  Carrier root_;
};

}  // namespace

Json origin_tree(const ClaimPage& page) {
  std::vector<const ClaimOrigin*> order;
  for (const ClaimOrigin& origin : page.claim.origins) order.push_back(&origin);
  std::ranges::stable_sort(order, [](const ClaimOrigin* a, const ClaimOrigin* b) {
    return std::pair(b->independent, b->documents.size()) < std::pair(a->independent, a->documents.size());
  });
  Json tree = Json::array();
  for (const ClaimOrigin* origin : order) {
    tree.push_back({{"name", origin->name},
                    {"entity", or_null(origin->entity)},
                    {"independent", origin->independent},
                    {"verifiable", origin->verifiable},
                    {"why", or_null(origin->why)},
                    {"articles", origin->documents.size()},
                    {"children", OriginBranch(page, *origin).children()}});
  }
  return tree;
}

std::string reach_of(const ClaimPage& page) {
  std::set<std::string> articles, outlets;
  for (const ClaimStatement& statement : page.claim.statements) {
    articles.insert(statement.document);
    outlets.insert(statement.outlet);
  }
  return reach_of(articles.size(), outlets.size(), page.claim.independent_origins);
}

}  // namespace sayso::serve
