// The command as a whole, with a reading that finds "X said Y" and no process.
#include "cli/command_line.h"

#include <gmock/gmock.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <thread>

#include "cli/hand_made_record.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

// One attribution for a text with "said"; an error for one with "unreadable".
Result<Record> fake_read(Article article) {
  // The later an article comes, the sooner it is done, so that order has to be made.
  std::this_thread::sleep_for(std::chrono::microseconds(article.text.size() * 7919 % 3000));
  if (article.text.find("unreadable") != std::string::npos) {
    return Error{ErrorCode::inference, "the encoder failed", "", std::nullopt};
  }
  Record record;
  record.id = "3f2a91c0aa";
  record.document = std::move(article);
  if (record.document.text.find("said no") != std::string::npos) {
    add_attribution(record, {{"Brask"}, {"said"}, {"no"}});
  }
  return record;
}

// One sentence of one word for each block; an error for a text with "unreadable".
Result<Layers> fake_layers(const Article& article) {
  std::this_thread::sleep_for(std::chrono::microseconds(article.text.size() * 7919 % 3000));
  if (article.text.find("unreadable") != std::string::npos) {
    return Error{ErrorCode::inference, "the encoder failed", "", std::nullopt};
  }
  Layers layers;
  for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
    layers.words.push_back({.text = article.blocks[b].span, .sentence = b});
    layers.sentences.push_back({{b, b + 1}, b});
  }
  return layers;
}

// Fails like a file that the disk has no room for, or a pipe that nobody reads.
class FailingBuffer : public std::stringbuf {
 public:
  FailingBuffer(int error, std::size_t room) : error_(error), room_(room) {}

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize count) override {
    if (str().size() + static_cast<std::size_t>(count) <= room_) return std::stringbuf::xsputn(bytes, count);
    errno = error_;
    return 0;
  }

 private:
  int error_;
  std::size_t room_;
};

