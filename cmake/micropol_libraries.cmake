# The libraries of others that the engine needs, found in one place for all that build its sources.
find_package(Eigen3 3.4 REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(TBB REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(EXPAT REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
# Header-only parts are needed to build the engine, not to use it.
set(micropol_header_libraries Eigen3::Eigen Boost::headers nlohmann_json::nlohmann_json)
set(micropol_linked_libraries TBB::tbb yaml-cpp SQLite::SQLite3 EXPAT::EXPAT PkgConfig::libzip PkgConfig::utf8proc)
