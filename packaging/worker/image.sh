#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# image.sh [TAG]: builds the image of the last commit with Debian's own tools (buildah, crun, debootstrap) and tries it:
# no registry of images is asked, so it also works where none can be reached. Takes some minutes and 3 GB under /var/lib.
# Leaves with 77 where that cannot be tried.
set -eu

tag=${1:-viral-moments-worker:0.1.0}
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
base=docker.io/library/debian:12-slim
[ "$(id -u)" -eq 0 ] && command -v buildah >/dev/null && command -v debootstrap >/dev/null || exit 77
export BUILDAH_ISOLATION=chroot

folder=$(mktemp -d)
container=
trap '[ -z "$container" ] || buildah rm "$container" >/dev/null; rm -rf "$folder"' EXIT
fail() { echo "$*" >&2; exit 1; }

if ! buildah images -q "$base" >/dev/null 2>&1; then
    debootstrap --variant=minbase bookworm "$folder/base" >"$folder/log" || fail "$(cat "$folder/log")"
    container=$(buildah from scratch)
    buildah add -q "$container" "$folder/base" / >/dev/null
    buildah commit -q --rm "$container" "$base" >/dev/null
    container=
fi

mkdir "$folder/source"
git -C "$source" archive HEAD | tar -C "$folder/source" -xf -
# In docker's format, as the other has no place for the health check.
buildah bud --quiet --format docker --pull-never --network host -f packaging/worker/Dockerfile -t "$tag" \
    "$folder/source" >"$folder/log" 2>&1 || fail "$(tail -40 "$folder/log")"

container=$(buildah from --pull-never "$tag")
inside() { buildah run --user worker "$container" -- "$@"; }
root=$(buildah mount "$container")
if find "$root" -name 'libQt6Gui*' -o -name 'libQt6Widgets*' -o -name 'libX11*' | grep -q .; then
    fail "A window library is in the image."
fi
buildah inspect --type image "$tag" | grep -q viral-moments.alive || fail "The image has no health check."
[ "$(inside id -un)" = worker ] || fail "The image works as $(inside id -un)."
said=$(inside viral-moments-cli worker 2>&1) && fail "A worker without its variables went on."
echo "$said" | grep -q RUNPOD_WEBHOOK_GET_JOB || fail "It does not say what is missing: $said"
inside viral-moments-cli run --engine offline --progress none - <"$source/resources/sample/interview.payload.json" \
    >"$folder/out.json" 2>"$folder/messages" || fail "A job fails: $(cat "$folder/messages")"
grep -q '"moments"' "$folder/out.json" || fail "A job brings no result."
[ -s "$root/var/lib/viral-moments/library.sqlite" ] || fail "The library is not kept."
echo "$tag works, $(du -sm "$root" | cut -f1) MB."
