#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs every test. CI runs exactly this.
set -eu

cd "$(dirname "$0")/.."
. packaging/dependencies.sh

# shellcheck disable=SC2086
install_missing $build_packages $desktop_packages $test_packages
configure_and_build dev
ctest --preset dev --no-tests=error -j "$(nproc)"
