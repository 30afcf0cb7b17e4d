package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.site.CameraMovement;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.LineDirection;

/**
 * Sums crossings up to counts per interval, place, direction and class.
 *
 * <p>Every place has a row for every interval that was looked at, for all classes together (class
 * null) and for each class that was seen there: nothing counted is a result too. Mutable, not
 * thread-safe.
 */
public final class IntervalCounter {

    /** Gaps between frames longer than this were not observed, s. */
    private static final double LONGEST_GAP = 1;

    /** What is counted at one station. */
    private record Place(String id, String direction, String station) {}

    private final CameraSite site;
    private final double length;
    private final List<Place> places = new ArrayList<>();
    private final List<LineCrossing> crossings = new ArrayList<>();
    private final Map<Long, Watched> watched = new LinkedHashMap<>();
    private double lastTime = Double.NaN;

    /** How an interval was looked at. */
    private static final class Watched {
        private double seconds;
        private long frames;
        private long dark;
        private long shaken;
        private int dropOuts;
        private final Map<String, Double> queues = new HashMap<>();
    }

    /**
     * A counter.
     *
     * @param site the camera's
     * @param length of an interval, s
     */
    public IntervalCounter(CameraSite site, double length) {
        this.site = site;
        this.length = length;
        for (CountingLine line : site.lines()) {
            addPlace(line, line.forward());
            addPlace(line, line.backward());
        }
        for (CameraMovement movement : site.movements()) {
            places.add(new Place(movement.id(), movement.id(), movement.stationId()));
        }
    }

    private void addPlace(CountingLine line, LineDirection direction) {
        if (direction != null) {
            places.add(new Place(line.id(), direction.name(), direction.stationId()));
        }
    }

    /** Takes note of a frame: what was seen, how well, and how long queues are. */
    public void saw(double time, CameraWatch watch, boolean afterGap) {
        Watched interval =
                watched.computeIfAbsent((long) Math.floor(time / length), k -> new Watched());
        double elapsed = Double.isNaN(lastTime) ? 0 : time - lastTime;
        lastTime = time;
        interval.seconds += elapsed <= LONGEST_GAP ? elapsed : 0;
        interval.frames++;
        interval.dark += watch.isDark() ? 1 : 0;
        interval.shaken += watch.isShaken() ? 1 : 0;
        interval.dropOuts += afterGap ? 1 : 0;
        for (CountingLine line : site.lines()) {
            queue(interval, line, line.forward(), watch.queue(line, true));
            queue(interval, line, line.backward(), watch.queue(line, false));
        }
    }

    private static void queue(
            Watched interval, CountingLine line, LineDirection direction, double metres) {
        if (direction != null) {
            interval.queues.merge(line.id() + "\n" + direction.name(), metres, Math::max);
        }
    }

    /** Takes crossings. */
    public void add(List<LineCrossing> more) {
        crossings.addAll(more);
    }

    /** The counts so far, by interval and in the order of the site. */
    public List<IntervalCount> counts() {
        List<IntervalCount> counts = new ArrayList<>();
        for (long interval : new TreeSet<>(watched.keySet())) {
            for (Place place : places) {
                List<LineCrossing> here = here(interval, place);
                counts.add(count(interval, place, null, here));
                for (VehicleClass vehicleClass : VehicleClass.values()) {
                    List<LineCrossing> ofClass =
                            here.stream().filter(c -> c.vehicleClass() == vehicleClass).toList();
                    if (!ofClass.isEmpty()) {
                        counts.add(count(interval, place, vehicleClass, ofClass));
                    }
                }
            }
        }
        return counts;
    }

    private List<LineCrossing> here(long interval, Place place) {
        return crossings.stream()
                .filter(c -> c.lineId().equals(place.id()))
                .filter(c -> c.direction().equals(place.direction()))
                .filter(c -> (long) Math.floor(c.time() / length) == interval)
                .sorted(Comparator.comparingDouble(LineCrossing::time))
                .toList();
    }

    private IntervalCount count(
            long interval, Place place, VehicleClass vehicleClass, List<LineCrossing> here) {
        Watched seen = watched.get(interval);
        double frames = seen.frames;
        double single = here.stream().filter(c -> c.trackId() < 0).count();
        IntervalQuality quality =
                new IntervalQuality(
                        Math.min(1, seen.seconds / length),
                        seen.dark / frames,
                        seen.shaken / frames,
                        here.isEmpty() ? 0 : single / here.size(),
                        seen.dropOuts);
        TrafficCount count =
                new TrafficCount(
                        place.station(),
                        interval * length,
                        (interval + 1) * length,
                        vehicleClass,
                        here.size(),
                        quality.observed());
        return new IntervalCount(
                count,
                place.id(),
                place.direction(),
                site.accuracy().standardError(here.size(), quality.dark()),
                meanSpeed(here),
                meanHeadway(here),
                seen.queues.getOrDefault(place.id() + "\n" + place.direction(), Double.NaN),
                quality);
    }

    private static double meanSpeed(List<LineCrossing> here) {
        double[] slowness =
                here.stream()
                        .mapToDouble(LineCrossing::speed)
                        .filter(v -> v > 0.1)
                        .map(v -> 1 / v)
                        .toArray();
        return slowness.length == 0 ? Double.NaN : slowness.length / Arrays.stream(slowness).sum();
    }

    private static double meanHeadway(List<LineCrossing> here) {
        double sum = 0;
        int n = 0;
        for (int i = 1; i < here.size(); i++) {
            for (int k = i - 1; k >= 0; k--) {
                if (Objects.equals(here.get(i).lane(), here.get(k).lane())) {
                    sum += here.get(i).time() - here.get(k).time();
                    n++;
                    break;
                }
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }
}
