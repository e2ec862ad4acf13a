// Whether a city's or a building's name speaks of those who govern from there.
//
// "Moscow calls on ...", "talks with Kabul", "Paris’s decision": the context acts, speaks or is spoken to.
// "reporters in Kabul", "flew to Moscow", "the streets of Paris": it is a place.
#pragma once

#include "reading/article_words.h"

namespace sayso::reading {

// `name` is the name's words. By the words and arcs around it; a doubtful one is a place. Cost: constant.
bool acts_or_is_addressed(const ArticleWords& words, WordRange name);

}  // namespace sayso::reading
