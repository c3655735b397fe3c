#!/usr/bin/env bash
# Makes the runtime that is shipped: a JDK cut to what the program uses, with JavaFX in it.
# usage: runtime.sh RAPPORTEUR_FOLDER RUNTIME_FOLDER      (RAPPORTEUR_FOLDER = target/rapporteur as Maven's package leaves it)
# Needs JAVA_HOME to be a JDK 25 or later.
set -euo pipefail
app=$1
runtime=$2
: "${JAVA_HOME:?JAVA_HOME must name a JDK 25 or later}"

# java.desktop: fonts and images of Office files; java.sql.rowset, java.net.http: asked for by libraries at run time;
# jdk.charsets: tables in old encodings; jdk.localedata: week days and collation of the six languages;
# jdk.crypto.ec: signatures of exchange files; jdk.zipfs: files inside Office files.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.sql,java.sql.rowset
modules=$modules,java.xml,java.xml.crypto,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.unsupported,jdk.zipfs
modules=$modules,javafx.base,javafx.graphics,javafx.controls

# Of each JavaFX module Maven brings an empty jar and one for the platform: only the latter is a module.
javafx=
for jar in "$app"/lib/javafx-*-*-*.jar "$app"/lib/javafx-*-linux*.jar "$app"/lib/javafx-*-mac*.jar "$app"/lib/javafx-*-win*.jar; do
  [ -f "$jar" ] && javafx=$javafx${javafx:+:}$jar
done
[ -n "$javafx" ] || { echo "no JavaFX in $app/lib: run mvn -q -DskipTests package first" >&2; exit 1; }

rm -rf "$runtime"
"$JAVA_HOME/bin/jlink" \
  --module-path "$javafx" \
  --add-modules "$modules" \
  --include-locales en,fr,es,ar,zh,ru \
  --strip-debug --no-header-files --no-man-pages --compress zip-6 \
  --output "$runtime"
