package org.chalaco.scenario.habana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.InputFiles;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.formats.signals.SignalsReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.scenario.recipe.RecipeProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: the files in the folder are what the recipe makes of the tables. */
class M22_HabanaFilesTest {

    @Test
    void committedFilesAreUpToDate() {
        assertThat(BuildHabana.files(Habana.FOLDER).listStale(Habana.FOLDER))
                .as("run BuildHabana scenarios/habana")
                .isEmpty();
    }

    @Test
    void checkNamesWhatIsOutOfDate(@TempDir Path copy) throws IOException {
        copyData(copy);
        BuildHabana.files(copy).write(copy);
        assertThat(check(copy)).isEmpty();
        Files.writeString(copy.resolve("signals-29/signalControl.xml"), "<signalControl/>");
        Files.delete(copy.resolve("plans.xml.gz"));
        assertThat(check(copy).lines())
                .containsExactly(
                        "signals-29/signalControl.xml is out of date.",
                        "plans.xml.gz is out of date.");
    }

    private static String check(Path folder) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                RecipeProgram.run(
                        "BuildHabana",
                        BuildHabana::files,
                        new PrintStream(err),
                        "--check",
                        folder.toString());
        assertThat(exitCode).isEqualTo(err.size() == 0 ? 0 : 1);
        return err.toString();
    }

    @Test
    void wrongTablesAreNamedAllAtOnce(@TempDir Path copy) throws IOException {
        copyData(copy);
        Path nodes = copy.resolve("data/nodes.csv");
        Files.writeString(
                nodes,
                Files.readString(nodes).replaceFirst("boundary", "edge").replace("300", "x"));
        Path entries = copy.resolve("data/entries.csv");
        Files.writeString(entries, Files.readString(entries).replaceFirst("0\\.", "-0."));
        assertThatThrownBy(() -> BuildHabana.files(copy))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is none of [intersection, boundary]")
                .hasMessageContaining("is not a number")
                .hasMessageContaining("entries.csv");
    }

    @Test
    void theConfigIsTheStudysEvaluation() {
        Problems problems = new Problems();
        Config config = ConfigReader.read(Habana.FOLDER.resolve("config.xml"), problems);
        MobsimParameters mobsim = MobsimConfig.read(config, problems);
        assertThat(problems.text()).isEmpty();
        assertThat(mobsim.endTime() - mobsim.startTime()).isEqualTo(300);
        assertThat(mobsim.approachZones().enabled()).isTrue();
        double meanSpeed =
                Habana.MAP.types().stream().mapToDouble(t -> t.maxSpeed()).average().orElseThrow();
        assertThat(mobsim.approachZones().slowFactor() * meanSpeed)
                .as("the study's slow zone is driven at 10 m/s")
                .isCloseTo(10, within(0.05));
    }

    @Test
    void signalsReadBackAreThoseOfTheMap() {
        Config config =
                ConfigReader.read(Habana.FOLDER.resolve("config.xml"), new Problems())
                        .overlaidBy(
                                ConfigReader.read(
                                        Habana.FOLDER.resolve("variants/signals-29.xml"),
                                        new Problems()));
        assertThat(read(config))
                .containsExactlyElementsOf(plain(Habana.MAP.signals(SignalLayout.PAPER_FIGURE)));
        assertThat(read(ConfigReader.read(Habana.FOLDER.resolve("config.xml"), new Problems())))
                .containsExactlyElementsOf(plain(Habana.MAP.signals(SignalLayout.CODE_RUN)));
    }

    private static List<String> read(Config config) {
        Problems problems = new Problems();
        InputFiles files = InputFiles.read(config, problems);
        RoadNetwork network = new NetworkReader(problems).readNetwork(files.network());
        List<SignalSystem> systems =
                SignalsReader.read(files.signals(), network, LaneDefinitions.NONE, 0, problems);
        assertThat(problems.text()).isEmpty();
        return plain(systems);
    }

    /** Files keep no stages, but everything else. */
    private static List<String> plain(List<SignalSystem> systems) {
        return systems.stream()
                .map(s -> "%s %s %s %s".formatted(s.id(), s.amber(), s.intergreens(), s.plan()))
                .toList();
    }

    private static void copyData(Path copy) throws IOException {
        Files.createDirectories(copy.resolve("data"));
        try (var files = Files.list(Habana.FOLDER.resolve("data"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve("data").resolve(file.getFileName()));
            }
        }
    }
}
