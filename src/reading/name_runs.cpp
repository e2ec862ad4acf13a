#include "reading/name_runs.h"

#include <unordered_set>

#include "intake/ascii.h"
#include "intake/words.h"
#include "reading/head_nouns.h"
#include "reading/names.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Capitalised at the start of a sentence, before a name, without being part of it.
constexpr auto kOpeners = std::to_array<std::string_view>({
    "acting", "all",  "all-star", "both", "democratic", "either",     "even",    "ex",   "few",  "former",
    "late",   "many", "more",     "most", "other",      "republican", "several", "some", "then", "various",
});
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

constexpr auto kCalendar = std::to_array<std::string_view>({
    "apr",  "april",     "aug", "august",   "dec",      "december", "feb",       "february",
    "fri",  "friday",    "jan", "january",  "july",     "june",     "mar",       "march",
    "mon",  "monday",    "nov", "november", "oct",      "october",  "sat",       "saturday",
    "sept", "september", "sun", "sunday",   "thursday", "tuesday",  "wednesday",
});
static_assert(std::is_sorted(kCalendar.begin(), kCalendar.end()));

// Small words inside names: "Estrella del Puerto", "Osama bin Laden".
constexpr auto kParticles = std::to_array<std::string_view>({
    "al", "bin", "da",  "das", "de", "del", "della", "der", "di", "do", "dos",
    "du", "el",  "ibn", "la",  "le", "ter", "van",   "von", "y",  "zu",
});
static_assert(std::is_sorted(kParticles.begin(), kParticles.end()));

// "Bank of X", "University of X": the nouns of which a name goes on behind "of" or "for".
constexpr auto kOfNouns = std::to_array<std::string_view>({
    "academy",      "agency",      "alliance",     "army",         "assembly", "association", "bank",
    "bay",          "board",       "bureau",       "cabinet",      "center",   "centre",      "chamber",
    "church",       "city",        "club",         "coalition",    "college",  "commission",  "committee",
    "commonwealth", "conference",  "congress",     "convention",   "council",  "court",       "department",
    "emirate",      "federation",  "foundation",   "front",        "fund",     "gulf",        "house",
    "institute",    "institution", "isle",         "kingdom",      "league",   "ministry",    "movement",
    "museum",       "office",      "organisation", "organization", "party",    "republic",    "school",
    "society",      "state",       "states",       "strait",       "union",    "university",
});
static_assert(std::is_sorted(kOfNouns.begin(), kOfNouns.end()));

// "Secretary of State": what an office is of, so that it is no name of its own.
constexpr auto kOffices = std::to_array<std::string_view>({
    "agriculture",
    "commerce",
    "defence",
    "defense",
    "education",
    "energy",
    "finance",
    "health",
    "homeland",
    "interior",
    "justice",
    "labor",
    "labour",
    "staff",
    "state",
    "transportation",
    "treasury",
});
static_assert(std::is_sorted(kOffices.begin(), kOffices.end()));

class RunFinder {
 public:
  RunFinder(const ArticleWords& words, const Article& article, const std::vector<bool>& wanted)
      : words_(words), article_(article), wanted_(wanted), name_at_(words.size(), -1) {
    const auto& names = words.layers().names;
    for (std::size_t n = 0; n < names.size(); ++n) {
      for (std::uint32_t w = names[n].words.begin; w < names[n].words.end && w < words.size(); ++w) {
        name_at_[w] = static_cast<std::int32_t>(n);
      }
      if (names[n].type == NameType::place && names[n].words.size() == 1)
        places_.insert(words.small(names[n].words.begin));
    }
  }

  std::vector<NameRun> find() {
    for (const Sentence& sentence : words_.layers().sentences) {
      if (sentence.block >= wanted_.size() || !wanted_[sentence.block]) continue;
      const BlockKind kind = article_.blocks[sentence.block].kind;
      headline_ =
          kind == BlockKind::title || kind == BlockKind::heading || mostly_capitalized(sentence.words);
      in_credit_ = kind == BlockKind::credit;
      find_in(sentence.words);
    }
    return std::move(runs_);
  }