class CommandLine : public testing::Test {
 protected:
  CommandLine() {
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / ("sayso_cli_" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~CommandLine() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  int run_with(const std::vector<std::string>& arguments) {
    std::vector<const char*> argv = {"sayso"};
    for (const std::string& argument : arguments) argv.push_back(argument.c_str());
    std::istringstream in(input_);
    out_.str("");
    err_.str("");
    std::ostream out(out_buffer_ ? out_buffer_ : out_.rdbuf());
    const Environment environment{
        .in = in,
        .out = out,
        .err = err_,
        .out_terminal = out_terminal_,
        .err_terminal = {},
        .variable = [this](const char* name) -> const char* {
          const auto found = variables_.find(name);
          return found == variables_.end() ? nullptr : found->second.c_str();
        },
        .load = [this](const EngineOptions& options) -> Result<LoadedEngine> {
          ++loads_;
          asked_ = options;
          if (options.model == "broken") {
            return Error{ErrorCode::bad_model, "there is no model in this folder", "broken", std::nullopt};
          }
          return LoadedEngine{
              .read = read_, .layers = fake_layers, .generator = {"0", "abc123"}, .threads = 2};
        },
        .interrupted = [this] { return interrupted_.load(); },
        .close_input = [this] { ++closed_; }};
    return run(static_cast<int>(argv.size()), argv.data(), environment);
  }

  std::vector<std::string> inputs_of_json() const {
    std::vector<std::string> inputs;
    std::istringstream lines(out_.str());
    for (std::string line; std::getline(lines, line);) {
      inputs.push_back(
          fs::path(nlohmann::json::parse(line)["document"]["input"].get<std::string>()).filename());
    }
    return inputs;
  }

  fs::path folder_;
  std::string input_;
  std::ostringstream out_;
  std::ostringstream err_;
  std::streambuf* out_buffer_ = nullptr;
  Terminal out_terminal_;
  std::map<std::string, std::string> variables_;
  ReadArticle read_ = fake_read;
  std::atomic<bool> interrupted_ = false;
  std::atomic<int> loads_ = 0;
  std::atomic<int> closed_ = 0;
  EngineOptions asked_;
};

TEST_F(CommandLine, PrintsTheViewOnOutAndTheSummaryOnErr) {
  EXPECT_EQ(run_with({"read", write("a.txt", "On Monday Brask said no.\n")}), kDone);
  EXPECT_THAT(out_.str(), StartsWith("Marks: {source}  *cue*  <content>\n\n── "));
  EXPECT_THAT(out_.str(), HasSubstr("On Monday {Brask} *said* <no>."));
  EXPECT_THAT(err_.str(), MatchesRegex("1 article, 1 attribution, [0-9]+\\.[0-9] s\n"));
}

TEST_F(CommandLine, PrintsJsonLinesAndNothingOnErr) {
  const std::string first = write("a.txt", "Brask said no.\n");
  const std::string second = write("b.txt", "The sea was calm.\n");
  EXPECT_EQ(run_with({"read", "--json", second, first}), kDone);
  EXPECT_THAT(inputs_of_json(), ElementsAre("b.txt", "a.txt"));
  EXPECT_THAT(err_.str(), IsEmpty());
}

TEST_F(CommandLine, KeepsTheOrderOfManyInputs) {
  std::vector<std::string> names;
  for (int i = 100; i < 160; ++i) {
    names.push_back(std::to_string(i) + ".txt");
    write(names.back(), "Brask said no. " + std::string(static_cast<std::size_t>(i), 'x') + "\n");
  }
  EXPECT_EQ(run_with({"read", "--json", folder_}), kDone);
  EXPECT_EQ(inputs_of_json(), names);
}

TEST_F(CommandLine, PrintsLayersInOrderAndNothingOnErr) {
  std::vector<std::string> names;
  for (int i = 100; i < 160; ++i) {
    names.push_back(std::to_string(i));
    write(names.back() + ".txt", "Brask." + std::string(static_cast<std::size_t>(i), 'x') + "\n");
  }
  EXPECT_EQ(run_with({"read", "--layers", folder_}), kDone);
  EXPECT_THAT(out_.str(), StartsWith("# newdoc id = 100\n# global.Entity = GRP-etype-form\n# newpar\n"));
  EXPECT_THAT(out_.str(), HasSubstr("\tTokenRange=0:106\n\n# newdoc id = 101\n"));
  EXPECT_THAT(err_.str(), IsEmpty());
  std::vector<std::string> found;
  std::istringstream lines(out_.str());
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# newdoc id = ")) found.push_back(line.substr(14));
  }
  EXPECT_EQ(found, names);
}

TEST_F(CommandLine, LayersThatCannotBeReadAreNamed) {
  const std::string bad = write("a.txt", "unreadable\n");
  EXPECT_EQ(run_with({"read", "--layers", bad, write("b.txt", "calm\n")}), kSomeFailed);
  EXPECT_EQ(err_.str(), "sayso: " + bad + ": the encoder failed\n");
  EXPECT_THAT(out_.str(), StartsWith("# newdoc id = b\n"));
}

TEST_F(CommandLine, ListsWhatItLeavesOutInAQuarantine) {
  const std::string bad = write("a.txt", "unreadable\n"), list = folder_ / "left-out.jsonl";
  write("left-out.jsonl", "{\"input\": \"of before\"}\n");
  EXPECT_EQ(run_with({"read", "--quarantine", list, bad, write("b.txt", "calm\n"), folder_ / "none.txt"}),
            kSomeFailed);
  std::ifstream file(list);
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0]["input"], "of before");
  // What cannot be opened is found before anything is read.
  const std::set<std::string> inputs{lines[1]["input"], lines[2]["input"]};
  EXPECT_EQ(inputs, (std::set<std::string>{bad, folder_ / "none.txt"}));
  const nlohmann::json& failed = lines[1]["input"] == bad ? lines[1] : lines[2];
  EXPECT_EQ(failed["reason"], "the encoder failed");
  EXPECT_EQ(failed["code"], "inference");
}

