package org.chalaco.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: report.html is one file that needs nothing else and lets nothing in: no
 * address, no foreign markup, both languages complete, small.
 */
class N01_ReportFileTest {

    private static final String HOSTILE = "</script><img onerror=alert(1)>\u2028'\"&@SCRIPT@";
    private static String page;

    @BeforeAll
    static void write() throws IOException {
        page = new ReportWriter().page(SyntheticContent.of(5, 200, 60, "Callao " + HOSTILE));
    }

    private static JsonNode block(String id) throws IOException {
        Matcher block =
                Pattern.compile(
                                "<script type=\"application/json\" id=\""
                                        + id
                                        + "\">(.*?)</script>",
                                Pattern.DOTALL)
                        .matcher(page);
        assertThat(block.find()).as("data block " + id).isTrue();
        return new ObjectMapper().readTree(block.group(1));
    }

    @Test
    void namesNothingOutsideItself() {
        // Hashes of the policy may hold any letters of base64.
        String text = page.replaceAll("'sha256-[^']*'", "");
        // An address in someone's words has its slashes escaped: a browser sees none.
        for (String address : List.of("http:/", "https:/", "//", "src=", "@import", "url(")) {
            int at = text.indexOf(address);
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 40), at + 20)).isEmpty();
        }
        assertThat(page.contains("default-src 'none'")).isTrue();
    }

    @Test
    void hostileNamesStayWords() throws IOException {
        assertThat(page.contains("<img")).isFalse();
        assertThat(page.split("<script", -1)).as("words, content, script").hasSize(4);
        assertThat(block("content").at("/title/en").asText()).isEqualTo("Callao " + HOSTILE);
    }

    @Test
    void contentIsWhatWasGiven() throws IOException {
        JsonNode content = block("content");
        assertThat(content.at("/headline/departures").asLong()).isEqualTo(48_612);
        assertThat(content.at("/network/links")).hasSize(80);
        assertThat(content.at("/figures/flow/size").asInt()).isEqualTo(80 * 16);
        assertThat(content.at("/plausibility/2/simulated").isNull()).isTrue();
        assertThat(content.at("/tables/1/rows/3/cells/2").isNull()).isTrue();
        assertThat(content.at("/film/vehiclesShown").asInt()).isEqualTo(200);
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        JsonNode words = block("words");
        assertThat(keys(words.get("es"))).isEqualTo(keys(words.get("en")));
        for (String key : keys(words.get("en"))) {
            assertThat(slots(words.get("es").get(key).asText()))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(slots(words.get("en").get(key).asText()));
        }
    }

    @Test
    void everyWordTheTemplateAsksForIsThere() throws IOException {
        List<String> asked = new ArrayList<>();
        Matcher matcher =
                Pattern.compile(
                                "data-(?:word|label)=\"([^\"]+)\""
                                        + "|word\\('([a-zA-Z]+\\.[a-zA-Z._]+)'"
                                        + "|unit: '([a-zA-Z]+\\.[a-zA-Z]+)'")
                        .matcher(page);
        while (matcher.find()) {
            for (int g = 1; g <= 3; g++) {
                if (matcher.group(g) != null) {
                    asked.add(matcher.group(g));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(keys(block("words").get("en"))).containsAll(asked);
    }

    @Test
    void emptySectionsAreNoError() throws IOException {
        ReportContent full = SyntheticContent.of(3, 0, 1, "Empty");
        ReportContent bare =
                new ReportContent(
                        full.title(),
                        full.subtitle(),
                        full.start(),
                        full.end(),
                        full.headline(),
                        full.network(),
                        new LinkFigures(0, 900, 0, new float[0], new float[0], new float[0]),
                        Film.NONE,
                        new TripCurve(0, 60, new int[0], new int[0], new int[0]),
                        List.of(),
                        Convergence.NONE,
                        List.of(),
                        List.of(),
                        full.provenance(),
                        EmissionLayer.NONE);
        assertThat(new ReportWriter().page(bare)).contains("</html>");
    }

    @Test
    void writingLeavesOnlyTheReport(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "older");
        new ReportWriter().write(SyntheticContent.of(3, 10, 5, "Small"), file);
        assertThat(file).content().startsWith("<!DOCTYPE html>");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFullRoadStaysSmall() throws IOException {
        // Half as many vehicles as the peak of Callao has on the road at once, in half the space.
        String large = new ReportWriter().page(SyntheticContent.of(12, 4_000, 900, "Large"));
        assertThat(large.length()).isLessThan(4_000_000);
    }

    private static List<String> keys(JsonNode words) {
        List<String> keys = new ArrayList<>();
        words.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> slots(String text) {
        return Pattern.compile("\\{(\\w+)\\}")
                .matcher(text)
                .results()
                .map(r -> r.group(1))
                .toList();
    }
}
