// Scores to part-of-speech tags: the best one of each word.
#pragma once

#include <span>
#include <vector>

#include "language/segment_decoder.h"
#include "sayso/layers.h"

namespace sayso::language {

// `scores` is [words, kUposTags], row-major. What a rule split off its word is a particle. Cost: linear.
std::vector<Upos> decode_tags(std::span<const float> scores, std::span<const Segment> words);

}  // namespace sayso::language
