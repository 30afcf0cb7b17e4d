package org.chalaco.bench.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioReader;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.bench.grid.NeutralGrid;
import org.chalaco.bench.grid.NeutralGrid.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: SUMO is given our streets, lanes, signals and routes, and drives them. */
class N23_SumoTest {

    private static final int TRIPS = 120;

    @TempDir private Path folder;
    private ScenarioTraffic traffic;

    @BeforeEach
    void readGrid() throws IOException {
        Path grid = folder.resolve("grid");
        NeutralGrid.of(new Size(4, 4, TRIPS, 300, Size.SEED)).write(grid);
        traffic =
                new FirstDay(new ScenarioReader(null))
                        .of(
                                new RunRequest(
                                        grid.toString(),
                                        null,
                                        Map.of(),
                                        List.of(),
                                        null,
                                        null,
                                        false));
    }

    @Test
    void sumoBringsEveryoneThere() throws IOException {
        assumeTrue(Sumo.findVersion() != null, "SUMO is not installed");
        Sumo.Outcome outcome = Sumo.prepare(traffic, folder.resolve("sumo")).run();
        assertThat(outcome.arrived()).isEqualTo(TRIPS);
        assertThat(outcome.teleported()).isZero();
        // Two or three blocks and some red: not seconds, not ten minutes.
        assertThat(outcome.meanTripSeconds()).isBetween(30.0, 200.0);
        assertThat(outcome.vehicleSeconds()).isLessThan(TRIPS * outcome.meanTripSeconds() + 1);
    }
}
