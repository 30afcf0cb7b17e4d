package org.chalaco.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.JavaProcess;
import org.chalaco.app.TinyCamera;
import org.chalaco.app.TinyScenario;
import org.chalaco.app.demand.MapOfTown;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: the commands in the pages work. Each is carried out to the letter, in a
 * folder where {@code my/scenario} and the shipped scenarios lie: quick ones in every build, those
 * that take the whole of Callao in the slow one. Commands of the build itself are looked up where
 * they are carried out.
 */
class N12_DocumentedCommandsTest {

    private static final Path SCENARIOS = Documentation.ROOT.resolve("scenarios");
    private static final Path CALLAO = SCENARIOS.resolve("callao");

    /** How {@code chalaco} and the README of Callao name the class path of a build. */
    private static final List<String> BUILT = List.of("-cp", "app/target/chalaco/lib/*");

    /** The program of the module bench, which carries its commands out in its own tests. */
    private static final List<String> BENCH =
            List.of("-jar", "bench/target/bench/chalaco-bench.jar");

    private static final int SECONDS = 600;

    @TempDir private Path folder;

    /** Who carries a command out. */
    private enum Runner {
        QUICK,
        SLOW,
        BUILD,
        BENCH,
        NOBODY
    }

    private static Runner runner(DocumentedCommand command) {
        if (command.calls("mvnw") || command.calls(".ci/run")) {
            return BUILD.containsKey(command.text()) ? Runner.BUILD : Runner.NOBODY;
        }
        if (command.calls("chalaco")) {
            boolean callao = command.arguments().contains("callao");
            return callao ? Runner.SLOW : Runner.QUICK;
        }
        if (startsWith(command, BUILT)) {
            return command.text().contains("scenarios/callao") ? Runner.SLOW : Runner.QUICK;
        }
        if (startsWith(command, BENCH)) {
            return Runner.BENCH;
        }
        boolean foreign = command.text().equals("java -version") || command.calls("gzip");
        return foreign || command.calls("source") ? Runner.QUICK : Runner.NOBODY;
    }

    /** Whether it starts Java with these two words. */
    private static boolean startsWith(DocumentedCommand command, List<String> words) {
        return command.calls("java")
                && command.arguments().size() > 2
                && command.arguments().subList(0, 2).equals(words);
    }

    private static final String VALIDATION =
            "./mvnw -pl matsim-extension/mobsim test -Dtest='org.chalaco.mobsim.validation.*Test'";

    private static final String EVIDENCE =
            "matsim-extension/mobsim/src/test/java/org/chalaco/mobsim/validation/Evidence.java";

    /** Commands that cannot be carried out inside themselves: a file and what it must say. */
    private static final Map<String, List<String>> BUILD =
            Map.of(
                    "./mvnw -q -DskipTests -pl bench -am package",
                    List.of("bench/pom.xml", "<finalName>chalaco-bench</finalName>"),
                    "./mvnw verify",
                    List.of(".ci/run", "\n./mvnw -B -ntp verify\n"),
                    "./mvnw verify -Pslow",
                    List.of("pom.xml", "<id>slow</id>"),
                    "./mvnw spotless:apply",
                    List.of("pom.xml", "<goal>check</goal>"),
                    ".ci/run",
                    List.of(".ci/run", "\n./chalaco run callao --output"),
                    VALIDATION,
                    List.of(EVIDENCE, "settleWith(committed())"),
                    VALIDATION + " -Dvalidation.write=../../docs/validation",
                    List.of(EVIDENCE, "String WRITE = \"validation.write\""));

    @Test
    void everyCommandIsCarriedOut() throws IOException {
        List<DocumentedCommand> commands = DocumentedCommand.listAll();
        assertThat(commands).filteredOn(c -> runner(c) == Runner.NOBODY).isEmpty();
        assertThat(commands).filteredOn(c -> runner(c) == Runner.QUICK).hasSizeGreaterThan(9);
        assertThat(commands).filteredOn(c -> runner(c) == Runner.SLOW).hasSizeGreaterThan(6);
        assertThat(commands).filteredOn(c -> c.page().startsWith(CALLAO)).hasSizeGreaterThan(3);
    }

