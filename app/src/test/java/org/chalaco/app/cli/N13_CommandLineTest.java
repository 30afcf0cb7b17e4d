package org.chalaco.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.chalaco.app.CommandLineRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: help, exit codes, and all problems of a scenario at once. */
class N13_CommandLineTest {

    private static final Path TINY = Path.of("src/test/resources/tiny");

    @TempDir private Path folder;
    private Path scenario;

    @BeforeEach
    void copyScenario() throws IOException {
        scenario = Files.createDirectory(folder.resolve("scenario"));
        try (Stream<Path> files = Files.list(TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, scenario.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void everyCommandHasHelp() {
        CommandLineRun help = CommandLineRun.of("--help");
        assertThat(help.exitCode()).isZero();
        for (String command :
                new String[] {"run", "validate", "bench", "report", "convert", "version"}) {
            assertThat(help.out()).contains(command);
            CommandLineRun own = CommandLineRun.of(command, "--help");
            assertThat(own.exitCode()).isZero();
            assertThat(own.out()).contains("Usage: chalaco " + command);
        }
    }

    @Test
    void everyHelpListsTheExitCodes() {
        for (String command :
                new String[] {
                    "run",
                    "validate",
                    "bench",
                    "report",
                    "convert",
                    "version",
                    "generate-completion"
                }) {
            assertThat(CommandLineRun.of(command, "--help").out())
                    .as(command)
                    .containsPattern(
                            "Exit codes:\\R  0    .*\\R  1    .*\\R  2    .*\\R  130  .*\\R");
        }
        assertThat(CommandLineRun.of("--help").out()).contains("Exit codes:").contains("  130  ");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(CommandLineRun.of("version").out())
                .matches("chalaco \\d+\\.\\d+.*\\R.*Java.*\\R");
        assertThat(CommandLineRun.of("--version").out())
                .isEqualTo(CommandLineRun.of("version").out());
    }

    @Test
    void shellsCanComplete() {
        assertThat(CommandLineRun.of("generate-completion").out()).contains("--overwrite");
    }

    @Test
    void aWrongCommandIsBadInput() {
        assertThat(CommandLineRun.of("fly").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of().exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("run").err()).contains("SCENARIO");
        assertThat(CommandLineRun.of("run", "--seed", "many", TINY).exitCode()).isEqualTo(2);
    }

    @Test
    void everyBadSettingIsNamed() {
        CommandLineRun run =
                CommandLineRun.of("run", scenario, "--set", "endTime=3", "--set", "qsim.endTime");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("endTime=3").contains("(qsim.endTime)").contains("2 errors");
    }

    @Test
    void aWrongNameGetsASuggestion() {
        CommandLineRun run = CommandLineRun.of("validate", scenario.resolve("nothing"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-RUN-002").contains("Maybe");
    }

    @Test
    void aSoundScenarioHasNoProblems() {
        CommandLineRun run = CommandLineRun.of("validate", scenario);
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("0 errors, 0 warnings.");
    }

    @Test
    void allProblemsOfAllFilesComeAtOnce() throws IOException {
        replace("network.xml", "permlanes=\"1.0\" oneway", "permlanes=\"many\" oneway");
        replace("plans.xml", "link=\"WC\"", "link=\"Westminster\"");
        replace("signal_control.xml", "onset sec=\"30\"", "onset sec=\"20\"");
        replace("config.xml", "value=\"modeVehicleTypesFromVehiclesData\"", "value=\"fromSpace\"");
        Path json = folder.resolve("problems.json");
        CommandLineRun run =
                CommandLineRun.of("validate", scenario, "--variant", "flood", "--json", json);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("network.xml:")
                .contains("plans.xml:")
                .contains("fromSpace")
                .contains("CH-CHK-008")
                .contains("CH-RUN-005");
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        assertThat(results.at("/results/errorCount").asInt())
                .isGreaterThanOrEqualTo(results.at("/results/errors").size());
    }

    @Test
    void nothingIsWrittenForABadScenario() throws IOException {
        replace("plans.xml", "link=\"WC\"", "link=\"Westminster\"");
        Path output = folder.resolve("output");
        CommandLineRun run = CommandLineRun.of("run", scenario, "--output", output);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(output).doesNotExist();
    }

    @Test
    void aPlanWithoutScoringIsFoundBeforeTheRun() throws IOException {
        replace("plans.xml", "type=\"work\"", "type=\"siesta\"");
        CommandLineRun run = CommandLineRun.of("validate", scenario);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("CH-DAY-005").contains("siesta");
    }

    @Test
    void variantsChangeTheRoads() throws IOException {
        Path variants = Files.createDirectory(scenario.resolve("variants"));
        Files.writeString(
                variants.resolve("slow.csv"),
                "action,links,value,reason,source,certainty\nspeed,*,20,test,own choice,low\n");
        Path output = folder.resolve("slow");
        Path json = folder.resolve("slow.json");
        CommandLineRun run =
                CommandLineRun.of(
                        "run",
                        scenario,
                        "--variant",
                        "slow",
                        "--output",
                        output,
                        "--iterations",
                        0,
                        "--json",
                        json);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        assertThat(results.at("/results/meanSpeedKmh").asDouble()).isLessThan(20);
        assertThat(results.at("/results/scenario").asText()).isEqualTo("scenario-slow");
    }

    private void replace(String file, String before, String after) throws IOException {
        Path path = scenario.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }
}
