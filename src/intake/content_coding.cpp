#include "intake/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "intake/ascii.h"
#include "intake/ratio_limit.h"
#include "intake/unpacked_stream.h"

namespace sayso::intake {
namespace {

using Fault = UndoneCoding::Fault;

constexpr std::size_t kPiece = 64 * 1024;

// Adds what was unpacked; false where there is enough of it.
bool take(UndoneCoding& undone, std::string_view piece, std::uint64_t packed, std::uint64_t limit) {
  undone.bytes.append(piece);
  if (is_bomb(packed, undone.bytes.size())) {
    undone.fault = Fault::bomb;
  } else if (undone.bytes.size() > limit) {
    undone.fault = Fault::too_large;
  }
  return undone.fault == Fault::none;
}

UndoneCoding unpack_members(std::string_view body, Packing packing, std::uint64_t limit) {
  UndoneCoding undone;
  const std::unique_ptr<Unpacker> unpacker = make_unpacker(packing);
  std::array<char, kPiece> piece;
  std::size_t used = 0;
  while (used < body.size()) {
    const Unpacker::Step step = unpacker->step(body.substr(used), piece.data(), piece.size());
    used += step.used;
    if (!take(undone, {piece.data(), step.given}, used, limit)) return undone;
    if (step.state == Unpacker::State::member_end) {
      if (find_packing(body.substr(used)) != packing) return undone;  // padding behind it is nobody's
      unpacker->restart();
    } else if (step.state != Unpacker::State::going || (step.used == 0 && step.given == 0)) {
      undone.fault = Fault::damaged;
      return undone;
    }
  }
  // All of the input is used, but what it gives may not have had room; and a whole member ends above.
  for (std::size_t given = 1; given > 0;) {
    const Unpacker::Step step = unpacker->step({}, piece.data(), piece.size());
    given = step.given;
    if (!take(undone, {piece.data(), step.given}, used, limit)) return undone;
    if (step.state == Unpacker::State::member_end) return undone;
  }
  undone.fault = Fault::damaged;  // cut off
  return undone;
}

// "deflate" is zlib's format by the standard, and raw deflate from some servers.
std::optional<UndoneCoding> inflate_all(std::string_view body, int window_bits, std::uint64_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  UndoneCoding undone;
  std::array<char, kPiece> piece;
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = piece.size();
    const int code = inflate(&stream, Z_NO_FLUSH);
    const std::size_t given = piece.size() - stream.avail_out;
    if (!take(undone, {piece.data(), given}, body.size() - stream.avail_in, limit)) return undone;
    if (code == Z_STREAM_END) return undone;
    if (code == Z_OK && (given > 0 || stream.avail_in > 0)) continue;
    if (undone.bytes.empty()) return std::nullopt;
    undone.fault = Fault::damaged;
    return undone;
  }
}

std::optional<UndoneCoding> undo_brotli(std::string_view body, std::uint64_t limit) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  std::size_t left = body.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  UndoneCoding undone;
  while (true) {
    std::size_t room = 0;
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &left, &next, &room, nullptr, nullptr);
    std::size_t given = 0;
    const std::uint8_t* const piece = BrotliDecoderTakeOutput(state.get(), &given);
    if (!take(undone, {reinterpret_cast<const char*>(piece), given}, body.size() - left, limit))
      return undone;
    if (result == BROTLI_DECODER_RESULT_SUCCESS && !BrotliDecoderHasMoreOutput(state.get())) return undone;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT || BrotliDecoderHasMoreOutput(state.get()))
      continue;
    // Brotli has no magic number: text that was never coded fails at once.
    if (undone.bytes.empty()) return std::nullopt;
    undone.fault = Fault::damaged;
    return undone;
  }
}

// The length of a chunk and where its bytes begin; nullopt where no such line stands.
struct ChunkLine {
  std::uint64_t length = 0;
  std::size_t end = 0;
};

std::optional<ChunkLine> read_chunk_line(std::string_view body, std::size_t at) {
  ChunkLine line;
  std::size_t digits = 0;
  for (; at < body.size() && digits < 16; ++at, ++digits) {
    const char c = ascii_lower(body[at]);
    const int digit = is_ascii_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) break;
    line.length = line.length << 4 | static_cast<std::uint64_t>(digit);
  }
  if (digits == 0 || digits == 16) return std::nullopt;
  while (at < body.size() && (body[at] == ' ' || body[at] == '\t')) ++at;
  if (at < body.size() && body[at] == ';') at = std::min(body.find('\n', at), body.size());  // an extension
  if (at < body.size() && body[at] == '\r') ++at;
  if (at >= body.size() || body[at] != '\n') return std::nullopt;
  line.end = at + 1;
  return line;
}

}  // namespace

std::optional<Chunks> join_chunks(std::string_view body) {
  Chunks chunks;
  std::optional<ChunkLine> line = read_chunk_line(body, 0);
  if (!line) return std::nullopt;
  while (line) {
    if (line->length == 0) return chunks;
    const std::size_t length =
        static_cast<std::size_t>(std::min<std::uint64_t>(line->length, body.size() - line->end));
    chunks.bytes.append(body.substr(line->end, length));
    std::size_t at = line->end + length;
    if (length < line->length) break;
    if (body.substr(at).starts_with('\r')) ++at;
    if (body.substr(at).starts_with('\n')) ++at;
    line = read_chunk_line(body, at);
  }
  chunks.cut_off = true;
  return chunks;
}

std::optional<UndoneCoding> undo_coding(std::string_view body, std::string_view coding, std::uint64_t limit) {
  const Packing packing = find_packing(body.substr(0, 4));
  if (packing != Packing::none) return unpack_members(body, packing, limit);
  if (same_nocase(coding, "br")) return undo_brotli(body, limit);
  if (!same_nocase(coding, "deflate")) return std::nullopt;
  if (auto undone = inflate_all(body, 15, limit)) return undone;
  return inflate_all(body, -15, limit);
}

}  // namespace sayso::intake
