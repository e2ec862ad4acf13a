#include "intake/outlet_name.h"

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/headline.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::string_view kMarks[] = {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00B7 "};
constexpr std::size_t kMostWords = 7;  // of an outlet's name

}  // namespace

std::string cut_tagline(std::string_view name) {
  name = trim(name);
  for (std::string_view scheme : {"http://", "https://", "//", "www."}) {
    if (starts_nocase(name, scheme)) return "";
  }
  std::size_t cut = name.size();
  for (std::string_view mark : kMarks) {
    const std::size_t at = name.find(mark);
    if (at != std::string_view::npos && at >= 2 && at < cut) cut = at;
  }
  return std::string(trim(name.substr(0, cut)));
}

std::string outlet_behind(std::string_view title, std::string_view headline) {
  for (std::string_view mark : kMarks) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos || at == 0 || !is_same_headline(title.substr(0, at), headline)) continue;
    const std::string_view ending = trim(title.substr(at + mark.size()));
    const std::size_t words = split_words(ending).size();
    if (words > 0 && words <= kMostWords && has_letter(ending) && !is_same_headline(ending, headline))
      return std::string(ending);
  }
  return "";
}

bool is_platform(std::string_view name) {
  for (std::string_view platform :
       {"blogger", "blogspot", "wordpress", "wordpress.com", "tumblr", "wix", "wix.com", "squarespace",
        "joomla", "drupal", "wixsite", "ghost", "facebook"}) {
    if (same_nocase(trim(name), platform)) return true;
  }
  return false;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = starts_nocase(url, "https://") ? 8 : starts_nocase(url, "http://") ? 7 : 0;
  if (scheme == 0) return "";
  std::string_view host = url.substr(scheme);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (starts_nocase(host, "www.")) host.remove_prefix(4);
  const bool plain = host.find('.') != std::string_view::npos && host.find('@') == std::string_view::npos &&
                     host.size() < 254;
  return plain ? ascii_lower(host) : "";
}

}  // namespace sayso::intake
