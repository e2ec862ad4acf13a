#include "reading/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "reading/head_nouns.h"
#include "reading/timex_lexicon.h"

namespace sayso::reading {
namespace {

using Entry = std::pair<std::string_view, double>;
constexpr std::array kScales = {Entry("hundred", 1e2), Entry("thousand", 1e3),  Entry("million", 1e6),
                                Entry("billion", 1e9), Entry("trillion", 1e12), Entry("m", 1e6),
                                Entry("bn", 1e9),      Entry("k", 1e3)};
constexpr std::array<std::string_view, 8> kCurrencies = {"$", "€", "£", "¥", "₽", "₹", "us$", "c$"};
constexpr std::array<std::string_view, 8> kCurrencyCodes = {"USD", "EUR", "GBP", "JPY",
                                                            "RUB", "INR", "USD", "CAD"};

std::optional<double> scale_of(std::string_view form) {
  const auto entry = std::ranges::find(kScales, form, &Entry::first);
  return entry == kScales.end() ? std::nullopt : std::optional(entry->second);
}

// "4,000", "3.2", "18"; none for "18th", "2-1", "B-52".
std::optional<double> digits_of(std::string_view form) {
  std::string plain;
  bool point = false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    if (c >= '0' && c <= '9') {
      plain += c;
    } else if (c == ',' && i > 0 && form.size() - i > 3) {
      continue;
    } else if (c == '.' && !point && i + 1 < form.size()) {
      point = true;
      plain += c;
    } else {
      return std::nullopt;
    }
  }
  if (plain.empty() || plain.size() > 18 || plain == ".") return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

// The words in front of a number that bound it.
struct BoundWords {
  std::array<std::string_view, 2> words;  // the last one stands next to the number; "" for none
  Bound bound;
};
constexpr std::array kBounds = {
    BoundWords{{"at", "least"}, Bound::at_least},    BoundWords{{"more", "than"}, Bound::at_least},
    BoundWords{{"", "over"}, Bound::at_least},       BoundWords{{"at", "most"}, Bound::at_most},
    BoundWords{{"less", "than"}, Bound::at_most},    BoundWords{{"fewer", "than"}, Bound::at_most},
    BoundWords{{"up", "to"}, Bound::at_most},        BoundWords{{"", "under"}, Bound::at_most},
    BoundWords{{"", "about"}, Bound::about},         BoundWords{{"", "around"}, Bound::about},
    BoundWords{{"", "approximately"}, Bound::about}, BoundWords{{"", "nearly"}, Bound::about},
    BoundWords{{"", "almost"}, Bound::about},        BoundWords{{"", "roughly"}, Bound::about},
    BoundWords{{"", "some"}, Bound::about},          BoundWords{{"close", "to"}, Bound::about},
    BoundWords{{"", "exceeding"}, Bound::at_least},
};

class Finder {
 public:
  Finder(std::string_view text, const SentenceTree& tree, const std::vector<Timex>& timexes)
      : text_(text), tree_(tree), timexes_(timexes) {}

  std::vector<Quantity> run() {
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end;) {
      const std::uint32_t end = number_at(w);
      if (end > w && !is_label(w)) add(w, end);
      w = std::max(end, w + 1);
    }
    return std::move(found_);
  }

 private:
  bool in_timex(std::uint32_t w) const {
    const Span word = tree_.word(w).text;
    const auto timex =
        std::ranges::upper_bound(timexes_, word.begin, {}, [](const Timex& t) { return t.span.end; });
    return timex != timexes_.end() && timex->span.begin < word.end;
  }

  std::optional<double> number(std::uint32_t w) const {
    if (!tree_.holds(w) || in_timex(w) || tree_.word(w).tag == Upos::propn) return std::nullopt;
    const std::string& form = tree_.form(w);
    if (const auto digits = digits_of(form)) return digits;
    if (form == "one" && tree_.word(w).relation != Relation::nummod) return std::nullopt;  // a pronoun
    if (tree_.word(w).tag != Upos::num && tree_.word(w).relation != Relation::nummod) return std::nullopt;
    return number_named(form);
  }

  // "tank 7", "page 12": which one, not how many.
  bool is_label(std::uint32_t w) const {
    const auto head = tree_.word(w).head;
    return tree_.word(w).relation == Relation::nummod && head && *head + 1 == w &&
           tree_.word(*head).tag == Upos::noun;
  }

