#!/usr/bin/env bash
# levels.sh FOLDER: of the packages there, every build of the libraries is taken where its processor is, gives the same bytes, and has
# no instruction of a higher one. Needs dpkg-deb, binutils, qemu-user-static and a Python with numpy; a processor that cannot do a
# level is emulated, but no emulator has x86-64-v4: where the machine does not either, that level is left out, and it says so.
set -euo pipefail
if [ "$(uname --machine)" != x86_64 ]; then echo "levels: other processors have one build"; exit; fi
packages=$(cd "$1" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
for package in "$packages"/micropol_*.deb "$packages"/libmicropol1_*.deb "$packages"/python3-micropol_*.deb; do
    dpkg-deb --extract "$package" "$root"
done
libraries=$(dirname "$(find "$root" -name libmicropol.so.1 -not -path '*hwcaps*')")
program=$root/usr/bin/micropol
scenario=$root/usr/share/micropol/scenarios/marketing_sales.yaml
loader=$(readelf --program-headers "$program" | sed -n 's/.*program interpreter: \(.*\)\]/\1/p')

fail() { printf 'levels: %s\n' "$*" >&2; exit 1; }

# folder_of LEVEL FOLDER: where the loader finds that level of the libraries in FOLDER.
folder_of() { if [ "$1" = x86-64-v2 ]; then echo "$2"; else echo "$2/glibc-hwcaps/$1"; fi; }

# What the loader is told that the processor lacks, so that it takes this level.
masked() {
    case "$1" in
        x86-64-v2) echo glibc.cpu.hwcaps=-AVX2 ;;
        x86-64-v3) echo glibc.cpu.hwcaps=-AVX512F ;;
        *) echo glibc.cpu.hwcaps= ;;
    esac
}

# The registers, and encodings, that a level does not have: 256 and 512 bits, masks, and vectors with three operands.
too_high() {
    case "$1" in
        x86-64-v2) echo '%[yz]mm|%k[0-7]|\sv[a-z0-9]+\s.*%xmm|\s(andn|bextr|bls[ir]|blsmsk|bzhi|lzcnt|movbe|mulx|pdep|pext|rorx|s[ah][lr]x)\s' ;;
        x86-64-v3) echo '%zmm|%k[0-7]|%[xy]mm(1[6-9]|2[0-9]|3[01])' ;;
        *) echo 'no such thing' ;;
    esac
}

# What only this level and those above have.
own() {
    case "$1" in
        x86-64-v2) echo '\s(roundps|pmulld|blendvps|ptest|popcnt)' ;;
        x86-64-v3) echo '%ymm' ;;
        *) echo '%zmm' ;;
    esac
}

declare -A exported
for level in x86-64-v2 x86-64-v3 x86-64-v4; do
    for library in "$(folder_of $level "$libraries")/libmicropol.so.1" "$(folder_of $level "$libraries/micropol")/libmicropol-main.so"; do
        [ -e "$library" ] || fail "$library is missing"
        name=$(basename "$library")
        names=$(nm --dynamic --defined-only "$library" | awk '{ print $3 }' | sort)
        [ "${exported[$name]:-$names}" = "$names" ] || fail "$level of $name exports other functions than x86-64-v2"
        exported[$name]=$names
        readelf --notes "$library" | grep -q "x86 ISA needed:.*$level" || fail "$level of $name does not say what it needs"
        objdump --disassemble --no-show-raw-insn "$library" > "$root/code"
        grep -qE "$(own $level)" "$root/code" || fail "$level of $name was not compiled for it"
        found=$(grep -E "$(too_high $level)" "$root/code" | head -3 || true)
        [ -z "$found" ] || fail "$level of $name has instructions of a higher level:"$'\n'"$found"
    done
done
[ "${exported[libmicropol-main.so]}" = main ] || fail "the program's library exports ${exported[libmicropol-main.so]}"
echo "levels: each library has instructions of its level and no higher one, and exports the same functions"

simulate=("$program" run "$scenario" --strategy bundle --runs 32 --format json --no-progress)
in_python=(env LD_LIBRARY_PATH="$libraries" PYTHONPATH="$root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -c
    'import sys, micropol; print(micropol.load(sys.argv[1], runs=32).run("bundle").state_hash)' "$scenario")
reference=$(GLIBC_TUNABLES=$(masked x86-64-v2) "${simulate[@]}" | sha256sum)
can_do=$("$loader" --help)  # as long as nothing is masked
for level in x86-64-v2 x86-64-v3 x86-64-v4; do
    if ! grep -q "$level (supported, searched)" <<< "$can_do"; then
        echo "levels: this machine cannot do $level, which is left out"
        continue
    fi
    export GLIBC_TUNABLES; GLIBC_TUNABLES=$(masked $level)
    taken=$("$loader" --list "$program" | grep libmicropol-main.so)
    [[ "$(realpath "$(awk '{ print $3 }' <<< "$taken")")" = "$(realpath "$(folder_of $level "$libraries/micropol")/libmicropol-main.so")" ]] ||
        fail "under $level the loader takes $taken"
    results=$("${simulate[@]}")
    [ "$(sha256sum <<< "$results")" = "$reference" ] || fail "under $level other numbers come out"
    hash=$(sed -n 's/.*"state_hash": "\([0-9a-f]*\)".*/\1/p' <<< "$results")
    [ -n "$hash" ] && [ "$("${in_python[@]}")" = "$hash" ] || fail "under $level Python has another state than the program ($hash)"
    grep -q "$(folder_of $level "$libraries")/libmicropol.so.1" <(LD_DEBUG=libs "${in_python[@]}" 2>&1 | grep "calling init") ||
        fail "under $level Python takes another library"
    echo "levels: $level is taken by the program and by Python, state $hash"
done
unset GLIBC_TUNABLES

# Processors that have no more than a level, emulated: an instruction of a higher one would stop the program.
for processor in x86-64-v2=Nehalem x86-64-v3=Haswell; do
    [ "$(qemu-x86_64-static -cpu "${processor#*=}" "${simulate[@]}" 2> "$root/said" | sha256sum)" = "$reference" ] ||
        { cat "$root/said" >&2; fail "an emulated ${processor#*=} (${processor%=*}) gives other numbers"; }
    echo "levels: an emulated ${processor#*=} (${processor%=*}) gives the same bytes"
done
if qemu-x86_64-static -cpu core2duo "$program" --version 2> "$root/said" || ! grep -q "CPU ISA level is lower than required" "$root/said"; then
    cat "$root/said" >&2
    fail "a processor that can do too little is not told so"
fi
echo "levels: a processor below x86-64-v2 is told so"
