// What the intake targets check: whatever came in, an article's blocks are sound and an error says something.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "intake/block_check.h"
#include "sayso/article.h"
#include "sayso/result.h"

namespace sayso {

inline void check_article(const Result<Article>& article) {
  const std::string fault = article                           ? intake::find_block_fault(*article)
                            : article.error().message.empty() ? "no message"
                                                              : "";
  if (fault.empty()) return;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}

}  // namespace sayso