 private:
  bool mostly_capitalized(WordRange sentence) const {
    std::uint32_t capitals = 0;
    std::uint32_t letters = 0;
    for (std::uint32_t w = sentence.begin; w < sentence.end; ++w) {
      if (words_.tag(w) == Upos::punct || words_.tag(w) == Upos::adp || words_.tag(w) == Upos::det) continue;
      ++letters;
      capitals += words_.is_capitalized(w);
    }
    return letters >= 5 && capitals * 10 >= letters * 8;
  }

  bool is_mark(std::uint32_t w) const { return words_.tag(w) == Upos::punct || words_.tag(w) == Upos::sym; }

  // In the middle of a name, whatever opens it.
  bool continues(std::uint32_t w) const {
    if (!words_.is_capitalized(w)) return false;
    if (name_at_[w] >= 0 || words_.tag(w) == Upos::propn) return true;
    if (headline_) return false;
    switch (words_.tag(w)) {
      case Upos::adj:
      case Upos::noun:
      case Upos::verb:
      case Upos::x:
      case Upos::num:
        return true;
      default:
        return false;
    }
  }

  bool opens(std::uint32_t w, std::uint32_t sentence_begin) const {
    const std::string word = words_.small(w);
    if (is_calendar_word(word)) return false;
    if (!words_.is_capitalized(w)) return words_.of(w).size() > 1 && words_.of(w)[0] == '@';
    if (words_.tag(w) == Upos::pron || words_.tag(w) == Upos::det || words_.tag(w) == Upos::adp) {
      return name_at_[w] >= 0 &&
             words_.layers().names[static_cast<std::size_t>(name_at_[w])].words.size() > 1;
    }
    if (contains(kOpeners, word) && words_.tag(w) != Upos::propn) return false;
    if (name_at_[w] >= 0 || words_.tag(w) == Upos::propn) return true;
    if (headline_) return false;
    const bool first = w == sentence_begin || (w == sentence_begin + 1 && is_mark(sentence_begin));
    if (words_.tag(w) != Upos::adj && words_.tag(w) != Upos::noun && words_.tag(w) != Upos::x &&
        words_.tag(w) != Upos::verb)
      return false;
    if (!first) return true;
    return words_.tag(w) != Upos::verb && w + 1 < words_.size() &&
           words_.sentence(w) == words_.sentence(w + 1) && words_.tag(w + 1) == Upos::propn &&
           words_.is_capitalized(w + 1) && !is_calendar_word(words_.small(w + 1));
  }

  // How many small words stand between `w` and the next word of the same name; none where the name ends.
  std::optional<std::uint32_t> bridge(std::uint32_t begin, std::uint32_t w, std::uint32_t end) const {
    if (w >= end) return {};
    const auto joined = [&](std::uint32_t last) {
      return name_at_[begin] >= 0 && last < end && name_at_[w - 1] == name_at_[last] && name_at_[w - 1] >= 0;
    };
    const std::string word = words_.small(w);
    // "ISIS/ISIL" in brackets and "AFP/Getty" under a picture are two names.
    if (words_.of(w) == "/" && (in_credit_ || (is_acronym(words_.of(w - 1)) && is_acronym(words_.of(w + 1)))))
      return {};
    if (words_.of(w) == "-" || words_.of(w) == "/" || words_.of(w) == "&" || words_.of(w) == "–") {
      // "Ki-moon": a small letter behind the hyphen, within what the names head takes for one name.
      if (w + 1 < end && hyphenated(w) && name_at_[w + 1] >= 0 && name_at_[w - 1] == name_at_[w + 1])
        return 1U;
      return w + 1 < end && continues(w + 1) && (joined(w + 1) || words_.of(w) == "&" || hyphenated(w))
                 ? std::optional(1U)
                 : std::nullopt;
    }
    // "Voters’ Forum": an apostrophe inside a name.
    if (words_.is_possessive(w) && words_.of(w).find_first_of("sS") == std::string_view::npos) {
      return w + 1 < end && continues(w + 1) ? std::optional(1U) : std::nullopt;
    }
    if (words_.is_possessive(w)) {
      return joined(w + 1) && type_of(w + 1) == NameType::organization && !is_known_place(w - 1)
                 ? std::optional(1U)
                 : std::nullopt;
    }
    if (w + 1 < end && contains(kParticles, word) && continues(w + 1) && words_.of(w).size() > 1 &&
        words_.tag(w) != Upos::punct)
      return 1U;
    const bool of_noun = contains(kOfNouns, words_.small(w - 1));
    if (word == "of" || word == "for" || word == "and" || word == "on" || word == "in") {
      std::uint32_t next = w + 1;
      if (words_.small(next) == "the" && word != "and") ++next;
      if (next >= end || !continues(next)) return {};
      if (joined(next) || (of_noun && (word == "of" || word == "for"))) return next - w;
      if (word == "and" && acronym_spans(begin, next, end)) return next - w;
    }
    return {};
  }

