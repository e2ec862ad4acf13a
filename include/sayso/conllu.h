// The linguistic layers of an article in CoNLL-U, https://universaldependencies.org/format.html.
#pragma once

#include <string>

#include "sayso/article.h"
#include "sayso/layers.h"

namespace sayso {

// One document, with a blank line behind each sentence. LEMMA, XPOS, FEATS and DEPS are not known and stay
// "_"; MISC has Entity (nested brackets as in GUM: number, type, form), NER (B-PER ...), SpaceAfter and
// TokenRange, the token's place in Article::text in Unicode code points. `layers` are those of this article.
// The same layers give the same bytes. Cost: linear in the text.
std::string to_conllu(const Article& article, const Layers& layers);

}  // namespace sayso
