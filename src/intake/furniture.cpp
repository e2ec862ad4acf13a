#include "intake/furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

// Whole lines, in lower case, without the punctuation at either end.
constexpr std::string_view kLabels[] = {
    "about us",
    "ad",
    "ad feedback",
    "add a comment",
    "advert",
    "advertisement",
    "advertising",
    "all rights reserved",
    "also read",
    "back to gallery",
    "back to top",
    "breaking news",
    "caption",
    "close",
    "close caption",
    "comment",
    "comments",
    "comments are closed",
    "contact",
    "contact us",
    "continue reading",
    "cookie policy",
    "copy link",
    "don't miss",
    "download our app",
    "editor's picks",
    "editors' picks",
    "email",
    "email this",
    "enlarge this image",
    "facebook",
    "flipboard",
    "follow us",
    "hide caption",
    "home",
    "image",
    "instagram",
    "join the conversation",
    "join the discussion",
    "latest",
    "latest news",
    "latest stories",
    "leave a comment",
    "leave a reply",
    "linkedin",
    "load more",
    "loading",
    "log in",
    "login",
    "menu",
    "more",
    "more from this author",
    "more news",
    "more on this story",
    "more on this topic",
    "more stories",
    "most popular",
    "most read",
    "most viewed",
    "must read",
    "newsletter",
    "newsletters",
    "next article",
    "next story",
    "open in app",
    "pinterest",
    "popular",
    "post a comment",
    "previous article",
    "previous story",
    "print",
    "print this",
    "privacy",
    "privacy policy",
    "read also",
    "read more",
    "read next",
    "recommended",
    "recommended for you",
    "recommended stories",
    "reddit",
    "register",
    "related",
    "related articles",
    "related content",
    "related coverage",
    "related links",
    "related news",
    "related posts",
    "related stories",
    "related topics",
    "report a typo",
    "save",
    "search",
    "see also",
    "see more",
    "share",
    "share on facebook",
    "share on twitter",
    "share this",
    "share this article",
    "share this page",
    "share this post",
    "share this story",
    "show comments",
    "show more",
    "sign in",
    "sign up",
    "skip advertisement",
    "skip to content",
    "skip to main content",
    "sponsored",
    "sponsored content",
    "story continues below",
    "story continues below advertisement",
    "subscribe",
    "subscribe now",
    "support us",
    "tags",
    "terms of service",
    "terms of use",
    "terms and conditions",
    "toggle caption",
    "top news",
    "top stories",
    "topics",
    "trending",
    "trending now",
    "tweet",
    "twitter",
    "view comments",
    "view all comments",
    "view fullscreen",
    "view gallery",
    "watch live",
    "whatsapp",
    "what to read next",
    "you may also like",
    "you might also like",
    "your comment",
};

