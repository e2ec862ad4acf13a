#include "reading/carriers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "intake/ascii.h"
#include "reading/head_nouns.h"
#include "reading/lemma.h"

namespace sayso::reading {
namespace {

using Words = std::string_view;

constexpr std::uint32_t kLongestName = 7;

// Prepositions through which a part of the clause names the occasion, not the matter that is spoken of.
constexpr std::array kOccasion = {Words("at"), Words("during"), Words("for"), Words("from"),
                                  Words("in"), Words("on"),     Words("per"), Words("through"),
                                  Words("to"), Words("via"),    Words("with")};

// What is done with words to bring them to the public: "a poll broadcast on MSNBC", "Kelly, writing for ...".
// Sorted.
constexpr std::array kPublishing = {Words("air"),   Words("appear"), Words("broadcast"),
                                    Words("post"),  Words("print"),  Words("publish"),
                                    Words("speak"), Words("talk"),   Words("write")};
constexpr std::array kBy = {Words("by")};
constexpr std::array kQuoting = {Words("cite"), Words("quote"), Words("report")};
// Before the act of saying: "appeared on MSNBC and endorsed", "visited NBC's 'Today', saying". Sorted.
constexpr std::array kAppearing = {Words("appear"), Words("join"), Words("sit"),
                                   Words("speak"),  Words("talk"), Words("visit")};

bool is_medium_entry(const CatalogMatch& match) {
  return match.entry->kind == CatalogKind::outlet || match.entry->kind == CatalogKind::agency;
}

const CatalogEntry* medium_called(std::string_view name, const Catalog& catalog) {
  const auto matches = catalog.find(name);
  const auto medium = std::ranges::find_if(matches, is_medium_entry);
  return medium == matches.end() ? nullptr : medium->entry;
}

// "the Herald" in the Capital Herald.
bool shortens(Words name, Words outlet) {
  if (intake::starts_nocase(name, "the ")) name.remove_prefix(4);
  return !name.empty() && name.size() < outlet.size() && intake::ends_nocase(outlet, name) &&
         outlet[outlet.size() - name.size() - 1] == ' ';
}

class Finder {
 public:
  Finder(std::string_view text, const Layers& layers, const Dependents& dependents, const Catalog& catalog,
         const Attribution& attribution, std::string_view outlet)
      : text_(text),
        layers_(layers),
        dependents_(dependents),
        catalog_(catalog),
        attribution_(attribution),
        outlet_(outlet),
        clause_(layers, dependents, attribution) {}

  std::vector<Carrier> run() {
    if (attribution_.addressee) {
      for (const Span& span : attribution_.addressee->spans) look_in_addressee(words_in(layers_, span));
    }
    for (const std::uint32_t cue : clause_.cue_words()) look_around(cue, false);
    if (const auto before = appearance()) look_around(*before, true);
    look_behind();
    if (attribution_.source) look_in_source();
    std::ranges::stable_sort(found_, {}, [](const Carrier& c) { return c.span.begin; });
    return std::move(found_);
  }

 private:
  void look_around(std::uint32_t verb, bool objects) {
    for (const std::uint32_t part : dependents_.of(verb)) {
      if (clause_.in_source(part) || clause_.in_content(part)) continue;
      const WordRange phrase = clause_.phrase_under(part);
      if (is_verb_of(verb, kQuoting) && has_preposition(part, kBy)) {
        add_whole(phrase);
      } else if (has_preposition(part, kOccasion) ||
                 (objects && layers_.words[part].relation == Relation::obj)) {
        look_in(phrase);
      }
    }
  }

  bool is_verb_of(std::uint32_t word, std::span<const Words> sorted) const {
    const std::string lemma = lemma_of(layers_.words[word].text.of(text_), Upos::verb);
    return std::ranges::binary_search(sorted, Words(lemma));
  }

  // The verb of appearing somewhere that the cue is joined to.
  std::optional<std::uint32_t> appearance() const {
    if (!clause_.main_word()) return std::nullopt;
    const Word& cue = layers_.words[*clause_.main_word()];
    const bool joined = cue.relation == Relation::conj || cue.relation == Relation::advcl;
    if (!joined || !cue.head || clause_.in_content(*cue.head) || !is_verb_of(*cue.head, kAppearing))
      return std::nullopt;
    return cue.head;
  }

  bool has_preposition(std::uint32_t part, std::span<const Words> sorted) const {
    const Word& word = layers_.words[part];
    if (word.relation != Relation::obl && word.relation != Relation::nmod) return false;
    return std::ranges::any_of(dependents_.of(part), [&](std::uint32_t p) {
      return layers_.words[p].relation == Relation::case_ && is_one_of(text_, layers_.words[p], sorted);
    });
  }

  // "..., according to a note of the meeting" behind another speaker's words. Such a note with words of its
  // own is a source.
  void look_behind() {
    if (clause_.cue_words().empty()) return;
    const std::uint32_t cue = clause_.cue_words().back();
    const std::uint32_t end = layers_.sentences[layers_.words[cue].sentence].words.end;
    for (std::uint32_t w = cue + 1; w + 2 < end; ++w) {
      if (lower_form(text_, layers_.words[w]) != "according" || clause_.in_content(w) || clause_.in_cue(w))
        continue;
      std::uint32_t last = w + 2;
      while (last + 1 < end && layers_.words[last + 1].tag != Upos::punct && !clause_.in_content(last + 1))
        ++last;
      add_whole({w + 2, last + 1});
      return;
    }
  }