  // Somewhere in the article the word is a place: "Vesland’s Foreign Ministry" is two names.
  bool is_known_place(std::uint32_t w) const { return places_.contains(words_.small(w)); }

  bool hyphenated(std::uint32_t w) const {
    const auto& list = words_.layers().words;
    return w > 0 && w + 1 < list.size() && list[w - 1].text.end == list[w].text.begin &&
           list[w].text.end == list[w + 1].text.begin;
  }

  // "Afghan National Defense and Security Forces (ANDSF)": whether an acronym in brackets speaks for both
  // halves.
  bool acronym_spans(std::uint32_t begin, std::uint32_t next, std::uint32_t end) const {
    std::uint32_t last = next;
    while (last < end && continues(last)) ++last;
    if (last + 1 >= end || words_.of(last) != "(" || !is_acronym(words_.of(last + 1))) return false;
    return abbreviates(words_.of(last + 1), words_.of(WordRange{begin, last}));
  }

  void find_in(WordRange sentence) {
    for (std::uint32_t w = sentence.begin; w < sentence.end;) {
      if (!opens(w, sentence.begin)) {
        ++w;
        continue;
      }
      std::uint32_t end = w + 1;
      while (end < sentence.end) {
        if (goes_on_after_dot(end)) {
          ++end;
        } else if (continues(end) && !is_calendar_word(words_.small(end)) && !new_name(end)) {
          ++end;
        } else if (const auto gap = bridge(w, end, sentence.end)) {
          end += *gap + 1;
        } else {
          break;
        }
      }
      if (headline_) {
        // Every word has a capital here; only the names head tells where a name ends.
        while (end > w + 1 && name_at_[end - 1] < 0 && name_at_[w] >= 0) --end;
        for (std::uint32_t next = w + 1; next < end; ++next) {
          if (name_at_[w] >= 0 && name_at_[next] < 0) end = next;
        }
      }
      cut({w, end});
      w = end;
    }
  }

  // "F.B.I.", which the segmenter may cut into "F.B." and "I.".
  bool goes_on_after_dot(std::uint32_t w) const {
    const auto& list = words_.layers().words;
    return w > 0 && list[w - 1].text.end == list[w].text.begin && words_.of(w - 1).ends_with('.') &&
           words_.of(w).size() <= 2 && intake::is_ascii_upper(words_.of(w)[0]);
  }

  // The names head begins a new name here, right behind another.
  bool new_name(std::uint32_t w) const {
    return w > 0 && name_at_[w] >= 0 && name_at_[w - 1] >= 0 && name_at_[w] != name_at_[w - 1] &&
           type_of(w) == NameType::person && type_of(w - 1) != NameType::person;
  }

  NameType type_of(std::uint32_t w) const {
    return words_.layers().names[static_cast<std::size_t>(name_at_[w])].type;
  }

  bool is_title_word(std::uint32_t w) const {
    const std::string word = words_.small(w);
    return is_honorific(words_.of(w)) || head_noun(word).noun == HeadNoun::role;
  }

