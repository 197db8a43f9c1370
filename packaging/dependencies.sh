# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh: installs the Debian packages that are missing, and nothing when all are there.

build_packages="g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-multimedia-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqt6sql6-sqlite qtkeychain-qt6-dev
    libsimdjson-dev libexpected-dev libuchardet-dev libicu-dev libpango1.0-dev"
desktop_packages="libqt6multimedia6 libqt6svg6 libqt6keychain1 libsecret-1-0 gstreamer1.0-plugins-base gstreamer1.0-plugins-good
    gstreamer1.0-libav ffmpeg fonts-inter fonts-noto-core fonts-dejavu-core qt6-translations-l10n"
test_packages="python3 openssl dbus-daemon poppler-utils"

# say TEXT…: one line of progress on standard error, so that standard output stays for results.
say() { printf '%s\n' "· $*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else
        say "These packages are missing and you are neither root nor have sudo: $missing"
        return 1
    fi
}

# install_missing PACKAGE…: asks dpkg once, so the second time costs a few milliseconds.
install_missing() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Not a Debian system: going on, in the hope that the counterparts of these are installed: $*"
        return 0
    fi
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p')
    missing=
    for package in "$@"; do
        printf '%s\n' "$installed" | grep -qx "$package" || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    say "Installing$missing"
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
}

# configure_and_build PRESET [cmake --build options…]: configures once, then builds what has changed.
configure_and_build() {
    preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Configuring ($preset)"
        cmake --preset "$preset" >&2
    fi
    say "Building ($preset); the first time takes some minutes"
    cmake --build --preset "$preset" "$@" >&2
}
