// Which article copies which: reprints, rewrites and excerpts, with the evidence.
//
// Evidence is exact: words in runs, how much of either text stands in the other, who says that it has the
// news from whom, and when both were published. Quotations alone are no evidence, since two reporters may
// have heard one speech.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/claim_store.h"
#include "claims/copies_text.h"
#include "claims/linker.h"
#include "sayso/claim.h"

namespace sayso::claims {

// An article's text as the one item of its kind, number 0. None for an article without words.
std::vector<Item> text_items(const Record& record);

struct CopyFinding {
  bool b_is_copy = true;  // of a; else a of b
  CopyKind kind = CopyKind::rewrite;
  double score = 0;  // 0..1: how near the two are
  std::string why;
};

// None where neither copies the other. Cost: linear in the words, see compare_texts().
std::optional<CopyFinding> find_copy(const CopyText& a, const CopyText& b);

// A Judge (linker.h) over items of text_items().
std::optional<Verdict> judge_texts(const Item& a, const Item& b);

// Families of copies are components: a copy's copy is of the family.
inline constexpr GroupRule kTextRule{};

// For each text of a family the nearest earlier one that it copies, so that the copies make a tree: a reprint
// of a rewrite is under the rewrite. In the order of the copying documents. Cost: the family's links.
std::vector<Copy> copies_of(ClaimStore& store, const ItemId& family);

// Those of them that lie between two of the documents (sorted).
std::vector<Copy> copies_among(ClaimStore& store, const std::vector<std::string>& documents);

}  // namespace sayso::claims
