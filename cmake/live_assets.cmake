# cmake -DFOLDER=build/…/live_page [-DEMPTY=ON] -P live_assets.cmake
# frame.css, panel.css, live.js and engine.txt of that folder, or nothing, as a file of C++.
foreach(name frame.css panel.css live.js engine.txt)
  if(EMPTY)
    file(WRITE ${FOLDER}/${name} "")
  endif()
endforeach()
file(SHA256 ${FOLDER}/frame.css FRAME_HASH)
file(SHA256 ${FOLDER}/panel.css STYLE_HASH)
file(SHA256 ${FOLDER}/live.js SCRIPT_HASH)
file(SHA256 ${FOLDER}/engine.txt ENGINE_HASH)
configure_file(${CMAKE_CURRENT_LIST_DIR}/live_assets.cpp.in ${FOLDER}/assets.cpp @ONLY)
file(TOUCH ${FOLDER}/assets.cpp)  # also where only the included files changed
