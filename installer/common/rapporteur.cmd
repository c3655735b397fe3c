@echo off
rem Starts Rapporteur. Uses the runtime that was shipped with it, else a JDK or JRE 25 or later that it finds on this machine.
setlocal EnableExtensions DisableDelayedExpansion
set "RAPPORTEUR_HOME=%~dp0.."
set "RAPPORTEUR_JAVA="

if exist "%RAPPORTEUR_HOME%\runtime\bin\java.exe" (
  set "RAPPORTEUR_JAVA=%RAPPORTEUR_HOME%\runtime\bin\java.exe"
  goto run
)
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined RAPPORTEUR_JAVA goto run

for /f "delims=" %%J in ('where java.exe 2^>nul') do call :onpath "%%~dpJ"
if defined RAPPORTEUR_JAVA goto run

for %%R in ("%ProgramFiles%" "%LocalAppData%\Programs" "%ProgramW6432%") do (
  for %%V in ("Java" "Eclipse Adoptium" "Microsoft" "Zulu" "BellSoft" "Amazon Corretto" "SapMachine" "OpenJDK") do (
    for /d %%D in ("%%~R\%%~V\*") do call :try "%%~fD"
  )
)
for /d %%D in ("%UserProfile%\.jdks\*" "%UserProfile%\scoop\apps\*jdk*\current") do call :try "%%~fD"
if defined RAPPORTEUR_JAVA goto run

>&2 echo Rapporteur needs Java 25 or later and found none on this machine.
>&2 echo Install a JDK 25 (for example Eclipse Temurin: https://adoptium.net) and start again.
>&2 echo If it is installed already, name its folder in JAVA_HOME.
exit /b 3

:run
rem Our own jar first: it mends a class of JavaFX by standing before it.
for %%j in ("%RAPPORTEUR_HOME%\lib\rapporteur-*.jar") do set "RAPPORTEUR_JAR=%%~fj"
"%RAPPORTEUR_JAVA%" "@%RAPPORTEUR_HOME%\conf\jvm.args" %RAPPORTEUR_OPTS% -cp "%RAPPORTEUR_JAR%;%RAPPORTEUR_HOME%\lib\*" org.rapporteur.launch.Main %*
exit /b %ERRORLEVEL%

:onpath
rem %1 is the bin folder with a backslash at its end.
for %%H in ("%~1..") do call :try "%%~fH"
exit /b 0

:try
rem Takes the folder %1 if it holds a Java of the release wanted; the release file says so without starting Java.
if defined RAPPORTEUR_JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%L in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do (
  for /f "tokens=1 delims=.+-" %%M in ("%%~L") do if %%M GEQ 25 set "RAPPORTEUR_JAVA=%~1\bin\java.exe"
)
exit /b 0
