// Claims are built from items (src/claims); what stands in these tables is what lists, timelines and look-ups
// need, so that none of them has to build claims or go through a table. A claim with a single statement is in
// none of them: most statements are nobody else's.
#include "archive/claim_schema.h"

namespace sayso::archive {

const char* const kClaimTables = R"sql(
CREATE TABLE claim (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL,
  articles INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL
) STRICT;
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_reach ON claim (articles, outlets, last, id);
CREATE INDEX claim_status ON claim (status, articles, outlets, last, id);

-- The key is the statement's item's; the entity that stands behind it is one of the claim's own documents, so that it
-- is there as long as the row.
CREATE TABLE claim_statement (
  item INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  attribution INTEGER,
  proposition INTEGER,
  quote TEXT NOT NULL,
  polarity TEXT NOT NULL,
  origin TEXT NOT NULL,
  origin_item INTEGER,
  via TEXT NOT NULL,
  outlet TEXT,
  date TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX claim_statement_claim ON claim_statement (claim);
CREATE INDEX claim_statement_date ON claim_statement (date);
CREATE INDEX claim_statement_confidence ON claim_statement (confidence);
CREATE INDEX claim_statement_origin ON claim_statement (origin_item) WHERE origin_item IS NOT NULL;

-- Entities that a claim's statements speak of, or that speak in it, by their items: joining them changes nothing here.
CREATE TABLE claim_entity (
  entity INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  PRIMARY KEY (entity, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_entity_claim ON claim_entity (claim);

-- Who is called what: names and aliases of entities of single documents, by their items.
CREATE TABLE entity_name (
  folded TEXT NOT NULL,
  entity INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (folded, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_name_entity ON entity_name (entity);

-- Ids of entities across documents, and the items by which their groups are called.
CREATE TABLE shared_entity (
  item INTEGER PRIMARY KEY,
  id TEXT NOT NULL
) STRICT;
CREATE INDEX shared_entity_id ON shared_entity (id);

-- A number is never used again, so that "undo 3" cannot mean another one.
CREATE TABLE correction (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  made TEXT NOT NULL
) STRICT;

-- `item` is what the words stand for in the document as it was read last; NULL where they are gone, or the document is.
CREATE TABLE correction_anchor (
  correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  item INTEGER,
  PRIMARY KEY (correction, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_anchor_document ON correction_anchor (document);

CREATE VIEW claims AS
SELECT id, text, status, articles, outlets, origins AS independent_origins, first, last FROM claim;

CREATE VIEW claim_statements AS
SELECT c.id AS claim, d.id AS document, 'a' || s.attribution AS attribution, 'v' || s.proposition AS proposition,
       s.quote, s.polarity, s.origin, s.via, s.outlet, s.date, s.confidence
FROM claim_statement s
JOIN claim c ON c.key = s.claim
JOIN document d ON d.key = s.item >> 26;

CREATE VIEW corrections AS
SELECT c.number, c.kind, c.name, c.made, a.position, a.document, a.quote, a.prefix, a.suffix
FROM correction c JOIN correction_anchor a ON a.correction = c.number;
)sql";

}  // namespace sayso::archive
