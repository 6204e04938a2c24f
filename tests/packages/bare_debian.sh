#!/usr/bin/env bash
# bare_debian.sh FOLDER: installs the packages there in a Debian 12 with nothing in it, asks the flagship question in the shell, in Python
# and in R, compiles a program in C, and removes all of it. Needs root, debootstrap and Debian's registry, or the mirror of it that
# MICROPOL_DEBIAN names; takes some minutes.
set -euo pipefail
sources=$(cd "$(dirname "$0")/../.." && pwd)
packages=$(cd "$1" && pwd)
root=$(mktemp -d)
chmod 755 "$root"  # apt-get downloads as a user of its own
finish() {
    cd /
    umount "$root/proc" 2> /dev/null || true
    rm -rf --one-file-system "$root" "$root.log"
}
trap finish EXIT
fail() { printf 'bare Debian: %s\n' "$*" >&2; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
said=$root.log
get() { inside sh -c 'cd /packages && apt-get install -y "$@"' sh "$@" > "$said" 2>&1 || { tail -20 "$said" >&2; fail "apt-get install $* failed"; }; }
left_behind() {
    find "$root" -xdev \( -path "$root/packages" -o -path "$root/proc" -o -path "$root/tried" \) -prune -o -iname '*micropol*' -print
    inside ldconfig -p | grep micropol || true
    inside dpkg --audit
    inside dpkg-query --show --showformat='${Package} ${db:Status-Abbrev}\n' | grep micropol || true
}

debootstrap --variant=minbase bookworm "$root" ${MICROPOL_DEBIAN:+"$MICROPOL_DEBIAN"} > "$said" || { tail "$said" >&2; fail "debootstrap failed"; }
mount -t proc proc "$root/proc"
mkdir "$root/packages" "$root/tried"
cp "$packages"/*.deb "$root/packages"
cp "$sources/tests/bindings/abi_test.c" "$sources/bindings/r/examples/flagship.R" "$root/tried"
scenario=/usr/share/micropol/scenarios/marketing_sales.yaml
cd "$root/packages"  # where ./micropol_*.deb are
inside apt-get update -qq

# The program: from a downloaded file to the answer within a minute; of processor time, for the machine may have more to do.
to_the_answer() {
    get ./micropol_*.deb
    inside micropol run $scenario --no-progress > "$root/tried/flagship.txt"
}
start=$SECONDS
TIMEFORMAT='%U %S'
{ time to_the_answer 2>&3; } 3>&2 2> "$root/tried/seconds"
processor=$(awk '{ printf "%d", $1 + $2 }' "$root/tried/seconds")
echo "bare Debian: apt-get install ./micropol_*.deb and the flagship took $((SECONDS - start)) s, $processor s of processor time"
[ "$processor" -lt 60 ] || fail "which is more than a minute"
head -3 "$root/tried/flagship.txt"
inside micropol compare $scenario --runs 64 --no-progress --output /tried/compare.db > /dev/null
inside micropol report /tried/compare.db --quiet --output /tried/report.html
[ -s "$root/tried/report.html" ] || fail "no page was made"
state=$(inside micropol run $scenario --strategy bundle --runs 64 --format json | sed -n 's/.*"state_hash": "\([0-9a-f]*\)".*/\1/p')

# Python: to an xarray in five lines.
get --no-install-recommends ./python3-micropol_*.deb ./libmicropol1_*.deb python3-xarray
inside python3 - > "$root/tried/python.txt" <<'PYTHON'
import micropol
model = micropol.load("/usr/share/micropol/scenarios/marketing_sales.yaml", runs=64)
run = model.run("bundle")
data = run.to_xarray()
print(run.state_hash, data["substantive"].sizes)
PYTHON
grep -q "^$state .*'history': 16" "$root/tried/python.txt" || fail "Python says $(cat "$root/tried/python.txt"), the program $state"
echo "bare Debian: Python to an xarray: $(cat "$root/tried/python.txt")"

# C: what the test of the interface takes.
get --no-install-recommends ./libmicropol-dev_*.deb ./libmicropol1_*.deb gcc libc6-dev pkg-config
inside sh -c "cd /tried && gcc -std=c11 -D_POSIX_C_SOURCE=200809L abi_test.c -o abi_test \$(pkg-config --cflags --libs micropol) -lm && ./abi_test $scenario /usr/bin/micropol > abi.txt"
echo "bare Debian: a program in C compiles and keeps its promises"

# R: the same, to a table.
if compgen -G "$packages/r-other-micropol_*.deb" > /dev/null; then
    get --no-install-recommends ./r-other-micropol_*.deb ./libmicropol1_*.deb
    inside Rscript - > "$root/tried/r.txt" <<'R'
library(micropol)
model <- micropol_load("/usr/share/micropol/scenarios/marketing_sales.yaml", runs = 64)
run <- micropol_run(model, "bundle")
table <- as.data.frame(run, columns = "substantive")
cat(dim(run[["substantive"]]), mean(table$substantive), "\n")
R
    grep -qE '^[0-9]+ 4 16 0\.[0-9]+' "$root/tried/r.txt" || fail "R says $(cat "$root/tried/r.txt")"
    inside Rscript /tried/flagship.R $scenario 64 /tried > "$root/tried/flagship_r.txt"
    echo "bare Debian: R to a table: $(cat "$root/tried/r.txt")"
fi
get ./micropol-doc_*.deb
broken=$(find "$root/usr/share/doc/micropol" "$root/usr/share/micropol" -type l ! -exec test -e {} \; -print)
[ -z "$broken" ] || fail "links lead nowhere: $broken"
[ -n "$(inside find /usr/share/doc/micropol/ -name model.md)" ] || fail "the documentation is missing"

# And away again.
inside sh -c 'apt-get purge -y $(dpkg-query --show --showformat="\${Package}\n" | grep micropol)' > "$said" 2>&1 || { tail -20 "$said" >&2; fail "removing failed"; }
left=$(left_behind)
[ -z "$left" ] || fail "left behind:"$'\n'"$left"
echo "bare Debian: nothing is left behind"
