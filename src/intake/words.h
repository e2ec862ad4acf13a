// The look of a word, for telling names, places and headlines from sentences: letter case by Unicode, and how
// a line ends. Nothing here knows a language's grammar.
#pragma once

#include <string_view>
#include <vector>

namespace sayso::intake {

// Pieces between blanks. Views into `text`.
std::vector<std::string_view> split_words(std::string_view text);

// "Østby", "O'Neill", "McKay", "J.": the first letter is a capital.
bool is_capitalized(std::string_view word);
// "KATHMANDU", "U.S.", "PORT-AU-PRINCE": at least two letters or one and a full stop, none of them small.
bool is_all_capitals(std::string_view word);
bool has_letter(std::string_view text);
bool has_letter_or_digit(std::string_view text);
bool starts_with_small_letter(std::string_view text);

// Whether `line` ends as a sentence does, closing quotes and brackets left aside: . ! ? … and their kin.
bool ends_sentence(std::string_view line);
// Quotation marks of any kind, but not the apostrophe.
bool has_quotation_mark(std::string_view text);
// "said", "told", "reports", ...: verbs that introduce somebody's words. For deciding what must not be
// dropped; the real search for cues is the encoder's.
bool has_reporting_word(std::string_view text);

}  // namespace sayso::intake
