# Builds the simulation with another compiler, processor or level of optimisation (COMPILER, ARCHITECTURE, OPTIMISATION), and
# compares what it prints with what REFERENCE, the same program of this build, prints. ENGINE: this build's library.
function(must)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
must(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${BUILD} -G Ninja -DCMAKE_CXX_COMPILER=${COMPILER}
     -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=${OPTIMISATION} -DNDEBUG"
     -DMICROPOL_ARCHITECTURE=${ARCHITECTURE} -DENGINE=${ENGINE})
must(${CMAKE_COMMAND} --build ${BUILD})

file(GLOB scenarios ${CMAKE_CURRENT_LIST_DIR}/../../scenarios/*.yaml)
if(NOT scenarios)
  message(FATAL_ERROR "no scenario to compare")
endif()
execute_process(COMMAND ${REFERENCE} ${scenarios} OUTPUT_VARIABLE here COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${BUILD}/print_hashes ${scenarios} OUTPUT_VARIABLE there COMMAND_ERROR_IS_FATAL ANY)
if(NOT here STREQUAL there)
  file(WRITE ${BUILD}/here.txt "${here}")
  file(WRITE ${BUILD}/there.txt "${there}")
  execute_process(COMMAND diff ${BUILD}/here.txt ${BUILD}/there.txt)
  message(FATAL_ERROR "histories come out differently")
endif()
string(REGEX MATCHALL "\n" lines "${here}")
list(LENGTH lines count)
message(STATUS "the same bytes in ${count} blocks")
