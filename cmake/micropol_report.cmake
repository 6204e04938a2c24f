# The page of `micropol report`: style and script of apps/report become a file of C++ that holds them and their hashes.
set(MICROPOL_REPORT_FIGURES ON CACHE BOOL "Bundle the figures of the report page (needs Node.js, npm and its registry); else they are tables")
set(report_sources ${PROJECT_SOURCE_DIR}/apps/report)
set(report_folder ${PROJECT_BINARY_DIR}/report_page)
set(micropol_report_assets ${report_folder}/assets.cpp)
if(MICROPOL_REPORT_FIGURES)
  find_program(MICROPOL_NODE NAMES node nodejs)
  find_program(MICROPOL_NPM npm)
endif()
if(NOT MICROPOL_REPORT_FIGURES OR NOT MICROPOL_NODE OR NOT MICROPOL_NPM)
  message(STATUS "Report page: without Node.js and npm its figures are tables")
  set(report_npm "")
else()
  set(report_npm ${MICROPOL_NPM})
endif()
file(GLOB report_files CONFIGURE_DEPENDS ${report_sources}/*.ts ${report_sources}/*.mjs ${report_sources}/*.css ${report_sources}/package*.json)
add_custom_command(
  OUTPUT ${micropol_report_assets}
  COMMAND ${CMAKE_COMMAND} -DSOURCES=${report_sources} -DFOLDER=${report_folder} -DNPM=${report_npm}
          -P ${PROJECT_SOURCE_DIR}/cmake/bundle_report.cmake
  DEPENDS ${report_files} ${PROJECT_SOURCE_DIR}/cmake/bundle_report.cmake ${PROJECT_SOURCE_DIR}/cmake/report_assets.cpp.in
  COMMENT "Bundling the report page" VERBATIM)
