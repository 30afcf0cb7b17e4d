package org.chalaco.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyCamera;
import org.chalaco.app.TinyScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: {@code chalaco watch} from film to counts, and what it says to bad input. */
class U10_WatchCommandTest {

    @TempDir Path folder;

    @BeforeEach
    void film() throws IOException {
        TinyCamera.writeTo(folder);
    }

    private CommandLineRun watch(Object... more) {
        Object[] all = new Object[more.length + 3];
        all[0] = "watch";
        all[1] = folder.resolve("camera.json");
        all[2] = folder.resolve("clip.avi");
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void aFilmBecomesCountsCrossingsAndPictures() throws IOException {
        Path output = folder.resolve("out");
        CommandLineRun run =
                watch(
                        "--output",
                        output,
                        "--start",
                        "07:59:58",
                        "--pictures",
                        "--truth",
                        folder.resolve("truth.csv"),
                        "--json",
                        folder.resolve("r.json"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("clip").contains("F1").contains("1.000");
        List<String> crossings = Files.readAllLines(output.resolve("crossings.jsonl"));
        assertThat(crossings).hasSize(TinyCamera.VEHICLES);
        JsonNode first = new ObjectMapper().readTree(crossings.get(0));
        assertThat(first.path("camera").asText()).isEqualTo("tiny");
        assertThat(first.path("direction").asText()).isEqualTo("south");
        assertThat(first.path("time").asDouble()).isBetween(28_798.5, 28_799.5);
        // Ten pixels are a metre: 4 pixels in 1/25 s.
        assertThat(first.path("speed").asDouble()).isBetween(9.0, 11.0);
        // Before eight and after: two intervals.
        assertThat(Files.readAllLines(output.resolve("counts.csv")))
                .anyMatch(l -> l.startsWith("tiny-south,line,south,27900,28800,all,"))
                .anyMatch(l -> l.startsWith("tiny-south,line,south,28800,29700,all,"));
        assertThat(output.resolve("annotated.avi")).isNotEmptyFile();
        assertThat(output.resolve("contact-sheet.png")).isNotEmptyFile();
        JsonNode json = new ObjectMapper().readTree(folder.resolve("r.json").toFile());
        assertThat(json.path("results").path("f1").asDouble()).isEqualTo(1);
        // No interval was seen whole.
        assertThat(run.err()).contains("tiny-south").contains("no full hour");
        try (var left = Files.list(output)) {
            assertThat(left.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "annotated.avi",
                            "contact-sheet.png",
                            "counts.csv",
                            "counts.xml",
                            "crossings.jsonl");
        }
    }

    @Test
    void everythingWrongIsNamedAtOnceAndNothingWritten() throws IOException {
        Path scenario = folder.resolve("scenario");
        TinyScenario.copyTo(scenario);
        Files.writeString(folder.resolve("camera.json"), TinyCamera.site("nowhere"));
        Files.writeString(folder.resolve("broken.mp4"), "no video");
        Files.writeString(folder.resolve("truth.csv"), "clip,frame\n");
        CommandLineRun run =
                watch(
                        folder.resolve("missing.avi"),
                        folder.resolve("broken.mp4"),
                        "--network",
                        scenario.resolve("network.xml"),
                        "--truth",
                        folder.resolve("truth.csv"),
                        "--model",
                        folder.resolve("none.json"),
                        "--output",
                        folder.resolve("out"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("CH-XML-012", "nowhere")
                .contains("CH-VIS-002", "missing.avi", "broken.mp4")
                .contains("CH-VIS-003", "dir")
                .contains("CH-VIS-004", "none.json")
                .contains("5 errors");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aWrongSiteFileIsNamedWithItsElement() throws IOException {
        Files.writeString(
                folder.resolve("camera.json"),
                "{\"id\": \"x\", \"width\": 160, \"height\": 120, \"lines\": ["
                        + "{\"id\": \"a\", \"from\": [0, 500], \"to\": [9, 500]}]}");
        CommandLineRun run = watch("--output", folder.resolve("out"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-VIS-001", "leaves the picture", "neither forward");
    }

    @Test
    void aFilmThatBreaksOffLeavesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("clip.avi"));
        for (int i = bytes.length / 2; i < bytes.length * 3 / 4; i++) {
            bytes[i] = 0;
        }
        Files.write(folder.resolve("clip.avi"), bytes);
        CommandLineRun run = watch("--output", folder.resolve("out"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-VIS-002", "clip.avi", "MJPG");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void optionsAreChecked() {
        CommandLineRun run =
                watch("--start", "25:00", "--interval", "7", "--fps", "-1", "--duration", "0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--start", "--interval", "--fps", "--duration", "4 errors");
    }
}
