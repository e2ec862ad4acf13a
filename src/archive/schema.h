// The tables, indexes and views of an archive; docs/ARCHIVE.md describes each.
#pragma once

#include <cstdint>
#include <span>

namespace sayso::archive {

// "SaYs", by which `file` and other programs tell an archive from other SQLite files.
constexpr std::int32_t kApplicationId = 0x53615973;

// SQL that leads from one version of the schema to the next: the first from an empty file to version 1. What
// has been released is never changed; a new version is one more at the end.
std::span<const char* const> schema_steps();

}  // namespace sayso::archive
