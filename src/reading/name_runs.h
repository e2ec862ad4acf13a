// Where names stand: runs of capitalised words, cut where one name ends and another begins.
//
// The names head and the mentions head each miss a tenth or more of them, and cut others short; letter case
// and tags find most of the rest. In headlines, where every word has a capital, only the heads count.
#pragma once

#include <optional>
#include <vector>

#include "reading/article_words.h"
#include "sayso/article.h"

namespace sayso::reading {

struct NameRun {
  WordRange words;
  WordRange
      title;  // "Foreign Minister", "Sen.": the words before a person's name; empty where there are none
  std::optional<NameType> type;  // by the names head, or a person by the title
};

// In the order of the text, disjoint. Only in blocks for which `wanted` is true (one flag a block). Cost:
// linear.
std::vector<NameRun> find_name_runs(const ArticleWords& words, const Article& article,
                                    const std::vector<bool>& wanted);

// Months and weekdays, which are capitalised and name nobody. Small letters.
bool is_calendar_word(std::string_view word);

}  // namespace sayso::reading
