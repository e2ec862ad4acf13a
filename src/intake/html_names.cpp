#include "intake/html_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "intake/ascii.h"
#include "intake/html_regions.h"

namespace sayso::intake {
namespace {

// Words and groups of words that stand side by side.
constexpr std::string_view kBoilerplateNames[] = {"nav",
                                                  "navbar",
                                                  "navigation",
                                                  "menu",
                                                  "footer",
                                                  "sidebar",
                                                  "related",
                                                  "promo",
                                                  "share",
                                                  "sharing",
                                                  "sharebar",
                                                  "sharedaddy",
                                                  "social",
                                                  "newsletter",
                                                  "cookie",
                                                  "cookies",
                                                  "gdpr",
                                                  "consent",
                                                  "breadcrumb",
                                                  "breadcrumbs",
                                                  "ad",
                                                  "ads",
                                                  "advert",
                                                  "advertisement",
                                                  "advertising",
                                                  "sponsor",
                                                  "sponsored",
                                                  "popup",
                                                  "modal",
                                                  "recommended",
                                                  "recommendations",
                                                  "recommendation",
                                                  "trending",
                                                  "subscribe",
                                                  "signup",
                                                  "pagination",
                                                  "pager",
                                                  "tags",
                                                  "taglist",
                                                  "outbrain",
                                                  "taboola",
                                                  "toolbar",
                                                  "rail",
                                                  "recirc",
                                                  "recirculation",
                                                  "teaser",
                                                  "teasers",
                                                  "widget",
                                                  "jp relatedposts",
                                                  "read more",
                                                  "readmore",
                                                  "more stories",
                                                  "most popular",
                                                  "most read",
                                                  "mostpopular",
                                                  "disclaimer",
                                                  "breaking news",
                                                  "news ticker",
                                                  "ticker",
                                                  "headlines",
                                                  "copyright",
                                                  "skip link",
                                                  "author bio",
                                                  "about author",
                                                  "author box",
                                                  "authorbox",
                                                  "bio",
                                                  "donate",
                                                  "paywall",
                                                  "print only",
                                                  "related posts",
                                                  "prev next",
                                                  "post navigation",
                                                  "print header",
                                                  "noscript",
                                                  "read time",
                                                  "reading time",
                                                  "social links",
                                                  "gallery overlay",
                                                  "control panel",
                                                  "gallery count"};
constexpr std::string_view kCommentNames[] = {"comments", "comment",     "disqus",
                                              "respond",  "commentlist", "fb comments"};
constexpr std::string_view kCaptionNames[] = {"caption", "figcaption", "wp caption text", "cutline",
                                              "photo caption"};
constexpr std::string_view kCreditNames[] = {"credit",       "credits",      "photo credit", "image credit",
                                             "photographer", "image source", "media credit"};
constexpr std::string_view kBylineNames[] = {
    "byline",       "author",         "authors",      "by line",    "contributor",  "author name",
    "post meta",    "entry meta",     "article meta", "story meta", "meta info",    "meta infos",
    "minor meta",   "post info",      "post date",    "entry date", "article date", "story date",
    "publish date", "published date", "pub date",     "timestamp",  "calendar date"};
constexpr std::string_view kDekNames[] = {"dek",         "standfirst", "subtitle",        "subhead",
                                          "subheadline", "sub title",  "article summary", "strapline",
                                          "deck",        "excerpt"};
constexpr std::string_view kBodyNames[] = {
    "article body",  "articlebody", "story body",   "entry content", "post content", "article content",
    "story content", "post body",   "article text", "body content",  "storytext",    "article main"};
constexpr std::string_view kPullQuoteNames[] = {"pullquote", "pull quote", "pullquotes", "pull quotes"};
constexpr std::string_view kUnseenNames[] = {"visually hidden",    "visuallyhidden", "sr only",
                                             "screen reader text", "screen reader",  "hidden accessibly"};
// Shown when the pointer rests on a name in the middle of a sentence.
constexpr std::string_view kFloatingNames[] = {"rollover block",  "rollover people block",
                                               "tooltip text",    "tooltiptext",
                                               "tooltip content", "popover",
                                               "hovercard",       "hover card"};

// Whole classes by which style sheets hide something; a part of a class ("label-hidden") says less.
constexpr std::string_view kHidingClasses[] = {"hidden", "is-hidden", "u-hidden",
                                               "d-none", "hide",      "invisible"};
// Other people's posts, embedded by a script: part of the story, in whatever box they stand.
constexpr std::string_view kEmbeddedPosts[] = {"twitter-tweet", "twitter-video", "instagram-media",
                                               "bluesky-embed", "tiktok-embed",  "fb-post",
                                               "mastodon-embed"};
template <std::size_t N>
bool has_class(std::string_view classes, const std::string_view (&wanted)[N]) {
  classes = classes.substr(0, 2048);
  return std::any_of(std::begin(wanted), std::end(wanted), [&](std::string_view each) {
    for (std::size_t at = classes.find(each); at != std::string_view::npos; at = classes.find(each, at + 1)) {
      const std::size_t end = at + each.size();
      const bool begins = at == 0 || is_ascii_space(classes[at - 1]);
      if (begins && (end == classes.size() || is_ascii_space(classes[end]))) return true;
    }
    return false;
  });
}

// Every group of words by its first one.
class NameIndex {
 public:
  NameIndex() {
    add(kBoilerplateNames, kBoilerplate);
    add(kCommentNames, kComments);
    add(kUnseenNames, kUnseen);
    add(kCaptionNames, kCaption);
    add(kCreditNames, kCredit);
    add(kBylineNames, kBylineRegion);
    add(kDekNames, kDekRegion);
    add(kFloatingNames, kFloating | kBoilerplate);
    add(kPullQuoteNames, kQuotation);
    add(kBodyNames, kArticleBody);
  }

