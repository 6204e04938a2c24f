#!/usr/bin/env bash
# Runs a compiler and adds the seconds of processor time that it took, and what it made, to the file $MICROPOL_BUILD_COST.
TIMEFORMAT='%U %S'
exec 3>&1 4>&2
seconds=$({ time "$@" >&3 2>&4; } 2>&1)
status=$?
while [ $# -gt 1 ] && [ "$1" != -o ]; do shift; done
read -r user system <<<"$seconds"
printf '%s %s %s\n' "$user" "$system" "${2:-?}" >>"$MICROPOL_BUILD_COST"
exit $status
