package org.chalaco.vision.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.vision.detection.ForegroundDetector;
import org.chalaco.vision.site.CameraLane;
import org.chalaco.vision.site.CameraMovement;
import org.chalaco.vision.site.CameraSection;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.Homography;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.site.LineDirection;
import org.chalaco.vision.site.MeasuredAccuracy;
import org.chalaco.vision.site.Polygon;
import org.chalaco.vision.site.RoadPoint;
import org.chalaco.vision.video.Frame;
import org.chalaco.vision.video.FrameSource;
import org.chalaco.vision.video.FrameSources;
import org.chalaco.vision.video.VideoRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: drawn vehicles are counted exactly, each way, with their speed. */
class U05_DrawnTrafficTest {

    private static final int FRAMES = 200;

    @TempDir Path folder;

    /** Ten pixels are a metre. */
    private static CameraSite site() {
        List<ImagePoint> image =
                List.of(
                        new ImagePoint(0, 0),
                        new ImagePoint(200, 0),
                        new ImagePoint(200, 100),
                        new ImagePoint(0, 100));
        List<RoadPoint> road =
                image.stream().map(p -> new RoadPoint(p.x() / 10, p.y() / 10)).toList();
        CountingLine line =
                new CountingLine(
                        "line",
                        new ImagePoint(10, 90),
                        new ImagePoint(230, 90),
                        new LineDirection("down", "s-down", null),
                        new LineDirection("up", "s-up", null),
                        Double.NaN);
        List<CameraLane> lanes = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            double x = 24 + k * DrawnTraffic.LANE;
            lanes.add(
                    new CameraLane(
                            "lane" + k,
                            List.of(new ImagePoint(x, 0), new ImagePoint(x, 180)),
                            List.of(new ImagePoint(x + 36, 0), new ImagePoint(x + 36, 180))));
        }
        return new CameraSite(
                "drawn",
                DrawnTraffic.WIDTH,
                DrawnTraffic.HEIGHT,
                Homography.of(image, road),
                List.of(line),
                lanes,
                List.of(
                        new CameraSection("north", area(0, 60)),
                        new CameraSection("south", area(130, 180))),
                List.of(new CameraMovement("through", "north", "south", "m", null, null)),
                List.of(),
                MeasuredAccuracy.UNKNOWN);
    }

    private static Polygon area(double from, double until) {
        return new Polygon(
                List.of(
                        new ImagePoint(0, from),
                        new ImagePoint(240, from),
                        new ImagePoint(240, until),
                        new ImagePoint(0, until)));
    }

    private record Watched(List<LineCrossing> crossings, IntervalCounter counter) {

        long count(String direction) {
            return crossings.stream().filter(c -> c.direction().equals(direction)).count();
        }
    }

    private Watched watch(DrawnTraffic traffic) {
        CameraSite site = site();
        VideoRequest request =
                VideoRequest.recording(
                        traffic.write(folder.resolve("film.avi"), FRAMES).toString());
        ForegroundDetector foreground = new ForegroundDetector(site, null);
        IntervalCounter counter = new IntervalCounter(site, 300);
        List<LineCrossing> crossings = new ArrayList<>();
        try (Frame frame = new Frame()) {
            try (FrameSource source = FrameSources.open(request)) {
                while (source.read(frame)) {
                    foreground.study(frame);
                }
            }
            foreground.finishStudy();
            try (FrameSource source = FrameSources.open(request);
                    CameraWatch watch = new CameraWatch(site, 25, foreground, null)) {
                while (source.read(frame)) {
                    crossings.addAll(watch.accept(frame));
                    counter.saw(frame.time(), watch, frame.afterGap());
                }
                crossings.addAll(watch.finish());
            }
        }
        counter.add(crossings);
        return new Watched(crossings, counter);
    }

    private static DrawnTraffic traffic() {
        DrawnTraffic traffic = new DrawnTraffic();
        for (int k = 0; k < 4; k++) {
            traffic.car(0, 5 + 30 * k, 3);
            traffic.car(1, 12 + 34 * k, 4);
            traffic.car(3, 8 + 28 * k, 4);
        }
        return traffic.car(4, 20, 3).car(4, 90, 3).vehicle(3, 150, 4, 70);
    }

    @Test
    void everyVehicleIsCountedOnceInItsDirection() {
        Watched watched = watch(traffic());
        assertThat(watched.count("up")).isEqualTo(8);
        assertThat(watched.count("down")).isEqualTo(7);
    }

    @Test
    void crossingsHaveTimeLaneAndSpeed() {
        Watched watched = watch(new DrawnTraffic().car(3, 20, 4));
        LineCrossing crossing = watched.crossings().get(0);
        // The middle of the car, 13 pixels behind its front, is at 90 pixels after 103 / 4 frames.
        assertThat(crossing.frame()).isBetween(43L, 48L);
        assertThat(crossing.time()).isCloseTo(crossing.frame() / 25.0, within(1e-9));
        assertThat(crossing.lane()).isEqualTo("lane3");
        assertThat(crossing.speed()).isCloseTo(4 * 25 / 10.0, within(0.7));
    }

    @Test
    void movementsAreCountedFromSectionToSection() {
        Watched watched = watch(traffic());
        // The long vehicle enters too late to reach the other section.
        assertThat(watched.count("through")).isBetween(5L, 7L);
        assertThat(watched.crossings())
                .filteredOn(c -> c.lineId().equals("through"))
                .allSatisfy(c -> assertThat(c.x()).isGreaterThan(120));
    }

    @Test
    void hardShadowsInTheNextLaneAreNoVehicles() {
        Watched watched = watch(traffic().withShadows());
        assertThat(watched.count("up")).isEqualTo(8);
        assertThat(watched.count("down")).isEqualTo(7);
    }

    @Test
    void aChangeOfLightIsNoVehicle() {
        Watched watched = watch(traffic().brightensTo(1.15));
        assertThat(watched.count("up")).isEqualTo(8);
        assertThat(watched.count("down")).isEqualTo(7);
    }

    @Test
    void anEmptyRoadCountsNothing() {
        Watched watched = watch(new DrawnTraffic());
        assertThat(watched.crossings()).isEmpty();
        assertThat(watched.counter().counts())
                .extracting(c -> c.count().vehicles())
                .containsOnly(0.0);
    }

    @Test
    void countsSumUpCrossingsByClassAndSayHowSureTheyAre() {
        Watched watched = watch(traffic());
        List<IntervalCount> counts = watched.counter().counts();
        IntervalCount up =
                counts.stream()
                        .filter(c -> c.direction().equals("up"))
                        .filter(c -> c.count().vehicleClass() == null)
                        .findFirst()
                        .orElseThrow();
        assertThat(up.count().vehicles()).isEqualTo(8);
        assertThat(up.count().stationId()).isEqualTo("s-up");
        assertThat(up.quality().observed()).isCloseTo(8.0 / 300, within(0.001));
        assertThat(up.quality().dark()).isZero();
        // sqrt(8 * 0.95 * 0.1) / 0.95
        assertThat(up.standardError()).isCloseTo(0.918, within(0.001));
        assertThat(up.meanHeadway()).isBetween(0.8, 1.8);
        double classes =
                counts.stream()
                        .filter(c -> c.direction().equals("up"))
                        .filter(c -> c.count().vehicleClass() != null)
                        .mapToDouble(c -> c.count().vehicles())
                        .sum();
        assertThat(classes).isEqualTo(8);
    }

    @Test
    void sameFilmSameCrossings() {
        assertThat(watch(traffic()).crossings()).isEqualTo(watch(traffic()).crossings());
    }
}
