// Captions that the page cut off: "... carries a rocket launcher as he sta".
#pragma once

#include <string_view>

namespace sayso::intake {

// Whether a caption breaks off: it ends in dots, or it has a sentence's length and stops without a full stop
// or on a word that must go on ("of", "as", "the").
bool is_cut_off(std::string_view caption);

}  // namespace sayso::intake
