package org.chalaco.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: results as JSON, every number with its unit. */
class N17_ResultsJsonTest {

    @Test
    void everyNumberHasAUnit() throws IOException {
        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                new ResultsJson("run", "1.0")
                                        .put("meanSpeedKmh", 17.25, "km/h")
                                        .put("departures", 60, "veh")
                                        .put("scenario", "tiny")
                                        .text());
        assertThat(json.at("/command").asText()).isEqualTo("run");
        assertThat(json.at("/results/meanSpeedKmh").asDouble()).isEqualTo(17.25);
        assertThat(json.at("/results/departures").isIntegralNumber()).isTrue();
        for (Map.Entry<String, JsonNode> field : json.get("results").properties()) {
            assertThat(json.get("units").has(field.getKey()))
                    .as(field.getKey())
                    .isEqualTo(field.getValue().isNumber());
        }
    }

    @Test
    void undefinedIsNull() throws IOException {
        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                new ResultsJson("run", "1.0").put("delay", Double.NaN, "s").text());
        assertThat(json.at("/results/delay").isNull()).isTrue();
        assertThat(json.at("/units/delay").asText()).isEqualTo("s");
    }
}
