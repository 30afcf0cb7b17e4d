package org.chalaco.formats.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: MATSim counts are hourly totals; finer counts are summed up to them. */
class J08_CountsTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();

    private Counts read(Path file) {
        return CountsReader.read(file, Fixture.gridNetwork(), problems);
    }

    private Counts written(Counts counts) {
        Path file = folder.resolve("counts.xml");
        CountsWriter.write(file, counts, problems);
        return read(file);
    }

    @Test
    void hourlyTotalsSurvive() {
        Counts counts =
                new Counts(
                        "camera <1>",
                        2026,
                        List.of(
                                new CountStation("cam", "WA", Double.NaN),
                                new CountStation("EB", "EB", Double.NaN)),
                        List.of(
                                new TrafficCount("cam", 0, 3600, null, 12.5, 1),
                                new TrafficCount("cam", 82800, 86400, null, 0, 1),
                                new TrafficCount("EB", 25200, 28800, null, 900, 1)));
        assertThat(written(counts)).isEqualTo(counts);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void quartersAndClassesAreSummed() {
        List<TrafficCount> quarters = new ArrayList<>();
        for (VehicleClass c : List.of(VehicleClass.CAR, VehicleClass.BUS)) {
            for (int q = 0; q < 4; q++) {
                quarters.add(new TrafficCount("s", 7200 + 900 * q, 8100 + 900 * q, c, 10, 0.9));
            }
        }
        List<CountStation> station = List.of(new CountStation("s", "WA", 30));
        Counts again = written(new Counts("n", 2026, station, quarters));
        assertThat(again.counts()).containsExactly(new TrafficCount("s", 7200, 10800, null, 80, 1));
    }

    @Test
    void hoursWithGapsAreLeftOutWithAWarning() {
        List<TrafficCount> counts =
                List.of(
                        new TrafficCount("s", 0, 900, null, 10, 1),
                        new TrafficCount("s", 3600, 7200, null, 40, 1));
        List<CountStation> station = List.of(new CountStation("s", "WA", 30));
        assertThat(written(new Counts("n", 2026, station, counts)).counts()).hasSize(1);
        assertThat(problems.warnings())
                .singleElement()
                .satisfies(p -> assertThat(p.id()).isEqualTo("CH-CNT-001"));
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        read(
                Fixture.file(
                        folder,
                        "c.xml",
                        """
                        <counts name="n" year="2026">
                        <count loc_id="nowhere"><volume h="1" val="2"/></count>
                        <count loc_id="WA"><volume h="0" val="2"/><volume h="2" val="-1"/></count>
                        <count loc_id="WA"><volume h="3" val="1"/><volume h="3" val="1"/></count>
                        <count><volume h="3" val="1"/></count>
                        </counts>"""));
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-XML-012:2",
                        "CH-XML-009:3",
                        "CH-XML-009:3",
                        "CH-XML-011:4",
                        "CH-CNT-001:4",
                        "CH-XML-008:5");
    }
}
