// JSON to a record (include/sayso/record_json.h). Inside, a field that is missing or wrong is thrown and
// becomes the error of the whole; nothing is thrown out of here.
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>

#include "publish/code_point_bytes.h"
#include "sayso/record_json.h"

namespace sayso {
namespace {

using nlohmann::json;
using publish::CodePointBytes;

struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// `null` and a field that is not there are "".
std::string text_of(const json& object, const char* field) {
  const auto at = object.find(field);
  if (at == object.end() || at->is_null()) return {};
  return at->get<std::string>();
}

// The value that to_string() calls so.
template <typename Value, std::size_t N>
Value named(const json& object, const char* field, const std::array<Value, N>& values) {
  const auto& name = object.at(field).get_ref<const std::string&>();
  for (const Value value : values) {
    if (name == to_string(value)) return value;
  }
  throw Malformed(std::string("\"") + field + "\" has an unknown value");
}

constexpr std::array kBlockKinds = {BlockKind::title,  BlockKind::dek,       BlockKind::heading,
                                    BlockKind::byline, BlockKind::dateline,  BlockKind::caption,
                                    BlockKind::credit, BlockKind::paragraph, BlockKind::quote,
                                    BlockKind::list,   BlockKind::table,     BlockKind::furniture};
constexpr std::array kEntityKinds = {EntityKind::person, EntityKind::organization, EntityKind::place,
                                     EntityKind::group,  EntityKind::document,     EntityKind::event,
                                     EntityKind::other};
constexpr std::array kForms = {MentionForm::name, MentionForm::nominal, MentionForm::pronoun};
constexpr std::array kQuoteKinds = {QuoteKind::direct, QuoteKind::indirect, QuoteKind::mixed};
constexpr std::array kActs = {SpeechAct::assertive, SpeechAct::directive, SpeechAct::commissive,
                              SpeechAct::expressive, SpeechAct::question};
constexpr std::array kCommitments = {Commitment::certain_plus,   Commitment::probable_plus,
                                     Commitment::possible_plus,  Commitment::certain_minus,
                                     Commitment::probable_minus, Commitment::possible_minus,
                                     Commitment::uncommitted};
constexpr std::array kTimexTypes = {TimexType::date, TimexType::time, TimexType::duration, TimexType::set};
constexpr std::array kBounds = {Bound::exact, Bound::at_least, Bound::at_most, Bound::about};

class RecordParser {
 public:
  explicit RecordParser(const json& root) : root_(root), points_(text_in(root)) {}

  Record parse() {
    if (root_.at("schema") != "sayso.record/1") throw Malformed("its schema is not sayso.record/1");
    const json& generator = root_.at("generator");
    record_.generator = {text_of(generator, "version"), text_of(generator, "model"),
                         text_of(generator, "catalog")};
    number("entities", entities_);
    number("mentions", mentions_);
    number("attributions", attributions_);
    number("timexes", timexes_);
    if (root_.contains("propositions")) number("propositions", propositions_);
    read_document(root_.at("document"));
    for (const json& one : root_.at("warnings")) {
      record_.document.warnings.push_back(
          {text_of(one, "code"), text_of(one, "place"), one.at("count").get<std::uint32_t>()});
    }
    for (const json& one : root_.at("entities")) record_.entities.push_back(entity_of(one));
    for (const json& one : root_.at("mentions")) record_.mentions.push_back(mention_of(one));
    for (const json& one : root_.at("timexes")) record_.timexes.push_back(timex_of(one));
    for (const json& one : root_.at("attributions")) record_.attributions.push_back(attribution_of(one));
    for (const json& one : root_.value("propositions", json::array())) {
      record_.propositions.push_back(proposition_of(one));
    }
    for (const json& one : root_.value("events", json::array())) record_.events.push_back(event_of(one));
    return std::move(record_);
  }

 private:
  using Numbers = std::unordered_map<std::string, std::uint32_t>;  // an id's place in its list

  static const std::string& text_in(const json& root) {
    return root.at("document").at("text").get_ref<const std::string&>();
  }

  void number(const char* list, Numbers& numbers) {
    std::uint32_t count = 0;
    for (const json& one : root_.at(list)) numbers.emplace(one.at("id").get<std::string>(), count++);
  }

  std::uint32_t byte_of(const json& offset) const {
    const auto byte = points_.byte_of(offset.get<std::uint64_t>());
    if (!byte) throw Malformed("an offset lies behind the end of the text");
    return *byte;
  }

