#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "sayso/intake.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = fs::path(testing::TempDir()) / ("sayso_intake_" + std::string(test->name()));
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  void TearDown() override { fs::remove_all(path_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  Result<std::optional<Article>> read_first(const std::string& file, const IntakeOptions& options = {}) {
    auto reader = open_input(file, options);
    if (!reader) return reader.error();
    return (*reader)->next();
  }

  fs::path path_;
};

using OpenInput = Folder;
using ListInputs = Folder;

TEST_F(OpenInput, ReadsADocumentOnce) {
  auto reader = open_input(write("a.txt", "The port is shut."), {});
  ASSERT_TRUE(reader);
  EXPECT_TRUE((*reader)->next()->has_value());
  EXPECT_FALSE((*reader)->next()->has_value());
  EXPECT_FALSE((*reader)->next()->has_value());
}

TEST_F(OpenInput, NamesWhatCannotBeOpened) {
  EXPECT_EQ(open_input((path_ / "none.txt").string(), {}).error().code, ErrorCode::not_found);
  const auto folder = open_input(path_.string(), {});
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::unreadable);
}

TEST_F(OpenInput, RefusesALargeFile) {
  const std::string file = write("big.txt", "x");
  fs::resize_file(file, 50'000'000);
  const auto article = read_first(file);
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::too_large);
  EXPECT_EQ(article.error().input, file);
  EXPECT_NE(article.error().message.find("--max-bytes"), std::string::npos);
}

TEST_F(OpenInput, RefusesAnEmptyFile) {
  for (const char* name : {"empty.txt", "empty.html", "empty.jsonl"}) {
    const auto article = read_first(write(name, "\n \n"));
    ASSERT_FALSE(article) << name;
    EXPECT_EQ(article.error().code, ErrorCode::empty_input) << name;
  }
}

TEST_F(OpenInput, RefusesBinary) {
  EXPECT_EQ(read_first(write("a.txt", "%PDF-1.4")).error().code, ErrorCode::not_text);
  EXPECT_EQ(read_first(write("a.html", std::string("\x7F"
                                                   "ELF\0\0",
                                                   6)))
                .error()
                .code,
            ErrorCode::not_text);
}

TEST_F(OpenInput, TellsFormatsApart) {
  EXPECT_EQ((*read_first(write("page", "<html><title>Ferry stops</title><p>It stops, she said.</p>")))->title,
            "Ferry stops");
  EXPECT_TRUE((*read_first(write("lines", "\n{\"text\": \"It stops.\"}\n")))->input.ends_with("lines:2"));
  EXPECT_EQ((*read_first(write("note", "It stops.")))->text, "It stops.");
}

TEST_F(OpenInput, ReadsUtf16) {
  const std::string bytes("\xFF\xFEI\0t\0 \0s\0t\0o\0p\0s\0.\0", 20);
  EXPECT_EQ((*read_first(write("a.txt", bytes)))->text, "It stops.");
}

TEST_F(OpenInput, ReadsStreams) {
  std::istringstream text("It stops, she said.");
  const auto reader = open_stream(text, "-", {});
  const auto article = reader->next();
  ASSERT_TRUE(article && article->has_value());
  EXPECT_EQ((*article)->input, "-");
  IntakeOptions options;
  options.max_bytes = 10;
  std::istringstream long_text(std::string(100'000, 'a'));
  const auto refused = open_stream(long_text, "-", options)->next();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::too_large);
}

TEST_F(OpenInput, FailsOnAStreamThatBreaks) {
  class Broken : public std::streambuf {
    int_type underflow() override { throw std::ios_base::failure("disk"); }
  } broken;
  std::istream stream(&broken);
  const auto article = open_stream(stream, "broken", {})->next();
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::unreadable);
}

TEST_F(ListInputs, WalksFoldersSorted) {
  write("b.txt", "b");
  write("a/z.txt", "z");
  write("a/deeper/y.txt", "y");
  write(".hidden.txt", "h");
  write(".git/config", "g");
  fs::create_directory_symlink(path_, path_ / "loop");
  const auto files = list_inputs(path_.string());
  ASSERT_TRUE(files);
  std::vector<std::string> names;
  for (const std::string& file : *files) names.push_back(fs::relative(file, path_).string());
  EXPECT_EQ(names, (std::vector<std::string>{"a/deeper/y.txt", "a/z.txt", "b.txt"}));
}

TEST_F(ListInputs, TakesFilesAndStandardInputAsTheyAre) {
  const std::string file = write("b.txt", "b");
  EXPECT_EQ(*list_inputs(file), std::vector<std::string>{file});
  EXPECT_EQ(*list_inputs("-"), std::vector<std::string>{"-"});
}

TEST_F(ListInputs, NamesWhatIsMissing) {
  EXPECT_EQ(list_inputs((path_ / "none").string()).error().code, ErrorCode::not_found);
  EXPECT_EQ(list_inputs(path_.string()).error().code, ErrorCode::empty_input);
}

}  // namespace
}  // namespace sayso
