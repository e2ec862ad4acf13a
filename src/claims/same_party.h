// When two parties in one claim are the same, and when one speaks for the other.
//
// Looser than linking entities across an archive (shared_entities.h): whoever speaks to the same claim comes
// from one affair, where "Orsin" is the Orsin whom the other paper calls Pavel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/statement.h"
#include "reading/names.h"

namespace sayso::claims {

// A party, with what comparing it looks at, so that it is found once for many others. Refers to the party,
// which must outlive it.
class ComparedParty {
 public:
  struct Office {
    std::vector<std::string> title, of;
  };

  ComparedParty(const Party& party);

  const Party& party() const { return *party_; }
  const std::vector<std::string>& words() const { return words_; }  // "the", "of" and the like left out
  const std::string& normal_name() const { return normal_name_; }
  const reading::PersonName& person_name() const { return person_name_; }
  const std::vector<Office>& offices() const { return offices_; }  // in the order of the party's

 private:
  const Party* party_;
  std::vector<std::string> words_;
  std::string normal_name_;
  reading::PersonName person_name_;
  std::vector<Office> offices_;
};

// The reason, for a person; none where they are not known to be the same.
std::optional<std::string> same_party(const ComparedParty& a, const ComparedParty& b);

// Whether `person` is the head or the spokesperson of `body`, by an office or by its description ("hospital
// spokeswoman"); with the reason.
std::optional<std::string> speaks_for(const ComparedParty& person, const ComparedParty& body);

}  // namespace sayso::claims
