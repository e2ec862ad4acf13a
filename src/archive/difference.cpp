#include "archive/difference.h"

#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "reading/names.h"

namespace sayso::archive {
namespace {

using Item = RecordDifference::Item;
using Field = Item::Field;

constexpr std::size_t kAlike = 4;  // words at either end by which two contents are taken for one

// Pairs up the items of two lists, first by the surest key, then by weaker ones. Keys that are empty match
// nothing; of items with one key, the first is paired with the first.
template <typename Value>
class Pairing {
 public:
  using Key = std::function<std::string(const Value&)>;

  Pairing(const std::vector<Value>& before, const std::vector<Value>& after)
      : before_(before), after_(after), of_before_(before.size()), of_after_(after.size()) {}

  void pair_by(const Key& key) {
    std::unordered_map<std::string, std::vector<std::size_t>> open;
    for (std::size_t i = before_.size(); i-- > 0;) {
      if (of_before_[i]) continue;
      std::string value = key(before_[i]);
      if (!value.empty()) open[std::move(value)].push_back(i);  // the first one is at the back
    }
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (of_after_[i]) continue;
      const auto found = open.find(key(after_[i]));
      if (found == open.end() || found->second.empty()) continue;
      of_after_[i] = found->second.back();
      of_before_[found->second.back()] = i;
      found->second.pop_back();
    }
  }

  // of(after index) is the index before, if there is one.
  std::optional<std::size_t> before(std::size_t after) const { return of_after_[after]; }
  bool is_gone(std::size_t before) const { return !of_before_[before]; }

 private:
  const std::vector<Value>& before_;
  const std::vector<Value>& after_;
  std::vector<std::optional<std::size_t>> of_before_, of_after_;
};

class FieldList {
 public:
  void compare(const char* name, const std::string& before, const std::string& after) {
    if (before != after) fields_.push_back({name, before, after});
  }
  std::vector<Field> take() { return std::move(fields_); }

 private:
  std::vector<Field> fields_;
};

std::string first_words(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0; --count) {
    const std::size_t blank = text.find(' ', end);
    if (blank == std::string::npos) return count > 1 ? std::string() : text;
    end = blank + 1;
  }
  return text.substr(0, end - 1);
}

std::string last_words(const std::string& text, std::size_t count) {
  std::size_t begin = text.size();
  for (; count > 0; --count) {
    const std::size_t blank = begin == 0 ? std::string::npos : text.rfind(' ', begin - 1);
    if (blank == std::string::npos) return count > 1 ? std::string() : text;
    begin = blank;
  }
  return text.substr(begin + 1);
}

