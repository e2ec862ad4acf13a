// How a source without a name is called: "anonymous: senior ministry official".
#pragma once

#include <string>

#include "reading/article_words.h"

namespace sayso::reading {

inline constexpr std::string_view kUnspecified = "anonymous: unspecified";

// The description of a noun phrase: without article and without what stands behind a comma, at most one
// relative clause or participle that says who is meant ("people familiar with the talks"). Names stand as in
// the text.
std::string describe(const ArticleWords& words, WordRange phrase);

// What a poll, report or note is called: "Vesland University poll" for "a new poll by Vesland University",
// "note of the meeting". `noun` is its head.
std::string document_name(const ArticleWords& words, std::uint32_t noun);

// "anonymous: <description>".
std::string anonymous_name(const ArticleWords& words, WordRange phrase);

}  // namespace sayso::reading
