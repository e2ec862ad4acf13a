// The tables and views of claims, shared entities and corrections.
#pragma once

namespace sayso::archive {

// SQL for schema_steps(): leads from the tables of documents and items to those with claims.
extern const char* const kClaimTables;

}  // namespace sayso::archive
