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

set "KIND=short"
set "VALUE="
set "WORD="
for %%a in (%*) do call :word "%%~a"
if not defined WORD set "KIND=windows"
if "%WORD%"=="desktop" set "KIND=windows"
if "%WORD%"=="tour" set "KIND=windows"
if "%WORD%"=="node" set "KIND=long"

if "%KIND%"=="windows" set KIND_OPTS=-Xms32m -Xmx512m --module-path "%HOME_DIR%\javafx" --add-modules javafx.controls @{fx.flags}
if "%KIND%"=="long" set KIND_OPTS=-Xms32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 --enable-native-access=ALL-UNNAMED
if "%KIND%"=="short" set KIND_OPTS=-XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED
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

rem The command: the first argument that is neither an option nor the value of one.
:word
if defined WORD exit /b 0
if defined VALUE (
  set "VALUE="
  exit /b 0
)
set "ARG=%~1"
for %%o in (--home --port --discovery --peer --workspace --device-name) do if "%ARG%"=="%%o" set "VALUE=yes"
for %%o in (--help --version -h -V) do if "%ARG%"=="%%o" set "WORD=help"
if not defined WORD if not "%ARG:~0,1%"=="-" set "WORD=%ARG%"
exit /b 0
