// UTF-8 as this stage needs it: step through text known to be valid, and make any bytes valid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso::intake {

constexpr char32_t kReplacement = 0xFFFD;

bool is_valid_utf8(std::string_view bytes);

// The code point at `at`, which must be the first byte of one in valid UTF-8; `at` moves behind it. On broken
// bytes it gives U+FFFD and moves by one, so that a walk always ends.
char32_t next_code_point(std::string_view text, std::size_t& at);
// The code point that ends at `end` (> 0), whose first byte becomes `end`.
char32_t previous_code_point(std::string_view text, std::size_t& end);

void append_utf8(std::string& text, char32_t code_point);

// Code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

// `bytes` with each broken sequence (a maximal subpart, as Unicode chapter 3 counts) as one U+FFFD; their
// number is added to `replaced`.
std::string repair_utf8(std::string_view bytes, std::uint32_t& replaced);

// How many sequences of two and more bytes are well formed, and how many are broken.
struct Utf8Census {
  std::size_t multibyte = 0;
  std::size_t broken = 0;
  std::size_t first_broken = 0;  // byte offset; meaningless if broken == 0
};
Utf8Census take_utf8_census(std::string_view bytes);

}  // namespace sayso::intake
