// What the words of an element's class and id say of its part of the page: "article-body", "shareBar".
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso::intake {

// The attribute of a flattened page that holds what class and id came to, as a decimal number.
constexpr const char* kNamesAttribute = "c";

// A set of Regions (html_regions.h). Words are told apart at hyphens, underscores and humps, so that
// "articleBody" and "article-body" are the same. Cost: one look-up a word.
std::uint32_t regions_of_names(std::string_view classes, std::string_view id);

}  // namespace sayso::intake
