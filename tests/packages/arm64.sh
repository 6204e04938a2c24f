#!/usr/bin/env bash
# arm64.sh HASHES FOLDER: compiles the simulation for arm64 and has an emulated processor of that kind print the hashes of all bits that HASHES,
# the same program (print_hashes) of this machine, prints: of the situations in which laws are tried, and of every scenario with each of its
# strategies. The cross compiler and the libraries for arm64 live in a Debian 12 of their own in FOLDER, where a later call finds them and
# what it has compiled. Needs root, debootstrap, qemu-user-static and Debian's registry, or the mirror of it that MICROPOL_DEBIAN names;
# takes a quarter of an hour the first time.
set -euo pipefail
sources=$(cd "$(dirname "$0")/../.." && pwd)
hashes=$(realpath "$1")
mkdir -p "$2"
folder=$(cd "$2" && pwd)
root=$folder/root
finish() {
    cd /
    umount "$root/micropol" "$root/build" "$root/proc" 2> /dev/null || true
}
trap finish EXIT
fail() { printf 'arm64: %s\n' "$*" >&2; exit 1; }
inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        PKG_CONFIG_LIBDIR=/usr/lib/aarch64-linux-gnu/pkgconfig:/usr/share/pkgconfig \
        ${CMAKE_BUILD_PARALLEL_LEVEL:+CMAKE_BUILD_PARALLEL_LEVEL="$CMAKE_BUILD_PARALLEL_LEVEL"} "$@"
}
of_machine=(cmake ninja-build pkg-config gettext g++-aarch64-linux-gnu libeigen3-dev nlohmann-json3-dev librandom123-dev)
of_arm64=(libboost-dev libboost-program-options-dev libtbb-dev libyaml-cpp-dev libsqlite3-dev libexpat1-dev libutf8proc-dev libzip-dev)

if [ ! -e "$folder/made" ]; then
    rm -rf --one-file-system "$root"
    debootstrap --variant=minbase bookworm "$root" ${MICROPOL_DEBIAN:+"$MICROPOL_DEBIAN"} > "$folder/log" ||
        { tail "$folder/log" >&2; fail "debootstrap failed"; }
    inside dpkg --add-architecture arm64
    inside apt-get update -qq
    inside apt-get install -y --no-install-recommends "${of_machine[@]}" "${of_arm64[@]/%/:arm64}" > "$folder/log" 2>&1 ||
        { tail -20 "$folder/log" >&2; fail "apt-get install failed"; }
    touch "$folder/made"
fi
cp "$(command -v qemu-aarch64-static)" "$root/usr/bin"
mkdir -p "$root/micropol" "$root/build" "$folder/build"
mount -t proc proc "$root/proc"
mount --bind "$sources" "$root/micropol"
mount --bind "$folder/build" "$root/build"
inside cmake -S /micropol/tests/same_bytes -B /build -G Ninja -DCMAKE_TOOLCHAIN_FILE=/micropol/cmake/arm64.cmake -DCMAKE_BUILD_TYPE=Release \
    > "$folder/log" || { tail -20 "$folder/log" >&2; fail "cmake failed"; }
inside cmake --build /build >&2
readelf --file-header "$folder/build/print_hashes" | grep -q 'Machine:.*AArch64' || fail "what was compiled is not for arm64"

cd "$sources"
"$hashes" scenarios/*.yaml > "$folder/here"
inside sh -c 'cd /micropol && qemu-aarch64-static /build/print_hashes scenarios/*.yaml' > "$folder/there"
diff "$folder/here" "$folder/there" >&2 || fail "histories come out differently"
[ -s "$folder/here" ] || fail "nothing was compared"
echo "arm64: the same bytes in $(wc -l < "$folder/here") blocks"
