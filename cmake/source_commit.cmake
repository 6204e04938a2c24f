# cmake -DSOURCES=. -DOUTPUT=build/…/source_commit.cpp -P source_commit.cmake
# The commit that is built, as a file of C++ that is written only where it changes: cheap enough for every build.
set(commit "")
find_program(GIT git)
if(GIT)
  # Not the commit of another project that only holds these files.
  execute_process(COMMAND ${GIT} rev-parse --show-cdup WORKING_DIRECTORY ${SOURCES}
                  RESULT_VARIABLE failed OUTPUT_VARIABLE path_to_top OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(failed EQUAL 0 AND path_to_top STREQUAL "")
    execute_process(COMMAND ${GIT} describe --always --abbrev=40 --exclude=* --dirty WORKING_DIRECTORY ${SOURCES}
                    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
endif()
set(text "#include \"micropol/source_commit.h\"\n\nstd::string_view micropol::app::source_commit() { return \"${commit}\"; }\n")
set(written "")
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} written)
endif()
if(NOT written STREQUAL text)
  file(WRITE ${OUTPUT} "${text}")
endif()
