#include "cli/search_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/choices.h"
#include "cli/messages.h"
#include "cli/search_view.h"
#include "sayso/archive_json.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kListed = 20;

constexpr const char* kFooter =
    R"(WORDS must all occur, in any form: deny finds denied. "a phrase" must occur as it stands, -word must not occur,
harbo* finds what begins so. Without WORDS, a filter alone lists what it lets through, the newest first.
Put -- before words that begin with a hyphen.

Examples:
  sayso search news.sayso reservoir '"private office"' -budget
  sayso search news.sayso --source Oyelaran --cue deny
  sayso search news.sayso --articles metro doors --from 2025-03 --outlet "Capital Herald"
  sayso search news.sayso --cue-class promise --json | jq .source

Exit codes:
  0    done, also where nothing is found
  1    the archive could not be read
  2    wrong use)";

struct SearchOptions : ArchiveViewOptions {
  std::vector<std::string> words;
  std::string order;
  SearchQuery query;
};

std::string join_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    // A shell takes quotation marks away; an argument with a blank in it was a phrase.
    const bool phrase =
        word.find(' ') != std::string::npos && word.find('"') == std::string::npos && words.size() > 1;
    text += (text.empty() ? "" : " ") + (phrase ? '"' + word + '"' : word);
  }
  return text;
}

void print_hits(const SearchPage& page, const SearchOptions& options, const Environment& environment) {
  for (const SearchHit& hit : page.hits) {
    environment.out << (options.json ? to_json(hit) + "\n"
                                     : view_hit(hit, wrap_options(options, environment)));
  }
}

// Page after page up to the limit; a place behind the last one is told on standard error.
int search(SearchOptions options, const Environment& environment) {
  const std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  constexpr std::size_t kPage = 500;
  SearchQuery& query = options.query;
  query.words = join_words(options.words);
  if (!options.order.empty())
    query.order = options.order == "newest" ? SearchOrder::newest : SearchOrder::best;
  std::size_t left = options.limit;
  bool any = false;
  errno = 0;
  do {
    query.limit = static_cast<std::uint32_t>(options.limit == 0 ? kPage : std::min(left, kPage));
    const Result<SearchPage> page = archive->search(query);
    if (!page) return fail(page.error(), environment);
    print_hits(*page, options, environment);
    any = any || !page->hits.empty();
    left -= std::min(left, page->hits.size());
    query.after = page->next;
  } while (!query.after.empty() && (options.limit == 0 || left > 0) && environment.out &&
           !environment.interrupted());
  if (!any) print_message(environment.err, "nothing found");
  if (!query.after.empty() && !environment.interrupted()) {
    environment.err << "there is more: --after " + query.after + "\n" << std::flush;
  }
  return finish_output(environment.interrupted() ? kInterrupted : kDone, environment);
}

void add_filters(CLI::App& command, SearchOptions& options) {
  SearchQuery& query = options.query;
  command.add_flag("--articles", query.articles,
                   "Look in titles and texts of articles, not in what was said");
  command.add_option("--source", query.source, "Only what was said by whoever has these words in the name")
      ->type_name("NAME");
  command.add_option("--outlet", query.outlet, "Only of this outlet")->type_name("NAME");
  command.add_option("--cue", query.cue, "Only with this word of saying: say, deny, tell, ...")
      ->type_name("LEMMA");
  command
      .add_option("--cue-class", query.cue_class,
                  "Only with a word that does this: report, deny, promise, demand, ...")
      ->type_name("CLASS");
  command
      .add_option("--act", query.act,
                  "Only this speech act: assertive, directive, commissive, expressive, question")
      ->type_name("ACT");
  command.add_option("--commitment", query.commitment, "Only so sure: CT+, PR+, PS+, CT-, PR-, PS-, U")
      ->type_name("VALUE");
  command.add_option("--from", query.from, "Not before: 2016, 2016-12 or 2016-12-13")->type_name("DATE");
  command.add_option("--to", query.to, "Not behind: likewise")->type_name("DATE");
  command.add_option("--order", options.order, "best or newest first (default: best where there are words)")
      ->type_name("ORDER")
      ->check(one_of({"best", "newest"}));
  command.add_option("--after", query.after, "Go on behind a page, at the place that it named")
      ->type_name("PLACE");
}

bool has_filter(const SearchQuery& query) {
  return query.articles || !(query.source + query.outlet + query.cue + query.cue_class + query.act +
                             query.commitment + query.from + query.to)
                                .empty();
}

}  // namespace

void add_search_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command =
      app.add_subcommand("search", "Find what was said, or articles, by words and filters");
  const auto options = std::make_shared<SearchOptions>();
  add_view_options(*command, *options, kListed);
  command->add_option("WORDS", options->words, "What to look for")->type_name("");
  add_filters(*command, *options);
  command->footer(kFooter);
  command->callback([options, &environment, &status] {
    if (options->words.empty() && !has_filter(options->query)) {
      throw CLI::RequiredError("nothing to look for; name some words, or a filter such as --source",
                               CLI::ExitCodes::RequiredError);
    }
    status = search(*options, environment);
  });
}

}  // namespace sayso::cli
