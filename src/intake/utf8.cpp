#include "intake/utf8.h"

#include <simdjson.h>

namespace sayso::intake {
namespace {

struct Sequence {
  std::size_t length = 1;
  char32_t code_point = kReplacement;
  bool well_formed = false;
};

// What Unicode's table 3-7 says of a first byte: bytes in the sequence, and the range of the second.
struct Lead {
  int length;
  unsigned char second_low;
  unsigned char second_high;
};

Lead classify_lead(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

Sequence read_sequence(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(at) < 0x80) return {1, byte(at), true};
  const Lead lead = classify_lead(byte(at));
  if (lead.length == 0) return {};
  char32_t code_point = byte(at) & (0xFFu >> (lead.length + 1));
  for (int i = 1; i < lead.length; ++i) {
    const std::size_t next = at + static_cast<std::size_t>(i);
    const unsigned char low = i == 1 ? lead.second_low : 0x80;
    const unsigned char high = i == 1 ? lead.second_high : 0xBF;
    if (next >= bytes.size() || byte(next) < low || byte(next) > high) {
      return {static_cast<std::size_t>(i), kReplacement, false};
    }
    code_point = (code_point << 6) | (byte(next) & 0x3Fu);
  }
  return {static_cast<std::size_t>(lead.length), code_point, true};
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  return bytes.empty() || simdjson::validate_utf8(bytes.data(), bytes.size());
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const Sequence sequence = read_sequence(text, at);
  at += sequence.length;
  return sequence.code_point;
}

char32_t previous_code_point(std::string_view text, std::size_t& end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  end = begin;
  return next_code_point(text, begin);
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string repair_utf8(std::string_view bytes, std::uint32_t& replaced) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = read_sequence(bytes, at);
    if (sequence.well_formed) {
      text.append(bytes, at, sequence.length);
    } else {
      append_utf8(text, kReplacement);
      ++replaced;
    }
    at += sequence.length;
  }
  return text;
}

Utf8Census take_utf8_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = read_sequence(bytes, at);
    if (!sequence.well_formed && census.broken++ == 0) census.first_broken = at;
    if (sequence.well_formed && sequence.length > 1) ++census.multibyte;
    at += sequence.length;
  }
  return census;
}

}  // namespace sayso::intake
