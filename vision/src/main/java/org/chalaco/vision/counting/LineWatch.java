package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.site.LaneGeometry;
import org.chalaco.vision.tracking.TrackPoint;
import org.opencv.core.Mat;

/**
 * Counts one line by two votes: the virtual loop on it, and the tracks that go over it.
 *
 * <p>What the loop sees clearly counts. What it sees faintly counts if a track says so too. Which
 * way is said by whoever is surer: a line that counts one way only, the loop's own lag, the track.
 * In the dark, light beside a vehicle is taken for what it is: no vehicle.
 *
 * <p>Mutable, not thread-safe.
 */
final class LineWatch implements AutoCloseable {

    /** Passages fainter than these need a track as well. */
    private static final double CLEAR_FILL = 0.35;

    /** Larger than a speck of light is: lane widths times seconds; such ones may have gaps. */
    private static final double LARGE = 0.35;

    private static final double LARGE_FILL = 0.22;
    private static final double CLEAR_STRONG = 0.2;
    private static final double CLEAR_WIDTH = 0.35;

    /** A loop that is surer of the direction than this overrules a track. */
    private static final double CLEAR_DIRECTION = 0.1;

    /** A track and a passage this near are the same vehicle: lane widths, s. */
    private static final double SAME_PLACE = 0.8;

    private static final double SAME_TIME = 0.7;

    /** In the dark, light beside a vehicle: lane widths and s from it, and how much smaller. */
    private static final double BESIDE = 1.0;

    private static final double BESIDE_TIME = 0.5;
    private static final double SMALLER = 0.5;

    /** No vehicle follows another in its lane within this time, rear to front, s. */
    private static final double REMNANT_TIME = 0.2;

    private final CountingLine line;
    private final double laneWidth;
    private final double framesPerSecond;
    private final VirtualLoop loop;
    private final LaneGeometry lanes;
    private final List<TrackCrossing> tracks = new ArrayList<>();
    private final List<LoopPassage> recent = new ArrayList<>();

    LineWatch(CountingLine line, double laneWidth, double framesPerSecond, LaneGeometry lanes) {
        this.line = line;
        this.laneWidth = laneWidth;
        this.framesPerSecond = framesPerSecond;
        this.lanes = lanes;
        loop = new VirtualLoop(line, laneWidth, framesPerSecond);
    }

    CountingLine line() {
        return line;
    }

    /** Takes a step of a track; the middle of the box decides, as the loop sees whole vehicles. */
    void step(
            long trackId,
            TrackPoint before,
            TrackPoint after,
            double speed,
            VehicleClass vehicleClass) {
        ImagePoint a = new ImagePoint(before.x(), before.y() - before.height() / 2);
        ImagePoint b = new ImagePoint(after.x(), after.y() - after.height() / 2);
        double sideA = line.side(a);
        double sideB = line.side(b);
        if (sideA < 0 == sideB < 0) {
            return;
        }
        double along = line.along(a.towards(b, sideA / (sideA - sideB)));
        if (along >= 0 && along <= 1) {
            double pixels = along * line.from().distance(line.to());
            tracks.add(
                    new TrackCrossing(
                            trackId, after.frame(), pixels, sideB > 0, speed, vehicleClass));
        }
    }

    /** Takes the mask of a frame; the vehicles counted by now. */
    List<LineCrossing> add(long frame, Mat mask, boolean dark) {
        return judge(loop.add(frame, mask), dark, frame);
    }

    /** The vehicles still on the line when the video ended. */
    List<LineCrossing> finish(boolean dark) {
        return judge(loop.finish(), dark, Long.MAX_VALUE);
    }

    private List<LineCrossing> judge(List<LoopPassage> passages, boolean dark, long frame) {
        List<LineCrossing> counted = new ArrayList<>();
        List<LoopPassage> known = new ArrayList<>(recent);
        known.addAll(passages);
        // Who is larger has the first claim on a track.
        List<LoopPassage> ordered = new ArrayList<>(passages);
        ordered.sort(Comparator.comparingDouble(LoopPassage::area).reversed());
        for (LoopPassage passage : ordered) {
            if (dark && isLight(passage, known)) {
                continue;
            }
            TrackCrossing track = nearest(passage);
            if (track != null || isClear(passage) && !isRemnant(passage, known)) {
                LineCrossing crossing = crossing(passage, track);
                if (crossing != null) {
                    counted.add(crossing);
                }
            }
        }
        recent.addAll(passages);
        double past = frame - 4 * framesPerSecond;
        recent.removeIf(p -> p.lastFrame() < past);
        tracks.removeIf(t -> t.frame() < past - 100 * framesPerSecond);
        counted.sort(Comparator.comparingLong(LineCrossing::frame));
        return counted;
    }

