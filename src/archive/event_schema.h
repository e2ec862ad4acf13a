// The tables and views of events that many articles tell.
#pragma once

namespace sayso::archive {

// SQL for schema_steps(): leads from the tables of claims to those with events.
extern const char* const kEventTables;

}  // namespace sayso::archive
