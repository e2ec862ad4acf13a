// The words for an error: the code's own name, and the line a person reads.
#include "sayso/result.h"

namespace sayso {

const char* to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::empty_input:
      return "empty_input";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::not_text:
      return "not_text";
    case ErrorCode::malformed:
      return "malformed";
    case ErrorCode::bad_argument:
      return "bad_argument";
    case ErrorCode::bad_model:
      return "bad_model";
    case ErrorCode::bad_catalog:
      return "bad_catalog";
    case ErrorCode::inference:
      return "inference";
    case ErrorCode::bad_archive:
      return "bad_archive";
    case ErrorCode::busy:
      return "busy";
    case ErrorCode::unwritable:
      return "unwritable";
    case ErrorCode::interrupted:
      return "interrupted";
    case ErrorCode::withheld:
      return "withheld";
  }
  return "unknown";
}

std::string Error::describe() const {
  std::string line = input.empty() ? message : input + ": " + message;
  if (offset) line += " (byte " + std::to_string(*offset) + ")";
  return line;
}

}  // namespace sayso