// Beginnings that no sentence of an article has, with the most words such a line may have.
struct Opening {
  std::string_view words;
  std::size_t max_words;
};
constexpr std::array kOpenings = {
    Opening{"read more:", 30},
    Opening{"read more on", 14},
    Opening{"read more about", 14},
    Opening{"read more at", 14},
    Opening{"read also:", 30},
    Opening{"also read:", 30},
    Opening{"read next:", 30},
    Opening{"see also:", 30},
    Opening{"related:", 30},
    Opening{"related stories:", 30},
    Opening{"related articles:", 30},
    Opening{"more:", 20},
    Opening{"more on:", 20},
    Opening{"tags:", 40},
    Opening{"topics:", 40},
    Opening{"filed under", 30},
    Opening{"share this", 12},
    Opening{"sign up for", 25},
    Opening{"sign up to", 25},
    Opening{"subscribe to our", 25},
    Opening{"subscribe from", 12},
    Opening{"subscribe to the", 25},
    Opening{"click here", 25},
    Opening{"all rights reserved", 30},
    Opening{"please let us know if you", 20},
    Opening{"download our", 20},
    Opening{"download the", 15},
    Opening{"join the conversation", 20},
    Opening{"get the latest", 25},
    Opening{"get our", 20},
    Opening{"like us on", 15},
    Opening{"story continues below", 8},
    Opening{"article continues below", 8},
    Opening{"this content is not available", 25},
    Opening{"support our journalism", 25},
    Opening{"we use cookies", 60},
    Opening{"this site uses cookies", 60},
    Opening{"this website uses cookies", 60},
    Opening{"your browser does not support", 30},
    Opening{"you must be logged in", 20},
    Opening{"please enable javascript", 30},
    Opening{"have a news tip", 25},
    Opening{"got a tip", 25},
    Opening{"got a news tip", 25},
    Opening{"have a tip", 25},
    Opening{"watch more:", 20},
    Opening{"this slideshow requires", 8},
    Opening{"this video requires", 12},
    Opening{"this article contains affiliate links", 40},
};
// Enough only at the ends of a text.
constexpr std::array kEdgeOpenings = {
    Opening{"data:", 12},
    Opening{"editor:", 8},
    Opening{"editors:", 10},
    Opening{"source:", 12},
    Opening{"sources:", 20},
    Opening{"story:", 8},
    Opening{"contact the", 8},
    Opening{"contact us", 12},
    Opening{"write to the", 8},
    Opening{"write to us", 10},
    Opening{"last updated", 12},
    Opening{"updated:", 12},
    Opening{"published:", 12},
    Opening{"posted:", 12},
    Opening{"first published", 12},
    Opening{"originally published", 20},
    Opening{"terms of", 6},
    Opening{"h/t", 8},
    Opening{"read the rest", 10},
    Opening{"read the full", 12},
    Opening{"email the", 10},
    Opening{"send us", 12},
    Opening{"report an error", 8},
    Opening{"keywords:", 30},
    Opening{"category:", 12},
    Opening{"categories:", 20},
    Opening{"via:", 8},
    Opening{"print edition", 8},
    Opening{"visit our", 12},
    Opening{"back to", 6},
    Opening{"more from", 8},
    Opening{"more news", 8},
};

// "© 2016 The Outlet", "Copyright 2015 Interpresse"
bool is_copyright(std::string_view line, std::size_t words) {
  const bool sign =
      line.starts_with("\u00A9") || starts_nocase(line, "(c) ") || starts_nocase(line, "copyright ");
  const bool year = line.find("19") != std::string_view::npos || line.find("20") != std::string_view::npos;
  return sign && words <= 40 && (year || line.find("\u00A9") != std::string_view::npos);
}

