# The version is the project's wherever it is written: for those who cite it, and in R's package.
foreach(file CITATION.cff bindings/r/DESCRIPTION)
  file(STRINGS ${SOURCES}/${file} lines REGEX "^[Vv]ersion:")
  if(NOT lines MATCHES "^[Vv]ersion: ${VERSION}$")
    message(SEND_ERROR "${file} says '${lines}', the project is ${VERSION}")
  endif()
endforeach()
