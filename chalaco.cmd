@echo off
rem Chalaco: builds itself on first use, then runs. Delete app\target\chalaco to build again.
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

rem PowerShell compares the times of the sources with the time of the last build.
set "stale=yes"
if exist "%home%\app\target\chalaco\built" (
    for /f %%s in ('powershell -NoProfile -Command "$b=(Get-Item '%home%\app\target\chalaco\built').LastWriteTime; $n=Get-ChildItem -Recurse -Path '%home%\app','%home%\matsim-extension','%home%\scenarios' -Include *.java,pom.xml | Where-Object { $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $b } | Select-Object -First 1; if ($n) {'yes'} else {'no'}"') do set "stale=%%s"
)
if "%stale%"=="yes" (
    echo Building Chalaco ^(first use^)... 1>&2
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

"%java%" -XX:+UseParallelGC %CHALACO_JAVA_OPTS% -Dchalaco.home="%home%" -cp "%home%\app\target\chalaco\lib\*" org.chalaco.app.Chalaco %*
exit /b %errorlevel%
