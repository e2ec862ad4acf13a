#include "archive/record_rows.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "archive/cue_class.h"
#include "publish/code_points.h"
#include "reading/names.h"

namespace sayso::archive {
namespace {

using Json = nlohmann::ordered_json;
using publish::CodePoints;

constexpr std::size_t kDayLength = 10;  // of YYYY-MM-DD

std::optional<std::string_view> or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Items are numbered from 1 in their ids: "e3" is the third.
std::optional<std::uint32_t> number_of(const std::optional<std::uint32_t>& index) {
  return index ? std::optional(*index + 1) : std::nullopt;
}

std::string_view day_of(const std::string& published) {
  return std::string_view(published).substr(0, kDayLength);
}

std::int64_t key_of_generator(Database& database, const Generator& generator) {
  const auto find = [&] {
    return database.find_integer(
        "SELECT key FROM generator WHERE version = ?1 AND model = ?2 AND catalog = ?3", generator.version,
        generator.model, generator.catalog);
  };
  if (const auto key = find()) return *key;
  database.run("INSERT INTO generator (version, model, catalog) VALUES (?1, ?2, ?3)", generator.version,
               generator.model, generator.catalog);
  return database.last_key();
}

std::optional<std::int64_t> key_of_outlet(Database& database, const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (const auto key = database.find_integer("SELECT key FROM outlet WHERE name = ?1", name)) return key;
  database.run("INSERT INTO outlet (name, folded) VALUES (?1, ?2)", name, reading::normal_form(name));
  return database.last_key();
}

std::string roles_of(const Entity& entity, std::string_view text, const CodePoints& points) {
  Json roles = Json::array();
  for (const Role& role : entity.roles) {
    roles.push_back({{"title", role.title},
                     {"of", role.of.empty() ? Json(nullptr) : Json(role.of)},
                     {"text", role.span.of(text)},
                     {"begin", points.before(role.span.begin)},
                     {"end", points.before(role.span.end)}});
  }
  return dump(roles);
}

void put_entities(Database& database, std::int64_t document, const Record& record, const CodePoints& points) {
  for (std::uint32_t i = 0; i < record.entities.size(); ++i) {
    const Entity& entity = record.entities[i];
    const auto& place = entity.place;
    database.run(
        "INSERT INTO entity (document, number, name, folded, type, aliases, roles, catalog, latitude, "
        "longitude, "
        "country) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        document, i + 1, entity.name, reading::normal_form(entity.name), to_string(entity.kind),
        dump(Json(entity.aliases)), roles_of(entity, record.document.text, points), or_null(entity.catalog),
        place ? std::optional(place->latitude) : std::nullopt,
        place ? std::optional(place->longitude) : std::nullopt,
        place ? or_null(place->country) : std::nullopt);
  }
}

void put_mentions(Database& database, std::int64_t document, const Record& record, const CodePoints& points) {
  for (std::uint32_t i = 0; i < record.mentions.size(); ++i) {
    const EntityMention& mention = record.mentions[i];
    database.run(
        "INSERT INTO mention (document, number, entity, begin_, end_, form, metonym) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        document, i + 1, mention.entity + 1, points.before(mention.span.begin),
        points.before(mention.span.end), static_cast<int>(mention.form), mention.metonym);
  }
}

void put_timexes(Database& database, std::int64_t document, const Record& record, const CodePoints& points) {
  for (std::uint32_t i = 0; i < record.timexes.size(); ++i) {
    const Timex& timex = record.timexes[i];
    database.run(
        "INSERT INTO timex (document, number, begin_, end_, type, value, mod, begin_point, end_point) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        document, i + 1, points.before(timex.span.begin), points.before(timex.span.end),
        to_string(timex.type), timex.value, or_null(timex.mod), or_null(timex.begin_point),
        or_null(timex.end_point));
  }
}

// The name of whoever said it: of the entity, else the words that stand there.
std::optional<std::string_view> name_of_source(const Record& record, const Attribution& attribution) {
  if (attribution.source && attribution.source->entity) {
    return or_null(record.entities.at(*attribution.source->entity).name);
  }
  return attribution.source ? or_null(attribution.source->text) : std::nullopt;
}

void put_chain(Database& database, std::int64_t attribution, const std::vector<ChainLink>& chain) {
  for (std::uint32_t i = 0; i < chain.size(); ++i) {
    database.run(
        "INSERT INTO chain_link (attribution, position, name, entity, cue) VALUES (?1, ?2, ?3, ?4, ?5)",
        attribution, i, or_null(chain[i].name), number_of(chain[i].entity), or_null(chain[i].cue));
  }
}

void put_attribution(Database& database, std::int64_t document, std::optional<std::int64_t> outlet,
                     const Record& record, std::uint32_t index, const CodePoints& points) {
  const Attribution& attribution = record.attributions[index];
  const auto& source = attribution.source;
  const auto& addressee = attribution.addressee;
  const auto& place = attribution.place;
  const auto& spans = attribution.content.spans;
  const std::string_view time = attribution.time ? std::string_view(attribution.time->value) : "";
  const std::int64_t key = numbered_key(document, index + 1);
  database.run(
      "INSERT INTO attribution (key, document, number, outlet, day, source, source_entity, source_name, "
      "named, "
      "anonymous, cue, cue_lemma, cue_class, content, begin_, end_, quote, within, origin, speech_act, "
      "commitment, "
      "addressee, addressee_entity, place, place_entity, time, confidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
      "?7, ?8, "
      "?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)",
      key, document, index + 1, outlet, time.empty() ? day_of(record.document.published) : time,
      source ? std::optional<std::string_view>(source->text) : std::nullopt,
      source ? number_of(source->entity) : std::nullopt, name_of_source(record, attribution),
      source && source->named, source && source->anonymous, attribution.cue.text, attribution.cue.lemma,
      or_null(cue_class(attribution.cue.lemma)), attribution.content.text,
      points.before(spans.empty() ? 0 : spans.front().begin),
      points.before(spans.empty() ? 0 : spans.back().end), to_string(attribution.quote),
      number_of(attribution.within), number_of(attribution.origin), to_string(attribution.act),
      to_string(attribution.commitment),
      addressee ? std::optional<std::string_view>(addressee->text) : std::nullopt,
      addressee ? number_of(addressee->entity) : std::nullopt,
      place ? std::optional<std::string_view>(place->text) : std::nullopt,
      place ? number_of(place->entity) : std::nullopt, or_null(time), attribution.confidence);
  database.run("INSERT INTO attribution_search (rowid, content, source_name) VALUES (?1, ?2, ?3)", key,
               attribution.content.text, name_of_source(record, attribution));
  put_chain(database, key, attribution.chain);
}

std::string quantities_of(const Proposition& proposition, const CodePoints& points) {
  Json quantities = Json::array();
  for (const Quantity& quantity : proposition.quantities) {
    quantities.push_back({{"value", quantity.value},
                          {"unit", quantity.unit},
                          {"bound", to_string(quantity.bound)},
                          {"begin", points.before(quantity.span.begin)},
                          {"end", points.before(quantity.span.end)}});
  }
  return dump(quantities);
}

void put_propositions(Database& database, std::int64_t document, const Record& record,
                      const CodePoints& points) {
  for (std::uint32_t i = 0; i < record.propositions.size(); ++i) {
    const Proposition& proposition = record.propositions[i];
    database.run(
        "INSERT INTO proposition (document, number, begin_, end_, predicate, negated, modality, tense, "
        "quantities, "
        "time, place, attribution, factuality) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
        "?13)",
        document, i + 1, points.before(proposition.span.begin), points.before(proposition.span.end),
        proposition.predicate.lemma, proposition.negated, or_null(proposition.modality),
        or_null(proposition.tense), quantities_of(proposition, points), number_of(proposition.time),
        number_of(proposition.place), number_of(proposition.attribution), to_string(proposition.factuality));
    for (std::uint32_t j = 0; j < proposition.arguments.size(); ++j) {
      const Argument& argument = proposition.arguments[j];
      database.run(
          "INSERT INTO argument (document, proposition, position, role, mention, entity, text) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
          document, i + 1, j, argument.role, number_of(argument.mention), number_of(argument.entity),
          argument.text);
    }
  }
}

// The index is taken apart by the words that it was made from.
void remove_from_index(Database& database, std::int64_t document) {
  database.run(
      "INSERT INTO article_search (article_search, rowid, title, text) "
      "SELECT 'delete', document, title, text FROM article_text WHERE document = ?1",
      document);
  database.run(
      "INSERT INTO attribution_search (attribution_search, rowid, content, source_name) "
      "SELECT 'delete', key, content, source_name FROM attribution WHERE document = ?1",
      document);
}

}  // namespace

std::int64_t put_document(Database& database, const Record& record, const std::string& article_hash) {
  const Article& article = record.document;
  Statement statement = database.query(
      "INSERT INTO document (id, text_hash, article_hash, generator, external_id, input, url, canonical_url, "
      "outlet, "
      "title, authors, credit, agency, syndicated_from, published, day, modified, language) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) "
      "ON CONFLICT (id) DO UPDATE SET text_hash = excluded.text_hash, article_hash = excluded.article_hash, "
      "generator = excluded.generator, external_id = excluded.external_id, input = excluded.input, "
      "url = excluded.url, canonical_url = excluded.canonical_url, outlet = excluded.outlet, "
      "title = excluded.title, authors = excluded.authors, credit = excluded.credit, agency = "
      "excluded.agency, "
      "syndicated_from = excluded.syndicated_from, published = excluded.published, day = excluded.day, "
      "modified = excluded.modified, language = excluded.language RETURNING key",
      record.id, record.text_hash, article_hash, key_of_generator(database, record.generator),
      or_null(article.external_id), article.input, or_null(article.url), or_null(article.canonical_url),
      key_of_outlet(database, article.outlet), or_null(article.title), dump(Json(article.authors)),
      or_null(article.credit), or_null(article.agency), or_null(article.syndicated_from),
      or_null(article.published), day_of(article.published), or_null(article.modified),
      or_null(article.language));
  if (!statement.step()) return 0;
  const std::int64_t key = statement.integer(0);
  statement.run();
  return key;
}

void put_rows(Database& database, std::int64_t document, const Record& record) {
  const CodePoints points(record.document.text);
  database.run("INSERT INTO article_text (document, title, text) VALUES (?1, ?2, ?3)", document,
               record.document.title, record.document.text);
  database.run("INSERT INTO article_search (rowid, title, text) VALUES (?1, ?2, ?3)", document,
               record.document.title, record.document.text);
  put_entities(database, document, record, points);
  put_mentions(database, document, record, points);
  put_timexes(database, document, record, points);
  const std::optional<std::int64_t> outlet = key_of_outlet(database, record.document.outlet);
  for (std::uint32_t i = 0; i < record.attributions.size(); ++i) {
    put_attribution(database, document, outlet, record, i, points);
  }
  put_propositions(database, document, record, points);
}

void remove_rows(Database& database, std::int64_t document) {
  remove_from_index(database, document);
  database.run("DELETE FROM argument WHERE document = ?1", document);
  database.run("DELETE FROM proposition WHERE document = ?1", document);
  database.run("DELETE FROM attribution WHERE document = ?1", document);  // chain links go with it
  database.run("DELETE FROM timex WHERE document = ?1", document);
  database.run("DELETE FROM mention WHERE document = ?1", document);
  database.run("DELETE FROM entity WHERE document = ?1", document);
  database.run("DELETE FROM article_text WHERE document = ?1", document);
}

}  // namespace sayso::archive
