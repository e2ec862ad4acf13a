// What an archive's own work costs as it grows: adds records that were read before, and prints the
// processor's milliseconds an article that each thousand took. Entry point: main.
//
//   sayso read --json ARTICLES > records.jsonl
//   archive_bench [--batch N] [--every N] records.jsonl ARCHIVE      ARCHIVE must not be there yet
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "sayso/archive.h"
#include "sayso/record_json.h"

namespace {

struct Arguments {
  std::size_t batch = 32;  // about what `sayso add` has read before it writes
  std::size_t every = 1000;
  std::vector<std::string> files;
};

Arguments parse(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const auto number = [&] { return std::max(1UL, std::strtoul(words[++i], nullptr, 10)); };
    if (word == "--batch" && i + 1 < count) {
      arguments.batch = number();
    } else if (word == "--every" && i + 1 < count) {
      arguments.every = number();
    } else {
      arguments.files.push_back(word);
    }
  }
  return arguments;
}

int fail(const std::string& what, const sayso::Error& error) {
  std::fprintf(stderr, "%s: %s\n", what.c_str(), error.message.c_str());
  return 1;
}

int run(const Arguments& arguments) {
  auto archive = sayso::Archive::open(arguments.files[1], {.access = sayso::ArchiveAccess::create});
  if (!archive) return fail(arguments.files[1], archive.error());
  std::ifstream records(arguments.files[0]);
  std::vector<sayso::ArchiveArticle> batch;
  std::size_t added = 0, printed = 0;
  std::clock_t spent = 0;  // processor time: others may be at work
  std::printf("articles  ms/article\n");
  std::string line;
  for (bool more = true; more;) {
    more = static_cast<bool>(std::getline(records, line));
    if (more) {
      auto record = sayso::record_from_json(line);
      if (!record) return fail(arguments.files[0], record.error());
      sayso::ArchiveArticle article;
      article.record = *std::move(record);
      article.raw.bytes = line;
      sayso::pack(article);
      batch.push_back(std::move(article));
    }
    if (batch.size() < arguments.batch && more) continue;
    const std::clock_t begin = std::clock();
    const auto changes = archive->add(batch);
    spent += std::clock() - begin;
    if (!changes) return fail(arguments.files[1], changes.error());
    added += batch.size();
    batch.clear();
    if (added - printed >= arguments.every || (!more && added > printed)) {
      const double milliseconds = 1000.0 * static_cast<double>(spent) / CLOCKS_PER_SEC;
      std::printf("%8zu  %10.2f\n", added, milliseconds / static_cast<double>(added - printed));
      std::fflush(stdout);
      printed = added;
      spent = 0;
    }
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const Arguments arguments = parse(count, words);
  if (arguments.files.size() == 2) return run(arguments);
  std::fprintf(stderr, "usage: archive_bench [--batch N] [--every N] RECORDS.jsonl ARCHIVE\n");
  return 2;
}
