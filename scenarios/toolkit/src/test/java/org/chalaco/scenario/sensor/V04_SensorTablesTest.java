package org.chalaco.scenario.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.sensor.DroppedReadings.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: counts and sensor readings of any kind become targets for demand; what is
 * wrong is named all at once, what is dropped is told.
 */
class V04_SensorTablesTest {

    private static final RoadNetwork ROAD =
            RoadNetwork.builder()
                    .junction(Junction.priority("a", 0, 0))
                    .junction(Junction.priority("b", 300, 0))
                    .junction(Junction.priority("c", 600, 0))
                    .junction(Junction.priority("d", 300, 300))
                    .link(Link.of("ab", "a", "b", 300, 2, 14))
                    .link(Link.of("bc", "b", "c", 300, 2, 14))
                    .link(Link.of("bd", "b", "d", 300, 1, 14))
                    .build();

    @TempDir private Path folder;

    private final Problems problems = new Problems();

    private ObservedCounts read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("counts.csv"), text);
        return ObservedCounts.read(file, null, ROAD, problems);
    }

    @Test
    void linksTurnsScreenLinesAndClassesAreRead() throws IOException {
        ObservedCounts counts =
                read(
                        """
                        station,links,to,from,until,class,vehicles,error
                        S1,ab,,07:00,08:00,,800,
                        S2,ab,bd,07:00,07:15,,30,4
                        line,bc bd,,25200,28800,,700,
                        S1,ab,,07:00,08:00,truck,50,
                        """);

        assertThat(problems.text()).isEmpty();
        assertThat(counts.targets()).hasSize(4);
        CountTarget turn = counts.targets().get(1);
        assertThat(turn.passages())
                .containsExactly(
                        new CountTarget.Passage(ROAD.getLinkIndex("ab"), ROAD.getLinkIndex("bd")));
        assertThat(turn.standardError()).isEqualTo(4);
        assertThat(turn.hours()).isEqualTo(0.25);
        assertThat(counts.targets().get(2).passages()).hasSize(2);
        assertThat(counts.targets().get(2).from()).isEqualTo(7 * 3600);
        assertThat(counts.targets().get(3).vehicleClass()).isEqualTo(VehicleClass.TRUCK);
        assertThat(counts.targets().get(0).standardError())
                .isEqualTo(Math.sqrt(800 + 0.0025 * 800 * 800), within(1e-9));
    }

    @Test
    void partlyObservedIntervalsAreScaledUp() throws IOException {
        ObservedCounts counts =
                read(
                        """
                        station,links,from,until,vehicles,quality
                        S1,ab,07:00,08:00,60,0.75
                        S2,bc,07:00,08:00,60,0.2
                        """);
        assertThat(counts.targets()).hasSize(1);
        assertThat(counts.targets().get(0).vehicles()).isEqualTo(80);
    }

    @Test
    void everythingWrongIsNamedAtOnce() throws IOException {
        read(
                """
                station,links,to,from,until,class,vehicles
                S1,abb,,07:00,08:00,,800
                S2,bc,ab,07:00,08:00,,10
                S3,bd,,08:00,07:00,,10
                S4,bd,,07:00,08:00,,-5
                S5,bc,,07:00,08:00,,500
                S6,bc,,07:00,08:00,,900
                S7,bc,,07:30,08:30,,700
                S8,ab,,07:00,08:00,,100
                S8,ab,,07:00,08:00,car,300
                """);

        assertThat(problems.errors().stream().map(p -> p.id()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("CH-CNT-002", "CH-CNT-003", "CH-CNT-004", "CH-SCN-005");
        assertThat(problems.text())
                .contains("(abb)", "Maybe ab?")
                .contains("cannot be entered from link (bc)")
                .contains("is not after the start (08:00)")
                .contains("(S5) and (S6) counted 500 and 900")
                .contains("07:30 to 08:30 overlaps")
                .contains("classes sum to 300");
    }

    @Test
    void noCountsAreAnError() throws IOException {
        read("station,links,from,until,vehicles\n");
        assertThat(problems.text()).contains("CH-CNT-006");
    }

    private static SensorReading reading(int day, int hour, int minute, double vehicles) {
        return new SensorReading(
                "d", LocalDateTime.of(2024, 5, 13 + day, hour, minute), 15, vehicles);
    }

    private static List<SensorReading> day(int day, double perQuarter) {
        List<SensorReading> readings = new ArrayList<>();
        for (int h = 0; h < 24; h++) {
            for (int q = 0; q < 4; q++) {
                // Two in turn, so that nothing looks stuck.
                readings.add(reading(day, h, 15 * q, perQuarter + q % 2));
            }
        }
        return readings;
    }

    @Test
    void cleanReadingsAreMeansOfDays() {
        List<SensorReading> all = new ArrayList<>(day(0, 20));
        all.addAll(day(1, 22));
        all.addAll(day(2, 24));
        ReadingCleaner cleaner = new ReadingCleaner(all);

        assertThat(cleaner.dropped()).isEmpty();
        assertThat(cleaner.flows()).hasSize(24);
        ReadingCleaner.HourlyFlow seven = cleaner.flows().get(7);
        assertThat(seven.vehicles()).isEqualTo(90);
        assertThat(seven.standardError()).isEqualTo(8 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void doublesContradictionsAndNonsenseAreDropped() {
        List<SensorReading> all = new ArrayList<>(day(0, 20));
        all.add(reading(0, 7, 0, 20));
        all.add(reading(0, 8, 0, 99));
        all.set(4 * 9, reading(0, 9, 0, -1));
        all.set(4 * 10, reading(0, 10, 0, 5000));
        ReadingCleaner cleaner = new ReadingCleaner(all);

        assertThat(cleaner.dropped())
                .extracting(DroppedReadings::reason, DroppedReadings::count)
                .containsExactlyInAnyOrder(
                        tuple(Reason.DOUBLE, 1),
                        tuple(Reason.CONTRADICTION, 2),
                        tuple(Reason.IMPOSSIBLE, 1),
                        tuple(Reason.IMPOSSIBLE, 1));
        assertThat(cleaner.flows().get(7).vehicles()).isEqualTo(82);
        // Three quarters of the hour are left and scaled up.
        assertThat(cleaner.flows().get(8).vehicles())
                .isEqualTo((21 + 20 + 21) * 4 / 3.0, within(1e-9));
    }

    @Test
    void hangingAndDeadSensorsAreDropped() {
        List<SensorReading> all = day(0, 20);
        IntStream.range(4 * 12, 4 * 14)
                .forEach(k -> all.set(k, reading(0, k / 4, 15 * (k % 4), 37)));
        IntStream.range(4 * 16, 4 * 19)
                .forEach(k -> all.set(k, reading(0, k / 4, 15 * (k % 4), 0)));
        ReadingCleaner cleaner = new ReadingCleaner(all);

        assertThat(cleaner.dropped())
                .extracting(DroppedReadings::reason, DroppedReadings::count)
                .containsExactly(tuple(Reason.STUCK, 8), tuple(Reason.DEAD, 12));
        assertThat(cleaner.flows())
                .extracting(ReadingCleaner.HourlyFlow::hour)
                .doesNotContain(12, 13, 16, 17, 18);
    }

    @Test
    void emptyNightsAreNotDead() {
        List<SensorReading> all = day(0, 20);
        IntStream.range(0, 4 * 5).forEach(k -> all.set(k, reading(0, k / 4, 15 * (k % 4), 0)));
        assertThat(new ReadingCleaner(all).dropped()).isEmpty();
    }

    @Test
    void hoursWithGapsAreDropped() {
        List<SensorReading> all = day(0, 20);
        all.removeIf(r -> r.start().getHour() == 7 && r.start().getMinute() >= 30);
        ReadingCleaner cleaner = new ReadingCleaner(all);
        assertThat(cleaner.dropped())
                .extracting(DroppedReadings::reason)
                .containsExactly(Reason.GAP);
        assertThat(cleaner.flows()).hasSize(23);
    }

    @Test
    void scatsTablesAreReadLaneByLane() throws IOException {
        StringBuilder text = new StringBuilder("NB_SCATS_SITE,QT_INTERVAL_COUNT,NB_DETECTOR");
        IntStream.range(0, 96).forEach(q -> text.append(",V%02d".formatted(q)));
        text.append('\n');
        for (int lane = 1; lane <= 2; lane++) {
            text.append("100,2024-05-13 00:00:00,").append(lane);
            for (int q = 0; q < 96; q++) {
                text.append(',').append(lane == 2 && q == 4 * 9 ? -1022 : 10 * lane + q % 2);
            }
            text.append('\n');
        }
        Path counts = Files.writeString(folder.resolve("scats.csv"), text);
        Path places =
                Files.writeString(folder.resolve("d.csv"), "detector,links\n100-1,ab\n100-2,ab\n");
        ObservedCounts read = ObservedCounts.read(counts, places, ROAD, problems);

        assertThat(problems.hasErrors()).as(problems.text()).isFalse();
        CountTarget seven =
                read.targets().stream().filter(t -> t.from() == 7 * 3600).findFirst().orElseThrow();
        assertThat(seven.vehicles()).isEqualTo(42 + 82);
        assertThat(read.dropped())
                .extracting(DroppedReadings::reason)
                .containsExactly(Reason.IMPOSSIBLE);
        assertThat(problems.text()).contains("CH-CNT-005", "100-2");
    }

    @Test
    void detectorsWithoutAPlaceAreNamed() throws IOException {
        Path counts =
                Files.writeString(
                        folder.resolve("r.csv"),
                        "detector,time,vehicles,minutes\nx,2024-05-13T07:00,10,60\ny,2024-05-13 07:00,11,60\n");
        ObservedCounts.read(counts, null, ROAD, problems);
        assertThat(problems.text()).contains("--detectors");

        Problems more = new Problems();
        Path places = Files.writeString(folder.resolve("d.csv"), "detector,links\nx,ab\n");
        ObservedCounts read = ObservedCounts.read(counts, places, ROAD, more);
        assertThat(more.text()).contains("where detector (y) lies");
        assertThat(read.targets()).hasSize(1);
    }
}