TEST_F(CommandLine, AQuarantineThatCannotBeWrittenEndsItBeforeAnythingIsRead) {
  EXPECT_EQ(run_with({"read", "--quarantine", folder_ / "no" / "list.jsonl", write("b.txt", "calm\n")}),
            kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr("list.jsonl: the list of what was left out: No such file or directory"));
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST_F(CommandLine, ReadsStandardInput) {
  input_ = "Brask said no.\n";
  EXPECT_EQ(run_with({"read", "--json", "-"}), kDone);
  EXPECT_THAT(inputs_of_json(), ElementsAre("-"));
}

TEST_F(CommandLine, HandsOptionsOn) {
  const std::string path = write("a.txt", "Brask said no.\n");
  EXPECT_EQ(run_with({"read", "--json", "--outlet", "The Weir", "--published", "2024-03-05", path,
                      "--threads", "3", "--model", "some/model"}),
            kDone);
  const auto document = nlohmann::json::parse(out_.str())["document"];
  EXPECT_EQ(document["outlet"], "The Weir");
  EXPECT_EQ(document["published"], "2024-03-05");
  EXPECT_EQ(asked_.threads, 3u);
  EXPECT_EQ(asked_.model, "some/model");
}

TEST_F(CommandLine, MaxBytesLimitsADocument) {
  const std::string path = write("a.txt", "Brask said no. " + std::string(2000, 'x') + "\n");
  EXPECT_EQ(run_with({"read", "--json", "--max-bytes", "2K", path}), kSomeFailed);
  EXPECT_EQ(run_with({"read", "--json", "--max-bytes", "3K", path}), kDone);
}

TEST_F(CommandLine, WidthAndColour) {
  const std::string path = write("a.txt", "On a long and rainy Monday Brask said no.\n");
  run_with({"read", "--width", "30", path});
  EXPECT_THAT(out_.str(), HasSubstr(" 1  On a long and rainy Monday\n    {Brask} *said* <no>.\n"));
  out_terminal_ = {.is_tty = true, .columns = 60};
  variables_["TERM"] = "xterm";
  run_with({"read", path});
  EXPECT_THAT(out_.str(), HasSubstr("\x1b[1;36mBrask\x1b[0m"));
  run_with({"read", "--no-color", path});
  EXPECT_THAT(out_.str(), Not(HasSubstr("\x1b")));
  variables_["NO_COLOR"] = "1";
  run_with({"read", path});
  EXPECT_THAT(out_.str(), Not(HasSubstr("\x1b")));
}

TEST_F(CommandLine, AnErrorDoesNotStopTheOthers) {
  const std::string missing = (folder_ / "missing.txt").string();
  const std::string empty = write("empty.txt", "");
  const std::string lines = write("lines.jsonl",
                                  "{\"title\": null, \"text\": \"Brask said no.\"}\n{\"title\n"
                                  "{\"title\": null, \"text\": \"unreadable\"}\n"
                                  "{\"title\": null, \"text\": \"Brask said no.\"}\n");
  const std::string last = write("z.txt", "Brask said no.\n");
  EXPECT_EQ(run_with({"read", "--json", missing, empty, lines, last}), kSomeFailed);
  EXPECT_THAT(inputs_of_json(), ElementsAre("lines.jsonl:1", "lines.jsonl:4", "z.txt"));
  std::istringstream messages(err_.str());
  for (const std::string& input : {missing, empty, lines + ":2", lines + ":3"}) {
    std::string line;
    std::getline(messages, line);
    EXPECT_THAT(line, StartsWith("sayso: " + input + ": "));
  }
  EXPECT_EQ(messages.peek(), std::istringstream::traits_type::eof());
}

TEST_F(CommandLine, TheSummaryCountsWhatCouldNotBeRead) {
  EXPECT_EQ(run_with({"read", write("a.txt", "unreadable\n"), write("b.txt", "calm\n")}), kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr("\n1 article, 0 attributions, 1 could not be read, "));
}

TEST_F(CommandLine, QuietStillNamesErrors) {
  EXPECT_EQ(run_with({"read", "--quiet", write("a.txt", "unreadable\n"), write("b.txt", "calm\n")}),
            kSomeFailed);
  EXPECT_THAT(err_.str(), MatchesRegex("sayso: [^\n]*a\\.txt: the encoder failed\n"));
}

TEST_F(CommandLine, ErrorsAloneNeedNoModel) {
  EXPECT_EQ(run_with({"read", "--model", "broken", (folder_ / "missing.txt").string()}), kSomeFailed);
  EXPECT_EQ(loads_, 0);
  EXPECT_EQ(run_with({"read", "--model", "broken", write("empty.txt", "")}), kSomeFailed);
  EXPECT_THAT(err_.str(), Not(HasSubstr("model")));
}

TEST_F(CommandLine, AMissingModelIsNamedOnce) {
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) write(name, "Brask said no.\n");
  EXPECT_EQ(run_with({"read", "--model", "broken", folder_}), kSomeFailed);
  EXPECT_EQ(err_.str(), "sayso: broken: there is no model in this folder\n");
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST_F(CommandLine, WrongUse) {
  const std::string path = write("a.txt", "Brask said no.\n");
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"rea", path},
      {"read"},
      {"read", "--json"},
      {"read", "--jsn", path},
      {"read", "--published", "soon", path},
      {"read", "--published", "2024-02-30", path},
      {"read", "--max-bytes", "many", path},
      {"read", "--json", "--layers", path},
      {"read", "--threads", "0", path},
      {"read", "--width", "19", path},
      {"read", "--width", "wide", path},
      {"read", path, "--outlet"},
  };
  for (const auto& arguments : wrong) {
    EXPECT_EQ(run_with(arguments), kWrongUse) << testing::PrintToString(arguments);
    EXPECT_THAT(err_.str(), StartsWith("sayso: "));
    EXPECT_THAT(out_.str(), IsEmpty());
  }
  EXPECT_EQ(loads_, 0);
}

