#!/usr/bin/env bash
# Makes a self-contained image of the program, and with it the packages of this system.
# usage: package.sh TYPE...      TYPE as jpackage knows it: app-image, deb, rpm, dmg, pkg
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
app=$root/target/rapporteur
work=$root/target/installer
: "${JAVA_HOME:?JAVA_HOME must name a JDK 25 or later}"
[ -d "$app/lib" ] || { echo "first: mvn -q -DskipTests package" >&2; exit 1; }

"$here/runtime.sh" "$app" "$work/runtime"

# JavaFX is in the runtime; a second copy on the class path would hide it.
rm -rf "$work/input"
mkdir -p "$work/input"
for jar in "$app"/lib/*.jar; do
  case $(basename "$jar") in javafx-*) ;; *) cp "$jar" "$work/input/" ;; esac
done
main=$(basename "$(ls "$work"/input/rapporteur-*.jar | head -n 1)")
# In a runtime with JavaFX as modules a class of theirs can only be mended by patching the module.
rm -rf "$work/patch"
mkdir -p "$work/patch"
(cd "$work/patch" && "$JAVA_HOME/bin/jar" xf "$work/input/$main" com/sun/javafx/text)
"$JAVA_HOME/bin/jar" cf "$work/input/javafx-graphics-patch.jar" -C "$work/patch" com
version=${main#rapporteur-}
version=${version%.jar}
version=${PACKAGE_VERSION:-${version%-SNAPSHOT}}

for type in "$@"; do
  rm -rf "$work/$type"
  "$JAVA_HOME/bin/jpackage" "@$here/jpackage.args" --type "$type" --app-version "$version" \
    --runtime-image "$work/runtime" --input "$work/input" --main-jar "$main" --dest "$work/$type" \
    ${PACKAGE_ARGS:-}
done

# The image must do its work, not only start: flags that a runtime with named modules needs show nowhere else.
image=$work/app-image/Rapporteur/bin/Rapporteur
if [ -x "$image" ]; then
  "$image" --version
fi
