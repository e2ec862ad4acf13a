#include "intake/input_source.h"

#include <streambuf>
#include <utility>

#include "intake/ratio_limit.h"

namespace sayso::intake {
namespace {

// A stream over a ByteSource, for what unpacks it.
class SourceBuffer : public std::streambuf {
 public:
  explicit SourceBuffer(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

 protected:
  int_type underflow() override {
    bytes_->consume(taken_);
    const std::string_view held = bytes_->held();
    taken_ = held.size();
    if (held.empty()) return traits_type::eof();
    char* const begin = const_cast<char*>(held.data());  // get areas are not written to
    setg(begin, begin, begin + held.size());
    return traits_type::to_int_type(*begin);
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
  std::size_t taken_ = 0;
};

}  // namespace

bool InputSource::failed() const {
  return bytes->failed() || (again && again->bad());
}

std::optional<Error> InputSource::find_fault(const std::string& name) const {
  if (failed()) return failed_read(name);
  if (!unpacked_buffer || unpacked_buffer->damage().empty()) return std::nullopt;
  return damage_error(unpacked_buffer->damage().front().damage, name);
}

bool unpack(InputSource& source) {
  const Packing packing = find_packing(source.bytes->peek(4, false));
  if (packing == Packing::none) return false;
  source.again_buffer = std::make_unique<SourceBuffer>(std::move(source.bytes));
  source.again = std::make_unique<std::istream>(source.again_buffer.get());
  source.unpacked_buffer = std::make_unique<UnpackedBuffer>(*source.again, packing);
  source.unpacked = std::make_unique<std::istream>(source.unpacked_buffer.get());
  source.bytes = std::make_unique<ByteSource>(*source.unpacked);
  return true;
}

Error failed_read(const std::string& name) {
  return Error{ErrorCode::unreadable, "the system could not read it to its end", name, std::nullopt};
}

Error damage_error(Damage damage, const std::string& name) {
  switch (damage) {
    case Damage::bomb:
      return {ErrorCode::too_large,
              "it is more than " + std::to_string(kMostRatio) + " times as long as its compressed form", name,
              std::nullopt};
    case Damage::checksum:
      return {ErrorCode::malformed, "its checksum is wrong", name, std::nullopt};
    case Damage::broken:
      break;
  }
  return {ErrorCode::malformed, "its compression is damaged or cut off", name, std::nullopt};
}

}  // namespace sayso::intake
