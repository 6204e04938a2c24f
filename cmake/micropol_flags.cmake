# Flags of every translation unit of the project.
add_library(micropol_flags INTERFACE)
target_compile_options(micropol_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Sixteen histories fill one 512-bit register; gcc prefers half of it unless told.
  # gcc 12 takes temporaries that hold strings for uninitialised, and sums of strings for overlapping copies
  # (https://gcc.gnu.org/PR105329); clang and the sanitizers look for real cases.
  target_compile_options(micropol_flags INTERFACE -mprefer-vector-width=512 -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(MICROPOL_SANITIZERS)
  target_compile_options(micropol_flags INTERFACE
    -fsanitize=${MICROPOL_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(micropol_flags INTERFACE -fsanitize=${MICROPOL_SANITIZERS})
endif()

# Flags that programs built on the engine must share with it: the width of Worlds is part of its calling convention, and a
# fused multiply-add would change bits.
set(micropol_engine_flags -march=${MICROPOL_ARCHITECTURE} -ffp-contract=off)
# gcc notes that the convention for vectors wider than the baseline changed in gcc 4.6; that is no news here.
list(APPEND micropol_engine_flags $<$<CXX_COMPILER_ID:GNU>:-Wno-psabi>)
