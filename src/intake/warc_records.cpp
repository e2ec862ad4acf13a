#include "intake/warc_records.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "intake/ascii.h"

namespace sayso::intake {
namespace {

constexpr std::string_view kMagic = "WARC/";
constexpr std::size_t kLongestStart = 200;  // bytes of the first two lines that show a record's beginning

// "WARC/1.0", a line's end, and a field of a record's header.
bool is_start(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < 10) return false;
  if (!is_ascii_digit(bytes[5]) || bytes[6] != '.' || !is_ascii_digit(bytes[7])) return false;
  std::size_t at = 8;
  while (at < bytes.size() && is_ascii_digit(bytes[at])) ++at;
  if (bytes.substr(at).starts_with('\r')) ++at;
  if (!bytes.substr(at).starts_with('\n')) return false;
  const std::string_view field = bytes.substr(at + 1);
  return starts_nocase(field, "warc-") || starts_nocase(field, "content-");
}

std::size_t leading_newlines(std::string_view bytes) {
  return std::min(bytes.find_first_not_of("\r\n"), bytes.size());
}

std::optional<std::uint64_t> content_length(const HeaderFields& header) {
  const std::string_view text = header.find("Content-Length");
  std::uint64_t length = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (failure == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return length;
}

}  // namespace

// Bytes from the record's first one; they are held.
struct WarcRecords::Extent {
  std::size_t size = 0;
  bool too_large = false;  // then the record's end has not been found
  bool wrong_length = false;
  bool cut_off = false;
};

// The first place behind the current one where a member of the compression broke off.
std::optional<std::uint64_t> WarcRecords::next_break() const {
  if (!damage_) return std::nullopt;
  const std::vector<DamagedPlace>& places = damage_->damage();
  for (std::size_t i = damage_at_; i < places.size(); ++i) {
    if (places[i].damage != Damage::checksum && places[i].offset > source_.position())
      return places[i].offset;
  }
  return std::nullopt;
}

// Moves to the next record's first byte; false at the end of the input.
bool WarcRecords::find_start() {
  while (true) {
    const std::string_view held = source_.held();
    if (held.empty()) return false;
    const std::size_t newlines = leading_newlines(held);
    source_.consume(newlines);
    if (newlines < held.size()) break;
  }
  if (source_.peek(kMagic.size(), false) == kMagic) return true;
  return skip_to_start();
}

// Goes over bytes that belong to no record.
bool WarcRecords::skip_to_start() {
  while (true) {
    const std::string_view held = source_.peek(kLongestStart, false);
    if (held.empty()) return false;
    const std::string_view all = source_.held();
    const std::size_t at = all.find(kMagic, 1);
    if (at == std::string_view::npos) {
      source_.consume(std::max<std::size_t>(all.size() - std::min(all.size(), kMagic.size() - 1), 1));
      continue;
    }
    source_.consume(at);
    if (is_start(source_.peek(kLongestStart, false))) return true;
  }
}

// The header's bytes; 0 where it has no end in sight.
std::size_t WarcRecords::peek_header() {
  for (std::size_t wanted = 1024;; wanted *= 4) {
    const std::string_view held = source_.peek(std::min(wanted, kLongestWarcHeader), false);
    if (const std::size_t end = find_header_end(held)) return end;
    if (held.size() < wanted || wanted >= kLongestWarcHeader) return 0;
  }
}

// Whether nothing but blank lines stands between `end` and the next record or the end of the input.
bool WarcRecords::ends_at(std::size_t end, bool& at_end) {
  const std::string_view held = source_.peek(end + kLongestStart, false);
  at_end = held.size() < end + kLongestStart;
  if (held.size() < end) return false;
  const std::string_view tail = held.substr(end);
  const std::size_t newlines = leading_newlines(tail);
  return newlines == tail.size() || is_start(tail.substr(newlines));
}

// Where the next record begins, at or behind `from`, in what is held; npos if nowhere.
std::size_t WarcRecords::find_next_start(std::size_t from) {
  const std::string_view held = source_.held();
  for (std::size_t at = held.find("\nWARC/", from - 1); at != std::string_view::npos;
       at = held.find("\nWARC/", at + 1)) {
    if (is_start(held.substr(at + 1))) return at + 1;
  }
  return std::string_view::npos;
}

// A record that ends with the broken member it lies in.
std::optional<WarcRecords::Extent> WarcRecords::find_extent_in_member(std::size_t header,
                                                                      std::optional<std::uint64_t> length) {
  const std::optional<std::uint64_t> broken = next_break();
  if (!broken) return std::nullopt;
  const auto size = static_cast<std::size_t>(*broken - source_.position());
  if (length && header + *length <= size) return std::nullopt;  // whole before the damage
  if (size > header + limit_ || source_.peek(size, false).size() < size) return std::nullopt;
  return Extent{.size = size, .cut_off = true};
}

WarcRecords::Extent WarcRecords::find_extent(std::size_t header, std::optional<std::uint64_t> length) {
  const auto most = header + static_cast<std::size_t>(limit_);
  if (length && *length <= limit_) {
    const std::size_t end = header + static_cast<std::size_t>(*length);
    bool at_end = false;
    const bool whole = ends_at(end, at_end);
    if (auto extent = find_extent_in_member(header, length)) return *extent;
    if (whole) return {.size = end};
    // A record shorter than it says has swallowed the next one's beginning.
    const std::size_t next = find_next_start(header);
    if (next != std::string_view::npos) return {.size = next, .wrong_length = true};
    if (at_end && source_.held().size() <= end) return {.size = source_.held().size(), .cut_off = true};
  }
  if (length && *length > limit_ && *length < std::numeric_limits<std::int64_t>::max() / 2) {
    return {.too_large = true};
  }
  // Longer than it says, or of no known length: it goes up to the next record.
  std::size_t looked = header;
  while (true) {
    const std::size_t next = find_next_start(looked);
    const std::optional<Extent> broken = find_extent_in_member(header, std::nullopt);
    if (broken && broken->size <= next) return *broken;
    if (next != std::string_view::npos) return {.size = next, .wrong_length = true};
    const std::size_t held = source_.held().size();
    if (held > most + kLongestStart) return {.too_large = true};
    looked = std::max(header, held - std::min(held, kLongestStart));
    if (!source_.grow()) return {.size = source_.held().size(), .wrong_length = true};
  }
}

// Over a block that is too large to be held, up to the next record or damage.
void WarcRecords::step_over_block(std::size_t header) {
  source_.consume(header);
  const std::optional<std::uint64_t> broken = next_break();
  while (true) {
    if (broken && source_.position() >= *broken) return;
    const std::string_view held = source_.peek(kLongestStart + 1, false);
    if (held.size() <= kLongestStart) {
      const std::size_t next = find_next_start(1);
      source_.consume(next == std::string_view::npos ? held.size() : next);
      return;
    }
    const std::size_t next = find_next_start(1);
    if (next != std::string_view::npos) return source_.consume(next);
    const std::optional<std::uint64_t> found = next_break();
    std::size_t step = source_.held().size() - kLongestStart;
    if (found) step = static_cast<std::size_t>(std::min<std::uint64_t>(step, *found - source_.position()));
    source_.consume(std::max<std::size_t>(step, 1));
    if (found && source_.position() >= *found) return;
  }
}

// Passes the damaged places up to here; those of a record that is given are marked on it.
void WarcRecords::mark_damage(WarcRecord& record, std::uint64_t begin, bool given) {
  if (!damage_) return;
  const std::vector<DamagedPlace>& places = damage_->damage();
  while (damage_at_ < places.size() && places[damage_at_].offset <= source_.position()) {
    const DamagedPlace& place = places[damage_at_++];
    if (place.offset <= begin) continue;
    if (given) ++marked_;
    record.bad_checksum = record.bad_checksum || place.damage == Damage::checksum;
    if (place.damage == Damage::bomb) record.fault = WarcRecord::Fault::bomb;
  }
}

std::uint64_t WarcRecords::unseen_damage() const {
  return damage_ ? damage_->damage().size() - marked_ : 0;
}

std::optional<WarcRecord> WarcRecords::next() {
  while (find_start()) {
    const std::uint64_t begin = source_.position();
    const std::size_t size = peek_header();
    const std::optional<HeaderFields> header =
        size == 0 ? std::nullopt : parse_header(source_.held().substr(0, size));
    if (!header) {
      source_.consume(1);  // a word that looks like a beginning, or a header that was cut off
      continue;
    }
    WarcRecord record{.number = ++count_};
    const bool given = wanted_(*header);
    const Extent extent = find_extent(size, content_length(*header));
    if (extent.too_large) {
      record.fault = WarcRecord::Fault::too_large;
      step_over_block(size);
    } else {
      if (given) record.bytes = source_.held().substr(0, extent.size);
      record.wrong_length = extent.wrong_length;
      record.cut_off = extent.cut_off;
      source_.consume(extent.size);
      const std::string_view tail = source_.peek(4, false);  // which also shows a checksum that is wrong
      source_.consume(leading_newlines(tail));
    }
    mark_damage(record, begin, given);
    if (!given) continue;
    if (record.fault != WarcRecord::Fault::none) record.bytes.clear();
    return record;
  }
  return std::nullopt;
}

}  // namespace sayso::intake
