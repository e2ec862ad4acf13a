// Tells files that are no text at all from dirty text, which is always read.
#pragma once

#include <string>
#include <string_view>

namespace sayso::intake {

// "" for text, else what it is: "a PDF file", "binary data". Looks at the first 8 KB. Bytes with a UTF-16 or
// UTF-32 mark are text to it; ask only after looking for one (charset.h does).
std::string name_binary(std::string_view bytes);

}  // namespace sayso::intake
