#include "intake/author_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/dates.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kLongestName = 200;  // bytes

// "admin", "jdadmin", "Tweet": an account or a button, not a name.
bool is_account(std::string_view name) {
  for (std::string_view account :
       {"webmaster", "editor",   "staff",   "guest",    "root",      "user",      "unknown",
        "anonymous", "none",     "null",    "default",  "tweet",     "share",     "print",
        "email",     "facebook", "twitter", "comments", "web admin", "site admin"}) {
    if (same_nocase(name, account)) return true;
  }
  const bool one_word = name.find(' ') == std::string_view::npos;
  return one_word && (contains_nocase(name, "admin") || names_a_day(name));
}

bool begins_with_words(std::string_view text, std::string_view beginning) {
  return !beginning.empty() && starts_nocase(text, beginning) &&
         (text.size() == beginning.size() || text[beginning.size()] == ' ');
}

bool has_word(std::string_view text, std::string_view word) {
  const auto words = split_words(text);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view each) { return same_nocase(each, word); });
}

// The outlet, a part of it, or a job there.
bool is_outlet(const LinkedAuthor& author, std::string_view outlet) {
  const std::string_view name = author.name;
  if (outlet.empty()) return false;
  const bool one_word = name.find(' ') == std::string_view::npos;
  if (same_nocase(name, outlet))
    return author.organization || one_word;  // others sign with their own site's name
  if (begins_with_words(name, outlet)) return true;
  if (author.organization) return begins_with_words(outlet, name);
  return one_word && has_word(outlet, name);
}

// "Kevin McCoy USA TODAY" of USA TODAY
void cut_outlet(std::string& name, std::string_view outlet) {
  if (outlet.empty() || name.size() <= outlet.size() + 1 || !ends_nocase(name, outlet)) return;
  const std::size_t cut = name.size() - outlet.size();
  if (name[cut - 1] != ' ') return;
  const std::string_view rest = trim(std::string_view(name).substr(0, cut));
  if (split_words(rest).size() >= 2) name = std::string(rest.substr(0, rest.find_last_not_of(",|-/ ") + 1));
}

}  // namespace

std::vector<std::string> clean_authors(std::vector<LinkedAuthor> names, const std::string& outlet) {
  std::vector<std::string> authors;
  for (LinkedAuthor& author : names) {
    cut_outlet(author.name, outlet);
    const std::string_view name = author.name;
    const bool usable = !name.empty() && name.size() <= kLongestName &&
                        name.find('<') == std::string_view::npos &&
                        name.find("://") == std::string_view::npos;
    if (!usable || is_account(name) || is_outlet(author, outlet)) continue;
    // "Jane Doe", "Business Insider" of Business Insider Deutschland
    if (!authors.empty() && begins_with_words(outlet, name)) continue;
    if (std::find(authors.begin(), authors.end(), author.name) == authors.end())
      authors.push_back(std::move(author.name));
  }
  return authors;
}

}  // namespace sayso::intake
