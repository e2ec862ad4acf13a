// A record's statements: what its sources say, and what the article itself asserts.
//
// Sentence by sentence. Every byte of an article belongs to at most one speaker, the innermost whose content
// holds it, so that words that one source passes on from another give one statement: the inner source speaks,
// the outer ones are carriers (`via`). What is left of a sentence is the article's own.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/statement.h"
#include "sayso/record.h"

namespace sayso::claims {

// In the order of the text. Left out are titles, captions and furniture, questions, and pieces too short to
// be said again elsewhere. Needs the record's propositions and meanings only for precision: without them
// there is a statement for each sentence, and pairs are judged by words alone. Cost: linear in the article
// and its attributions.
std::vector<Statement> make_statements(const Record& record);

// Vectors of one article's statements, as they are kept: each made of length 1 and taken from the article's
// middle, since what all of an article is about tells its statements apart as little as its language does.
// Empty ones stay empty.
std::vector<std::vector<std::int8_t>> centred(std::vector<std::vector<float>> meanings);

}  // namespace sayso::claims
