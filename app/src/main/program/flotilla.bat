@echo off
rem Starts Flotilla: the desktop without arguments, the command line with them.
rem
rem   FLOTILLA_JAVA_HOME  the JDK or JRE to use, 25 or newer
rem   FLOTILLA_OPTS       extra options for the Java VM, separated by spaces
setlocal EnableExtensions DisableDelayedExpansion

set "HOME_DIR=%~dp0.."
set "JAVA_EXE="
if defined FLOTILLA_JAVA_HOME (
  call :try "%FLOTILLA_JAVA_HOME%"
  if not defined JAVA_EXE (
    echo flotilla: FLOTILLA_JAVA_HOME ^(%FLOTILLA_JAVA_HOME%^) is not a Java 25 or newer. 1>&2
    exit /b 1
  )
)
if not defined JAVA_EXE if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*") do if not defined JAVA_EXE call :try "%%~d"
for %%j in (java.exe) do if not defined JAVA_EXE if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
if not defined JAVA_EXE (
  echo flotilla: no Java 25 or newer was found: install a JDK 25 ^(for example from https://adoptium.net^) or point FLOTILLA_JAVA_HOME at one. 1>&2
  exit /b 1
)

set "KIND=command"
if "%~1"=="" set "KIND=windows"
for %%a in (%*) do (
  if "%%~a"=="tour" set "KIND=windows"
  if "%%~a"=="desktop" set "KIND=windows"
  if "%%~a"=="--train" set "KIND=windows"
  if "%%~a"=="node" if not "%KIND%"=="windows" set "KIND=node"
)

if "%KIND%"=="windows" set KIND_OPTS=-Xms32m -Xmx512m --module-path "%HOME_DIR%\javafx" --add-modules javafx.controls @{fx.flags}
if "%KIND%"=="node" set KIND_OPTS=--enable-native-access=ALL-UNNAMED
if "%KIND%"=="command" set KIND_OPTS=-XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED
"%JAVA_EXE%" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders %FLOTILLA_OPTS% %KIND_OPTS% -cp "%HOME_DIR%\lib\*" @{main.class} %*
exit /b %ERRORLEVEL%

rem Takes a Java home if its release file names version 25 or newer.
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR="
for /f "usebackq tokens=2 delims==." %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "MAJOR=%%~v"
if defined MAJOR set "MAJOR=%MAJOR:"=%"
if not defined MAJOR exit /b 0
if %MAJOR% GEQ 25 set "JAVA_EXE=%~1\bin\java.exe"
exit /b 0
