// Statements and records for tests, put together by hand.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "claims/content_stems.h"
#include "claims/stance.h"
#include "claims/statement.h"
#include "sayso/record.h"

namespace sayso::claims {

inline Party person(const std::string& name, const std::string& title = {}, const std::string& of = {}) {
  Party party;
  party.name = name;
  party.kind = EntityKind::person;
  party.anonymous = name.rfind("anonymous: ", 0) == 0;
  if (!title.empty()) party.offices.push_back({title, of});
  return party;
}

inline Party body(const std::string& name) {
  Party party;
  party.name = name;
  party.kind = EntityKind::organization;
  return party;
}

// Words as they stand tell stems and stance; names are those of the affair.
inline Statement saying(const std::string& quote, const std::string& published = "2024-05-02") {
  Statement s;
  s.quote = quote;
  s.stems = content_stems(quote);
  std::sort(s.stems.begin(), s.stems.end());
  s.stems.erase(std::unique(s.stems.begin(), s.stems.end()), s.stems.end());
  s.stance = stance_of_words(quote);
  s.names = {"hollin", "weir"};
  s.outlet = "The Weir Gazette";
  s.published = published;
  return s;
}

inline Statement saying(const Party& who, const std::string& quote,
                        const std::string& published = "2024-05-02") {
  Statement s = saying(quote, published);
  s.origin = who;
  return s;
}

}  // namespace sayso::claims
