package org.chalaco.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the film thins vehicles' ways without drawing anyone away from where they
 * were, leaves out vehicles evenly where it must, and knows its lights; lanes are drawn where the
 * kernel's connectors begin and end.
 */
class N02_FilmTest {

    private static final int SECONDS = 240;

    /** Reads the stream back, as the page does. */
    private static final class TrackReader {
        private final byte[] bytes;
        private int at;

        TrackReader(byte[] bytes) {
            this.bytes = bytes;
        }

        int next() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                value |= (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        int signed() {
            int value = next();
            return value >>> 1 ^ -(value & 1);
        }

        /** Keys of one vehicle: frame, element, position in steps. */
        int[][] track() {
            next();
            next();
            int[][] keys = new int[next()][];
            int[] last = new int[3];
            for (int k = 0; k < keys.length; k++) {
                int head = next();
                last[0] += head >> 1;
                if ((head & 1) == 1) {
                    last[1] += signed();
                    last[2] = next();
                } else {
                    last[2] += signed();
                }
                keys[k] = last.clone();
            }
            return keys;
        }
    }

    private static Film film(SyntheticRun run, Map<Integer, double[][]> seen, int largestSize) {
        FilmRecorder recorder =
                new FilmRecorder(run.network, run.signals, run::typeOf, 8 * 3600, SECONDS);
        for (int frame = 0; frame <= SECONDS; frame++) {
            for (int v = 0; v < run.vehiclesOnRoad(); v++) {
                seen.computeIfAbsent(v, x -> new double[SECONDS + 1][])[frame] =
                        new double[] {run.elementOf(v), run.positionOf(v)};
            }
            recorder.observe(run);
            run.advance();
        }
        return recorder.finish(largestSize);
    }

    @Test
    void everyVehicleIsDrawnWhereItWas() {
        SyntheticRun run = new SyntheticRun(5, 60, 8 * 3600);
        Map<Integer, double[][]> seen = new HashMap<>();
        Film film = film(run, seen, Integer.MAX_VALUE);
        TrackReader reader = new TrackReader(film.tracks());
        assertThat(reader.next()).isEqualTo(60);
        int keys = 0;
        for (int v = 0; v < 60; v++) {
            int[][] track = reader.track();
            keys += track.length;
            for (int k = 0; k + 1 < track.length; k++) {
                checkBetween(track[k], track[k + 1], seen.get(v));
            }
        }
        assertThat(keys).as("kept of 60 x 241 samples").isLessThan(60 * 241 / 3);
    }

    private static void checkBetween(int[] a, int[] b, double[][] seen) {
        if (a[1] != b[1]) {
            assertThat(b[0] - a[0]).as("from element to element in one second").isEqualTo(1);
            return;
        }
        for (int frame = a[0]; frame <= b[0]; frame++) {
            double share = (frame - a[0]) / (double) (b[0] - a[0]);
            double drawn = (a[2] + share * (b[2] - a[2])) * VehicleTrack.STEP;
            assertThat(seen[frame][0]).isEqualTo(a[1]);
            assertThat(Math.abs(seen[frame][1] - drawn))
                    .isLessThanOrEqualTo(VehicleTrack.TOLERANCE + 2 * VehicleTrack.STEP);
        }
    }

    @Test
    void tooLargeAFilmLosesVehiclesEvenly() {
        Film whole = film(new SyntheticRun(5, 200, 8 * 3600), new HashMap<>(), Integer.MAX_VALUE);
        Film half =
                film(
                        new SyntheticRun(5, 200, 8 * 3600),
                        new HashMap<>(),
                        whole.tracks().length / 2);
        assertThat(half.vehiclesSeen()).isEqualTo(200);
        assertThat(half.vehiclesShown()).isBetween(95, 105);
        assertThat(half.tracks().length).isLessThan((int) (whole.tracks().length * 0.55));
    }

    @Test
    void lightsStandAtTheLanesOfTheirHeads() {
        SyntheticRun run = new SyntheticRun(4, 1, 8 * 3600);
        Film film = film(run, new HashMap<>(), Integer.MAX_VALUE);
        assertThat(film.lights()).hasSize(2 * run.signals.size());
        SignalTimeline along = film.lights().get(0);
        int lanes =
                run.signals.get(0).groups().get(0).heads().stream()
                        .mapToInt(h -> run.network.laneCount(run.network.getLinkIndex(h.linkId())))
                        .sum();
        assertThat(along.laneIndexes()).hasSize(lanes);
        assertThat(along.times()).isSorted();
        // 240 s of a 90 s cycle with green, amber and red.
        assertThat(along.aspects().size()).isBetween(7, 10);
    }

    @Test
    void lanesAreDrawnWhereConnectorsBeginAndEnd() {
        RoadNetwork network = new SyntheticRun(4, 1, 0).network;
        int[] lanes = new NetworkDrawing(network).lanes();
        double west = network.junctions().stream().mapToDouble(j -> j.x()).min().orElseThrow();
        double south = network.junctions().stream().mapToDouble(j -> j.y()).min().orElseThrow();
        for (int c = 0; c < network.connectorCount(); c++) {
            double[] path = network.connectorShape(c);
            int from = 4 * network.fromLane(c);
            int to = 4 * network.toLane(c);
            List<Double> drawn =
                    List.of(
                            (double) lanes[from + 2],
                            (double) lanes[from + 3],
                            (double) lanes[to],
                            (double) lanes[to + 1]);
            List<Double> expected =
                    List.of(
                            path[0] - west,
                            path[1] - south,
                            path[path.length - 2] - west,
                            path[path.length - 1] - south);
            for (int k = 0; k < 4; k++) {
                assertThat(drawn.get(k) / 100)
                        .isCloseTo(expected.get(k), org.assertj.core.data.Offset.offset(0.02));
            }
        }
    }
}