  Span span(const json& begin, const json& end) const {
    const Span span{byte_of(begin), byte_of(end)};
    if (span.begin > span.end) throw Malformed("a span ends before it begins");
    return span;
  }

  Span span_of(const json& object) const { return span(object.at("begin"), object.at("end")); }

  std::vector<Span> spans_of(const json& object) const {
    std::vector<Span> spans;
    for (const json& pair : object.at("spans")) spans.push_back(span(pair.at(0), pair.at(1)));
    return spans;
  }

  Passage passage_of(const json& object) const { return {spans_of(object), text_of(object, "text")}; }

  static std::optional<std::uint32_t> index(const json& object, const char* field, const Numbers& numbers) {
    const auto at = object.find(field);
    if (at == object.end() || at->is_null()) return std::nullopt;
    const auto found = numbers.find(at->get<std::string>());
    if (found == numbers.end()) throw Malformed(std::string("\"") + field + "\" names what is not there");
    return found->second;
  }

  static std::uint32_t required(const std::optional<std::uint32_t>& index) {
    if (!index) throw Malformed("an id is missing");
    return *index;
  }

  void read_document(const json& document) {
    Article& article = record_.document;
    record_.id = text_of(document, "id");
    record_.text_hash = text_of(document, "text_hash");
    article.external_id = text_of(document, "external_id");
    article.input = text_of(document, "input");
    article.url = text_of(document, "url");
    article.canonical_url = text_of(document, "canonical_url");
    article.outlet = text_of(document, "outlet");
    article.title = text_of(document, "title");
    article.authors = document.at("authors").get<std::vector<std::string>>();
    article.credit = text_of(document, "credit");
    article.agency = text_of(document, "agency");
    article.syndicated_from = text_of(document, "syndicated_from");
    article.published = text_of(document, "published");
    article.modified = text_of(document, "modified");
    for (const json& one : document.at("published_candidates")) {
      article.published_candidates.push_back({text_of(one, "value"), text_of(one, "rule")});
    }
    article.language = text_of(document, "language");
    article.text = text_of(document, "text");
    for (const json& one : document.at("blocks")) {
      article.blocks.push_back(
          {named(one, "kind", kBlockKinds), span_of(one), one.at("truncated").get<bool>()});
    }
  }

  Entity entity_of(const json& one) const {
    Entity entity;
    entity.id = text_of(one, "id");
    entity.name = text_of(one, "name");
    entity.kind = named(one, "type", kEntityKinds);
    entity.aliases = one.at("aliases").get<std::vector<std::string>>();
    for (const json& role : one.at("roles")) {
      entity.roles.push_back({text_of(role, "title"), text_of(role, "of"), span_of(role)});
    }
    entity.catalog = text_of(one, "catalog");
    if (const json& place = one.at("place"); !place.is_null()) {
      entity.place = Place{place.at("latitude").get<double>(), place.at("longitude").get<double>(),
                           text_of(place, "country")};
    }
    return entity;
  }

  EntityMention mention_of(const json& one) const {
    return {text_of(one, "id"), required(index(one, "entity", entities_)), span_of(one),
            named(one, "form", kForms), one.at("metonym").get<bool>()};
  }

  Timex timex_of(const json& one) const {
    return {text_of(one, "id"),       span_of(one),        named(one, "type", kTimexTypes),
            text_of(one, "value"),    text_of(one, "mod"), text_of(one, "begin_point"),
            text_of(one, "end_point")};
  }

  std::optional<Circumstance> circumstance_of(const json& one) const {
    if (one.is_null()) return std::nullopt;
    return Circumstance{passage_of(one), index(one, "entity", entities_)};
  }

  std::optional<Source> source_of(const json& one) const {
    if (one.is_null()) return std::nullopt;
    return Source{passage_of(one), index(one, "mention", mentions_), index(one, "entity", entities_),
                  one.at("named").get<bool>(), one.at("anonymous").get<bool>()};
  }

  std::optional<TimeOfSaying> time_of(const json& one) const {
    if (one.is_null()) return std::nullopt;
    return TimeOfSaying{required(index(one, "timex", timexes_)), text_of(one, "value")};
  }

