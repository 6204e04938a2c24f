# The sentences of engine/words/*.po become a file of C++ that holds them, as msgfmt of GNU gettext compiles them.
find_program(MICROPOL_MSGFMT msgfmt)
if(NOT MICROPOL_MSGFMT)
  message(FATAL_ERROR "msgfmt is missing: please install gettext")
endif()
set(words_template catalogue_data.cpp.in)
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "wasm32")
  set(words_template catalogue_data_wasm.cpp.in)
endif()
set(words_sources ${PROJECT_SOURCE_DIR}/engine/words)
set(words_folder ${PROJECT_BINARY_DIR}/words)
set(micropol_words_data ${words_folder}/catalogue_data.cpp)
add_custom_command(
  OUTPUT ${micropol_words_data}
  COMMAND ${CMAKE_COMMAND} -DSOURCES=${words_sources} -DFOLDER=${words_folder} -DMSGFMT=${MICROPOL_MSGFMT} -DTEMPLATE=${words_template}
          -P ${PROJECT_SOURCE_DIR}/cmake/compile_words.cmake
  DEPENDS ${words_sources}/en.po ${words_sources}/de.po ${PROJECT_SOURCE_DIR}/cmake/compile_words.cmake
          ${PROJECT_SOURCE_DIR}/cmake/${words_template}
  COMMENT "Compiling the catalogue of words" VERBATIM)
