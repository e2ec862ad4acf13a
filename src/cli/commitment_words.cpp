#include "cli/commitment_words.h"

namespace sayso::cli {

std::string_view commitment_word(Commitment commitment) {
  switch (commitment) {
    case Commitment::certain_plus:
      return "";
    case Commitment::probable_plus:
      return "probably";
    case Commitment::possible_plus:
      return "may be";
    case Commitment::certain_minus:
      return "says not";
    case Commitment::probable_minus:
      return "doubts";
    case Commitment::possible_minus:
      return "may not be";
    case Commitment::uncommitted:
      return "leaves open";
  }
  return "";
}

}  // namespace sayso::cli
