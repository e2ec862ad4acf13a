// Tables have names in the singular and integer keys, which keep them small; views have the record's names
// and ids. What is long (texts, records, raw inputs) stands in tables of its own, so that looking through the
// others does not turn its pages.
#include "archive/schema.h"

#include <array>

#include "archive/claim_schema.h"
#include "archive/entity_schema.h"
#include "archive/event_schema.h"

namespace sayso::archive {
namespace {

constexpr const char* kVersion1 = R"sql(
CREATE TABLE generator (
  key INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  catalog TEXT NOT NULL,
  UNIQUE (version, model, catalog)
) STRICT;

CREATE TABLE outlet (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX outlet_folded ON outlet (folded);

CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text_hash TEXT NOT NULL,
  article_hash TEXT NOT NULL,
  generator INTEGER NOT NULL REFERENCES generator,
  external_id TEXT,
  input TEXT NOT NULL,
  url TEXT,
  canonical_url TEXT,
  outlet INTEGER REFERENCES outlet,
  title TEXT,
  authors TEXT NOT NULL,
  credit TEXT,
  agency TEXT,
  syndicated_from TEXT,
  published TEXT,
  day TEXT NOT NULL,
  modified TEXT,
  language TEXT
) STRICT;
CREATE INDEX document_external_id ON document (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX document_day ON document (day);
CREATE INDEX document_outlet ON document (outlet, day);
CREATE INDEX document_generator ON document (generator);

CREATE TABLE article_text (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE record (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  json BLOB NOT NULL
) STRICT;

CREATE TABLE previous_record (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  json BLOB NOT NULL
) STRICT;

CREATE TABLE raw_input (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  format TEXT NOT NULL,
  name TEXT NOT NULL,
  outlet TEXT NOT NULL,
  published TEXT NOT NULL,
  max_bytes INTEGER NOT NULL,
  fields TEXT NOT NULL,  -- of --field, a line each
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE entity (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  type TEXT NOT NULL,
  aliases TEXT NOT NULL,
  roles TEXT NOT NULL,
  catalog TEXT,
  latitude REAL,
  longitude REAL,
  country TEXT,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_folded ON entity (folded);

CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  begin_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  form INTEGER NOT NULL,
  metonym INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE timex (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  begin_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  mod TEXT,
  begin_point TEXT,
  end_point TEXT,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  outlet INTEGER REFERENCES outlet,
  day TEXT NOT NULL,
  source TEXT,
  source_entity INTEGER,
  source_name TEXT,
  named INTEGER NOT NULL,
  anonymous INTEGER NOT NULL,
  cue TEXT NOT NULL,
  cue_lemma TEXT NOT NULL,
  cue_class TEXT,
  content TEXT NOT NULL,
  begin_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  quote TEXT NOT NULL,
  within INTEGER,
  origin INTEGER,
  speech_act TEXT NOT NULL,
  commitment TEXT NOT NULL,
  addressee TEXT,
  addressee_entity INTEGER,
  place TEXT,
  place_entity INTEGER,
  time TEXT,
  confidence REAL NOT NULL,
  UNIQUE (document, number)
) STRICT;
CREATE INDEX attribution_day ON attribution (day);
CREATE INDEX attribution_outlet ON attribution (outlet, day);
CREATE INDEX attribution_cue_lemma ON attribution (cue_lemma, day);
CREATE INDEX attribution_cue_class ON attribution (cue_class, day);
CREATE INDEX attribution_speech_act ON attribution (speech_act, day);
CREATE INDEX attribution_commitment ON attribution (commitment, day);

CREATE TABLE chain_link (
  attribution INTEGER NOT NULL REFERENCES attribution ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT,
  entity INTEGER,
  cue TEXT,
  PRIMARY KEY (attribution, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposition (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  begin_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  predicate TEXT NOT NULL,
  negated INTEGER NOT NULL,
  modality TEXT,
  tense TEXT,
  quantities TEXT NOT NULL,
  time INTEGER,
  place INTEGER,
  attribution INTEGER,
  factuality TEXT NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE argument (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  proposition INTEGER NOT NULL,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  mention INTEGER,
  entity INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (document, proposition, position)
) STRICT, WITHOUT ROWID;

-- What the claims stage keeps (src/claims/claim_store.h).

-- An item's key is its document's key, its kind and its number in one (sqlite_claim_store.h), so that its place is
-- known without an index; its keys stand in it, so that it is read at once, and in item_key, so that it is found.
-- Links are put before the items that they link, so their references are looked at when a transaction ends.

CREATE TABLE item (
  key INTEGER PRIMARY KEY,
  group_key INTEGER NOT NULL,
  density REAL NOT NULL DEFAULT 0,
  keys BLOB NOT NULL,
  payload BLOB NOT NULL
) STRICT;
CREATE INDEX item_group ON item (group_key);

CREATE TABLE item_key (
  kind INTEGER NOT NULL,
  value INTEGER NOT NULL,
  lot INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (kind, value, lot, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_link (
  a INTEGER NOT NULL REFERENCES item ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  b INTEGER NOT NULL REFERENCES item ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_link_b ON item_link (b);
CREATE INDEX item_link_score ON item_link (score); -- the least sure first, for a person to look at

-- Full text. Without triggers: what is put and removed here is indexed by the program (record_rows.cpp), since SQLite
-- lets no trigger of a file that is not trusted near a virtual table. "deny" finds "denied" (porter), "Düsseldorf" is found by "dusseldorf" (remove_diacritics).

CREATE VIRTUAL TABLE article_search USING fts5 (
  title, text,
  content = 'article_text', content_rowid = 'document',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE attribution_search USING fts5 (
  content, source_name,
  content = 'attribution', content_rowid = 'key',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

-- The record, by its own names.

CREATE VIEW documents AS
SELECT d.id, d.text_hash, d.external_id, d.input, d.url, d.canonical_url, o.name AS outlet, d.title, d.authors,
       d.credit, d.agency, d.syndicated_from, d.published, d.modified, d.language, t.text,
       g.version, g.model, g.catalog
FROM document d
JOIN article_text t ON t.document = d.key
JOIN generator g ON g.key = d.generator
LEFT JOIN outlet o ON o.key = d.outlet;

CREATE VIEW entities AS
SELECT d.id AS document, 'e' || e.number AS id, e.name, e.type, e.aliases, e.roles, e.catalog,
       e.latitude, e.longitude, e.country
FROM entity e JOIN document d ON d.key = e.document;

CREATE VIEW mentions AS
SELECT d.id AS document, 'm' || m.number AS id, 'e' || m.entity AS entity, m.begin_ AS "begin", m.end_ AS "end",
       substr(t.text, m.begin_ + 1, m.end_ - m.begin_) AS text,
       CASE m.form WHEN 0 THEN 'name' WHEN 1 THEN 'nominal' ELSE 'pronoun' END AS form, m.metonym
FROM mention m
JOIN document d ON d.key = m.document
JOIN article_text t ON t.document = m.document;

CREATE VIEW timexes AS
SELECT d.id AS document, 't' || x.number AS id, x.begin_ AS "begin", x.end_ AS "end",
       substr(t.text, x.begin_ + 1, x.end_ - x.begin_) AS text,
       x.type, x.value, x.mod, x.begin_point, x.end_point
FROM timex x
JOIN document d ON d.key = x.document
JOIN article_text t ON t.document = x.document;

CREATE VIEW attributions AS
SELECT d.id AS document, 'a' || a.number AS id, o.name AS outlet, a.day, a.source,
       'e' || a.source_entity AS source_entity, a.source_name, a.named, a.anonymous,
       a.cue, a.cue_lemma, a.cue_class, a.content, a.begin_ AS "begin", a.end_ AS "end", a.quote,
       'a' || a.within AS within, 'e' || a.origin AS origin,
       (SELECT e.name FROM entity e WHERE e.document = a.document AND e.number = a.origin) AS origin_name,
       a.speech_act, a.commitment,
       CASE WHEN a.commitment LIKE '%+' THEN 'affirm' WHEN a.commitment LIKE '%-' THEN 'deny' ELSE 'uncertain' END
         AS polarity,
       a.addressee, 'e' || a.addressee_entity AS addressee_entity, a.place, 'e' || a.place_entity AS place_entity,
       a.time, a.confidence
FROM attribution a
JOIN document d ON d.key = a.document
LEFT JOIN outlet o ON o.key = a.outlet;

CREATE VIEW chains AS
SELECT d.id AS document, 'a' || a.number AS attribution, c.position, c.name, 'e' || c.entity AS entity, c.cue
FROM chain_link c
JOIN attribution a ON a.key = c.attribution
JOIN document d ON d.key = a.document;

CREATE VIEW propositions AS
SELECT d.id AS document, 'v' || p.number AS id, p.begin_ AS "begin", p.end_ AS "end",
       substr(t.text, p.begin_ + 1, p.end_ - p.begin_) AS text,
       p.predicate, p.negated, p.modality, p.tense, p.quantities, 't' || p.time AS time, 'e' || p.place AS place,
       'a' || p.attribution AS attribution, p.factuality
FROM proposition p
JOIN document d ON d.key = p.document
JOIN article_text t ON t.document = p.document;

CREATE VIEW arguments AS
SELECT d.id AS document, 'v' || r.proposition AS proposition, r.position, r.role, 'm' || r.mention AS mention,
       'e' || r.entity AS entity, r.text
FROM argument r JOIN document d ON d.key = r.document;
)sql";

const std::array kSteps = {kVersion1, kClaimTables, kEventTables, kEntityTables};

}  // namespace

std::span<const char* const> schema_steps() {
  return kSteps;
}

}  // namespace sayso::archive
