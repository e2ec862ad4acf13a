#include "cli/progress_bar.h"

#include <gmock/gmock.h>

#include <sstream>

#include "cli/display_cells.h"

namespace sayso::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ProgressLine, ShowsHowFarHowFastAndHowLong) {
  EXPECT_EQ(progress_line({50, 200}, seconds(10), 60),
            "  50/200  ━━━━━━━━────────────────────────  5.0/s  30 s left");
  EXPECT_EQ(progress_line({50, 200}, seconds(10), 30), "  50/200  5.0/s  30 s left");
}

TEST(ProgressLine, RoundsUpWhatIsLeft) {
  EXPECT_THAT(progress_line({1, 3}, seconds(100), 60), HasSubstr("4 min left"));
  EXPECT_THAT(progress_line({1, 100}, seconds(100), 60), HasSubstr("2 h 45 min left"));
  EXPECT_THAT(progress_line({3, 3}, seconds(3), 60), HasSubstr("0 s left"));
}

TEST(ProgressLine, WithoutTotal) {
  EXPECT_EQ(progress_line({412, std::nullopt}, seconds(10), 60), "  412 articles  41/s");
  EXPECT_EQ(progress_line({5, 3}, seconds(10), 60), "  5 articles  0.5/s");  // the total was none
  EXPECT_EQ(progress_line({0, 12}, seconds(2), 60), "  0/12  ────────────────────────────────────────  2 s");
}

TEST(ProgressLine, KeepsToTheColumns) {
  for (int columns = 0; columns < 100; ++columns) {
    EXPECT_LE(display_columns(progress_line({12345, 99999}, seconds(1000), columns)), columns);
  }
}

class ProgressBarTest : public testing::Test {
 protected:
  std::ostringstream out_;
  const ProgressBar::Time start_ = ProgressBar::Time() + seconds(1000);
};

TEST_F(ProgressBarTest, WaitsASecondAndDrawsTenTimesASecond) {
  ProgressBar bar(out_, 60, true, start_);
  bar.show({1, 10}, start_ + milliseconds(900));
  EXPECT_THAT(out_.str(), IsEmpty());
  bar.show({2, 10}, start_ + milliseconds(1000));
  EXPECT_THAT(out_.str(), HasSubstr("2/10"));
  out_.str("");
  bar.show({3, 10}, start_ + milliseconds(1050));
  EXPECT_THAT(out_.str(), IsEmpty());
  bar.show({4, 10}, start_ + milliseconds(1100));
  EXPECT_THAT(out_.str(), HasSubstr("4/10"));
}

TEST_F(ProgressBarTest, IsErasedForOtherOutputAndDrawnAgain) {
  ProgressBar bar(out_, 60, true, start_);
  bar.erase();
  EXPECT_THAT(out_.str(), IsEmpty());
  bar.show({2, 10}, start_ + milliseconds(1000));
  out_.str("");
  bar.erase();
  EXPECT_EQ(out_.str(), "\r\x1b[K");
  bar.show({3, 10}, start_ + milliseconds(1001));
  EXPECT_THAT(out_.str(), HasSubstr("3/10"));
}

TEST_F(ProgressBarTest, ErasesItselfAtTheEnd) {
  { ProgressBar(out_, 60, true, start_).show({2, 10}, start_ + milliseconds(1000)); }
  EXPECT_TRUE(out_.str().ends_with("\r\x1b[K"));
}

TEST_F(ProgressBarTest, DrawsNothingWhereItIsOff) {
  { ProgressBar(out_, 60, false, start_).show({2, 10}, start_ + seconds(5)); }
  EXPECT_THAT(out_.str(), IsEmpty());
}

}  // namespace
}  // namespace sayso::cli
