# Installs what was built: after building the program alone as well as after building everything.
# Other projects say find_package(micropol CONFIG) and link micropol::engine.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/micropol)
set(data_folder ${CMAKE_INSTALL_DATADIR}/micropol)

install(TARGETS micropol_engine EXPORT micropol_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS micropol RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET micropol-mpi)
  install(TARGETS micropol-mpi RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} OPTIONAL)
endif()
install(DIRECTORY engine/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
# What the headers above include.
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/micropol/engine FILES_MATCHING PATTERN "*.h" PATTERN include EXCLUDE)
install(DIRECTORY scenarios DESTINATION ${data_folder})

# Manual page and completion: there unless the program was built for another machine.
install(FILES ${micropol_share}/micropol.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES ${micropol_share}/micropol.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME micropol OPTIONAL)
install(FILES ${micropol_share}/micropol.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _micropol OPTIONAL)
install(FILES ${micropol_share}/micropol.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)

# Pages stand to each other as in the sources, so that their links lead somewhere.
file(GLOB pages RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS LICENSE *.md apps/*/*.md engine/*/schema.md)
foreach(page ${pages})
  cmake_path(GET page PARENT_PATH folder)
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder})
endforeach()
install(DIRECTORY engine/documentation DESTINATION ${CMAKE_INSTALL_DOCDIR}/engine)
file(RELATIVE_PATH scenarios_from_pages ${CMAKE_INSTALL_FULL_DOCDIR} ${CMAKE_INSTALL_FULL_DATADIR}/micropol/scenarios)
install(CODE "file(CREATE_LINK \"${scenarios_from_pages}\"
     \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}/scenarios\" SYMBOLIC)")
file(RELATIVE_PATH pages_from_scenarios ${CMAKE_INSTALL_FULL_DATADIR}/micropol ${CMAKE_INSTALL_FULL_DOCDIR}/engine)
install(CODE "file(CREATE_LINK \"${pages_from_scenarios}\"
     \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/micropol/engine\" SYMBOLIC)")

install(EXPORT micropol_targets NAMESPACE micropol:: DESTINATION ${package_folder})
configure_package_config_file(cmake/micropol-config.cmake.in ${PROJECT_BINARY_DIR}/micropol-config.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/micropol-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/micropol-config.cmake ${PROJECT_BINARY_DIR}/micropol-config-version.cmake
        DESTINATION ${package_folder})