  // `words` is in lower case, a blank between; `begin` is where one begins.
  std::uint32_t regions_at(std::string_view words, std::size_t begin) const {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const auto found = entries_.find(words.substr(begin, end - begin));
    if (found == entries_.end()) return 0;
    std::uint32_t regions = 0;
    for (const Entry& entry : found->second) {
      const std::string_view here = words.substr(begin, entry.words.size());
      const std::size_t behind = begin + entry.words.size();
      if (here == entry.words && (behind >= words.size() || words[behind] == ' ')) regions |= entry.region;
    }
    return regions;
  }

 private:
  struct Entry {
    std::string_view words;
    std::uint32_t region;
  };

  template <std::size_t N>
  void add(const std::string_view (&names)[N], std::uint32_t region) {
    for (const std::string_view name : names)
      entries_[name.substr(0, name.find(' '))].push_back({name, region});
  }

  std::unordered_map<std::string_view, std::vector<Entry>> entries_;
};

constexpr std::size_t kLongestNames =
    1024;  // bytes of class and id together; more is a style sheet's business

// "article-body" and "articleBody" as "article body".
void append_words(std::string_view names, std::string& words) {
  for (std::size_t i = 0; i < names.size() && words.size() < kLongestNames; ++i) {
    const char c = names[i];
    const bool plain = is_ascii_letter(c) || is_ascii_digit(c);
    const bool hump =
        is_ascii_upper(c) && i > 0 && is_ascii_letter(names[i - 1]) && !is_ascii_upper(names[i - 1]);
    if ((hump || !plain) && !words.empty() && words.back() != ' ') words.push_back(' ');
    if (plain) words.push_back(ascii_lower(c));
  }
  if (!words.empty() && words.back() != ' ') words.push_back(' ');
}

}  // namespace

std::uint32_t regions_of_names(std::string_view classes, std::string_view id) {
  std::uint32_t regions = 0;
  if (has_class(classes, kHidingClasses)) regions |= kUnseen;
  if (has_class(classes, kEmbeddedPosts)) regions |= kEmbeddedPost;
  static const NameIndex index;
  std::string words;
  append_words(classes, words);
  append_words(id, words);
  for (std::size_t begin = 0; begin < words.size(); begin = words.find(' ', begin) + 1) {
    regions |= index.regions_at(words, begin);
  }
  return regions;
}

}  // namespace sayso::intake
