// What a clause tells as an event, by its verb, what the verb governs, and the tables of event_lexicon.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reading/event_meaning.h"
#include "reading/sentence_tree.h"

namespace sayso::reading {

struct ToldEvent {
  EventMeaning meaning;
  std::vector<std::uint32_t> verbs;   // predicates that make it up: "agreed", "release"; the outermost first
  std::vector<std::uint32_t> things;  // nouns that do: "troops", "embargo"
  bool adjectival = false;            // "is opposed to": the subject does it, though the verb looks passive
};

// Of one sentence. Keeps tree and lexicon, which must outlive it.
class EventWords {
 public:
  EventWords(const EventLexicon& lexicon, const SentenceTree& tree) : lexicon_(lexicon), tree_(tree) {}

  // By a verb, or an adjective or noun with a copula. Cost: linear in the words below it, but for a bounded
  // depth.
  std::optional<ToldEvent> of_clause(std::uint32_t predicate) const;
  // By a noun: "the release of hostages".
  std::optional<ToldEvent> of_noun(std::uint32_t noun) const;

  // "say", "report" and the like: an act of saying without any more to it.
  bool is_plain_saying(std::uint32_t predicate) const;

  // The classes of a noun, those of its compound first.
  std::vector<std::string_view> noun_classes(std::uint32_t noun) const;

 private:
  // What a verb does something with: objects, the subject where it is passive; and these with all others
  // behind.
  struct Things {
    std::vector<std::uint32_t> objects;
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> governed;  // all but subjects of verbs that are not passive
    std::vector<std::uint32_t> subjects;
  };
  std::vector<std::string_view> verb_classes(std::uint32_t verb, bool& adjectival) const;
  bool add_phrasal(std::uint32_t verb, const std::string& lemma, std::vector<std::string_view>& out) const;
  static std::vector<std::string> lemmas(const std::string& lemma);
  Things things_of(std::uint32_t verb) const;
  bool is_proposed(const std::vector<std::uint32_t>& things) const;
  std::optional<std::uint32_t> complement_of(std::uint32_t word, bool loosely) const;
  std::string case_of(std::uint32_t word) const;
  std::string before_hyphen(std::uint32_t word) const;

  std::optional<ToldEvent> verb(std::uint32_t word, int depth) const;
  std::optional<ToldEvent> noun(std::uint32_t word, int depth) const;
  std::optional<ToldEvent> governed(std::uint32_t word, const std::vector<std::uint32_t>& things, int depth,
                                    bool loosely) const;
  bool is_about_words(std::string_view operation, std::uint32_t word, bool known) const;
  std::optional<ToldEvent> admitted(std::uint32_t word, const std::vector<std::uint32_t>& things) const;
  bool is_force(std::uint32_t thing) const;
  bool is_captive(std::uint32_t word) const;
  bool is_of_captives(std::uint32_t noun) const;
  bool is_to_infinitive(std::optional<std::uint32_t> clause) const;
  bool ends_course(std::uint32_t word) const;
  std::optional<ToldEvent> sent_away(std::uint32_t word, const std::vector<std::uint32_t>& objects) const;
  bool tells_plans(std::uint32_t word) const;
  static bool is_state_of_affairs(std::string_view operation, const EventMeaning& meaning);
  bool is_opinion(std::uint32_t word) const;
  bool is_demanded(std::uint32_t word) const;
  bool tries_itself(std::uint32_t word) const;
  bool wants_of_others(std::uint32_t word) const;
  bool is_future(std::uint32_t word) const;
  static bool is_copular(std::string_view lemma);
  static bool is_light(std::string_view lemma);
  bool looks_verbal(std::uint32_t word) const;
  bool is_negated(std::uint32_t word) const;
  bool stops_itself(std::uint32_t word) const;
  EventMeaning undone(const EventMeaning& meaning) const;
  std::vector<std::uint32_t> without_forces(std::vector<std::uint32_t> things) const;
  std::optional<ToldEvent> operate(std::string_view operation, std::uint32_t word,
                                   const std::vector<std::uint32_t>& things, int depth) const;
  std::optional<ToldEvent> paired(std::string_view verb_class,
                                  const std::vector<std::uint32_t>& things) const;
  bool find_pair(std::string_view verb_class, std::uint32_t thing, int depth, ToldEvent& out) const;

  const EventLexicon& lexicon_;
  const SentenceTree& tree_;
};

}  // namespace sayso::reading