// "Comments (214)", "214 comments", "5 min read", "1,204 shares"
bool is_counter(std::string_view line, std::size_t words) {
  if (words > 4 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  for (std::string_view unit :
       {"comments", "comment", "shares", "likes", "views", "min read", "minute read", "mins read"}) {
    const bool first = starts_nocase(line, unit) && line.find('(') != std::string_view::npos;
    const bool last = ends_nocase(line, unit) && is_ascii_digit(line.front());
    if (first || last) return true;
  }
  return false;
}

// "Follow Jane Doe on Twitter @janedoe", "Follow The Outlet on social media"
bool is_follow_call(std::string_view line, std::size_t words) {
  if (!starts_nocase(line, "follow ") || words > 16) return false;
  for (std::string_view where : {" on twitter", " on facebook", " on social media", " on instagram", " on x",
                                 "@", " on telegram", " on whatsapp", " on linkedin", " on youtube"}) {
    if (contains_nocase(line, where)) return true;
  }
  return false;
}

// "<img src=...>" that a page or a scraper let through as text.
bool is_lone_tag(std::string_view line) {
  return line.size() > 2 && line.front() == '<' && (is_ascii_letter(line[1]) || line[1] == '/') &&
         line.find('>') == line.size() - 1;
}

// "https://example.org/a/b" and nothing else.
bool is_lone_address(std::string_view line, std::size_t words) {
  return words == 1 &&
         (starts_nocase(line, "http://") || starts_nocase(line, "https://") || starts_nocase(line, "www."));
}

// "More on the harbour: https://example.org/harbour"
bool points_elsewhere(std::string_view line, std::size_t words) {
  return words <= 14 &&
         (starts_nocase(line, "more ") || starts_nocase(line, "read ") || starts_nocase(line, "see ")) &&
         contains_nocase(line, "http") && contains_nocase(line, "://");
}

// "[button link=...] Send us yours[/button]": a command of the publishing system that nothing obeyed.
bool is_shortcode(std::string_view line) {
  return line.size() > 4 && line.front() == '[' && is_ascii_letter(line[1]) && line.back() == ']' &&
         line.find("[/") != std::string_view::npos;
}

// "Get The Outlet through your letterbox every month. 12 issues for 11.99. Click here for more." speaks to
// the reader from its first word and has at least two words of selling in it.
bool is_promotion(std::string_view line, std::size_t words) {
  if (words < 4 || words > 90 || has_quotation_mark(line)) return false;
  constexpr std::string_view kCalls[] = {
      "get ",     "sign up ", "subscribe ", "join ", "enjoy ", "start ",      "become ",
      "support ", "unlock ",  "download ",  "try ",  "save ",  "don't miss ", "already a subscriber"};
  const bool calls = std::any_of(std::begin(kCalls), std::end(kCalls),
                                 [&](std::string_view call) { return starts_nocase(line, call); });
  if (!calls) return false;
  constexpr std::string_view kSelling[] = {
      "subscri",       "newsletter",  "in your inbox", "to your inbox", "free trial",
      "use the code",  "use code",    "promo code",    "click here",    "unlimited",
      "for as little", "letterbox",   "issues for",    "cancel any",    "our app",
      "sign up",       "per month",   "a month",       "straight to",   "member",
      "first year",    "first month", "log in",        "our coverage",  "your support"};
  std::size_t found = 0;
  for (std::string_view word : kSelling) found += contains_nocase(line, word);
  return found >= 2;
}

// "Don't miss" or "Related" with the headlines of other stories on the lines below it.
bool is_labelled_list(std::string_view line);

template <std::size_t N>
bool opens_with(std::string_view line, std::size_t words, const std::array<Opening, N>& openings) {
  return std::any_of(openings.begin(), openings.end(), [&](const Opening& opening) {
    if (words > opening.max_words || !starts_nocase(line, opening.words)) return false;
    const std::size_t end = opening.words.size();
    return end == line.size() || !is_ascii_letter(line[end - 1]) || !is_ascii_letter(line[end]);
  });
}

std::string_view strip_marks(std::string_view line) {
  const auto is_mark = [](char c) { return (c & 0x80) == 0 && !is_ascii_letter(c) && !is_ascii_digit(c); };
  while (!line.empty() && is_mark(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_mark(line.back())) line.remove_suffix(1);
  return line;
}

bool is_label(std::string_view line) {
  line = strip_marks(line);
  std::string plain;  // in lower case, with straight apostrophes
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool curly = line.substr(at).starts_with("\u2019");
    plain.push_back(curly ? '\'' : ascii_lower(line[at]));
    if (curly) at += 2;
  }
  return std::find(std::begin(kLabels), std::end(kLabels), plain) != std::end(kLabels);
}

bool is_labelled_list(std::string_view line) {
  const std::size_t border = line.find('\n');
  return border != std::string_view::npos && !ends_sentence(line) && is_label(trim(line.substr(0, border)));
}

}  // namespace

bool is_furniture_line(std::string_view line, FurniturePlace place) {
  line = trim(line);
  if (!has_letter_or_digit(line)) return true;  // "***": nothing in it to read
  if (line.size() > 600) return false;
  const std::size_t words = split_words(line).size();
  if (is_lone_tag(line) || is_lone_address(line, words) || is_shortcode(line)) return true;
  if (has_quotation_mark(line) && has_reporting_word(line)) return false;
  if (words <= 6 && is_label(line)) return true;
  if (is_labelled_list(line) || is_promotion(line, words) || points_elsewhere(line, words)) return true;
  if (is_copyright(line, words) || is_counter(line, words) || is_follow_call(line, words)) return true;
  if (opens_with(line, words, kOpenings)) return !has_reporting_word(line) || words <= 12;
  return place == FurniturePlace::edge && opens_with(line, words, kEdgeOpenings) &&
         !has_quotation_mark(line) && !has_reporting_word(line);
}

bool is_self_description(std::string_view line, std::string_view publisher) {
  line = trim(line);
  if (publisher.size() < 2 || !starts_nocase(line, publisher) || split_words(line).size() > 40) return false;
  const std::string_view rest = line.substr(publisher.size());
  if (!starts_nocase(rest, " is a") && !starts_nocase(rest, " is the") && !starts_nocase(rest, " is an"))
    return false;
  for (std::string_view kind : {"news", "agency", "magazine", "outlet", "website", "platform", "publication",
                                "broadcaster", "organisation", "organization", "journal"}) {
    if (contains_nocase(rest, kind)) return true;
  }
  return false;
}

}  // namespace sayso::intake
