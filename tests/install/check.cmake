# Installs the build into a folder of its own, looks at what is there, then configures, builds and runs a small project against it.
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

foreach(file bin/micropol share/man/man1/micropol.1 share/bash-completion/completions/micropol
             share/zsh/site-functions/_micropol share/fish/vendor_completions.d/micropol.fish
             share/micropol/scenarios/marketing_sales.yaml share/doc/micropol/README.md)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "${file} was not installed")
  endif()
endforeach()
set(pages_folder ${prefix}/share/doc/micropol)
file(GLOB_RECURSE pages FOLLOW_SYMLINKS ${pages_folder}/*.md)
foreach(page ${pages})
  cmake_path(GET page PARENT_PATH folder)
  file(READ ${page} text)
  string(REPLACE "](" "LINK(" text "${text}")
  string(REGEX REPLACE "[][;]" "" text "${text}")  # which CMake takes for lists
  string(REGEX MATCHALL "LINK\\([^)#:]+" links "${text}")
  foreach(link ${links})
    string(SUBSTRING ${link} 5 -1 link)
    if(NOT EXISTS ${folder}/${link})
      message(SEND_ERROR "${page} leads to ${link}, which was not installed")
    endif()
  endforeach()
endforeach()

must(${prefix}/bin/micropol --version)
must(${prefix}/bin/micropol validate ${prefix}/share/micropol/scenarios/marketing_sales.yaml)
must(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${consumer} -G Ninja -DCMAKE_PREFIX_PATH=${prefix}
     -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
     -DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE} ${sanitize})
must(${CMAKE_COMMAND} --build ${consumer})
must(${consumer}/consumer)
