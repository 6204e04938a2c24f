# Flags of every translation unit of the project.
include(CheckCXXCompilerFlag)
option(MICROPOL_WARNINGS_AS_ERRORS "Stop at every warning: for those who work on the project, not for those who use it" OFF)

add_library(micropol_flags INTERFACE)
target_compile_options(micropol_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${MICROPOL_WARNINGS_AS_ERRORS}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 takes temporaries that hold strings for uninitialised, and sums of strings for overlapping copies
  # (https://gcc.gnu.org/PR105329); clang and the sanitizers look for real cases.
  target_compile_options(micropol_flags INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
  # Sixteen histories fill one 512-bit register; gcc prefers half of it unless told. Only processors with such registers have it.
  check_cxx_compiler_flag(-mprefer-vector-width=512 MICROPOL_HAS_VECTOR_WIDTH)
  if(MICROPOL_HAS_VECTOR_WIDTH)
    target_compile_options(micropol_flags INTERFACE -mprefer-vector-width=512)
  endif()
endif()
if(MICROPOL_SANITIZERS)
  target_compile_options(micropol_flags INTERFACE
    -fsanitize=${MICROPOL_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(micropol_flags INTERFACE -fsanitize=${MICROPOL_SANITIZERS})
endif()

# Flags that programs built on the engine must share with it: the width of Worlds is part of its calling convention, and a
# fused multiply-add would change bits.
set(micropol_engine_flags -ffp-contract=off)
string(MAKE_C_IDENTIFIER "MICROPOL_HAS_ARCHITECTURE_${MICROPOL_ARCHITECTURE}" known)
check_cxx_compiler_flag(-march=${MICROPOL_ARCHITECTURE} ${known})
if(${known})
  list(APPEND micropol_engine_flags -march=${MICROPOL_ARCHITECTURE})
elseif(MICROPOL_ARCHITECTURE STREQUAL "native")
  message(STATUS "The compiler has no -march=native here; it uses what every such processor has")
else()
  message(FATAL_ERROR "The compiler knows no processor '${MICROPOL_ARCHITECTURE}' (MICROPOL_ARCHITECTURE)")
endif()
# gcc notes that the convention for vectors wider than the baseline changed in gcc 4.6; that is no news here.
list(APPEND micropol_engine_flags $<$<CXX_COMPILER_ID:GNU>:-Wno-psabi>)
