// Events are built from items (src/claims/shared_events.h); what stands in these tables is what lists,
// filters and exports need. Every event is in them, also one that a single article tells.
#include "archive/event_schema.h"

namespace sayso::archive {

const char* const kEventTables = R"sql(
-- The key is that of the item by which the group of reports is called.
CREATE TABLE event (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  cameo TEXT NOT NULL,
  quad INTEGER NOT NULL,
  contexts TEXT NOT NULL,
  date TEXT NOT NULL,
  place TEXT,
  place_catalog TEXT,
  country TEXT,
  latitude REAL,
  longitude REAL,
  factuality TEXT NOT NULL,
  disputed INTEGER NOT NULL,
  text TEXT NOT NULL,
  reports INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL
) STRICT;
CREATE INDEX event_id ON event (id);
CREATE INDEX event_date ON event (date, id);

CREATE TABLE event_side (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  role INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  code TEXT NOT NULL,
  sector TEXT NOT NULL,
  folded TEXT NOT NULL,
  catalog TEXT NOT NULL,
  PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_side_code ON event_side (code, event);

-- The key is the report's item's.
CREATE TABLE event_report (
  item INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  number TEXT NOT NULL,
  attribution TEXT,
  proposition TEXT,
  quote TEXT NOT NULL,
  factuality TEXT NOT NULL,
  origin TEXT NOT NULL,
  origin_item INTEGER,
  via TEXT NOT NULL,
  outlet TEXT,
  date TEXT NOT NULL
) STRICT;
CREATE INDEX event_report_event ON event_report (event);
CREATE INDEX event_report_origin ON event_report (origin_item) WHERE origin_item IS NOT NULL;

CREATE VIEW events AS
SELECT id, type, mode, cameo, quad, contexts, date, place, country, latitude, longitude, factuality, disputed, text, reports,
       articles, outlets, origins AS independent_origins, first, last
FROM event;

CREATE VIEW event_sides AS
SELECT e.id AS event, CASE s.role WHEN 0 THEN 'actor' ELSE 'recipient' END AS role, s.position, s.text, s.code, s.sector,
       s.catalog
FROM event_side s JOIN event e ON e.key = s.event;

CREATE VIEW event_reports AS
SELECT e.id AS event, d.id AS document, r.number AS id, r.attribution, r.proposition, r.quote, r.factuality, r.origin, r.via,
       r.outlet, r.date
FROM event_report r
JOIN event e ON e.key = r.event
JOIN document d ON d.key = r.item >> 26;
)sql";

}  // namespace sayso::archive
