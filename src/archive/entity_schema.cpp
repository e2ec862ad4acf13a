#include "archive/entity_schema.h"

namespace sayso::archive {

const char* const kEntityTables = R"sql(
-- By a key that several items have (item_key) and that makes them one.
CREATE TABLE merge_reason (
  key INTEGER PRIMARY KEY,
  why TEXT NOT NULL
) STRICT;

-- What articles call the entities of single documents, by their items, and how often.
CREATE TABLE entity_alias (
  entity INTEGER NOT NULL,
  text TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (entity, text)
) STRICT, WITHOUT ROWID;

-- Who cites whom (0) and who acts on whom (1) in a document, by items of entities; less than 0: an outlet's key with the
-- sign turned. `evidence` is the number of the first attribution or proposition that says so.
CREATE TABLE actor_edge (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  label TEXT NOT NULL,
  count INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  evidence INTEGER NOT NULL,
  PRIMARY KEY (document, kind, a, b, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_edge_a ON actor_edge (kind, a);
CREATE INDEX actor_edge_b ON actor_edge (kind, b);

CREATE INDEX attribution_origin ON attribution (document, origin, day) WHERE origin IS NOT NULL;
CREATE INDEX mention_entity ON mention (document, entity);

-- Entities across documents, by the name that the first of them has, and who is one of them.

CREATE VIEW shared_entities AS
SELECT s.id, e.name, e.type, e.catalog,
       (SELECT count(*) FROM item i WHERE i.group_key = s.item) AS members
FROM shared_entity s
JOIN entity e ON e.document = s.item >> 26 AND e.number = (s.item & 16777215) + 1;

CREATE VIEW shared_entity_members AS
SELECT s.id AS shared_entity, d.id AS document, 'e' || e.number AS entity, e.name, e.aliases, e.roles, d.day
FROM shared_entity s
JOIN item i ON i.group_key = s.item
JOIN document d ON d.key = i.key >> 26
JOIN entity e ON e.document = d.key AND e.number = (i.key & 16777215) + 1;

CREATE VIEW shared_entity_aliases AS
SELECT s.id AS shared_entity, a.text, sum(a.count) AS count, min(d.day) AS first, max(d.day) AS last
FROM shared_entity s
JOIN item i ON i.group_key = s.item
JOIN entity_alias a ON a.entity = i.key
JOIN document d ON d.key = i.key >> 26
GROUP BY s.id, a.text;

CREATE VIEW citations AS
SELECT d.id AS document, coalesce(s.id, o.name) AS citing, coalesce(e.name, o.name) AS citing_name,
       t.id AS cited, f.name AS cited_name, x.count, x.first, x.last, 'a' || x.evidence AS attribution
FROM actor_edge x
JOIN document d ON d.key = x.document
LEFT JOIN outlet o ON o.key = -x.a
LEFT JOIN item i ON i.key = x.a
LEFT JOIN shared_entity s ON s.item = i.group_key
LEFT JOIN entity e ON e.document = x.document AND e.number = (x.a & 16777215) + 1 AND x.a > 0
JOIN item j ON j.key = x.b
JOIN shared_entity t ON t.item = j.group_key
JOIN entity f ON f.document = x.document AND f.number = (x.b & 16777215) + 1
WHERE x.kind = 0;

CREATE VIEW deeds AS
SELECT d.id AS document, s.id AS actor, e.name AS actor_name, x.label AS deed, t.id AS target, f.name AS target_name,
       x.count, x.first, x.last, 'v' || x.evidence AS proposition
FROM actor_edge x
JOIN document d ON d.key = x.document
JOIN item i ON i.key = x.a
JOIN shared_entity s ON s.item = i.group_key
JOIN entity e ON e.document = x.document AND e.number = (x.a & 16777215) + 1
JOIN item j ON j.key = x.b
JOIN shared_entity t ON t.item = j.group_key
JOIN entity f ON f.document = x.document AND f.number = (x.b & 16777215) + 1
WHERE x.kind = 1;
)sql";

}  // namespace sayso::archive