    @Test
    void quickCommandsWork() throws IOException, InterruptedException {
        TinyScenario.copyTo(folder.resolve("my/scenario"));
        TinyCamera.writeTo(folder.resolve("my"));
        for (String scenario : List.of("habana", "arterial")) {
            copy(SCENARIOS.resolve(scenario), folder.resolve("scenarios").resolve(scenario));
        }
        try (var town = MapOfTown.open()) {
            Files.copy(town, folder.resolve("my/town.osm"));
        }
        for (DocumentedCommand command : DocumentedCommand.listAll()) {
            if (runner(command) == Runner.QUICK) {
                CommandLineRun run = start(command, folder).await(SECONDS);
                assertThat(run.exitCode()).as("%s%n%s", command, run.err()).isZero();
            }
        }
        assertThat(folder.resolve("my/results.json")).content().contains("\"units\"");
        assertThat(folder.resolve("my/output/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("my/links.geojson")).content().contains("FeatureCollection");
        assertThat(folder.resolve("my/plans.csv")).isNotEmptyFile();
    }

    /** Every command once, though several pages show it; all in one folder, in order. */
    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> slowCommandsWork() throws IOException {
        copy(CALLAO, folder.resolve("scenarios/callao"));
        Map<String, DocumentedCommand> once = new LinkedHashMap<>();
        for (DocumentedCommand command : DocumentedCommand.listAll()) {
            if (runner(command) == Runner.SLOW) {
                once.putIfAbsent(command.text().replaceFirst("^\\./", ""), command);
            }
        }
        return once.values().stream().map(c -> dynamicTest(c.toString(), () -> workSlowly(c)));
    }

    private void workSlowly(DocumentedCommand command) throws IOException, InterruptedException {
        CommandLineRun run = start(command, folder).await(SECONDS);
        assertThat(run.exitCode()).as(run.err()).isZero();
        if (command.calls("chalaco")) {
            assertThat(run.out()).contains("Report: ");
            String report = run.out().replaceFirst("(?s).*Report: (\\S+).*", "$1");
            assertThat(folder.resolve(report)).isNotEmptyFile();
        } else if (command.text().contains("CheckCallao")) {
            assertThat(run.out()).contains("| speed-avenues-0800 |");
        } else {
            assertThat(run.out() + run.err()).doesNotContain("out of date");
            assertThat(folder.resolve("scenarios/callao/plans.xml.gz"))
                    .hasSameBinaryContentAs(CALLAO.resolve("plans.xml.gz"));
        }
    }

    /** A study as documented takes hours; here it is the same with these at its end. */
    private static final List<String> SMALL_STUDY =
            List.of(
                    "--searches=1",
                    "--own-searches=1",
                    "--population=4",
                    "--generations=2",
                    "--replications=2",
                    "--seeds=2");

    private static JavaProcess start(DocumentedCommand command, Path folder) throws IOException {
        if (command.calls("chalaco") && command.arguments().get(0).equals("study")) {
            List<String> small = new ArrayList<>(command.arguments());
            small.addAll(SMALL_STUDY);
            return JavaProcess.chalaco(folder, JavaProcess.BRIEF, small);
        }
        if (command.calls("chalaco")) {
            return JavaProcess.chalaco(
                    folder,
                    runner(command) == Runner.QUICK ? JavaProcess.BRIEF : JavaProcess.AS_SHIPPED,
                    command.arguments());
        }
        if (startsWith(command, BUILT)) {
            return JavaProcess.java(
                    folder,
                    JavaProcess.AS_SHIPPED,
                    command.arguments().subList(2, command.words().size() - 1));
        }
        if (command.calls("source")) {
            return completion(folder);
        }
        return JavaProcess.of(
                folder,
                command.words().stream()
                        .map(w -> w.equals("FILE") ? CALLAO.resolve("plans.xml.gz").toString() : w)
                        .toList());
    }

    /** What {@code source <(./chalaco generate-completion)} leaves in the shell. */
    private static JavaProcess completion(Path folder) throws IOException {
        CommandLineRun script = CommandLineRun.of("generate-completion");
        assertThat(script.exitCode()).isZero();
        Files.writeString(folder.resolve("completion.sh"), script.out());
        return JavaProcess.of(
                folder, List.of("bash", "-c", "source completion.sh && complete -p chalaco"));
    }

    @Test
    void theBuildCarriesItselfOut() throws IOException {
        for (List<String> place : BUILD.values()) {
            assertThat(Documentation.ROOT.resolve(place.get(0))).content().contains(place.get(1));
        }
    }

    @Test
    void everyOptionExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (DocumentedCommand command : DocumentedCommand.listAll()) {
            if (command.calls("chalaco")) {
                String help = CommandLineRun.of("help", command.arguments().get(0)).out();
                for (String word : command.arguments()) {
                    seen += word.startsWith("--") ? 1 : 0;
                    if (word.startsWith("--") && !help.contains(word.split("=")[0])) {
                        wrong.add(command + ": " + word);
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(8);
        assertThat(wrong).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (!Files.isDirectory(file) && !file.startsWith(from.resolve("target"))) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