    private boolean isLight(LoopPassage passage, List<LoopPassage> known) {
        return known.stream()
                .anyMatch(
                        other ->
                                other != passage
                                        && passage.area() < SMALLER * other.area()
                                        && Math.abs(passage.middle() - other.middle())
                                                < BESIDE * laneWidth
                                        && Math.abs(passage.middleFrame() - other.middleFrame())
                                                < BESIDE_TIME * framesPerSecond);
    }

    /** A smaller spot right before or behind another one in its lane is a part of that vehicle. */
    private boolean isRemnant(LoopPassage passage, List<LoopPassage> known) {
        return known.stream()
                .anyMatch(
                        other ->
                                other != passage
                                        && passage.area() < SMALLER * other.area()
                                        && Math.abs(passage.middle() - other.middle())
                                                < SAME_PLACE * laneWidth
                                        && gap(passage, other) < REMNANT_TIME * framesPerSecond);
    }

    private static double gap(LoopPassage a, LoopPassage b) {
        return Math.max(a.firstFrame() - b.lastFrame(), b.firstFrame() - a.lastFrame());
    }

    private boolean isClear(LoopPassage passage) {
        boolean large = passage.area() >= LARGE * laneWidth * framesPerSecond;
        return passage.fill() >= (large ? LARGE_FILL : CLEAR_FILL)
                && passage.strong() >= CLEAR_STRONG
                && passage.width() >= CLEAR_WIDTH * laneWidth;
    }

    private TrackCrossing nearest(LoopPassage passage) {
        TrackCrossing best = null;
        double least = 2;
        for (TrackCrossing track : tracks) {
            double dx = Math.abs(track.along() - passage.middle()) / (SAME_PLACE * laneWidth);
            double slack = SAME_TIME * framesPerSecond + passage.frames() / 2.0;
            double dt = Math.abs(track.frame() - passage.middleFrame()) / slack;
            if (dx <= 1 && dt <= 1 && dx + dt < least) {
                least = dx + dt;
                best = track;
            }
        }
        tracks.remove(best);
        return best;
    }

    private LineCrossing crossing(LoopPassage passage, TrackCrossing track) {
        boolean forward = isForward(passage, track);
        if (line.direction(forward) == null) {
            return null;
        }
        double share = passage.middle() / line.from().distance(line.to());
        ImagePoint place = line.from().towards(line.to(), share);
        return new LineCrossing(
                line.id(),
                line.direction(forward).name(),
                track == null ? -1 : track.trackId(),
                Math.round(passage.middleFrame()),
                Double.NaN,
                place.x(),
                place.y(),
                lanes.laneAt(place.x(), place.y()),
                classOf(passage, track),
                track == null ? Double.NaN : track.speed(),
                Double.NaN,
                track == null ? 0.7 : 0.95);
    }

    private boolean isForward(LoopPassage passage, TrackCrossing track) {
        boolean onlyOne = line.forward() == null || line.backward() == null;
        if (onlyOne) {
            // Against the only direction goes who both votes say goes against it.
            boolean usual = line.forward() != null;
            boolean loopDisagrees =
                    passage.lag() > 0 != usual && passage.certainty() > 3 * CLEAR_DIRECTION;
            boolean trackDisagrees = track != null && track.forward() != usual;
            return loopDisagrees && trackDisagrees ? !usual : usual;
        }
        if (track == null || passage.certainty() >= CLEAR_DIRECTION) {
            return passage.lag() > 0;
        }
        return track.forward();
    }

    private VehicleClass classOf(LoopPassage passage, TrackCrossing track) {
        if (track != null && track.vehicleClass() != null) {
            return track.vehicleClass();
        }
        double width = passage.width() / laneWidth;
        if (width < 0.42) {
            return VehicleClass.MOTORCYCLE;
        }
        return width > 1.5 ? VehicleClass.TRUCK : VehicleClass.CAR;
    }

    @Override
    public void close() {
        loop.close();
    }
}
