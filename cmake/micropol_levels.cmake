# Faster builds of the two libraries, for processors that can do more than MICROPOL_ARCHITECTURE. The loader looks into the folders
# glibc-hwcaps/LEVEL first and takes the best that the processor can do; all give the same bytes. Each is compiled as a whole in a
# build of its own and exports the same few functions, so that no function of one level is ever called by another.
set(micropol_levels "")
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  set(micropol_levels x86-64-v3 x86-64-v4)
endif()
set(MICROPOL_LEVELS "${micropol_levels}" CACHE STRING "Processors for which libraries are built besides")

# A processor that lacks what the library needs is told so by the loader, instead of stopping at an instruction it does not know.
include(CheckLinkerFlag)
if(MICROPOL_ARCHITECTURE MATCHES "^x86-64-v")
  check_linker_flag(CXX -Wl,-z,${MICROPOL_ARCHITECTURE} MICROPOL_CAN_NAME_PROCESSOR)
  if(MICROPOL_CAN_NAME_PROCESSOR)
    foreach(library micropol_c micropol_main)
      target_link_options(${library} PRIVATE -Wl,-z,${MICROPOL_ARCHITECTURE})
    endforeach()
  endif()
endif()

set(levels_folder ${PROJECT_BINARY_DIR}/levels)
if(micropol_live_engine)
  set(same_live_page -DMICROPOL_LIVE_PAGE=ON -DMICROPOL_LIVE_ENGINE=${micropol_live_engine})
else()
  set(same_live_page -DMICROPOL_LIVE_PAGE=OFF)
endif()
set(level_before micropol)
foreach(level IN LISTS MICROPOL_LEVELS)
  add_custom_target(micropol_${level}
    COMMAND ${CMAKE_COMMAND} -S ${PROJECT_SOURCE_DIR} -B ${levels_folder}/${level} -G Ninja -DMICROPOL_PACKAGES=ON -DMICROPOL_LEVELS=
            -DMICROPOL_ARCHITECTURE=${level} -DMICROPOL_TESTS=OFF ${same_live_page} -DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE}
            -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
            -DCMAKE_POSITION_INDEPENDENT_CODE=ON -DCMAKE_INSTALL_PREFIX=${CMAKE_INSTALL_PREFIX} -DCMAKE_SHARED_LINKER_FLAGS=-s
    COMMAND ${CMAKE_COMMAND} --build ${levels_folder}/${level} --target micropol_c micropol_main
    DEPENDS ${level_before} micropol_c USES_TERMINAL VERBATIM)
  set(level_before micropol_${level})  # one after the other: each takes all processors
  install(FILES ${levels_folder}/${level}/apps/libmicropol-main.so
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/micropol/glibc-hwcaps/${level} COMPONENT program)
  get_target_property(library_version micropol_c VERSION)
  get_target_property(abi_version micropol_c SOVERSION)
  install(FILES ${levels_folder}/${level}/bindings/c/libmicropol.so.${library_version} ${levels_folder}/${level}/bindings/c/libmicropol.so.${abi_version}
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/glibc-hwcaps/${level} COMPONENT library)
endforeach()
