# Writes text files into a C++ source as a function from names to texts. As a script:
#   cmake -DOUTPUT=x.cpp -DFUNCTION=template_text -DHEADER=serve/page.h "-DFILES=a.mustache|b.mustache" -P EmbedFiles.cmake
# A file is found by its name without the last ending.
string(REPLACE "|" ";" files "${FILES}")
set(rows "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WLE)
  file(READ "${file}" text)
  string(FIND "${text}" ")text\"" end)
  if(NOT end EQUAL -1)
    message(FATAL_ERROR "${file} has )text\" in it, which ends a raw string")
  endif()
  string(APPEND rows "  if (name == \"${name}\") return R\"text(${text})text\";\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by cmake/EmbedFiles.cmake.
#include \"${HEADER}\"

namespace sayso::serve {

std::string_view ${FUNCTION}([[maybe_unused]] std::string_view name) {
${rows}  return {};
}

}  // namespace sayso::serve
")
