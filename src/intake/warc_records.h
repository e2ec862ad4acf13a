// A web archive (WARC 0.17 to 1.1, ISO 28500) cut into its records, one of which is held at a time.
//
// A record says how long it is. Archives in the wild are wrong about it, are cut off, and have damaged
// members inside their compression; so the length counts only where the next record, or the end of the input,
// follows it. Otherwise the record ends where something begins that looks like a record, which is also how a
// record beyond the limit is stepped over. Linear.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "intake/byte_source.h"
#include "intake/header_fields.h"
#include "intake/unpacked_stream.h"

namespace sayso::intake {

struct WarcRecord {
  enum class Fault { none, too_large, bomb };
  std::string bytes;  // header and block, without the blank lines behind; empty if there is a fault
  Fault fault = Fault::none;
  bool wrong_length = false;  // it was longer or shorter than it says
  bool cut_off = false;       // by the end of the input, or by damage of its compression
  bool bad_checksum = false;  // of the compression around it
  std::uint64_t number = 0;   // in the archive, from 1, of all records
};

class WarcRecords {
 public:
  // By its header, whether a record is given at all.
  using Wanted = std::function<bool(const HeaderFields&)>;

  // `source` and `damage` (null where nothing is compressed) outlive it. `limit`: bytes of one block.
  WarcRecords(ByteSource& source, const UnpackedBuffer* damage, std::uint64_t limit, Wanted wanted)
      : source_(source), damage_(damage), limit_(limit), wanted_(std::move(wanted)) {}

  // The next record that is wanted, or nullopt at the end.
  std::optional<WarcRecord> next();

  // Records that there were, wanted or not.
  std::uint64_t count() const { return count_; }
  // Damaged places that no record given by next() was marked for: they lie in others.
  std::uint64_t unseen_damage() const;

 private:
  struct Extent;
  bool find_start();
  bool skip_to_start();
  std::size_t peek_header();
  std::optional<std::uint64_t> next_break() const;
  Extent find_extent(std::size_t header, std::optional<std::uint64_t> length);
  std::optional<Extent> find_extent_in_member(std::size_t header, std::optional<std::uint64_t> length);
  bool ends_at(std::size_t end, bool& at_end);
  std::size_t find_next_start(std::size_t from);
  void step_over_block(std::size_t header);
  void mark_damage(WarcRecord& record, std::uint64_t begin, bool given);

  ByteSource& source_;
  const UnpackedBuffer* const damage_;
  const std::uint64_t limit_;
  const Wanted wanted_;
  std::uint64_t count_ = 0;
  std::size_t damage_at_ = 0;  // the first place that has not been passed
  std::uint64_t marked_ = 0;
};

// Bytes of a record's header that are looked through for its end.
constexpr std::size_t kLongestWarcHeader = 64 * 1024;

}  // namespace sayso::intake
