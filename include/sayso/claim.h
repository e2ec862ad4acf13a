// What many records say together: claims with their statements, copies, origins, and entities across
// documents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sayso/record.h"

namespace sayso {

enum class Polarity : std::uint8_t { affirm, deny, uncertain };
const char* to_string(Polarity polarity);

enum class CopyKind : std::uint8_t { reprint, rewrite, excerpt };
const char* to_string(CopyKind kind);

enum class ClaimStatus : std::uint8_t { affirmed, denied, contested, retracted, uncertain };
const char* to_string(ClaimStatus status);

// One article's word on a claim.
struct ClaimStatement {
  std::string document;                  // Record::id
  std::string attribution;               // id in the record; empty where the article itself asserts it
  std::string proposition;               // id in the record; empty where the whole content is meant
  std::string quote;                     // the words of the article
  Polarity polarity = Polarity::affirm;  // the origin's stance to the claim's text
  std::string origin;                    // name; "unattributed: OUTLET" where the article itself speaks
  std::string origin_entity;             // id of an entity across documents; empty for an article
  std::vector<std::string> via;  // carriers' names, nearest to the article first, without its own outlet
  std::string outlet;
  std::string date;  // the day it was said, else published; ISO 8601, may be empty
  double confidence = 0;
};

// Who stands behind a claim on own authority.
struct ClaimOrigin {
  std::string name;
  std::string entity;                  // id across documents
  std::vector<std::string> documents;  // that carry it
  bool independent = false;
  bool verifiable = true;  // false for a source without a name
  std::string why;         // the reason for counting it, or for counting it with another
};

struct Copy {
  std::string of;        // document
  std::string document;  // that copies it
  CopyKind kind = CopyKind::rewrite;
  std::string why;  // the evidence, for a person
};

struct Position {
  std::string entity;  // name
  std::string date;
  Polarity polarity = Polarity::affirm;
};

// A connected component of statements that were judged to say the same or the opposite.
struct Claim {
  std::string id;                     // hash of its content; the same for the same statements
  std::string text;                   // a representative wording
  std::vector<std::string> entities;  // names
  std::vector<ClaimStatement> statements;
  std::vector<ClaimOrigin> origins;
  std::uint32_t independent_origins = 0;
  std::vector<Copy> copies;
  ClaimStatus status = ClaimStatus::affirmed;
  std::string first;  // date of the first statement
  std::string last;
  std::vector<Position> positions;  // of whoever stood on both sides, in time
};

// Mentions of one entity in many documents.
struct SharedEntity {
  struct Alias {
    std::string text;
    std::uint32_t count = 0;
    std::string first, last;  // dates
  };
  struct DatedRole {
    std::string title, of, from, to;
    std::string evidence;  // DOCUMENT#e1
  };
  std::string id;  // the catalog's, else a hash of type, normalised name and first document
  std::string name;
  EntityKind kind = EntityKind::other;
  std::vector<Alias> aliases;
  std::vector<DatedRole> roles;
  std::vector<std::string> members;  // DOCUMENT#e1
  std::vector<std::string> why;      // a reason for each merge
};

}  // namespace sayso