  // The end of the number that begins at w, and its value; w where there is none. "two hundred and fifty
  // thousand" is (2 * 100 + 50) * 1000.
  std::uint32_t number_at(std::uint32_t w) {
    double total = 0, part = 0;
    bool any = false;
    std::uint32_t end = w;
    for (std::uint32_t at = w; tree_.holds(at);) {
      const std::string& form = tree_.form(at);
      const auto scale = in_timex(at) ? std::nullopt : scale_of(form);
      if (scale && (any || (form.size() > 2 && tree_.form(at - 1) == "a"))) {
        if (!any) part = 1;
        part *= *scale;
        if (*scale >= 1e3) total += std::exchange(part, 0);
      } else if (const auto value = number(at)) {
        if (any && !joins(at)) break;
        part += *value;
      } else if (any && (form == "and" || form == "-") && number(at + 1) && tree_.form(at - 1) == "hundred") {
        ++at;
        continue;
      } else {
        break;
      }
      any = true;
      end = ++at;
    }
    value_ = total + part;
    return any ? end : w;
  }

  // Whether a number goes on with this word: "two hundred fifty", not "12 30".
  bool joins(std::uint32_t w) const {
    const char first = tree_.form(w).front();
    return first < '0' || first > '9' ? scale_of(tree_.form(w - 1)) || tree_.form(w - 1) == "-" ||
                                            tree_.form(w - 1) == "and" || tree_.form(w - 1).ends_with("ty")
                                      : false;
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    if (!std::isfinite(value_)) return;
    Quantity quantity;
    quantity.value = value_;
    std::uint32_t first = begin, last = end;  // with unit and currency
    if (const auto currency = currency_at(begin)) {
      quantity.unit = *currency;
      first = begin - 1;
    } else {
      quantity.unit = unit_behind(end, last);
      if (quantity.unit.empty()) quantity.unit = counted_by(begin, end);
    }
    if (quantity.unit == "-") return;
    first = bound_before(first, quantity.bound);
    quantity.span = {tree_.word(first).text.begin, tree_.word(last - 1).text.end};
    found_.push_back(std::move(quantity));
  }

  std::optional<std::string> currency_at(std::uint32_t w) const {
    if (w == tree_.words().begin) return std::nullopt;
    const auto sign = std::ranges::find(kCurrencies, std::string_view(tree_.form(w - 1)));
    if (sign == kCurrencies.end()) return std::nullopt;
    return std::string(kCurrencyCodes[static_cast<std::size_t>(sign - kCurrencies.begin())]);
  }

  std::string unit_behind(std::uint32_t end, std::uint32_t& last) const {
    if (!tree_.holds(end)) return {};
    const std::string& form = tree_.form(end);
    if (form == "%" || form == "percent") return last = end + 1, "%";
    if (form == "per" && tree_.form(end + 1) == "cent") return last = end + 2, "%";
    if (form == "dollars" || form == "dollar") return last = end + 1, "USD";
    if (form == "euros" || form == "euro") return last = end + 1, "EUR";
    // "12 - 3": a score or a range, not a count
    return form == "-" && number(end + 1) ? "-" : std::string();
  }

  // The noun that the number counts.
  std::string counted_by(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t w = begin; w < end; ++w) {
      const Word& word = tree_.word(w);
      if (word.relation != Relation::nummod || !word.head || *word.head < end) continue;
      if (tree_.word(*word.head).tag == Upos::propn) return {};
      return singular(tree_.form(*word.head));
    }
    // "18 of the workers", "18 injured"
    if (tree_.form(end) == "of") {
      for (std::uint32_t w = end + 1; tree_.holds(w) && w < end + 5; ++w)
        if (tree_.word(w).tag == Upos::noun) return singular(tree_.form(w));
    }
    return {};
  }

  std::uint32_t bound_before(std::uint32_t first, Bound& bound) const {
    // "as many as 30", "no fewer than 30"
    const auto before = [&](std::uint32_t back) -> const std::string& {
      static const std::string none;
      return first >= tree_.words().begin + back ? tree_.form(first - back) : none;
    };
    if (before(1) == "as" && (before(2) == "many" || before(2) == "much") && before(3) == "as")
      return bound = Bound::at_most, first - 3;
    if (before(1) == "than" && (before(3) == "no" || before(3) == "not") &&
        (before(2) == "fewer" || before(2) == "less"))
      return bound = Bound::at_least, first - 3;
    for (const BoundWords& words : kBounds) {
      if (before(1) != words.words[1]) continue;
      if (!words.words[0].empty() && before(2) != words.words[0]) continue;
      bound = words.bound;
      return first - (words.words[0].empty() ? 1 : 2);
    }
    return first;
  }

  std::string_view text_;
  const SentenceTree& tree_;
  const std::vector<Timex>& timexes_;
  double value_ = 0;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text, const SentenceTree& tree,
                                      const std::vector<Timex>& timexes) {
  return Finder(text, tree, timexes).run();
}

}  // namespace sayso::reading
