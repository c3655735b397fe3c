#!/usr/bin/env bash
# Linux: a folder that runs anywhere, and a Debian package where dpkg-deb is there (rpm where rpmbuild is).
# usage: JAVA_HOME=... installer/linux/package.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
types=app-image
if command -v dpkg-deb >/dev/null && command -v fakeroot >/dev/null; then types="$types deb"; fi
if command -v rpmbuild >/dev/null; then types="$types rpm"; fi
# shellcheck disable=SC2086
"$here/../common/package.sh" $types
