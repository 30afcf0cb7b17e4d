package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Problems;
import org.chalaco.formats.events.EventsReader;
import org.chalaco.formats.events.MatsimEvent;
import org.chalaco.formats.lanes.LanesWriter;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: {@code chalaco run} from a scenario folder to a complete output folder. */
class N10_RunScenarioTest {

    private static final Path TINY = TinyScenario.FOLDER;

    @TempDir private Path folder;

    @Test
    void aRunLeavesWhatMatsimUsersLookFor() throws IOException {
        Path output = folder.resolve("output");
        CommandLineRun run = CommandLineRun.of("run", TINY, "--output", output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("report.html").contains("seed 4711");
        for (String file :
                List.of(
                        "output_config.xml",
                        "output_network.xml.gz",
                        "output_plans.xml.gz",
                        "output_vehicles.xml.gz",
                        "output_events.xml.gz",
                        "output_signal_systems_v2.0.xml.gz",
                        "output_signal_groups_v2.0.xml.gz",
                        "output_signal_control_v2.0.xml.gz",
                        "scorestats.csv",
                        "modestats.csv",
                        "traveldistancestats.csv",
                        "stopwatch.csv",
                        "convergence.csv",
                        "logfile.log",
                        "ITERS/it.1/1.events.xml.gz",
                        "ITERS/it.2/2.plans.xml.gz",
                        "kpis.json",
                        "kpis_links.csv",
                        "capacity.csv",
                        "capacity_lane_groups.csv",
                        "report.html")) {
            assertThat(output.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readAllLines(output.resolve("scorestats.csv"))).hasSize(1 + 3);
        assertEveryoneArrives(output);
    }

    private static void assertEveryoneArrives(Path output) {
        List<MatsimEvent> events = new ArrayList<>();
        Problems problems = new Problems();
        EventsReader.read(output.resolve("output_events.xml.gz"), problems, events::add);
        assertThat(problems.errorCount()).isZero();
        assertThat(events).filteredOn(e -> e.type().equals("arrival")).hasSize(60);
        assertThat(events).isSortedAccordingTo((a, b) -> Double.compare(a.time(), b.time()));
        RoadNetwork network = NetworkReader.read(output.resolve("output_network.xml.gz"));
        List<Person> persons =
                PopulationReader.read(output.resolve("output_plans.xml.gz"), network);
        assertThat(persons).hasSize(60).allMatch(p -> p.selectedPlan().score() > 0);
    }

    /** Types that do not say how they drive take the drivers of the set. */
    @Test
    void theSetOfDriversMakesADifference() throws IOException {
        List<Double> arrivals = new ArrayList<>();
        for (String set : List.of("city-treiber", "lima-callao")) {
            Path output = folder.resolve(set);
            CommandLineRun run =
                    CommandLineRun.of(
                            "run",
                            TINY,
                            "--output",
                            output,
                            "--iterations",
                            0,
                            "--set",
                            "chalaco.parameterSet=" + set);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(Files.readString(output.resolve("output_config.xml"))).contains(set);
            double[] sum = {0};
            EventsReader.read(
                    output.resolve("output_events.xml.gz"),
                    new Problems(),
                    e -> sum[0] += e.type().equals("arrival") ? e.time() : 0);
            arrivals.add(sum[0]);
        }
        assertThat(arrivals.get(1)).isNotEqualTo(arrivals.get(0));
    }

    @Test
    void theOutputIsItselfAScenario() throws IOException {
        Path output = folder.resolve("output");
        CommandLineRun.of("run", TINY, "--output", output, "--iterations", 0);
        CommandLineRun again =
                CommandLineRun.of(
                        "run",
                        output,
                        "--config",
                        output.resolve("output_config.xml"),
                        "--output",
                        folder.resolve("again"));
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    /** Signals for single lanes refer to lane definitions, which must come along. */
    @Test
    void theOutputOfSignalledLanesIsAScenarioToo() throws IOException {
        Path scenario = TinyScenario.copyTo(folder.resolve("scenario"));
        change(scenario.resolve("network.xml"), "permlanes=\"1.0\"", "permlanes=\"2.0\"");
        change(
                scenario.resolve("signal_systems.xml"),
                "<signal id=\"WC\" linkIdRef=\"WC\"/>",
                "<signal id=\"WC\" linkIdRef=\"WC\"><lane refId=\"WC.0\"/><lane refId=\"WC.1\"/></signal>");
        LanesWriter.write(
                scenario.resolve("lanes.xml"),
                NetworkReader.read(scenario.resolve("network.xml")),
                List.of("WC"));
        Path output = folder.resolve("output");
        CommandLineRun run =
                CommandLineRun.of(
                        "run",
                        scenario,
                        "--set",
                        "network.laneDefinitionsFile=lanes.xml",
                        "--output",
                        output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(output.resolve("output_lanes.xml.gz")).isNotEmptyFile();
        CommandLineRun again =
                CommandLineRun.of(
                        "validate", output, "--config", output.resolve("output_config.xml"));
        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    }

    private static void change(Path file, String from, String to) throws IOException {
        assertThat(file).content().contains(from);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void resultsAreThereForScripts() throws IOException {
        Path json = folder.resolve("results.json");
        CommandLineRun.of(
                "run", TINY, "--iterations", 0, "--output", folder.resolve("o"), "--json", json);
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        assertThat(results.at("/results/arrived").asInt()).isEqualTo(60);
        assertThat(results.at("/results/seed").asInt()).isEqualTo(4711);
        assertThat(results.at("/units/meanSpeedKmh").asText()).isEqualTo("km/h");
        assertThat(results.at("/results/meanSpeedKmh").asDouble()).isBetween(20.0, 50.0);
    }

    @Test
    void sameSeedSameFilesOnAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        CommandLineRun.of("run", TINY, "--output", one, "--threads", 1);
        CommandLineRun.of("run", TINY, "--output", two, "--threads", 2);
        assertSameResults(one, two);
    }

    @Test
    void anotherStepIsAnotherResult() throws IOException {
        Path half = folder.resolve("half");
        Path fifth = folder.resolve("fifth");
        CommandLineRun.of("run", TINY, "--output", half, "--iterations", 0);
        CommandLineRun.of("run", TINY, "--output", fifth, "--iterations", 0, "--dt", 0.2);
        assertThat(Files.readString(half.resolve("output_config.xml"))).contains("\"0.5\"");
        assertThat(Files.readString(fifth.resolve("output_config.xml"))).contains("\"0.2\"");
        assertThat(Files.readString(half.resolve("kpis_links.csv")))
                .isNotEqualTo(Files.readString(fifth.resolve("kpis_links.csv")));
    }

    @Test
    void aRunInTwoPartsIsTheSameRun() throws IOException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        CommandLineRun.of("run", TINY, "--output", whole, "--iterations", 4);
        CommandLineRun.of("run", TINY, "--output", parts, "--iterations", 1);
        CommandLineRun resumed =
                CommandLineRun.of("run", TINY, "--output", parts, "--iterations", 4, "--resume");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertSameResults(whole, parts);
        assertThat(parts.resolve("scorestats.csv"))
                .hasSameTextualContentAs(whole.resolve("scorestats.csv"));
    }

    @Test
    void anotherSeedCannotGoOn() throws IOException {
        Path output = folder.resolve("output");
        CommandLineRun.of("run", TINY, "--output", output, "--iterations", 0);
        CommandLineRun resumed =
                CommandLineRun.of("run", TINY, "--output", output, "--resume", "--seed", 5);
        assertThat(resumed.exitCode()).isEqualTo(2);
        assertThat(resumed.err()).contains("CH-RUN-007").contains("randomSeed");
    }

    @Test
    void withoutAStateNothingGoesOn() {
        CommandLineRun resumed =
                CommandLineRun.of("run", TINY, "--output", folder.resolve("none"), "--resume");
        assertThat(resumed.exitCode()).isEqualTo(2);
        assertThat(resumed.err()).contains("CH-RUN-006");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theReportCanBeMadeAgain() throws IOException {
        Path output = folder.resolve("output");
        CommandLineRun.of("run", TINY, "--output", output);
        String first = Files.readString(output.resolve("report.html"));
        Files.delete(output.resolve("report.html"));
        CommandLineRun report = CommandLineRun.of("report", output);
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(Files.readString(output.resolve("report.html"))).isEqualTo(first);
    }

    @Test
    void aFolderOfSomethingElseHasNoReport() {
        CommandLineRun report = CommandLineRun.of("report", TINY);
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).contains("CH-RUN-008");
    }

    @Test
    void anExistingOutputIsNotTouched() throws IOException {
        Path output = folder.resolve("output");
        CommandLineRun.of("run", TINY, "--output", output, "--iterations", 0);
        var before = new TreeSet<>(Files.readAllLines(output.resolve("logfile.log")));
        CommandLineRun second = CommandLineRun.of("run", TINY, "--output", output);
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("CH-RUN-004").contains("--overwrite");
        assertThat(new TreeSet<>(Files.readAllLines(output.resolve("logfile.log"))))
                .isEqualTo(before);
    }

    @Test
    void anExistingOutputIsReplacedWhenAsked() throws IOException {
        Path output = folder.resolve("output");
        CommandLineRun.of("run", TINY, "--output", output, "--iterations", 1);
        CommandLineRun second =
                CommandLineRun.of(
                        "run",
                        TINY,
                        "--output",
                        output,
                        "--iterations",
                        0,
                        "--overwrite",
                        "deleteDirectoryIfExists");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(output.resolve("ITERS/it.1")).doesNotExist();
    }

    private static void assertSameResults(Path one, Path two) throws IOException {
        for (String file :
                List.of(
                        "output_events.xml.gz",
                        "output_plans.xml.gz",
                        "kpis_links.csv",
                        "kpis_movements.csv",
                        "kpis.json",
                        "scorestats.csv")) {
            assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(two.resolve(file));
        }
    }
}
