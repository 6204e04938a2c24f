# Installs what was built: after building the program alone as well as after building everything.
# Other projects say find_package(micropol CONFIG) and link micropol::engine.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/micropol)
set(data_folder ${CMAKE_INSTALL_DATADIR}/micropol)

install(TARGETS micropol_engine EXPORT micropol_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(TARGETS micropol RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
if(TARGET micropol_main)
  set_target_properties(micropol PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}/micropol")
  install(TARGETS micropol_main LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/micropol COMPONENT program)
endif()
if(TARGET micropol-mpi)
  install(TARGETS micropol-mpi RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT mpi OPTIONAL)
endif()
install(DIRECTORY engine/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
# What the headers above include.
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/micropol/engine COMPONENT development FILES_MATCHING PATTERN "*.h" PATTERN include EXCLUDE)
install(DIRECTORY scenarios DESTINATION ${data_folder} COMPONENT program)

# Manual page and completion: there unless the program was built for another machine. Debian has manual pages compressed.
set(manual_page ${micropol_share}/micropol.1)
if(MICROPOL_PACKAGES)
  set(manual_page ${PROJECT_BINARY_DIR}/debian/micropol.1.gz)
endif()
install(FILES ${manual_page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program OPTIONAL)
install(FILES ${micropol_share}/micropol.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME micropol COMPONENT program OPTIONAL)
install(FILES ${micropol_share}/micropol.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _micropol COMPONENT program OPTIONAL)
install(FILES ${micropol_share}/micropol.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program OPTIONAL)

# Pages stand to each other as in the sources, so that their links lead somewhere.
file(GLOB pages RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS LICENSE CITATION.cff *.md apps/*/*.md engine/*/schema.md
     bindings/c/micropol.h bindings/*/*.md bindings/*/examples/*)
foreach(page ${pages})
  cmake_path(GET page PARENT_PATH folder)
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder} COMPONENT documentation)
endforeach()
install(DIRECTORY engine/documentation DESTINATION ${CMAKE_INSTALL_DOCDIR}/engine COMPONENT documentation)
file(RELATIVE_PATH scenarios_from_pages ${CMAKE_INSTALL_FULL_DOCDIR} ${CMAKE_INSTALL_FULL_DATADIR}/micropol/scenarios)
install(CODE "file(CREATE_LINK \"${scenarios_from_pages}\"
     \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}/scenarios\" SYMBOLIC)" COMPONENT documentation)
file(RELATIVE_PATH pages_from_scenarios ${CMAKE_INSTALL_FULL_DATADIR}/micropol ${CMAKE_INSTALL_FULL_DOCDIR}/engine)
install(CODE "file(MAKE_DIRECTORY \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/micropol\")
     file(CREATE_LINK \"${pages_from_scenarios}\"
     \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/micropol/engine\" SYMBOLIC)" COMPONENT documentation)

install(EXPORT micropol_targets NAMESPACE micropol:: DESTINATION ${package_folder} COMPONENT development)
configure_package_config_file(cmake/micropol-config.cmake.in ${PROJECT_BINARY_DIR}/micropol-config.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/micropol-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/micropol-config.cmake ${PROJECT_BINARY_DIR}/micropol-config-version.cmake
        DESTINATION ${package_folder} COMPONENT development)

# The library for C, Python and R, where it was built.
if(TARGET micropol_c)
  install(TARGETS micropol_c LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
          PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development OPTIONAL)
  install(FILES ${micropol_share}/micropol.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development OPTIONAL)
endif()
