@echo off
rem Chalaco: builds itself on first use and whenever a source is newer than the build, then runs.
rem   JAVA_HOME          the Java to use; otherwise the java on the path
rem   CHALACO_JAVA_OPTS  more options for the Java virtual machine, for example -Xmx8g
setlocal
set "home=%~dp0"
set "home=%home:~0,-1%"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo Chalaco needs Java 17 or newer, and "%java%" does not run. 1>&2
    echo Maybe install OpenJDK 17 or set JAVA_HOME? 1>&2
    exit /b 2
)
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1" ^| findstr /i "version"') do if not defined version set "version=%%~v"
for /f "delims=.-+ tokens=1" %%m in ("%version%") do set "major=%%m"
if %major% lss 17 (
    echo Chalaco needs Java 17 or newer; this is Java %version%. 1>&2
    echo Maybe set JAVA_HOME to a JDK 17? 1>&2
    exit /b 2
)

rem PowerShell compares the times of everything in src\main, folders included, with the time of the last build,
rem and looks whether someone sees the progress bar.
set "stale=yes"
set "terminal=false"
for /f "tokens=1,2" %%s in ('powershell -NoProfile -Command "$b=Get-Item '%home%\app\target\chalaco\built' -ErrorAction SilentlyContinue; $n=@(Get-Item '%home%\pom.xml','%home%\*\pom.xml','%home%\*\*\pom.xml') + @(Get-Item '%home%\app\src\main','%home%\matsim-extension\*\src\main','%home%\scenarios\*\src\main' | Get-ChildItem -Recurse) | Where-Object { -not $b -or $_.LastWriteTime -gt $b.LastWriteTime } | Select-Object -First 1; $s=if ($n) {'yes'} else {'no'}; $t=if ([Console]::IsErrorRedirected) {'false'} else {'true'}; $s + ' ' + $t"') do (
    set "stale=%%s"
    set "terminal=%%t"
)
if "%stale%"=="yes" (
    echo Building Chalaco... 1>&2
    if exist "%home%\app\target\chalaco" rmdir /s /q "%home%\app\target\chalaco"
    pushd "%home%"
    call mvnw.cmd -q -B -DskipTests -pl app -am package 1>&2
    if errorlevel 1 (
        popd
        echo Chalaco could not be built; Maven's messages are above. 1>&2
        exit /b 1
    )
    popd
    type nul > "%home%\app\target\chalaco\built"
)

"%java%" -XX:+UseParallelGC %CHALACO_JAVA_OPTS% -Dchalaco.home="%home%" -Dchalaco.terminal="%terminal%" -cp "%home%\app\target\chalaco\lib\*" org.chalaco.app.Chalaco %*
exit /b %errorlevel%
