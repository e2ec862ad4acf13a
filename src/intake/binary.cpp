#include "intake/binary.h"

#include <array>

namespace sayso::intake {
namespace {

constexpr std::size_t kSample = 8192;
// Text of any charset has next to no control characters; compressed data has them at 9 % (24 of 256 byte
// values).
constexpr std::size_t kControlsPerThousand = 30;

struct Magic {
  std::string_view bytes;
  const char* name;
};

using namespace std::string_view_literals;
constexpr std::array kMagics = {
    Magic{"%PDF-"sv, "a PDF file"},
    Magic{"PK\x03\x04"sv, "a zip archive or office document"},
    Magic{"PK\x05\x06"sv, "a zip archive"},
    Magic{"\x89PNG\r\n"sv, "a PNG picture"},
    Magic{"\xFF\xD8\xFF"sv, "a JPEG picture"},
    Magic{"GIF87a"sv, "a GIF picture"},
    Magic{"GIF89a"sv, "a GIF picture"},
    Magic{"\x1F\x8B"sv, "a gzip file"},
    Magic{"BZh"sv, "a bzip2 file"},
    Magic{"\xFD"
          "7zXZ\0"sv,
          "an xz file"},
    Magic{"\x28\xB5\x2F\xFD"sv, "a zstd file"},
    Magic{"7z\xBC\xAF"sv, "a 7z archive"},
    Magic{"\x7F"
          "ELF"sv,
          "a program (ELF)"},
    Magic{"\xD0\xCF\x11\xE0"sv, "an old office document"},
    Magic{"{\\rtf"sv, "an RTF document"},
    Magic{"SQLite format 3\0"sv, "a SQLite database"},
};

bool is_odd_control(unsigned char c) {
  return (c < 0x20 && !(c >= '\b' && c <= '\r') && c != 0x1B) || c == 0x7F;
}

}  // namespace

std::string name_binary(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return magic.name;
  }
  const std::string_view sample = bytes.substr(0, kSample);
  std::size_t controls = 0;
  for (char c : sample) {
    if (c == '\0') return "binary data";
    controls += is_odd_control(static_cast<unsigned char>(c));
  }
  return controls * 1000 > sample.size() * kControlsPerThousand ? "binary data" : "";
}

}  // namespace sayso::intake
