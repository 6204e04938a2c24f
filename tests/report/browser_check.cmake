# cmake -DFOLDER=build/… -DNODE=node -DPROGRAM=micropol -DCHROMIUM=chromium -P browser_check.cmake; FOLDER: of packages.cmake.
execute_process(COMMAND ${NODE} ${CMAKE_CURRENT_LIST_DIR}/browser.mjs ${PROGRAM} ${CHROMIUM} ${FOLDER} RESULT_VARIABLE failed)
if(NOT failed EQUAL 0)
  message(FATAL_ERROR "the page is not as it should be")
endif()
