# cmake -DSOURCES=apps/report -DFOLDER=build/… -DNPM=npm -P packages.cmake: FOLDER becomes apps/report with the packages that
# its tests need.
file(MAKE_DIRECTORY ${FOLDER})
file(GLOB files ${SOURCES}/*.ts ${SOURCES}/*.json ${SOURCES}/.npmrc)
file(COPY ${files} DESTINATION ${FOLDER})
file(SHA256 ${SOURCES}/package-lock.json wanted)
set(installed "")
if(EXISTS ${FOLDER}/installed)
  file(READ ${FOLDER}/installed installed)
endif()
if(NOT installed STREQUAL wanted)
  execute_process(COMMAND ${NPM} ci --ignore-scripts WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
  file(WRITE ${FOLDER}/installed ${wanted})
endif()
