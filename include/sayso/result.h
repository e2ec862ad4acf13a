// Value or error, at every module border. Member names are those of C++23's std::expected, to change over
// later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace sayso {

enum class ErrorCode {
  not_found,     // no such file or folder
  unreadable,    // it exists, but the system refused to open or read it
  empty_input,   // nothing in it but blanks, or a folder without files
  too_large,     // beyond a limit of size, depth, count or time
  not_text,      // binary data
  malformed,     // a JSON line or page whose structure is broken
  bad_argument,  // an option's value makes no sense
  bad_model,     // the model folder is missing or damaged
  bad_catalog,   // the user's own catalog is damaged
  inference,     // the encoder failed on this article
  bad_archive,   // no archive, a damaged one, or one of a newer version
  busy,          // another program keeps the archive locked
  unwritable,    // the disk is full, or file or folder may not be written
  interrupted,   // the caller asked to stop
  withheld,      // its publisher has canceled it, withholds it, or has it under an embargo
};

// The code's name as it stands in this header, for messages and tests.
const char* to_string(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::malformed;
  std::string message;                  // one sentence, without the input's name, for a person
  std::string input;                    // file name, or "FILE:LINE" for a line of a file; may be empty
  std::optional<std::uint64_t> offset;  // byte in the input where it went wrong, if known

  // "INPUT: MESSAGE (byte N)", leaving out what is unknown.
  std::string describe() const;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // Undefined unless has_value().
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // Undefined if has_value().
  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace sayso