  // "Ann Lee Election Day": a person's whole name by the names head ends where it says.
  WordRange without_tail(WordRange run) const {
    for (std::uint32_t w = run.begin + 2; w < run.end && type_in(run) == NameType::person; ++w) {
      const HeadNoun noun = head_noun(words_.small(w)).noun;
      if (noun == HeadNoun::event || noun == HeadNoun::document || words_.small(w) == "ceo")
        return {run.begin, w};
    }
    for (std::uint32_t w = run.end; w-- > run.begin + 1;) {
      if (name_at_[w] < 0) continue;
      if (w + 1 == run.end || type_of(w) != NameType::person || !in_long_name(w)) return run;
      return words_.relation(w + 1) == Relation::flat ? run : WordRange{run.begin, w + 1};
    }
    return run;
  }

  bool in_long_name(std::uint32_t w) const {
    return words_.layers().names[static_cast<std::size_t>(name_at_[w])].words.size() > 1;
  }

  // Parts a run into title and name: "Rear Admiral Octavio Salcedo", "Texas Sen. Ann Lee".
  void cut(WordRange run) {
    std::optional<std::uint32_t> title_end;
    run = without_tail(run);
    // "Justice Department" is a body, whatever its first word.
    const HeadNoun last = head_noun(words_.small(run.end - 1)).noun;
    if (last == HeadNoun::body && type_in(run) != NameType::person) return add({run, {}, type_in(run)});
    for (std::uint32_t w = run.begin; w < run.end && w < run.begin + 12; ++w) {
      // Inside a body's name a title is a part: "General Electric". Inside a person's it is not.
      if (!is_title_word(w) || (name_at_[w] >= 0 && type_of(w) != NameType::person && in_long_name(w)))
        continue;
      std::uint32_t end = w + 1;
      if (words_.small(end) == "of" && end + 1 < run.end) {
        end = contains(kOffices, words_.small(end + 1)) ? end + 2 : run.end;
        for (std::uint32_t p = w + 2; p < run.end && end == run.end; ++p) {
          if (name_at_[p] >= 0 && type_of(p) == NameType::person) end = p;
        }
      }
      title_end = end;
    }
    if (!title_end) return add({run, {}, type_in(run)});
    std::uint32_t begin = run.begin;
    while (begin < *title_end && !is_title_word(begin) && name_at_[begin] >= 0) ++begin;
    if (begin > run.begin) add({{run.begin, begin}, {}, type_in({run.begin, begin})});
    if (*title_end >= run.end) return;  // an office without a name
    const WordRange name{*title_end, run.end};
    const auto type = type_in(name);
    add({name, {begin, *title_end}, type == NameType::organization ? type : NameType::person});
  }

  std::optional<NameType> type_in(WordRange run) const {
    for (std::uint32_t w = run.end; w-- > run.begin;) {
      if (name_at_[w] >= 0) return type_of(w);
    }
    return {};
  }

  void add(NameRun run) {
    while (run.words.size() > 1 && (is_mark(run.words.end - 1) || words_.tag(run.words.end - 1) == Upos::adp))
      --run.words.end;
    while (run.words.size() > 1 && words_.tag(run.words.begin) == Upos::det)
      ++run.words.begin;  // "The Harbour Union"
    bool name = run.type.has_value();
    for (std::uint32_t w = run.words.begin; w < run.words.end; ++w) name = name || words_.tag(w) != Upos::adj;
    if (!name || !intake::has_letter(words_.of(run.words))) return;
    runs_.push_back(run);
  }

  const ArticleWords& words_;
  const Article& article_;
  const std::vector<bool>& wanted_;
  std::vector<std::int32_t> name_at_;  // of each word: the names head's name, -1 for none
  std::unordered_set<std::string> places_;
  bool headline_ = false;
  bool in_credit_ = false;
  std::vector<NameRun> runs_;
};

}  // namespace

std::vector<NameRun> find_name_runs(const ArticleWords& words, const Article& article,
                                    const std::vector<bool>& wanted) {
  return RunFinder(words, article, wanted).find();
}

bool is_calendar_word(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return contains(kCalendar, word);
}

}  // namespace sayso::reading
