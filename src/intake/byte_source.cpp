#include "intake/byte_source.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ios>

#include "intake/blanks.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kPiece = 65536;

bool has_full_line(std::string_view bytes) {
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1)) {
    if (!is_blank_text(bytes.substr(0, end))) return true;
  }
  return false;
}

}  // namespace

StandardInput::int_type StandardInput::underflow() {
  ssize_t got = 0;
  do {
    got = ::read(STDIN_FILENO, buffer_, sizeof buffer_);
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw std::ios_base::failure("read");  // the istream around it turns this into badbit
  if (got == 0) return traits_type::eof();
  setg(buffer_, buffer_, buffer_ + got);
  return traits_type::to_int_type(buffer_[0]);
}

bool take_ready(std::istream& stream, std::string& bytes, std::streamsize most) {
  const int first = stream.get();
  if (first == std::istream::traits_type::eof()) return false;
  bytes.push_back(static_cast<char>(first));
  const std::streamsize ready = std::min(stream.rdbuf()->in_avail(), most);
  if (ready <= 0) return true;
  const std::size_t old = bytes.size();
  bytes.resize(old + static_cast<std::size_t>(ready));
  stream.read(bytes.data() + old, ready);
  bytes.resize(old + static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  return true;
}

bool ByteSource::fill() {
  if (ended_) return false;
  if (at_ * 2 >= buffer_.size()) {  // so that a byte is moved once, on average
    buffer_.erase(0, at_);
    at_ = 0;
  }
  ended_ = !take_ready(stream_, buffer_, kPiece);
  return !ended_;
}

std::string_view ByteSource::peek(std::size_t wanted, bool until_line) {
  std::size_t seen = 0;
  while (buffer_.size() - at_ < wanted) {
    const std::string_view held = std::string_view(buffer_).substr(at_);
    if (until_line && held.find('\n', seen) != std::string_view::npos && has_full_line(held)) break;
    seen = held.size();
    if (!fill()) break;
  }
  return std::string_view(buffer_).substr(at_, wanted);
}

std::string_view ByteSource::held() {
  if (at_ == buffer_.size()) fill();
  return std::string_view(buffer_).substr(at_);
}

void ByteSource::consume(std::size_t bytes) {
  at_ += bytes;
  position_ += bytes;
}

std::string ByteSource::read_all(std::uint64_t limit) {
  std::string all =
      buffer_.substr(at_, static_cast<std::size_t>(std::min<std::uint64_t>(limit, buffer_.size())));
  buffer_.clear();
  at_ = 0;
  while (all.size() < limit && !ended_ && stream_.good()) {
    const std::size_t old = all.size();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(limit - old, kPiece));
    all.resize(old + wanted);
    stream_.read(all.data() + old, static_cast<std::streamsize>(wanted));
    all.resize(old + static_cast<std::size_t>(std::max<std::streamsize>(stream_.gcount(), 0)));
  }
  ended_ = true;
  return all;
}

std::optional<ByteSource::Line> ByteSource::read_line(std::uint64_t limit) {
  Line line;
  bool any = false;
  while (at_ < buffer_.size() || fill()) {
    any = true;
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t piece_end = end == std::string::npos ? buffer_.size() : end;
    if (!line.too_long) line.text.append(buffer_, at_, piece_end - at_);
    if (line.text.size() > limit) {
      line.too_long = true;
      line.text = std::string();
    }
    consume(piece_end - at_ + (end == std::string::npos ? 0 : 1));
    if (end != std::string::npos) return line;
  }
  return any ? std::optional<Line>(std::move(line)) : std::nullopt;
}

}  // namespace sayso::intake
