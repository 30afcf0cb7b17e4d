@echo off
rem Chalaco: builds itself on first use and whenever a source is newer than the build, then runs.
rem   JAVA_HOME          the Java to use; otherwise the java on the path
rem   CHALACO_CLASSPATH  more libraries, for example those of deploy/spark
rem   CHALACO_JAVA_OPTS  more options for the Java virtual machine, for example -Xmx8g
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo Chalaco needs Java 17 or newer, and "%java%" does not run. 1>&2
    echo Maybe install OpenJDK 17 or set JAVA_HOME? 1>&2
    exit /b 2
)
rem Without call, cmd would take the quotes of the path for those of the whole line.
rem Lines before the one with the version are possible: Picked up JAVA_TOOL_OPTIONS.
set "version=unknown"
for /f "tokens=1-3" %%a in ('call "%java%" -version 2^>^&1') do if "%%b"=="version" set "version=%%~c"
set "major=0"
for /f "delims=.-+_ tokens=1" %%m in ("%version%") do set /a "major=%%m"
if %major% lss 17 (
    echo Chalaco needs Java 17 or newer; this is Java %version%. 1>&2
    echo Maybe set JAVA_HOME to a JDK 17? 1>&2
    exit /b 2
)

rem PowerShell compares the times of everything in src\main, folders included, with the time of the last build,
rem and looks whether someone sees the progress bar. Paths are relative, so that no character in them matters.
set "stale=yes"
set "terminal=false"
pushd "%root%"
for /f "tokens=1,2" %%s in ('powershell -NoProfile -Command "$b=Get-Item 'app\target\chalaco\built' -ErrorAction SilentlyContinue; $n=@(Get-Item 'pom.xml','*\pom.xml','*\*\pom.xml') + @(Get-Item 'app\src\main','matsim-extension\*\src\main','scenarios\*\src\main' | Get-ChildItem -Recurse) | Where-Object { -not $b -or $_.LastWriteTime -gt $b.LastWriteTime } | Select-Object -First 1; $s=if ($n) {'yes'} else {'no'}; $t=if ([Console]::IsErrorRedirected) {'false'} else {'true'}; $s + ' ' + $t"') do (
    set "stale=%%s"
    set "terminal=%%t"
)
popd
if not "%stale%"=="yes" goto run

rem A JRE has no compiler; say so before Maven does in its own words.
"%java%c" -version >nul 2>&1
if errorlevel 1 (
    echo "%java%" is a Java without a compiler to build Chalaco with. 1>&2
    echo Maybe install a JDK 17 or newer and set JAVA_HOME to it? 1>&2
    exit /b 2
)
echo Building Chalaco... 1>&2
pushd "%root%"
if exist app\target\chalaco rmdir /s /q app\target\chalaco
call "%root%\mvnw.cmd" -q -B -DskipTests -pl app -am package 1>&2
if errorlevel 1 (
    popd
    echo Chalaco could not be built; Maven's messages are above. 1>&2
    exit /b 1
)
type nul > app\target\chalaco\built
popd

:run
set "more="
if defined CHALACO_CLASSPATH set "more=;%CHALACO_CLASSPATH%"
"%java%" -XX:+UseParallelGC %CHALACO_JAVA_OPTS% -Dchalaco.home="%root%" -Dchalaco.terminal="%terminal%" -cp "%root%\app\target\chalaco\lib\*%more%" org.chalaco.app.Chalaco %*
exit /b %errorlevel%
