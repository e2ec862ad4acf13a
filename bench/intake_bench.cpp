// Speed of intake alone: pages from memory to Articles, on several threads. Also prints the articles, to see
// and score them. Entry point: main.
//
//   intake_bench [--threads N] [--runs N] FOLDER     prints pages/s and pages per processor second of each
//   run; FOLDER
//                                                    has .html or .html.gz files. compare_intake.py has
//                                                    peers.
//   intake_bench --json FOLDER                       prints each article as a record without attributions
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "sayso/intake.h"
#include "sayso/record_json.h"

namespace {

struct Arguments {
  unsigned threads = 2;
  int runs = 5;
  bool json = false;
  std::string folder;
};

Arguments parse(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--json") {
      arguments.json = true;
    } else if (word == "--threads" && i + 1 < count) {
      arguments.threads = static_cast<unsigned>(std::max(1, std::atoi(words[++i])));
    } else if (word == "--runs" && i + 1 < count) {
      arguments.runs = std::max(1, std::atoi(words[++i]));
    } else {
      arguments.folder = word;
    }
  }
  return arguments;
}

// The pages' bytes, unpacked. Pages that cannot be read are named and left out.
std::vector<sayso::RawInput> load(const std::string& folder) {
  std::vector<sayso::RawInput> pages;
  const auto inputs = sayso::list_inputs(folder);
  if (!inputs) return pages;
  for (const std::string& input : *inputs) {
    auto reader = sayso::open_input(input, {});
    if (!reader) continue;
    const auto article = (*reader)->next();
    if (article && *article) {
      pages.push_back((*reader)->take_raw());
    } else {
      std::fprintf(stderr, "%s: %s\n", input.c_str(),
                   article ? "nothing in it" : article.error().message.c_str());
    }
  }
  return pages;
}

struct Times {
  double seconds = 0;
  double processor_seconds = 0;
};

// For all pages.
Times run(const std::vector<sayso::RawInput>& pages, unsigned threads) {
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> characters = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < pages.size(); i = next++) {
      const auto article = sayso::read_html(pages[i].bytes, pages[i].name, {});
      if (article) characters += article->text.size();
    }
  };
  const std::clock_t clock = std::clock();
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> workers;
  for (unsigned i = 1; i < threads; ++i) workers.emplace_back(work);
  work();
  for (std::thread& worker : workers) worker.join();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (characters == 0) return {};
  return {seconds.count(), static_cast<double>(std::clock() - clock) / CLOCKS_PER_SEC};
}

}  // namespace

int main(int count, char** words) {
  const Arguments arguments = parse(count, words);
  if (arguments.folder.empty()) {
    std::fprintf(stderr, "usage: intake_bench [--json] [--threads N] [--runs N] FOLDER\n");
    return 2;
  }
  const std::vector<sayso::RawInput> pages = load(arguments.folder);
  if (pages.empty()) return 1;
  if (arguments.json) {
    for (const sayso::RawInput& page : pages) {
      sayso::Record record;
      record.document = *sayso::read_html(page.bytes, page.name, {});
      std::printf("%s\n", sayso::to_json(record).c_str());
    }
    return 0;
  }
  for (int i = 0; i < arguments.runs; ++i) {
    const Times times = run(pages, arguments.threads);
    const auto count = static_cast<double>(pages.size());
    std::printf("%.1f %.1f\n", count / times.seconds, count / times.processor_seconds);
  }
}
