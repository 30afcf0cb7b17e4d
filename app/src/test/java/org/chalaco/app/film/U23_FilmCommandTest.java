package org.chalaco.app.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.chalaco.app.CommandLineRun;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CameraSiteReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: {@code chalaco film} and {@code chalaco train}, and what they refuse. */
class U23_FilmCommandTest {

    @TempDir Path folder;

    private CommandLineRun film(Object... more) {
        Object[] all = new Object[more.length + 4];
        all[0] = "film";
        all[1] = Path.of("..", "scenarios", "arterial");
        all[2] = "--warm-up";
        all[3] = "40";
        System.arraycopy(more, 0, all, 4, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void aJunctionBecomesAFilmASiteAndTheTruth() throws IOException {
        Path output = folder.resolve("films");
        CommandLineRun run =
                film(
                        "--junction",
                        "A3",
                        "--from",
                        "07:10",
                        "--seconds",
                        "3",
                        "--size",
                        "320x180",
                        "--output",
                        output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path a3 = output.resolve("A3");
        try (Stream<Path> files = Files.list(a3)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "film.avi",
                            "still.png",
                            "site.json",
                            "truth_crossings.csv",
                            "truth_movements.csv",
                            "truth_queues.csv");
        }
        CameraSite site = CameraSiteReader.read(a3.resolve("site.json"));
        assertThat(site.id()).isEqualTo("A3");
        assertThat(site.lines()).hasSize(4);
        assertThat(site.homography()).isNotNull();
        assertThat(Files.readAllLines(a3.resolve("truth_queues.csv")))
                .hasSizeGreaterThan(3)
                .first()
                .isEqualTo("time,line,lane,vehicles,metres");
    }

    @Test
    void theSameSeedGivesTheSameFilm() throws IOException {
        for (String name : new String[] {"one", "two"}) {
            film(
                    "--junction",
                    "A3",
                    "--from",
                    "07:10",
                    "--seconds",
                    "1",
                    "--size",
                    "160x90",
                    "--light",
                    "dusk",
                    "--rain",
                    "0.5",
                    "--output",
                    folder.resolve(name));
        }
        assertThat(folder.resolve("two/A3/film.avi"))
                .hasSameBinaryContentAs(folder.resolve("one/A3/film.avi"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingWritten() {
        Path output = folder.resolve("films");
        CommandLineRun places =
                film("--junction", "A33,nowhere", "--from", "23:59", "--output", output);
        assertThat(places.exitCode()).isEqualTo(2);
        assertThat(places.err())
                .contains("A33")
                .contains("nowhere")
                .contains("CH-FLM-001")
                .contains("CH-FLM-002");
        CommandLineRun settings =
                film(
                        "--junction",
                        "A3",
                        "--from",
                        "late",
                        "--fps",
                        "7",
                        "--rain",
                        "3",
                        "--quality",
                        "0",
                        "--size",
                        "big",
                        "--output",
                        output);
        assertThat(settings.exitCode()).isEqualTo(2);
        assertThat(settings.err())
                .contains("(late)")
                .contains("(7) frames")
                .contains("Rain of (3.0)")
                .contains("quality (0)")
                .contains("(big)");
        assertThat(output).doesNotExist();
    }

    @Test
    void aPoleThatSeesNothingIsRefused() {
        Path output = folder.resolve("films");
        CommandLineRun run =
                film(
                        "--junction",
                        "A3",
                        "--from",
                        "07:10",
                        "--pole",
                        "1",
                        "--field-of-view",
                        "10",
                        "--output",
                        output);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-FLM-003").contains("wider lens");
        assertThat(output).doesNotExist();
    }

    @Test
    @Tag("slow")
    void trainingWritesANetworkThatWorks() throws IOException {
        Path output = folder.resolve("net");
        CommandLineRun run =
                CommandLineRun.of(
                        "train",
                        "vehicle-kinds",
                        "--scenes",
                        "6",
                        "--epochs",
                        "3",
                        "--output",
                        output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("| motorcycle |").contains("scenes never seen");
        assertThat(output.resolve("vehicle-kinds.onnx")).exists().isNotEmptyFile();
        assertThat(Files.readAllLines(output.resolve("training.csv"))).hasSize(4);
    }

    @Test
    void trainingRefusesWhatTrainsNothing() {
        CommandLineRun run =
                CommandLineRun.of(
                        "train",
                        "nets",
                        "--scenes",
                        "0",
                        "--epochs",
                        "0",
                        "--output",
                        folder.resolve("net"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("(nets)").contains("(0) scenes").contains("(0) epochs");
        assertThat(folder.resolve("net")).doesNotExist();
    }
}
