package org.chalaco.app.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: {@code chalaco sumo}: SUMO drives our scenarios and judges plans. */
class N41_SumoTest {

    @TempDir private Path folder;
    private Path scenario;
    private Path output;

    @BeforeEach
    void copy() throws IOException {
        scenario = folder.resolve("scenario");
        output = folder.resolve("sumo");
        TinyScenario.copyTo(scenario);
    }

    @Test
    void filesAreWrittenForEachSetOfPlans() throws IOException {
        Path other = otherControl();
        CommandLineRun run =
                CommandLineRun.of("sumo", scenario, "--output", output, "--control", other);
        assertThat(run.exitCode()).as(run.err()).isZero();
        for (String plans : new String[] {"present", "other"}) {
            Path files = output.resolve(plans);
            assertThat(files.resolve("scenario.rou.xml")).content().contains("<vehicle ");
            assertThat(files.resolve("scenario.sumocfg")).content().contains("scenario.net.xml");
        }
        String present = Files.readString(output.resolve("present/scenario.tll.xml"));
        String changed = Files.readString(output.resolve("other/scenario.tll.xml"));
        assertThat(changed).isNotEqualTo(present);
        assertThat(output.resolve("other/scenario.rou.xml"))
                .hasSameTextualContentAs(output.resolve("present/scenario.rou.xml"));
    }

    @Test
    void aWindowTakesThoseWhoDepartThen() throws IOException {
        CommandLineRun all = CommandLineRun.of("sumo", scenario, "--output", output);
        Path part = folder.resolve("part");
        CommandLineRun some =
                CommandLineRun.of("sumo", scenario, "--output", part, "--window", "07:01-07:03");
        assertThat(all.exitCode() + some.exitCode()).as(some.err()).isZero();
        List<Double> everybody = departures(output);
        assertThat(everybody).anyMatch(t -> t < 25260).anyMatch(t -> t >= 25380);
        assertThat(departures(part))
                .isEqualTo(everybody.stream().filter(t -> t >= 25260 && t < 25380).toList());
        assertThat(part.resolve("present/scenario.sumocfg")).content().contains("\"25260.0\"");
    }

    private static List<Double> departures(Path files) throws IOException {
        String text = Files.readString(files.resolve("present/scenario.rou.xml"));
        return Pattern.compile("depart=\"([0-9.]+)\"")
                .matcher(text)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
    }

    /** The same plans, a third of the cycle later. */
    private Path otherControl() throws IOException {
        String text = Files.readString(scenario.resolve("signal_control.xml"));
        String moved = text.replaceAll("<offset sec=\"\\d+\"", "<offset sec=\"19\"");
        assertThat(moved).isNotEqualTo(text);
        return Files.writeString(folder.resolve("other.xml"), moved);
    }

    @Test
    void sumoBringsEverybodyThereInAboutTheSameTime() throws IOException {
        assumeTrue(SumoJudge.findSumo().isPresent(), "SUMO is not installed");
        Path json = folder.resolve("judgement.json");
        CommandLineRun run =
                CommandLineRun.of(
                        "sumo",
                        scenario,
                        "--output",
                        output,
                        "--control",
                        otherControl(),
                        "--run",
                        "--seeds",
                        "2",
                        "--json",
                        json);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode results = new ObjectMapper().readTree(json.toFile()).path("results");
        for (String plans : new String[] {"present", "other"}) {
            double here = results.path(plans + ".tripHere").asDouble();
            double there = results.path(plans + ".tripInSumo").asDouble();
            assertThat(there / here)
                    .as("%s: %s s and %s s", plans, there, here)
                    .isBetween(0.7, 1.4);
            assertThat(results.path(plans + ".arrivedInSumo").asDouble()).isGreaterThan(50);
            assertThat(results.path(plans + ".teleportedInSumo").asDouble()).isZero();
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingWritten() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("mine.txt"), "keep");
        CommandLineRun run =
                CommandLineRun.of(
                        "sumo",
                        scenario,
                        "--output",
                        output,
                        "--control",
                        folder.resolve("nowhere.xml"),
                        "--window",
                        "09:00-08:00",
                        "--seeds",
                        "0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.xml").contains("--force").contains("(0) seeds");
        assertThat(run.err()).contains("(09:00-08:00)");
        assertThat(output.resolve("present")).doesNotExist();
    }
}
