#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh PROGRAM: puts PROGRAM and the packages of the Dockerfile's last stage, with all they depend on, into an empty
# root folder and starts the worker there. So a package that the image lacks, or a window library that creeps in, shows
# without building the image. Leaves with 77 where that cannot be tried.
set -eu

program=$1
here=$(dirname "$0")
[ "$(id -u)" -eq 0 ] && command -v apt-cache >/dev/null && command -v chroot >/dev/null || exit 77

packages=$(sed -n 's/^ *\(ca-certificates .*\) \\$/\1/p' "$here/Dockerfile")
# shellcheck disable=SC2086
closure=$(apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks \
    --no-replaces --no-enhances $packages | grep '^[a-z0-9]' | cut -d: -f1 | sort -u)

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
for folder in bin lib lib64 sbin; do
    mkdir -p "$root/usr/$folder"
    ln -s "usr/$folder" "$root/$folder"
done
# shellcheck disable=SC2086
dpkg -L $closure 2>/dev/null | grep -E '/(lib|lib64)/.*\.so' | sed -E 's#^/(lib|lib64)/#/usr/\1/#' | sort -u |
    while read -r file; do [ -f "$file" ] && echo "${file#/}"; done | tar -C / -cf - -T - | tar -C "$root" -xf -
mkdir -p "$root/tmp" "$root/usr/local/bin"
cp "$program" "$root/usr/local/bin/"

inside() { env -i PATH="$PATH" LC_ALL=C.UTF-8 VIRAL_MOMENTS_LIBRARY=/tmp/library chroot "$root" /usr/local/bin/viral-moments-cli "$@"; }
fail() { echo "$*" >&2; exit 1; }

if find "$root" -name 'libQt6Gui*' -o -name 'libQt6Widgets*' -o -name 'libX11*' | grep -q .; then
    fail "A window library is in the image."
fi
inside --version | grep -q '^viral-moments-cli ' || fail "The program does not start."
status=0
said=$(inside worker 2>&1) || status=$?
[ "$status" -eq 2 ] || fail "A worker without its variables ended with $status: $said"
echo "$said" | grep -q RUNPOD_WEBHOOK_GET_JOB || fail "It does not say what is missing: $said"
inside run --engine offline --progress none - <"$here/../../resources/sample/interview.payload.json" >"$root/out.json" \
    2>"$root/messages" || fail "A job fails: $(cat "$root/messages")"
grep -q '"moments"' "$root/out.json" || fail "A job brings no result."
[ -s "$root/tmp/library/library.sqlite" ] || fail "The library is not kept: $(cat "$root/messages")"
