# cmake -DAPPS=apps -DPACKAGES=build/…/report_check -DFOLDER=build/… -DNODE=node -P types.cmake: the page's script has no mistake of types.
# PACKAGES: of ../report/packages.cmake.
file(REMOVE_RECURSE ${FOLDER}/live ${FOLDER}/report)
file(COPY ${APPS}/live ${APPS}/report DESTINATION ${FOLDER} PATTERN engine EXCLUDE PATTERN node_modules EXCLUDE)
file(CREATE_LINK ${PACKAGES}/node_modules ${FOLDER}/node_modules SYMBOLIC)
execute_process(COMMAND ${NODE} ${PACKAGES}/node_modules/typescript/bin/tsc --noEmit --project ${FOLDER}/live RESULT_VARIABLE failed)
if(NOT failed EQUAL 0)
  message(FATAL_ERROR "the types of the live page's script do not fit")
endif()
