# Installs the build into a folder of its own, then configures, builds and runs a small project against it.
set(prefix ${BUILD}/install_test/prefix)
set(consumer ${BUILD}/install_test/consumer)
file(REMOVE_RECURSE ${BUILD}/install_test)
set(sanitize "")
if(SANITIZERS)
  set(sanitize -DCMAKE_CXX_FLAGS=-fsanitize=${SANITIZERS})
endif()

function(must)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
must(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${consumer} -G Ninja -DCMAKE_PREFIX_PATH=${prefix}
     -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
     -DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE} ${sanitize})
must(${CMAKE_COMMAND} --build ${consumer})
must(${consumer}/consumer)
must(${prefix}/bin/micropol --version)
