# Debian's libbrotli-dev has no CMake config.
find_path(BrotliDec_INCLUDE_DIR brotli/decode.h)
find_library(BrotliDec_LIBRARY brotlidec)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(BrotliDec REQUIRED_VARS BrotliDec_LIBRARY BrotliDec_INCLUDE_DIR)
if(BrotliDec_FOUND AND NOT TARGET BrotliDec::BrotliDec)
  add_library(BrotliDec::BrotliDec UNKNOWN IMPORTED)
  set_target_properties(BrotliDec::BrotliDec PROPERTIES
    IMPORTED_LOCATION ${BrotliDec_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${BrotliDec_INCLUDE_DIR})
endif()
