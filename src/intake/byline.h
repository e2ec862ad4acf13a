// "By Jane Doe", "By Jane Doe and John Roe, The Outlet", "(Reporting by Jane Doe; editing by John Roe)".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::intake {

struct Byline {
  std::vector<std::string> authors;  // may be empty: "By our own correspondent"
  std::string agency;                // "Reuters" in "By Jane Doe, Reuters"
};

// The byline that `line` is, whole; nullopt for a sentence that happens to begin with "By".
std::optional<Byline> read_byline(std::string_view line);

// The authors of a metadata field: with or without "By", one name or several. A field that holds no person's
// name is one author as it stands, since "The Outlet Staff" is what it says.
std::vector<std::string> split_authors(std::string_view text);

// The people in an element that is marked as a byline, where a date or a job may follow the name; empty if
// none is sure.
std::vector<std::string> find_people(std::string_view text);

}  // namespace sayso::intake