TEST_F(CommandLine, NoInputTellsHowToReadStandardInput) {
  EXPECT_EQ(run_with({"read"}), kWrongUse);
  EXPECT_THAT(err_.str(), HasSubstr("- for standard input"));
}

TEST_F(CommandLine, FilesMayBeNamedLikeVerbsAndOptions) {
  const fs::path before = fs::current_path();
  write("read", "Brask said no.\n");
  write("--json", "Brask said no.\n");
  fs::current_path(folder_);
  EXPECT_EQ(run_with({"read", "--json", "--", "read", "--json"}), kDone);
  fs::current_path(before);
  EXPECT_THAT(inputs_of_json(), ElementsAre("read", "--json"));
}

TEST_F(CommandLine, HelpAndVersion) {
  EXPECT_EQ(run_with({"--help"}), kDone);
  EXPECT_THAT(out_.str(), HasSubstr("read"));
  EXPECT_EQ(run_with({"read", "--help"}), kDone);
  for (const char* part : {"Examples:", "Exit codes:", "--json", "--layers", "--published", "--outlet",
                           "--max-bytes", "--threads", "--model", "--width", "--no-color", "--quiet"}) {
    EXPECT_THAT(out_.str(), HasSubstr(part));
  }
  EXPECT_EQ(loads_, 0);
  EXPECT_EQ(run_with({"--version"}), kDone);
  EXPECT_THAT(out_.str(), MatchesRegex("sayso [0-9.]+\nmodel abc123\n"));
}

TEST_F(CommandLine, AFullDiskIsAnError) {
  FailingBuffer full(ENOSPC, 300);
  out_buffer_ = &full;
  for (int i = 0; i < 50; ++i) write(std::to_string(i) + ".txt", "Brask said no.\n");
  EXPECT_EQ(run_with({"read", folder_}), kSomeFailed);
  EXPECT_EQ(err_.str(), "sayso: cannot write the output: No space left on device\n");
  EXPECT_EQ(closed_, 1);
}

TEST_F(CommandLine, AReaderThatGoesAwayEndsItQuietly) {
  FailingBuffer closed(EPIPE, 300);
  out_buffer_ = &closed;
  for (int i = 0; i < 50; ++i) write(std::to_string(i) + ".txt", "Brask said no.\n");
  EXPECT_EQ(run_with({"read", folder_}), kOutputClosed);
  EXPECT_THAT(err_.str(), IsEmpty());
}

TEST_F(CommandLine, AnInterruptFinishesWhatWasBegun) {
  for (int i = 100; i < 200; ++i) write(std::to_string(i) + ".txt", "Brask said no.\n");
  std::atomic<int> reads = 0;
  read_ = [&](Article article) {
    if (++reads == 5) interrupted_ = true;
    return fake_read(std::move(article));
  };
  EXPECT_EQ(run_with({"read", "--json", folder_}), kInterrupted);
  const auto inputs = inputs_of_json();
  EXPECT_EQ(static_cast<int>(inputs.size()), reads);
  EXPECT_LT(inputs.size(), 30u);
  for (std::size_t i = 0; i < inputs.size(); ++i) EXPECT_EQ(inputs[i], std::to_string(100 + i) + ".txt");
}

TEST_F(CommandLine, NamesInMessagesCannotControlTheTerminal) {
  EXPECT_EQ(run_with({"read", "no\x1b[31m\nsuch"}), kSomeFailed);
  EXPECT_THAT(err_.str(), StartsWith("sayso: no␛[31m␊such: "));
}

TEST_F(CommandLine, AFailureInsideIsAMessage) {
  read_ = [](Article) -> Result<Record> { throw std::runtime_error("out of luck"); };
  EXPECT_EQ(run_with({"read", write("a.txt", "Brask said no.\n")}), kSomeFailed);
  EXPECT_THAT(err_.str(), HasSubstr("sayso: failed: out of luck"));
}

}  // namespace
}  // namespace sayso::cli
