package org.chalaco.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.app.Chalaco;
import org.chalaco.app.docs.Documentation;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: {@code chalaco} and {@code chalaco.cmd} start the same program. */
class N19_StartScriptsTest {

    private static final Path SHELL = Documentation.ROOT.resolve("chalaco");
    private static final Path CMD = Documentation.ROOT.resolve("chalaco.cmd");

    @Test
    void bothStartTheSameJava() throws IOException {
        String shell = found(shell(), "exec (\"\\$java\".*\"\\$@\")");
        String cmd = found(cmd(), "(\"%java%\" -XX.*%\\*)");
        assertThat(inOneTongue(cmd)).isEqualTo(inOneTongue(shell));
        assertThat(shell).contains(" " + Chalaco.class.getName() + " ");
        // Where app/pom.xml puts the jars.
        assertThat(shell).contains("/app/target/chalaco/lib/*");
        assertThat(Documentation.ROOT.resolve("app/pom.xml"))
                .content()
                .contains("<outputDirectory>${project.build.directory}/chalaco/lib<");
    }

    @Test
    void bothBuildTheSameWay() throws IOException {
        Pattern build = Pattern.compile("mvnw(?:\\.cmd\")? (-.* package) ");
        assertThat(found(cmd(), build.pattern())).isEqualTo(found(shell(), build.pattern()));
    }

    @Test
    void bothAskForTheJavaOfTheBuild() throws IOException {
        String release =
                found(
                        Files.readString(Documentation.ROOT.resolve("pom.xml")),
                        "<maven.compiler.release>(\\d+)<");
        assertThat(found(shell(), "-ge (\\d+) \\]")).isEqualTo(release);
        assertThat(found(cmd(), "%major% lss (\\d+)")).isEqualTo(release);
        for (String script : List.of(shell(), cmd())) {
            assertThat(script).contains("Chalaco needs Java " + release + " or newer");
        }
    }

    @Test
    void bothBuildAgainWhenTheSameFoldersChange() throws IOException {
        TreeSet<String> shell = new TreeSet<>();
        Matcher watched = Pattern.compile("\"\\$home\"/([*a-z/-]+/src/main)").matcher(shell());
        while (watched.find()) {
            shell.add(watched.group(1));
        }
        TreeSet<String> cmd = new TreeSet<>();
        watched = Pattern.compile("'([*a-z\\\\-]+\\\\src\\\\main)'").matcher(cmd());
        while (watched.find()) {
            cmd.add(watched.group(1).replace('\\', '/'));
        }
        assertThat(shell).hasSize(3);
        assertThat(cmd).isEqualTo(shell);
    }

    /** cmd.exe jumps to the wrong places in files whose lines end as elsewhere. */
    @Test
    void cmdHasItsOwnLineEnds() throws IOException {
        String raw = Files.readString(CMD);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\n");
        assertThat(raw).contains("\r\n");
        assertThat(Files.readString(SHELL)).doesNotContain("\r");
    }

    private static String shell() throws IOException {
        return Files.readString(SHELL).replaceAll("\\\\\n\\s*", "");
    }

    private static String cmd() throws IOException {
        return Files.readString(CMD).replace("\r\n", "\n");
    }

    private static String found(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as("%s in %s", regex, text).isTrue();
        return matcher.group(1);
    }

    /** A command line without the spellings of sh and cmd. */
    private static String inOneTongue(String line) {
        return line.replace("${CHALACO_JAVA_OPTS:-}", "%CHALACO_JAVA_OPTS%")
                .replace("$home", "%root%")
                .replace("$java", "%java%")
                .replace("$terminal", "%terminal%")
                .replace("$more", "%more%")
                .replace("\"$@\"", "%*")
                .replace('\\', '/');
    }
}
