# cmake -DSOURCES=engine/words -DFOLDER=build/…/words -DMSGFMT=msgfmt -P compile_words.cmake
file(MAKE_DIRECTORY ${FOLDER})
foreach(language en de)
  set(${language} ${FOLDER}/${language}.mo)
  execute_process(COMMAND ${MSGFMT} --check-format --check-domain --no-hash -o ${${language}} ${SOURCES}/${language}.po
                  RESULT_VARIABLE failed ERROR_VARIABLE complaint)
  if(NOT failed EQUAL 0)
    message(FATAL_ERROR "engine/words/${language}.po cannot be compiled:\n${complaint}")
  endif()
  file(SHA256 ${${language}} ${language}_HASH)
endforeach()
if(NOT TEMPLATE)
  set(TEMPLATE catalogue_data.cpp.in)
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/${TEMPLATE} ${FOLDER}/catalogue_data.cpp @ONLY)
file(TOUCH ${FOLDER}/catalogue_data.cpp)  # also where only the included files changed
