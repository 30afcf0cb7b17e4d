package org.chalaco.app.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.scenario.osm.UtmProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: MATSim files as tables and maps. */
class N08_ConversionTest {

    private static final Path TINY = Path.of("src/test/resources/tiny");

    @TempDir private Path folder;

    @Test
    void aNetworkBecomesATableOfLinks() throws IOException {
        List<String> lines = convert("network.xml", "links.csv", null, null);
        assertThat(lines).hasSize(1 + 8);
        assertThat(lines.get(0)).startsWith("link,name,from,to,");
        assertThat(lines)
                .anyMatch(l -> l.startsWith("WC,Calle Real,W,C,-300.0,0.0,0.0,0.0,300.0,1,50.0,"));
    }

    @Test
    void aNetworkBecomesAMap() throws IOException {
        Path map = folder.resolve("links.geojson");
        assertThat(new Conversion(TINY.resolve("network.xml"), map, null, null).convert())
                .isEqualTo(8);
        JsonNode json = new ObjectMapper().readTree(map.toFile());
        assertThat(json.at("/features")).hasSize(8);
        assertThat(json.at("/features/0/geometry/coordinates/0/0").asDouble()).isEqualTo(-300);
    }

    @Test
    void plansBecomeATableOfLegs() throws IOException {
        List<String> lines = convert("plans.xml", "legs.csv", TINY.resolve("network.xml"), null);
        assertThat(lines).hasSize(1 + 60);
        assertThat(lines.get(1)).startsWith("p00,,0,car,home,WC,25200.0,work,CE,");
    }

    @Test
    void packingAndUnpackingChangesNothing() throws IOException {
        Path packed = folder.resolve("network.xml.gz");
        Path unpacked = folder.resolve("network.xml");
        new Conversion(TINY.resolve("network.xml"), packed, null, null).convert();
        new Conversion(packed, unpacked, null, null).convert();
        assertThat(packed).isNotEmptyFile();
        assertThat(unpacked).hasSameBinaryContentAs(TINY.resolve("network.xml"));
    }

    @Test
    void plansNeedTheirNetwork() {
        assertThatThrownBy(() -> convert("plans.xml", "legs.csv", null, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("CH-RUN-009")
                .hasMessageContaining("need their network");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aConfigIsNotATable() {
        assertThatThrownBy(() -> convert("config.xml", "config.csv", null, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("CH-RUN-009");
    }

    /**
     * Plaza Valle in La Punta in degrees and in UTM, from the scenario's table of intersections.
     */
    @Test
    void utmGoesBackToDegrees() {
        UtmProjection callao = UtmProjection.find("EPSG:32718").orElseThrow();
        double[] place = callao.toDegrees(265101.4, 8665043.1);
        assertThat(place[0]).isCloseTo(-77.157893, within(2e-6));
        assertThat(place[1]).isCloseTo(-12.067628, within(2e-6));
        assertThat(callao.toDegrees(500000, 10000000))
                .containsExactly(new double[] {-75, 0}, within(1e-12));
    }

    @Test
    void onlyUtmIsKnown() {
        assertThat(UtmProjection.find("EPSG:32618")).hasValue(new UtmProjection(18, false));
        assertThat(UtmProjection.find("EPSG:4326")).isEmpty();
        assertThat(UtmProjection.find("EPSG:32761")).isEmpty();
    }

    private List<String> convert(
            String input, String output, Path network, UtmProjection projection)
            throws IOException {
        Path result = folder.resolve(output);
        new Conversion(TINY.resolve(input), result, network, projection).convert();
        return Files.readAllLines(result);
    }
}
