#!/bin/sh
# What provcheck does, shown on the examples: `make demo` runs this. It writes to a temporary folder only.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

show() {
    printf '\n\033[1m$ provcheck %s\033[0m\n' "$*" | if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi
}
# `broken` commands are meant to find something: exit code 1 is right there, and anything else is not.
run() { show "$@"; provcheck "$@"; }
finds() {
    show "$@"
    code=0; provcheck "$@" || code=$?
    [ "$code" -eq 1 ] || { echo "expected findings, got exit code $code" >&2; exit 1; }
}

printf '1. A saved page of a digital archive becomes a record.\n'
run import examples/pages/113732.txt --output-dir "$work"
printf '\n'
cat "$work/113732.yaml"

printf '\n2. The record is checked, and so is a small repository in five formats.\n'
run validate "$work/113732.yaml"
run validate examples/archive

printf '\n3. A repository with errors: each is shown with its place, its cause and what to do.\n'
finds validate examples/broken

printf '\n4. The record is cited.\n'
run cite "$work/113732.yaml" \
    --style digital-archive --style cwihp-bulletin --style chicago-notes-bibliography-archival \
    --style gost-r-7.0.5-archival --style plain

printf '\n5. A source line is read.\n'
run parse "AVPRF, f. 059a, op. 5a, p. 11, d. 3, ll. 100-103ob. Obtained by Jane Doe and translated by John Roe."
