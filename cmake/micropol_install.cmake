# Other projects say find_package(micropol CONFIG) and link micropol::engine.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/micropol)

install(TARGETS micropol_engine EXPORT micropol_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS micropol RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET micropol-mpi)
  install(TARGETS micropol-mpi RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY engine/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
# What the headers above include.
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/micropol/engine FILES_MATCHING PATTERN "*.h" PATTERN include EXCLUDE)
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/micropol)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(EXPORT micropol_targets NAMESPACE micropol:: DESTINATION ${package_folder})

configure_package_config_file(cmake/micropol-config.cmake.in ${PROJECT_BINARY_DIR}/micropol-config.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/micropol-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/micropol-config.cmake ${PROJECT_BINARY_DIR}/micropol-config-version.cmake
        DESTINATION ${package_folder})