std::string join(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

template <typename Value>
std::string name_of(const std::vector<Value>& values, const std::optional<std::uint32_t>& index) {
  return index ? values.at(*index).name : "";
}

std::string chain_text(const Attribution& attribution) {
  std::vector<std::string> names;
  for (const ChainLink& link : attribution.chain) names.push_back(link.name.empty() ? "?" : link.name);
  return join(names, " > ");
}

std::string words_of(const std::optional<Circumstance>& circumstance) {
  return circumstance ? circumstance->text : "";
}

std::vector<Field> changes(const Record& before, const Attribution& a, const Record& after,
                           const Attribution& b) {
  FieldList fields;
  fields.compare("content", a.content.text, b.content.text);
  fields.compare("source", a.source ? a.source->text : "", b.source ? b.source->text : "");
  fields.compare("origin", name_of(before.entities, a.origin), name_of(after.entities, b.origin));
  fields.compare("cue", a.cue.text, b.cue.text);
  fields.compare("cue.lemma", a.cue.lemma, b.cue.lemma);
  fields.compare("quote", to_string(a.quote), to_string(b.quote));
  fields.compare("chain", chain_text(a), chain_text(b));
  fields.compare("speech_act", to_string(a.act), to_string(b.act));
  fields.compare("commitment", to_string(a.commitment), to_string(b.commitment));
  fields.compare("addressee", words_of(a.addressee), words_of(b.addressee));
  fields.compare("place", words_of(a.place), words_of(b.place));
  fields.compare("time", a.time ? a.time->value : "", b.time ? b.time->value : "");
  return fields.take();
}

std::string roles_text(const Entity& entity) {
  std::vector<std::string> roles;
  for (const Role& role : entity.roles)
    roles.push_back(role.of.empty() ? role.title : role.title + " of " + role.of);
  return join(roles, "; ");
}

std::vector<Field> changes(const Record&, const Entity& a, const Record&, const Entity& b) {
  FieldList fields;
  fields.compare("name", a.name, b.name);
  fields.compare("type", to_string(a.kind), to_string(b.kind));
  fields.compare("aliases", join(a.aliases, "; "), join(b.aliases, "; "));
  fields.compare("roles", roles_text(a), roles_text(b));
  fields.compare("catalog", a.catalog, b.catalog);
  return fields.take();
}

std::string arguments_text(const Record& record, const Proposition& proposition) {
  std::vector<std::string> arguments;
  for (const Argument& argument : proposition.arguments) {
    const std::string name = name_of(record.entities, argument.entity);
    arguments.push_back(argument.role + " " + (name.empty() ? argument.text : name));
  }
  return join(arguments, "; ");
}

std::vector<Field> changes(const Record& before, const Proposition& a, const Record& after,
                           const Proposition& b) {
  FieldList fields;
  fields.compare("predicate", a.predicate.lemma, b.predicate.lemma);
  fields.compare("arguments", arguments_text(before, a), arguments_text(after, b));
  fields.compare("negated", a.negated ? "true" : "false", b.negated ? "true" : "false");
  fields.compare("modality", a.modality, b.modality);
  fields.compare("tense", a.tense, b.tense);
  fields.compare("factuality", to_string(a.factuality), to_string(b.factuality));
  return fields.take();
}

std::string text_of(const Record&, const Attribution& attribution) {
  return attribution.content.text;
}
std::string text_of(const Record&, const Entity& entity) {
  return entity.name;
}
std::string text_of(const Record& record, const Proposition& proposition) {
  return std::string(proposition.span.of(record.document.text));
}

// What the pairing leaves: changed and added in the order of `after`, then those gone.
template <typename Value>
void add_items(const char* list, const Record& before, const std::vector<Value>& old_values,
               const Record& after, const std::vector<Value>& new_values, const Pairing<Value>& pairing,
               std::vector<Item>& items) {
  for (std::size_t i = 0; i < new_values.size(); ++i) {
    const Value& value = new_values[i];
    const auto old = pairing.before(i);
    if (!old) {
      items.push_back({list, DifferenceKind::added, "", value.id, text_of(after, value), {}});
      continue;
    }
    std::vector<Field> fields = changes(before, old_values[*old], after, value);
    if (fields.empty()) continue;
    items.push_back({list, DifferenceKind::changed, old_values[*old].id, value.id, text_of(after, value),
                     std::move(fields)});
  }
  for (std::size_t i = 0; i < old_values.size(); ++i) {
    if (!pairing.is_gone(i)) continue;
    items.push_back(
        {list, DifferenceKind::removed, old_values[i].id, "", text_of(before, old_values[i]), {}});
  }
}

void compare_documents(const Article& before, const Article& after, std::vector<Item>& items) {
  FieldList fields;
  fields.compare("title", before.title, after.title);
  fields.compare("outlet", before.outlet, after.outlet);
  fields.compare("authors", join(before.authors, "; "), join(after.authors, "; "));
  fields.compare("published", before.published, after.published);
  fields.compare("modified", before.modified, after.modified);
  fields.compare("agency", before.agency, after.agency);
  fields.compare("credit", before.credit, after.credit);
  fields.compare("syndicated_from", before.syndicated_from, after.syndicated_from);
  fields.compare("language", before.language, after.language);
  if (before.text != after.text) {
    // The texts themselves would bury everything else.
    fields.compare("text", std::to_string(before.text.size()) + " bytes",
                   std::to_string(after.text.size()) + " bytes" +
                       (before.text.size() == after.text.size() ? ", other words" : ""));
  }
  for (Field& field : fields.take()) {
    const std::string name = field.name;
    items.push_back({"document", DifferenceKind::changed, name, name, name, {std::move(field)}});
  }
}

void compare_attributions(const Record& before, const Record& after, std::vector<Item>& items) {
  Pairing<Attribution> pairing(before.attributions, after.attributions);
  pairing.pair_by([](const Attribution& a) { return a.content.text + '\n' + a.cue.text; });
  pairing.pair_by([](const Attribution& a) { return a.content.text; });
  pairing.pair_by([](const Attribution& a) { return first_words(a.content.text, kAlike); });
  pairing.pair_by([](const Attribution& a) { return last_words(a.content.text, kAlike); });
  pairing.pair_by([](const Attribution& a) {
    return a.source && !a.source->text.empty() ? a.source->text + '\n' + a.cue.text : std::string();
  });
  add_items("attributions", before, before.attributions, after, after.attributions, pairing, items);
}

void compare_entities(const Record& before, const Record& after, std::vector<Item>& items) {
  Pairing<Entity> pairing(before.entities, after.entities);
  const auto name = [](const Entity& e) { return reading::normal_form(e.name); };
  pairing.pair_by([&](const Entity& e) { return name(e) + '\n' + to_string(e.kind); });
  pairing.pair_by(name);
  pairing.pair_by(
      [](const Entity& e) { return e.aliases.empty() ? "" : reading::normal_form(e.aliases.front()); });
  add_items("entities", before, before.entities, after, after.entities, pairing, items);
}

void compare_propositions(const Record& before, const Record& after, std::vector<Item>& items) {
  Pairing<Proposition> pairing(before.propositions, after.propositions);
  // The clauses of both records, by the text that each is of.
  const auto clause = [&](const Proposition& p) {
    const bool old =
        &p >= before.propositions.data() && &p < before.propositions.data() + before.propositions.size();
    return text_of(old ? before : after, p);
  };
  pairing.pair_by([&](const Proposition& p) { return clause(p) + '\n' + p.predicate.lemma; });
  pairing.pair_by(clause);
  add_items("propositions", before, before.propositions, after, after.propositions, pairing, items);
}

}  // namespace

RecordDifference compare_records(const Record& before, const Record& after) {
  RecordDifference difference;
  difference.document = after.id;
  difference.title = after.document.title;
  difference.before = before.generator;
  difference.after = after.generator;
  compare_documents(before.document, after.document, difference.items);
  compare_attributions(before, after, difference.items);
  compare_entities(before, after, difference.items);
  compare_propositions(before, after, difference.items);
  return difference;
}

}  // namespace sayso::archive
