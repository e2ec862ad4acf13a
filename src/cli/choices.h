// Options whose values are a few words: checked, and known to the shells' completions.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::cli {

inline constexpr std::string_view kChoices = "one of ";

// The validator, knowing that it takes these words. Help texts name them themselves.
inline CLI::Validator with_choices(CLI::Validator validator, const std::vector<std::string>& words) {
  std::string name(kChoices);
  for (const std::string& word : words) name += (&word == &words.front() ? "" : "|") + word;
  return validator.description("").name(name);
}

inline CLI::Validator one_of(const std::vector<std::string>& words) {
  return with_choices(CLI::IsMember(words), words);
}

// The words of an option's first validator; none where it takes any.
std::vector<std::string> choices_of(CLI::Option& option);

}  // namespace sayso::cli
