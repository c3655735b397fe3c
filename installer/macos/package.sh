#!/usr/bin/env bash
# macOS: the application and a disk image. Signing needs a certificate: pass PACKAGE_ARGS="--mac-sign ...".
# usage: JAVA_HOME=... installer/macos/package.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
# jpackage refuses macOS versions that begin with 0: until version 1, name another one here.
export PACKAGE_VERSION=${PACKAGE_VERSION:-1.0.0}
"$here/../common/package.sh" app-image dmg
