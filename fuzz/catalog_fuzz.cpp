// Any bytes as a file to import, as the user's catalog and as words to look up: an import gives a catalog
// that loads, or an error that says something.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "reading/catalog.h"
#include "sayso/catalog.h"

namespace {

namespace fs = std::filesystem;

void require(bool holds) {
  if (!holds) std::abort();
}

void write(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fs::path folder = [] {
    const fs::path made = fs::temp_directory_path() / ("catalog_fuzz." + std::to_string(getpid()));
    fs::create_directories(made);
    return made;
  }();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const sayso::reading::CatalogMatch& match : sayso::reading::Catalog::builtin().find(bytes)) {
    require(match.entry != nullptr && !match.entry->name.empty());
  }
  const fs::path file = folder / "file";
  const fs::path store = folder / "store.tsv";
  write(file, bytes);
  fs::remove(store);
  sayso::CatalogImportOptions options;
  options.max_line_bytes = 4096;  // small enough for inputs to cross it
  options.max_entries = 8;
  const sayso::Result<sayso::CatalogImport> done = sayso::import_catalog(file, store, options);
  require(done ? done->total == done->added && done->total <= 8 : !done.error().message.empty());
  const auto catalog = sayso::reading::Catalog::load(store);
  require(catalog.has_value());
  if (done) {
    const sayso::Result<sayso::CatalogImport> again = sayso::import_catalog(file, store, options);
    require(again && again->added == 0 && again->replaced == done->total);
    require(sayso::reading::Catalog::load(store)->hash() == catalog->hash());
  }
  write(store, bytes);
  const auto foreign = sayso::reading::Catalog::load(store);
  require(foreign || !foreign.error().message.empty());
  return 0;
}
