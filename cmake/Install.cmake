# `make install` and `make deb`: the program, its weights, what it needs of OpenVINO in a folder of its own, the manual page
# and the shells' completions. The program finds all of them by where it stands itself.
include(GNUInstallDirs)
set(PRIVATE_LIBRARIES lib/sayso)
set_target_properties(sayso PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/sayso")

# What the program says of itself.
function(sayso_prints file)
  add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/share/${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/share
    COMMAND sayso ${ARGN} > ${PROJECT_BINARY_DIR}/share/${file}
    DEPENDS sayso VERBATIM)
endfunction()
sayso_prints(sayso.1 man)
foreach(shell bash zsh fish)
  sayso_prints(sayso.${shell} completions ${shell})
endforeach()
add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/share/sayso.1.gz
  COMMAND gzip --best --no-name --keep --force ${PROJECT_BINARY_DIR}/share/sayso.1
  DEPENDS ${PROJECT_BINARY_DIR}/share/sayso.1 VERBATIM)
add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/share/changelog.gz
  COMMAND gzip --best --no-name --stdout ${PROJECT_SOURCE_DIR}/CHANGELOG.md
          > ${PROJECT_BINARY_DIR}/share/changelog.gz
  DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md VERBATIM)
# What is installed beside the program: not part of a build for use in place.
add_custom_target(to_install DEPENDS ${PROJECT_BINARY_DIR}/share/sayso.1.gz ${PROJECT_BINARY_DIR}/share/sayso.bash
  ${PROJECT_BINARY_DIR}/share/changelog.gz
  ${PROJECT_BINARY_DIR}/share/sayso.zsh ${PROJECT_BINARY_DIR}/share/sayso.fish)

install(TARGETS sayso RUNTIME COMPONENT program)
install(DIRECTORY models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/sayso/models COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/share/sayso.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/share/sayso.bash RENAME sayso
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/share/sayso.zsh RENAME _sayso
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/share/sayso.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/share/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)

get_target_property(OPENVINO_LIBRARY openvino::runtime IMPORTED_LOCATION_RELEASE)
get_filename_component(OPENVINO_FOLDER ${OPENVINO_LIBRARY} DIRECTORY)
file(GLOB OPENVINO_NEEDED ${OPENVINO_FOLDER}/libopenvino.so.* ${OPENVINO_FOLDER}/libopenvino_intel_cpu_plugin.so
  ${OPENVINO_FOLDER}/libopenvino_ir_frontend.so.* ${OPENVINO_FOLDER}/libtbb.so.*
  ${OPENVINO_FOLDER}/libtbbbind_2_5.so.* ${OPENVINO_FOLDER}/libhwloc.so.*)
install(FILES ${OPENVINO_NEEDED} DESTINATION ${PRIVATE_LIBRARIES} COMPONENT program)
file(GLOB OPENVINO_LICENCES ${OPENVINO_FOLDER}/../../openvino-*.dist-info/licenses)
install(DIRECTORY ${OPENVINO_LICENCES}/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/openvino COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};sayso;program;/")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_PACKAGE_NAME sayso)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "read news and keep who said what")
set(CPACK_PACKAGE_DESCRIPTION "sayso reads news articles and keeps the record behind them: who said what,
to whom, when and where, through which outlet, how sure, who denies it, and
on how many people a story really rests. It works on this machine alone.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "the sayso authors <authors@sayso.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS TRUE)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${OPENVINO_FOLDER})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
include(CPack)
