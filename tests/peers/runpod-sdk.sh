#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# runpod-sdk.sh PROGRAM: RunPod's client for JavaScript against `PROGRAM serve`. See README.md.
set -eu
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

cp "$here/runpod-sdk.mjs" "$folder/"
cd "$folder"
npm init -y >/dev/null 2>&1
npm install --no-audit --no-fund runpod-sdk@1.1.2 >npm.log 2>&1 || { cat npm.log >&2; exit 77; }

env -u OPENAI_API_KEY "$program" serve --engine offline --port 0 --key rpa_peer --library "$folder/library" 2>serve.log &
server=$!
tries=0
until grep -q 'Serving http' serve.log; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { cat serve.log >&2; exit 1; }
    sleep 0.1
done
base=$(sed -n 's#.*\(http://[^ ]*/v2\)/local.*#\1#p' serve.log)
node runpod-sdk.mjs "$base" rpa_peer "$here/../../resources/sample/interview.payload.json"
