# Windows: a folder that runs anywhere, and an installer (.msi) where the WiX toolset is there.
# usage: $env:JAVA_HOME = "..."; installer\windows\package.ps1
$ErrorActionPreference = "Stop"
if (-not $env:JAVA_HOME) { throw "JAVA_HOME must name a JDK 25 or later" }
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$root = (Resolve-Path "$here\..\..").Path
$common = "$root\installer\common"
$app = "$root\target\rapporteur"
$work = "$root\target\installer"
if (-not (Test-Path "$app\lib")) { throw "first: mvn -q -DskipTests package" }

# The same modules as installer/common/runtime.sh, read from there so that there is one list.
$modules = (Select-String -Path "$common\runtime.sh" -Pattern '^modules=(.+)$' |
    ForEach-Object { $_.Matches[0].Groups[1].Value -replace '^\$modules,', '' }) -join ","
$javafx = (Get-ChildItem "$app\lib\javafx-*-win*.jar" | ForEach-Object { $_.FullName }) -join ";"
if (-not $javafx) { throw "no JavaFX for Windows in $app\lib: build on Windows" }

Remove-Item -Recurse -Force "$work" -ErrorAction SilentlyContinue
& "$env:JAVA_HOME\bin\jlink" --module-path $javafx --add-modules $modules --include-locales en,fr,es,ar,zh,ru `
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$work\runtime"
if ($LASTEXITCODE) { exit $LASTEXITCODE }

# JavaFX is in the runtime; a second copy on the class path would hide it.
New-Item -ItemType Directory -Force "$work\input" | Out-Null
Get-ChildItem "$app\lib\*.jar" | Where-Object { $_.Name -notlike "javafx-*" } | Copy-Item -Destination "$work\input"
$main = (Get-ChildItem "$work\input\rapporteur-*.jar" | Select-Object -First 1).Name
# In a runtime with JavaFX as modules a class of theirs can only be mended by patching the module.
New-Item -ItemType Directory -Force "$work\patch" | Out-Null
Push-Location "$work\patch"
& "$env:JAVA_HOME\bin\jar.exe" xf "$work\input\$main" com/sun/javafx/text
Pop-Location
& "$env:JAVA_HOME\bin\jar.exe" cf "$work\input\javafx-graphics-patch.jar" -C "$work\patch" com
$version = $main -replace '^rapporteur-', '' -replace '\.jar$', '' -replace '-SNAPSHOT$', ''

$types = @("app-image")
if (Get-Command wix, candle -ErrorAction SilentlyContinue) { $types += "msi" }
foreach ($type in $types) {
    $extra = if ($type -eq "msi") { @("--win-menu", "--win-per-user-install", "--win-shortcut-prompt") } else { @() }
    & "$env:JAVA_HOME\bin\jpackage" "@$common\jpackage.args" --type $type --app-version $version `
        --runtime-image "$work\runtime" --input "$work\input" --main-jar $main --dest "$work\$type" @extra
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}
# The image must start; the second launcher with a console is for scripts.
& "$work\app-image\Rapporteur\Rapporteur.exe" --version
