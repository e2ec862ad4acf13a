// A stream that is compressed with gzip or Zstandard, unpacked piece by piece: members or frames one after
// another, as WARC files have them, or a single one for everything.
//
// Damage does not end it. After a broken member, or one that turns out to be a bomb (ratio_limit.h), it goes
// on at the next place that begins like a member; after a wrong checksum, with the next member. The places
// are kept, so that whoever reads can tell which article was touched.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::intake {

enum class Packing { none, gzip, zstd };

// By the first four bytes. A Zstandard file may begin with a skippable frame that holds a dictionary.
Packing find_packing(std::string_view first_bytes);

enum class Damage { broken, checksum, bomb };

struct DamagedPlace {
  std::uint64_t offset = 0;  // bytes given before it was found: the bytes before it are of the member
  Damage damage = Damage::broken;
};

// Unpacks one format; gives bytes of one member per call.
class Unpacker {
 public:
  virtual ~Unpacker() = default;
  enum class State { going, member_end, damaged, bad_checksum };
  struct Step {
    std::size_t used = 0;   // of the input
    std::size_t given = 0;  // of the output
    State state = State::going;
  };
  virtual Step step(std::string_view input, char* output, std::size_t room) = 0;
  // Ready for a new member.
  virtual void restart() = 0;
  // What a member begins with.
  virtual std::string_view magic() const = 0;
};

std::unique_ptr<Unpacker> make_unpacker(Packing packing);

// Not thread-safe. The source outlives it.
class UnpackedBuffer : public std::streambuf {
 public:
  UnpackedBuffer(std::istream& source, Packing packing);

  // In the order in which they were found; it is found no later than the bytes before it are given.
  const std::vector<DamagedPlace>& damage() const { return damage_; }

 protected:
  int_type underflow() override;

 private:
  bool refill();
  bool find_member();
  void note(Damage damage);
  std::size_t unpack_some();

  std::istream& source_;
  std::unique_ptr<Unpacker> unpacker_;
  std::string input_;
  std::size_t at_ = 0;
  bool input_ended_ = false;
  bool in_member_ = false;
  bool output_full_ = false;
  std::uint64_t member_in_ = 0, member_out_ = 0;
  std::uint64_t given_ = 0;
  std::vector<DamagedPlace> damage_;
  std::string output_;
};

}  // namespace sayso::intake
