package org.chalaco.vision.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.detection.Detection;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: vehicles keep their track through noise, crossings and weak sightings. */
class U04_VehicleTrackerTest {

    private static final double STEP = 0.04;

    private final VehicleTracker tracker = new VehicleTracker(TrackerParameters.STANDARD);

    private static Detection at(double x, double y, double confidence) {
        return new Detection(x, y, 20, 16, confidence, VehicleClass.CAR);
    }

    @Test
    void aVehicleIsOneTrackWithItsSpeed() {
        for (int f = 0; f < 50; f++) {
            double jitter = f % 2 == 0 ? 0.7 : -0.7;
            tracker.update(f, f * STEP, List.of(at(10 + 3 * f + jitter, 100, 0.9)));
        }
        tracker.endAll();
        Track track = tracker.takeEnded().get(0);
        TrackPoint a = track.points().get(20);
        TrackPoint b = track.points().get(45);
        assertThat((b.x() - a.x()) / (b.time() - a.time())).isCloseTo(75, within(2.0));
        assertThat(track.points()).hasSize(50);
    }

    @Test
    void twoThatMeetKeepTheirTracks() {
        for (int f = 0; f < 60; f++) {
            tracker.update(
                    f, f * STEP, List.of(at(10 + 3 * f, 100, 0.9), at(190 - 3 * f, 112, 0.9)));
        }
        List<Track> tracks = tracker.running();
        assertThat(tracks).hasSize(2);
        assertThat(tracks.get(0).last().x()).isGreaterThan(tracks.get(0).first().x() + 150);
        assertThat(tracks.get(1).last().x()).isLessThan(tracks.get(1).first().x() - 150);
    }

    @Test
    void weakSightingsContinueATrackButBeginNone() {
        for (int f = 0; f < 60; f++) {
            List<Detection> seen = new ArrayList<>();
            seen.add(at(10 + 3 * f, 100, f >= 20 && f < 50 ? 0.2 : 0.9));
            seen.add(at(300, 50, 0.2));
            tracker.update(f, f * STEP, seen);
        }
        assertThat(tracker.running()).hasSize(1);
        assertThat(tracker.running().get(0).points()).allMatch(p -> p.detection() != null);
    }

    @Test
    void aHiddenVehicleIsFoundAgainWhereItMustBe() {
        for (int f = 0; f < 60; f++) {
            boolean hidden = f >= 25 && f < 35;
            tracker.update(f, f * STEP, hidden ? List.of() : List.of(at(10 + 3 * f, 100, 0.9)));
        }
        assertThat(tracker.running()).hasSize(1);
        assertThat(tracker.running().get(0).points()).hasSize(60);
    }

    @Test
    void specksMakeNoTrack() {
        tracker.update(0, 0, List.of(at(10, 10, 0.9)));
        for (int f = 1; f < 30; f++) {
            tracker.update(f, f * STEP, List.of());
        }
        tracker.endAll();
        assertThat(tracker.takeEnded()).isEmpty();
    }
}
