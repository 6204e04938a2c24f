# cmake -DFOLDER=build/…/report_page -P figures_check.cmake: the build has bundled what draws the figures.
file(SIZE ${FOLDER}/report.js bytes)
if(bytes LESS 100000)
  message(FATAL_ERROR "The report's figures are missing from this build: npm could not install them. "
                      "To try again: rm -r ${FOLDER}. To do without: -DMICROPOL_REPORT_FIGURES=OFF")
endif()
