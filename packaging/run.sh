#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and starts the desktop application on FILE, or on the sample interview.
# Without a display it does the same job headless: result JSON and a picture of the window, and says where.
set -eu

cd "$(dirname "$0")/.."
. packaging/dependencies.sh

case "${1:-}" in
-h | --help)
    echo "Usage: packaging/run.sh [FILE]"
    echo "Builds Viral Moments if needed and opens FILE, or the sample interview that ships with it."
    exit 0
    ;;
esac

# The folder of the caller is gone by now, so a relative FILE is read against where it was given.
input=${1:-resources/sample/interview.payload.json}
case "$input" in
/*) ;;
*) [ -f "${OLDPWD:-.}/$input" ] && input="$OLDPWD/$input" ;;
esac

# shellcheck disable=SC2086
install_missing $build_packages $desktop_packages
configure_and_build release

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/viral-moments --engine offline "$input"
fi

folder=$PWD/build/headless
mkdir -p "$folder"
say "No display: finding the moments without a window"
build/release/bin/viral-moments-cli run --engine offline --library "$folder/library" \
    --funnel "$folder/funnel.json" -o "$folder/result.json" "$input"
QT_QPA_PLATFORM=offscreen build/release/bin/viral-moments --engine offline --library "$folder/library" \
    --screenshot "$folder/window.png" --size 1600x1000 "$input"
say "Result:  $folder/result.json"
say "Funnel:  $folder/funnel.json"
say "Window:  $folder/window.png"
