# cmake -DENGINE=engine -DOUTPUT=build/…/model_hash.cpp -P model_hash.cmake
# A hash of the sources that decide numbers, as a file of C++. Included, this file says which they are: model_sources.
foreach(room base organisation state mechanisms interventions outcomes scenario model simulation statistics study)
  list(APPEND model_patterns ${room}/*.h ${room}/*.cpp)
endforeach()

if(CMAKE_SCRIPT_MODE_FILE)
  list(TRANSFORM model_patterns PREPEND ${ENGINE}/)
  file(GLOB_RECURSE sources RELATIVE ${ENGINE} ${model_patterns})
  list(SORT sources)  # by bytes: the same order on every machine
  set(listing "")
  foreach(source ${sources})
    file(SHA256 ${ENGINE}/${source} hash)
    string(APPEND listing "${hash} ${source}\n")
  endforeach()
  string(SHA256 hash "${listing}")
  string(SUBSTRING ${hash} 0 16 hash)
  file(WRITE ${OUTPUT} "#include \"base/build_identity.h\"\n\nstd::string_view micropol::model_hash() { return \"${hash}\"; }\n")
else()
  file(GLOB_RECURSE model_sources CONFIGURE_DEPENDS ${model_patterns})
endif()