  Attribution attribution_of(const json& one) const {
    Attribution attribution;
    attribution.id = text_of(one, "id");
    attribution.source = source_of(one.at("source"));
    attribution.cue = {passage_of(one.at("cue")), text_of(one.at("cue"), "lemma")};
    attribution.content = passage_of(one.at("content"));
    attribution.quote = named(one.at("content"), "quote", kQuoteKinds);
    attribution.within = index(one, "within", attributions_);
    for (const json& link : one.at("chain")) {
      attribution.chain.push_back(
          {text_of(link, "name"), index(link, "entity", entities_), text_of(link, "cue"), spans_of(link)});
    }
    attribution.origin = index(one, "origin", entities_);
    attribution.act = named(one, "speech_act", kActs);
    attribution.commitment = named(one, "commitment", kCommitments);
    for (const json& hedge : one.at("hedges")) attribution.hedges.push_back(span_of(hedge));
    attribution.addressee = circumstance_of(one.at("addressee"));
    attribution.place = circumstance_of(one.at("place"));
    attribution.time = time_of(one.at("time"));
    attribution.confidence = one.at("confidence").get<double>();
    return attribution;
  }

  Argument argument_of(const json& one) const {
    Argument argument;
    argument.role = text_of(one, "role");
    argument.mention = index(one, "mention", mentions_);
    argument.entity = index(one, "entity", entities_);
    argument.text = text_of(one, "text");
    if (one.contains("begin")) argument.span = span_of(one);
    return argument;
  }

  std::vector<EventActor> actors_of(const json& list) const {
    std::vector<EventActor> actors;
    for (const json& one : list) {
      EventActor actor;
      actor.text = text_of(one, "text");
      actor.code = text_of(one, "code");
      actor.sector = text_of(one, "sector");
      actor.entity = index(one, "entity", entities_);
      actor.span = span_of(one);
      actors.push_back(std::move(actor));
    }
    return actors;
  }

  static std::string first_of(const json& list) {
    return list.empty() ? std::string() : list.at(0).get<std::string>();
  }

  Event event_of(const json& one) const {
    Event event;
    event.id = text_of(one, "id");
    event.date = text_of(one, "date");
    event.actors = actors_of(one.at("actor"));
    event.recipients = actors_of(one.at("recipient"));
    event.type = first_of(one.at("event"));
    event.mode = first_of(one.at("mode"));
    event.contexts = one.at("context").get<std::vector<std::string>>();
    event.cameo = text_of(one, "cameo");
    event.quad = one.at("quad_code").get<int>();
    event.place = index(one, "event_loc", entities_);
    event.span = span_of(one);
    event.proposition = index(one, "proposition", propositions_);
    event.attribution = index(one, "attribution", attributions_);
    event.factuality = named(one, "factuality", kCommitments);
    return event;
  }

  Proposition proposition_of(const json& one) const {
    Proposition proposition;
    proposition.id = text_of(one, "id");
    proposition.span = span_of(one);
    const json& predicate = one.at("predicate");
    proposition.predicate = {text_of(predicate, "lemma"), span_of(predicate)};
    for (const json& argument : one.at("arguments")) proposition.arguments.push_back(argument_of(argument));
    proposition.negated = one.at("negated").get<bool>();
    proposition.modality = text_of(one, "modality");
    proposition.tense = text_of(one, "tense");
    for (const json& quantity : one.at("quantities")) {
      proposition.quantities.push_back({quantity.at("value").get<double>(), text_of(quantity, "unit"),
                                        named(quantity, "bound", kBounds), span_of(quantity)});
    }
    proposition.time = index(one, "time", timexes_);
    proposition.place = index(one, "place", entities_);
    proposition.attribution = index(one, "attribution", attributions_);
    proposition.factuality = named(one, "factuality", kCommitments);
    return proposition;
  }

  const json& root_;
  const CodePointBytes points_;
  Numbers entities_, mentions_, attributions_, timexes_, propositions_;
  Record record_;
};

}  // namespace

Result<Record> record_from_json(std::string_view text) {
  try {
    const json root = json::parse(text);
    return RecordParser(root).parse();
  } catch (const Malformed& failure) {
    return Error{ErrorCode::malformed, std::string("it is no record: ") + failure.what(), "", std::nullopt};
  } catch (const json::exception& failure) {
    return Error{ErrorCode::malformed, std::string("it is no record: ") + failure.what(), "", std::nullopt};
  }
}

}  // namespace sayso
