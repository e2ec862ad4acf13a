#include "archive/zstd_bytes.h"

#include <gtest/gtest.h>

#include <random>

namespace sayso::archive {
namespace {

TEST(ZstdBytes, GivesBackWhatWentIn) {
  std::mt19937 random(3);
  for (const std::size_t size : {0, 1, 100, 70'000, 3'000'000}) {
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 7);
    const std::string frame = compress(bytes);
    EXPECT_EQ(decompress(frame), bytes) << size;
    if (size > 1000) {
      EXPECT_LT(frame.size(), size / 2);
    }
  }
}

TEST(ZstdBytes, DamageIsFoundAndNeverBelieved) {
  const std::string bytes =
      "The bridge will open in May, the engineer said. The bridge will not open in May.";
  const std::string frame = compress(bytes);
  for (std::size_t i = 0; i < frame.size(); ++i) {
    std::string damaged = frame;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x21);
    const auto result = decompress(damaged);
    if (result) {  // a bit that says nothing about the content
      EXPECT_EQ(*result, bytes) << i;
    }
    EXPECT_FALSE(decompress(frame.substr(0, i))) << i;
  }
  EXPECT_FALSE(decompress("no frame"));
  EXPECT_FALSE(decompress(""));
}

TEST(ZstdBytes, AFrameThatSaysItIsHugeIsRefusedBeforeMemoryIsTaken) {
  EXPECT_FALSE(decompress(compress(std::string(100'000, 'x')), 99'999));
  EXPECT_TRUE(decompress(compress(std::string(100'000, 'x')), 100'000));
}

}  // namespace
}  // namespace sayso::archive
