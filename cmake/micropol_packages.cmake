# Debian packages, by CPack from a build of the preset `package`: ./dev package.
set(MICROPOL_MAINTAINER "The micropol authors <micropol@example.org>" CACHE STRING
    "Who answers for Debian packages: a name, and an address where mail arrives")
set(debian_version ${PROJECT_VERSION}-1)
set(program_package micropol)
set(documentation_package micropol-doc)
set(library_package libmicropol1)
set(development_package libmicropol-dev)
set(python_package python3-micropol)
set(r_package r-other-micropol)  # Debian's name for what is neither on CRAN nor on Bioconductor
set(debian_packages program documentation library development python)

install(DIRECTORY bindings/python/micropol DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/python3/dist-packages COMPONENT python PATTERN __pycache__ EXCLUDE)

# The package for R as R installs it: compiled against micropol.h, linked with the library where the loader finds it later.
find_program(MICROPOL_RSCRIPT Rscript)
if(MICROPOL_RSCRIPT)
  list(APPEND debian_packages r)
  set(r_folder ${PROJECT_BINARY_DIR}/r_package)
  cmake_path(GET MICROPOL_RSCRIPT PARENT_PATH r_programs)
  file(GLOB_RECURSE r_sources CONFIGURE_DEPENDS bindings/r/*)
  add_custom_command(OUTPUT ${r_folder}/made
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${r_folder}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${r_folder}/library
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${PROJECT_SOURCE_DIR}/bindings/r ${r_folder}/micropol
    COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/LICENSE ${r_folder}/micropol
    COMMAND ${CMAKE_COMMAND} -E env CPATH=${PROJECT_SOURCE_DIR}/bindings/c LIBRARY_PATH=$<TARGET_FILE_DIR:micropol_c>
            LD_LIBRARY_PATH=$<TARGET_FILE_DIR:micropol_c> ${r_programs}/R CMD INSTALL --strip --library=${r_folder}/library ${r_folder}/micropol
    COMMAND ${CMAKE_COMMAND} -E touch ${r_folder}/made
    DEPENDS ${r_sources} micropol_c VERBATIM)
  add_custom_target(micropol_r DEPENDS ${r_folder}/made)
  install(DIRECTORY ${r_folder}/library/micropol DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/R/site-library COMPONENT r)
  install(FILES bindings/r/vignettes/flagship.Rmd DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${r_package}/examples COMPONENT r)
  # What R calls the interface that its packages were built for.
  execute_process(COMMAND dpkg-query --show "--showformat=\${Provides}" r-base-core OUTPUT_VARIABLE provided ERROR_QUIET)
  set(r_needs "r-base-core, r-cran-jsonlite, ${library_package} (>= ${PROJECT_VERSION})")
  if(provided MATCHES "r-api-[0-9.]+")
    string(APPEND r_needs ", ${CMAKE_MATCH_0}")
  endif()
else()
  message(STATUS "Packages: without r-base-core there is none for R")
endif()

# What every package says of itself, and what Debian has compressed.
set(debian_folder ${PROJECT_BINARY_DIR}/debian)
string(TIMESTAMP debian_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(READ LICENSE license)
configure_file(cmake/debian/changelog.in ${debian_folder}/changelog @ONLY)
configure_file(cmake/debian/copyright.in ${debian_folder}/copyright @ONLY)
configure_file(cmake/debian/python.postinst ${debian_folder}/postinst COPYONLY)
configure_file(cmake/debian/python.prerm ${debian_folder}/prerm COPYONLY)
file(WRITE ${debian_folder}/shlibs "libmicropol 1 ${library_package} (>= ${PROJECT_VERSION})\n")
file(WRITE ${debian_folder}/triggers "activate-noawait ldconfig\n")
find_program(MICROPOL_GZIP gzip REQUIRED)
execute_process(COMMAND ${MICROPOL_GZIP} -9nc ${debian_folder}/changelog OUTPUT_FILE ${debian_folder}/changelog.Debian.gz)
add_custom_command(OUTPUT ${debian_folder}/micropol.1.gz
  COMMAND ${MICROPOL_GZIP} -9nc ${micropol_share}/micropol.1 > ${debian_folder}/micropol.1.gz DEPENDS micropol VERBATIM)
add_custom_target(micropol_manual DEPENDS ${debian_folder}/micropol.1.gz)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME micropol)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_PACKAGE_CONTACT ${MICROPOL_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_COMPONENTS_ALL ${debian_packages})
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/apps ${PROJECT_BINARY_DIR}/bindings/c)
set(about "micropol is an agent-based model of who wins and who loses power when an
organisation is to rest on data. It compares strategies under the same chance,
sweeps assumptions and explains outcomes.")
# package(COMPONENT SECTION SUMMARY […]): what follows goes into its control file, name by name; NATIVE: compiled for one processor.
function(package component section summary)
  cmake_parse_arguments(asked NATIVE "DEPENDS;RECOMMENDS;SUGGESTS" CONTROL_EXTRA ${ARGN})
  string(TOUPPER ${component} name)
  install(FILES ${debian_folder}/copyright ${debian_folder}/changelog.Debian.gz
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${${component}_package} COMPONENT ${component})
  set(CPACK_DEBIAN_${name}_PACKAGE_NAME ${${component}_package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${name}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_COMPONENT_${name}_DESCRIPTION "${summary}\n${about}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${name}_PACKAGE_SHLIBDEPS ${asked_NATIVE} PARENT_SCOPE)
  foreach(field DEPENDS RECOMMENDS SUGGESTS CONTROL_EXTRA)
    set(CPACK_DEBIAN_${name}_PACKAGE_${field} "${asked_${field}}" PARENT_SCOPE)
  endforeach()
endfunction()
package(program science "agent-based model of micropolitics in organisations" NATIVE SUGGESTS "micropol-doc, python3-micropol, r-other-micropol")
package(documentation doc "agent-based model of micropolitics - documentation" SUGGESTS micropol)
package(library libs "agent-based model of micropolitics - shared library" NATIVE CONTROL_EXTRA ${debian_folder}/shlibs ${debian_folder}/triggers)
package(development libdevel "agent-based model of micropolitics - headers and static library"
        DEPENDS "${library_package} (= ${debian_version}), libtbb-dev, libyaml-cpp-dev, libsqlite3-dev, libexpat1-dev, libzip-dev, libutf8proc-dev")
package(python python "agent-based model of micropolitics - Python 3 module"
        DEPENDS "python3, python3-numpy, ${library_package} (>= ${PROJECT_VERSION})" RECOMMENDS "python3-pandas, python3-xarray"
        CONTROL_EXTRA ${debian_folder}/postinst ${debian_folder}/prerm)
if(r IN_LIST debian_packages)
  package(r gnu-r "agent-based model of micropolitics - package for GNU R" NATIVE
          DEPENDS "${r_needs}" SUGGESTS "r-cran-knitr, r-cran-rmarkdown")
endif()
foreach(name DOCUMENTATION PYTHON)
  set(CPACK_DEBIAN_${name}_PACKAGE_ARCHITECTURE all)
endforeach()
include(CPack)

set(packed micropol micropol_engine micropol_c micropol_manual)
foreach(level IN LISTS MICROPOL_LEVELS)
  list(APPEND packed micropol_${level})
endforeach()
if(TARGET micropol_r)
  list(APPEND packed micropol_r)
endif()
add_custom_target(micropol_packages
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${CPACK_PACKAGE_DIRECTORY}
  COMMAND ${CMAKE_CPACK_COMMAND} --config ${PROJECT_BINARY_DIR}/CPackConfig.cmake
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR} USES_TERMINAL VERBATIM)
add_dependencies(micropol_packages ${packed})
