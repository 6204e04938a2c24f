# The page of `micropol page`: the engine as WebAssembly, and apps/live that shows it, become a file of C++ that holds them.
# It takes Debian's clang 19 with its libraries for WebAssembly, which ./dev page installs, and what the report's figures take.
set(MICROPOL_LIVE_PAGE AUTO CACHE STRING
    "ON: build what `micropol page` needs, or stop; OFF: leave it out; AUTO: build it in a Release where the compiler for it is there")
set_property(CACHE MICROPOL_LIVE_PAGE PROPERTY STRINGS AUTO ON OFF)
set(MICROPOL_LIVE_ENGINE "" CACHE FILEPATH "The module (micropol_live.wasm) of another build of the same sources, instead of building it")
set(live_sources ${PROJECT_SOURCE_DIR}/apps/live)
set(report_folder ${PROJECT_BINARY_DIR}/report_page)
set(live_folder ${PROJECT_BINARY_DIR}/live_page)
set(micropol_live_assets ${live_folder}/assets.cpp)

set(live_missing "")
find_program(MICROPOL_WASM_COMPILER clang++-19)
find_program(MICROPOL_WASM_LINKER wasm-ld-19)
find_file(MICROPOL_WASM_LIBRARY libc++.a PATHS /usr/lib/wasm32-wasi NO_DEFAULT_PATH)
foreach(part MICROPOL_WASM_COMPILER MICROPOL_WASM_LINKER MICROPOL_WASM_LIBRARY MICROPOL_NODE MICROPOL_NPM)
  if(NOT ${part})
    list(APPEND live_missing ${part})
  endif()
endforeach()
if(NOT MICROPOL_REPORT_FIGURES)
  list(APPEND live_missing MICROPOL_REPORT_FIGURES)
endif()
if(MICROPOL_LIVE_PAGE STREQUAL "AUTO")
  set(micropol_has_live_page OFF)
  if(live_missing STREQUAL "" AND CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT MICROPOL_SANITIZERS)
    set(micropol_has_live_page ON)
  endif()
elseif(MICROPOL_LIVE_PAGE AND live_missing)
  message(FATAL_ERROR "MICROPOL_LIVE_PAGE is ON, but these were not found: ${live_missing}; ./dev page installs them")
else()
  set(micropol_has_live_page ${MICROPOL_LIVE_PAGE})
endif()

set(micropol_has_live_page ${micropol_has_live_page} CACHE INTERNAL "Whether micropol page makes pages")

if(micropol_has_live_page AND MICROPOL_LIVE_ENGINE)
  set(live_engine ${MICROPOL_LIVE_ENGINE})
elseif(micropol_has_live_page)
  file(GLOB_RECURSE wasm_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/engine/*.h ${PROJECT_SOURCE_DIR}/engine/*.cpp
       ${PROJECT_SOURCE_DIR}/engine/words/*.po ${live_sources}/engine/* ${PROJECT_SOURCE_DIR}/apps/mpi/message.*)
  set(live_engine ${live_folder}/engine/micropol_live.wasm)
  add_custom_command(
    OUTPUT ${live_engine}
    COMMAND ${CMAKE_COMMAND} -S ${live_sources}/engine -B ${live_folder}/engine -G Ninja
            -DCMAKE_CXX_COMPILER=${MICROPOL_WASM_COMPILER} -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
            -DMICROPOL_MSGFMT=${MICROPOL_MSGFMT}
    COMMAND ${CMAKE_COMMAND} --build ${live_folder}/engine
    COMMAND ${CMAKE_COMMAND} -E touch ${live_engine}
    DEPENDS ${wasm_sources} ${PROJECT_SOURCE_DIR}/cmake/model_hash.cmake
    COMMENT "Building the engine as WebAssembly" VERBATIM)
endif()
if(micropol_has_live_page)
  file(GLOB_RECURSE live_files CONFIGURE_DEPENDS ${live_sources}/*.ts ${live_sources}/*.mjs ${live_sources}/*.css
       ${PROJECT_SOURCE_DIR}/apps/report/*.ts)
  add_custom_command(
    OUTPUT ${micropol_live_assets}
    COMMAND ${MICROPOL_NODE} ${live_sources}/bundle.mjs ${report_folder} ${live_engine} ${live_folder}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${live_folder} -P ${PROJECT_SOURCE_DIR}/cmake/live_assets.cmake
    # The packages come with the report's page.
    DEPENDS ${live_files} ${live_engine} ${report_folder}/assets.cpp ${PROJECT_SOURCE_DIR}/cmake/live_assets.cmake
            ${PROJECT_SOURCE_DIR}/cmake/live_assets.cpp.in
    COMMENT "Bundling the live page" VERBATIM)
else()
  message(STATUS "Live page: left out (micropol page will say so); ./dev page builds it")
  add_custom_command(
    OUTPUT ${micropol_live_assets}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${live_folder} -DEMPTY=ON -P ${PROJECT_SOURCE_DIR}/cmake/live_assets.cmake
    DEPENDS ${PROJECT_SOURCE_DIR}/cmake/live_assets.cmake ${PROJECT_SOURCE_DIR}/cmake/live_assets.cpp.in VERBATIM)
endif()
set(micropol_live_engine "${live_engine}" CACHE INTERNAL "The module, where there is one")
