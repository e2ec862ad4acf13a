// Whole articles, written for these tests: cases/NAME.txt or .html with the blocks it should have in
// cases/NAME.blocks, one a line: the kind ("*" behind it means truncated), a blank and the text, where "..."
// stands for any rest. A new case needs no C++.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "intake/block_check.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> read_lines(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string describe(const Article& article, const Block& block) {
  return std::string(to_string(block.kind)) + (block.truncated ? "* " : " ") +
         std::string(block.span.of(article.text));
}

bool fits(const std::string& wanted, const std::string& got) {
  if (!wanted.ends_with("...")) return wanted == got;
  return got.starts_with(wanted.substr(0, wanted.size() - 3));
}

std::vector<fs::path> list_cases() {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::directory_iterator(fs::path(SAYSO_SOURCE_DIR) / "tests/intake/cases")) {
    if (entry.path().extension() != ".blocks") cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

class ArticleCase : public testing::TestWithParam<fs::path> {};

TEST_P(ArticleCase, HasTheExpectedBlocks) {
  auto reader = open_input(GetParam().string(), {});
  ASSERT_TRUE(reader) << reader.error().describe();
  const auto article = (*reader)->next();
  ASSERT_TRUE(article) << article.error().describe();
  ASSERT_TRUE(article->has_value());
  EXPECT_EQ(intake::find_block_fault(**article), "");
  fs::path expected = GetParam();
  const std::vector<std::string> wanted = read_lines(expected.replace_extension(".blocks"));
  std::vector<std::string> got;
  for (const Block& block : (*article)->blocks) got.push_back(describe(**article, block));
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    const std::string want = i < wanted.size() ? wanted[i] : "(nothing)";
    const std::string have = i < got.size() ? got[i] : "(nothing)";
    EXPECT_TRUE(fits(want, have)) << "block " << i << "\n  wanted " << want << "\n  got    " << have;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, ArticleCase, testing::ValuesIn(list_cases()), [](const auto& test) {
  std::string name = test.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

}  // namespace
}  // namespace sayso
