// Where an input's bytes come from, with what unpacks them in between.
#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "intake/byte_source.h"
#include "intake/unpacked_stream.h"
#include "sayso/result.h"

namespace sayso::intake {

// Owns what it reads from, if anybody has to: a file, standard input, what unpacks it. Movable.
struct InputSource {
  std::unique_ptr<std::streambuf> standard_input;
  std::unique_ptr<std::istream> owned;
  std::unique_ptr<std::istream> again;  // the stream with the bytes that were looked at in front
  std::unique_ptr<std::streambuf> again_buffer;
  std::unique_ptr<UnpackedBuffer> unpacked_buffer;
  std::unique_ptr<std::istream> unpacked;
  std::unique_ptr<ByteSource> bytes;

  // Whether the system failed to read.
  bool failed() const;
  // What has gone wrong with the reading so far, for the end of the input.
  std::optional<Error> find_fault(const std::string& name) const;
};

// Puts what unpacks the stream in front of it; false if it is not packed.
bool unpack(InputSource& source);

Error failed_read(const std::string& name);
// In words.
Error damage_error(Damage damage, const std::string& name);

}  // namespace sayso::intake
