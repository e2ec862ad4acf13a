// Claims and graphs of an archive in other people's formats; docs/EXPORTS.md.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <vector>

#include "sayso/claim_queries.h"
#include "sayso/result.h"

namespace sayso {

// What a person found out about a claim.
struct Verdict {
  std::string claim;   // its id
  std::string rating;  // in words: "False"
  std::string author;
  std::string url;   // of the review; may be empty
  std::string date;  // ISO 8601; may be empty
  std::string text;  // the reasons; may be empty
  int value = 0;     // 1 (worst) to 5 (best); 0: none
};

// By claim. JSON Lines: {claim, rating, author, url, date, text, value}, the first three needed. Errors:
// malformed, with the line's number as the place.
Result<std::map<std::string, std::vector<Verdict>>> read_verdicts(std::istream& lines,
                                                                  const std::string& name);

// A schema.org Claim as a JSON-LD object, or for each verdict a ClaimReview of it. A line each, with a
// newline.
std::string to_schema_org(const ClaimPage& page, const std::vector<Verdict>& verdicts);

// A section of HTML; claims of a dossier stand between dossier_begin() and dossier_end(), which are made to
// be printed.
std::string to_dossier(const ClaimPage& page);
std::string dossier_begin(const std::string& title);
std::string dossier_end();

// A whole file of GraphML (graphml.graphdrawing.org), directed.
std::string to_graphml(const Graph& graph);

}  // namespace sayso