  // A phrase that passes the words on, whatever it is.
  void add_whole(WordRange phrase) {
    while (phrase.begin < phrase.end && layers_.words[phrase.begin].relation == Relation::case_)
      ++phrase.begin;
    if (phrase.begin >= phrase.end) return;
    const Span span{layers_.words[phrase.begin].text.begin, layers_.words[phrase.end - 1].text.end};
    if (const CatalogEntry* medium = medium_called(span.of(text_), catalog_)) {
      add(medium->name, span);
    } else {
      found_.push_back({{}, span, false});
    }
  }

  // "writing for RealClearPolitics", "broadcast on MSNBC", "CNN's Dana Bash", "MSNBC host Chris Matthews".
  void look_in_source() {
    for (const Span& span : attribution_.source->spans) {
      if (medium_called(span.of(text_), catalog_) != nullptr) continue;
      const WordRange words = words_in(layers_, span);
      const auto head = head_of(layers_, words);
      if (!head) continue;
      for (std::uint32_t w = words.begin; w < words.end; ++w) {
        const Word& word = layers_.words[w];
        if (word.relation == Relation::acl && is_verb_of(w, kPublishing)) look_in({w, words.end});
        const bool is_name = layers_.words[*head].tag == Upos::propn;
        const bool before = w < *head && word.head == *head && is_name;
        if (before && (word.relation == Relation::nmod || word.relation == Relation::compound)) {
          for (std::uint32_t first = words.begin; first < *head;)
            first = std::max(first + 1, known_at(first, *head));
        }
      }
    }
  }

  void look_in(WordRange words) {
    for (std::uint32_t w = words.begin; w < words.end;) w = std::max(w + 1, name_at(w, words.end));
  }

  // "told CNN", and "told the newspaper", which was named before.
  void look_in_addressee(WordRange words) {
    const std::size_t before = found_.size();
    look_in(words);
    bool has_medium = false;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      has_medium = has_medium || is_medium(lower_form(text_, layers_.words[w]));
    }
    if (!has_medium || found_.size() > before || is_outlet_) return;
    found_.push_back(
        {{}, {layers_.words[words.begin].text.begin, layers_.words[words.end - 1].text.end}, true});
  }

  // The end of the catalog's medium that begins with a word, or that word. A programme is named by its house:
  // "Morning Joe" is MSNBC.
  std::uint32_t known_at(std::uint32_t first, std::uint32_t limit) {
    for (std::uint32_t end = std::min(limit, first + kLongestName); end > first && starts_name(first);
         --end) {
      const Span span{layers_.words[first].text.begin, layers_.words[end - 1].text.end};
      if (const CatalogEntry* medium = medium_called(span.of(text_), catalog_)) {
        add(medium->house.empty() ? medium->name : medium->house, span);
        return end;
      }
    }
    return first;
  }

  // The end of the medium's name that begins with a word, or that word.
  std::uint32_t name_at(std::uint32_t first, std::uint32_t limit) {
    if (!starts_name(first)) return first;
    if (const std::uint32_t end = known_at(first, limit); end > first) return end;
    // One that is not in the catalog: a run of capitals with a word of the trade in it or in front of it.
    std::uint32_t end = first;
    bool is_trade = first > 0 && is_medium(lower_form(text_, layers_.words[first - 1]));
    while (end < limit && starts_name(end)) {
      is_trade = is_trade || (end > first && is_media_word(lower_form(text_, layers_.words[end])));
      ++end;
    }
    if (is_trade) {
      const Span span{layers_.words[first].text.begin, layers_.words[end - 1].text.end};
      add(std::string(span.of(text_)), span);
    }
    return end;
  }

  bool starts_name(std::uint32_t w) const {
    const std::string_view form = layers_.words[w].text.of(text_);
    const auto c = static_cast<unsigned char>(form.empty() ? ' ' : form.front());
    return intake::is_ascii_upper(static_cast<char>(c)) || c >= 0x80 || layers_.words[w].tag == Upos::propn;
  }

  void add(std::string name, Span span) {
    is_outlet_ = is_outlet_ || same_outlet(name, outlet_, catalog_) || shortens(span.of(text_), outlet_);
    if (is_outlet_) return;
    if (std::ranges::any_of(found_, [&](const Carrier& c) { return same_outlet(c.name, name, catalog_); }))
      return;
    found_.push_back({std::move(name), span, true});
  }

  std::string_view text_;
  const Layers& layers_;
  const Dependents& dependents_;
  const Catalog& catalog_;
  const Attribution& attribution_;
  std::string_view outlet_;
  CueClause clause_;
  std::vector<Carrier> found_;
  bool is_outlet_ = false;  // the publishing outlet was named, which adds nothing
};

}  // namespace

std::optional<std::string> medium_name(std::string_view name, const Catalog& catalog) {
  const CatalogEntry* medium = medium_called(name, catalog);
  return medium == nullptr ? std::nullopt : std::optional(medium->name);
}

bool same_outlet(std::string_view a, std::string_view b, const Catalog& catalog) {
  if (a.empty() || b.empty()) return false;
  const CatalogEntry* one = medium_called(a, catalog);
  const CatalogEntry* other = medium_called(b, catalog);
  if (one != nullptr && other != nullptr) return one->id == other->id;
  const auto without_article = [](std::string_view name) {
    return intake::starts_nocase(name, "the ") ? name.substr(4) : name;
  };
  return intake::same_nocase(without_article(a), without_article(b));
}

std::vector<Carrier> find_carriers(std::string_view text, const Layers& layers, const Dependents& dependents,
                                   const Catalog& catalog, const Attribution& attribution,
                                   std::string_view outlet) {
  return Finder(text, layers, dependents, catalog, attribution, outlet).run();
}

}  // namespace sayso::reading
