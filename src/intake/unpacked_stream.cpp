#include "intake/unpacked_stream.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>

#include "intake/byte_source.h"
#include "intake/ratio_limit.h"

namespace sayso::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPiece = 128 * 1024;
constexpr std::size_t kMostDamage = 100'000;         // places that are remembered
constexpr std::uint32_t kMostDictionary = 16 << 20;  // bytes
constexpr std::string_view kDictionaryMagic = "\x5D\x2A\x4D\x18"sv;
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD"sv;

class Gunzip : public Unpacker {
 public:
  Gunzip() { inflateInit2(&stream_, 15 + 16); }
  ~Gunzip() override { inflateEnd(&stream_); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  Step step(std::string_view input, char* output, std::size_t room) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(input.size());
    stream_.next_out = reinterpret_cast<Bytef*>(output);
    stream_.avail_out = static_cast<uInt>(room);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    Step step{.used = input.size() - stream_.avail_in, .given = room - stream_.avail_out};
    if (code == Z_STREAM_END) {
      step.state = State::member_end;
    } else if (code == Z_DATA_ERROR && stream_.msg && std::strstr(stream_.msg, "check")) {
      step.state =
          State::bad_checksum;  // "incorrect data check", "incorrect length check"; not of the header
      if (std::strstr(stream_.msg, "header")) step.state = State::damaged;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      step.state = State::damaged;
    }
    return step;
  }
  void restart() override { inflateReset(&stream_); }
  std::string_view magic() const override { return "\x1F\x8B\x08"sv; }

 private:
  z_stream stream_{};
};

class Unzstd : public Unpacker {
 public:
  Unzstd() : context_(ZSTD_createDCtx()) { ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, 27); }
  ~Unzstd() override { ZSTD_freeDCtx(context_); }
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;

  Step step(std::string_view input, char* output, std::size_t room) override {
    if (dictionary_wanted_ || (fresh_ && input.starts_with(kDictionaryMagic))) return take_dictionary(input);
    fresh_ = false;
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{output, room, 0};
    const std::size_t code = ZSTD_decompressStream(context_, &out, &in);
    Step step{.used = in.pos, .given = out.pos};
    if (ZSTD_isError(code)) {
      const bool checksum = std::strstr(ZSTD_getErrorName(code), "checksum");
      step.state = checksum ? State::bad_checksum : State::damaged;
    } else if (code == 0) {
      step.state = State::member_end;
    }
    return step;
  }
  void restart() override {
    ZSTD_DCtx_reset(context_, ZSTD_reset_session_only);
    fresh_ = true;
  }
  std::string_view magic() const override { return kZstdMagic; }

 private:
  // The WARC-zstd convention: a skippable frame with the dictionary, itself perhaps a frame, stands first.
  Step take_dictionary(std::string_view input) {
    fresh_ = false;
    dictionary_wanted_ = true;
    dictionary_.append(input);
    Step step{.used = input.size()};
    if (dictionary_.size() < 8) return step;
    std::uint32_t size = 0;
    for (int i = 3; i >= 0; --i)
      size = size << 8 | static_cast<unsigned char>(dictionary_[4 + static_cast<std::size_t>(i)]);
    if (size > kMostDictionary) return step.state = State::damaged, step;
    if (dictionary_.size() < 8 + std::size_t{size}) return step;
    step.used -= dictionary_.size() - 8 - size;
    std::string content = dictionary_.substr(8, size);
    if (content.starts_with(kZstdMagic)) content = unpack_dictionary(content);
    ZSTD_DCtx_loadDictionary(context_, content.data(), content.size());
    dictionary_wanted_ = false;
    dictionary_.clear();
    step.state = State::member_end;
    return step;
  }

  static std::string unpack_dictionary(const std::string& packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size > kMostDictionary) return {};
    std::string content(static_cast<std::size_t>(size), '\0');
    const std::size_t got = ZSTD_decompress(content.data(), content.size(), packed.data(), packed.size());
    return ZSTD_isError(got) ? std::string() : content.substr(0, got);
  }

  ZSTD_DCtx* context_;
  std::string dictionary_;
  bool dictionary_wanted_ = false;
  bool fresh_ = true;
};

}  // namespace

Packing find_packing(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1F\x8B\x08"sv)) return Packing::gzip;
  if (first_bytes.starts_with(kZstdMagic) || first_bytes.starts_with(kDictionaryMagic)) return Packing::zstd;
  return Packing::none;
}

std::unique_ptr<Unpacker> make_unpacker(Packing packing) {
  if (packing == Packing::gzip) return std::make_unique<Gunzip>();
  return std::make_unique<Unzstd>();
}

UnpackedBuffer::UnpackedBuffer(std::istream& source, Packing packing)
    : source_(source), unpacker_(make_unpacker(packing)), in_member_(true), output_(kPiece, '\0') {}

bool UnpackedBuffer::refill() {
  if (input_ended_) return false;
  input_.erase(0, at_);
  at_ = 0;
  input_ended_ = !take_ready(source_, input_, kPiece);
  return !input_ended_;
}

void UnpackedBuffer::note(Damage damage) {
  if (damage_.size() < kMostDamage) damage_.push_back({given_, damage});
}

// Goes to the next member; bytes between members (padding of tapes, an index) are stepped over.
bool UnpackedBuffer::find_member() {
  unpacker_->restart();
  member_in_ = member_out_ = 0;
  const std::string_view magic = unpacker_->magic();
  while (true) {
    const std::size_t found = input_.find(magic, at_);
    if (found != std::string::npos) {
      at_ = found;
      return in_member_ = true;
    }
    at_ = input_.size() - std::min(input_.size() - at_, magic.size() - 1);
    if (!refill()) return false;
  }
}

// Bytes put into output_; 0 where nothing came yet.
std::size_t UnpackedBuffer::unpack_some() {
  const Unpacker::Step step =
      unpacker_->step(std::string_view(input_).substr(at_), output_.data(), output_.size());
  at_ += step.used;
  member_in_ += step.used;
  member_out_ += step.given;
  given_ += step.given;
  output_full_ = step.given == output_.size() && step.state == Unpacker::State::going;  // there may be more
  using State = Unpacker::State;
  if (step.state == State::bad_checksum) note(Damage::checksum);
  if (step.state == State::damaged) {
    note(Damage::broken);
    if (step.used == 0 && at_ < input_.size()) ++at_;  // or the same place would be found again
  }
  if (step.state == State::going && is_bomb(member_in_, member_out_)) {
    note(Damage::bomb);
    in_member_ = output_full_ = false;
  }
  if (step.state != State::going) in_member_ = false;
  return step.given;
}

UnpackedBuffer::int_type UnpackedBuffer::underflow() {
  while (true) {
    if (!in_member_ && !find_member()) return traits_type::eof();
    if (at_ == input_.size() && !output_full_ && !refill()) {
      if (in_member_ && member_in_ > 0) note(Damage::broken);  // cut off
      return traits_type::eof();
    }
    const std::size_t given = unpack_some();
    if (given == 0) continue;
    setg(output_.data(), output_.data(), output_.data() + given);
    return traits_type::to_int_type(output_[0]);
  }
}

}  // namespace sayso::intake
