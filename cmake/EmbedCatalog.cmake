# Writes the tables of catalog/ into a C++ source, so that the library needs no file at run time. As a script:
#   cmake -DOUTPUT=catalog_data.cpp "-DTABLES=a.tsv|b.tsv" -P EmbedCatalog.cmake
string(REPLACE "|" ";" tables "${TABLES}")
set(rows "")
foreach(table IN LISTS tables)
  get_filename_component(name "${table}" NAME_WE)
  file(READ "${table}" text)
  string(FIND "${text}" ")tsv\"" end)
  if(NOT end EQUAL -1)
    message(FATAL_ERROR "${table} has )tsv\" in it, which ends a raw string")
  endif()
  string(APPEND rows "    {\"${name}\", R\"tsv(${text})tsv\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by cmake/EmbedCatalog.cmake from catalog/*.tsv.
#include \"reading/catalog_data.h\"

namespace sayso::reading {
namespace {

constexpr CatalogTable kTables[] = {
${rows}};

}  // namespace

std::span<const CatalogTable> catalog_tables() {
  return kTables;
}

}  // namespace sayso::reading
")
