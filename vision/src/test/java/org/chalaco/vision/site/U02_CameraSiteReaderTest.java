package org.chalaco.vision.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: site files are read, and everything wrong in one is named at once. */
class U02_CameraSiteReaderTest {

    @TempDir Path folder;

    private CameraSite read(String json) throws IOException {
        Path file = folder.resolve("site.json");
        Files.writeString(file, json);
        return CameraSiteReader.read(file);
    }

    private List<SiteProblem> problems(String json) {
        return catchThrowableOfType(InvalidSiteException.class, () -> read(json)).problems();
    }

    @Test
    void theShippedSiteIsRead() {
        CameraSite site = CameraSiteReader.read(Path.of("../docs/cameras/a13-beckton.json"));
        assertThat(site.lines()).hasSize(2);
        assertThat(site.lanes()).hasSize(8);
        LaneGeometry lanes = new LaneGeometry(site);
        assertThat(lanes.widthAt(site.lines().get(0))).isBetween(28.0, 36.0);
        assertThat(lanes.laneAt(208, 190)).isEqualTo("toward-1");
        // Both say how wide a lane is: the drawn ones, and 3.65 m on the road plane.
        RoadPoint left = site.homography().toRoad(225, 190);
        RoadPoint right = site.homography().toRoad(256.2, 190);
        assertThat(left.distance(right)).isBetween(3.4, 3.9);
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        List<SiteProblem> problems =
                problems(
                        """
                        {"id": "", "width": 320, "height": "tall", "lnes": [],
                         "lines": [{"id": "a", "from": [0], "to": [10, 10]}],
                         "lanes": [{"id": "l", "left": [[0, 0], [1, 1]], "right": [[0, 0]]}]}
                        """);
        assertThat(problems)
                .extracting(SiteProblem::element)
                .contains("id", "height", "lnes", "lines[0].from", "lanes[0].right");
    }

    @Test
    void placesMustFitTogether() {
        List<SiteProblem> problems =
                problems(
                        """
                        {"id": "c", "width": 320, "height": 240,
                         "lines": [{"id": "a", "from": [0, 10], "to": [400, 10]}],
                         "sections": [{"id": "n", "area": [[0, 0], [9, 0], [9, 9]]}],
                         "movements": [{"id": "a", "from": "n", "to": "s", "station": "x"}]}
                        """);
        assertThat(problems)
                .extracting(SiteProblem::message)
                .anyMatch(m -> m.contains("leaves the picture at (400.0, 10.0)"))
                .anyMatch(m -> m.contains("neither forward nor backward"))
                .anyMatch(m -> m.contains("section (s)"))
                .anyMatch(m -> m.contains("given twice"));
    }

    @Test
    void anImpossibleRoadPlaneIsNamed() {
        List<SiteProblem> problems =
                problems(
                        """
                        {"id": "c", "width": 320, "height": 240,
                         "homography": {"image": [[0, 0], [1, 1], [2, 2], [3, 3]],
                                        "road": [[0, 0], [1, 1], [2, 2], [3, 3]]},
                         "lines": [{"id": "a", "from": [0, 10], "to": [300, 10],
                                    "forward": {"name": "n", "station": "s"}}]}
                        """);
        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("road plane is impossible"));
    }

    @Test
    void noJsonAndNoFileAreNamed() {
        assertThat(problems("{\"id\": ")).singleElement();
        Path missing = folder.resolve("missing.json");
        InvalidSiteException e =
                catchThrowableOfType(
                        InvalidSiteException.class, () -> CameraSiteReader.read(missing));
        assertThat(e.problems().get(0).message()).contains("missing.json");
    }

    @Test
    void theSchemaKnowsTheSameNamesAsTheReader() throws IOException {
        var schema =
                new ObjectMapper()
                        .readTree(getClass().getResourceAsStream("camera-site.schema.json"));
        assertThat(schema.path("properties").properties())
                .extracting(e -> e.getKey())
                .containsExactlyInAnyOrder(
                        "$schema",
                        "comment",
                        "id",
                        "width",
                        "height",
                        "homography",
                        "lines",
                        "lanes",
                        "sections",
                        "movements",
                        "masks",
                        "accuracy");
    }
}
