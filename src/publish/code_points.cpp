#include "publish/code_points.h"

#include <bit>

namespace sayso::publish {

CodePoints::CodePoints(std::string_view text) : steps_(text.size() / kStep + 1) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) steps_[i / kStep].code_points = count;
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      steps_[i / kStep].begins |= std::uint64_t{1} << (i % kStep);
      ++count;
    }
  }
  if (text.size() % kStep == 0) steps_.back().code_points = count;
}

std::uint32_t CodePoints::before(std::uint32_t byte) const {
  const Step& step = steps_[byte / kStep];
  const std::uint64_t earlier = (std::uint64_t{1} << (byte % kStep)) - 1;
  return step.code_points + static_cast<std::uint32_t>(std::popcount(step.begins & earlier));
}

}  // namespace sayso::publish
