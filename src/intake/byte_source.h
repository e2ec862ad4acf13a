// Bytes from a stream, with a look ahead that costs no seeking, so that a pipe can be told from its first
// bytes.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>

namespace sayso::intake {

// Standard input without the C library's buffering in between: gives what has arrived, so that JSON Lines
// from a slow pipe are read line by line. Not thread-safe; one at a time.
class StandardInput : public std::streambuf {
 protected:
  int_type underflow() override;

 private:
  char buffer_[65536];
};

// Appends what the stream has ready, at least a byte and at most `most` and one: a pipe must not wait for a
// full piece. False at the end.
bool take_ready(std::istream& stream, std::string& bytes, std::streamsize most);

// Reads the stream that it is given, which must outlive it. Not thread-safe.
class ByteSource {
 public:
  explicit ByteSource(std::istream& stream) : stream_(stream) {}

  // Up to `wanted` bytes from here without consuming them: fewer at the end of the stream, or (until_line)
  // once a whole line that is not blank has arrived.
  std::string_view peek(std::size_t wanted, bool until_line);

  // What is held, which is at least a byte unless the stream is at its end.
  std::string_view held();
  // Takes more from the stream behind what is held; false at its end. Views become invalid.
  bool grow() { return fill(); }
  // Moves on by `bytes`, which must be held.
  void consume(std::size_t bytes);
  // Bytes consumed so far.
  std::uint64_t position() const { return position_; }

  // The rest of the stream, but at most `limit` bytes.
  std::string read_all(std::uint64_t limit);

  struct Line {
    std::string text;       // without "\n"
    bool too_long = false;  // longer than the limit; `text` is then empty, and the line has been skipped
  };
  // The next line, or nullopt at the end. Holds `limit` bytes at most.
  std::optional<Line> read_line(std::uint64_t limit);

  // Whether the system failed to read, as opposed to the end of the data.
  bool failed() const { return stream_.bad(); }

 private:
  bool fill();

  std::istream& stream_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false;
  std::uint64_t position_ = 0;
};

}  // namespace sayso::intake
