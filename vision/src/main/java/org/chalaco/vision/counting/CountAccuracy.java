package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * How well crossings agree with those that a person marked.
 *
 * <p>A crossing is right if a marked one of the same direction lies within {@value #SECONDS} s and
 * {@value #SHARE} of the picture's width; nearest pairs first, each used once. Marks that the clip
 * cuts off count neither way, nor do crossings that match them. Count accuracy is {@code 1 -
 * Σ|counted - marked| / Σ marked} over the directions.
 *
 * @param found marked and counted
 * @param extra counted, not marked
 * @param missed marked, not counted
 * @param difference sum over directions of |counted - marked|
 */
public record CountAccuracy(int found, int extra, int missed, int difference) {

    /** 16 frames at 25 per second. */
    static final double SECONDS = 0.64;

    /** 26 of 352 pixels. */
    static final double SHARE = 26.0 / 352;

    private record Pair(double distance, int crossing, int mark) {}

    /**
     * Compares.
     *
     * @param framesPerSecond of the video
     * @param width of the picture, pixels
     */
    public static CountAccuracy of(
            List<LineCrossing> crossings,
            List<HandCount> marks,
            double framesPerSecond,
            double width) {
        CountAccuracy sum = new CountAccuracy(0, 0, 0, 0);
        TreeSet<String> directions = new TreeSet<>();
        marks.forEach(m -> directions.add(m.direction()));
        List<LineCrossing> rest = new ArrayList<>(crossings);
        for (String direction : directions) {
            List<HandCount> marked =
                    marks.stream().filter(m -> m.direction().equals(direction)).toList();
            List<LineCrossing> counted =
                    rest.stream().filter(c -> marked.get(0).isDirection(c.direction())).toList();
            rest.removeAll(counted);
            sum = sum.plus(match(counted, marked, framesPerSecond * SECONDS, width * SHARE));
        }
        return sum.plus(new CountAccuracy(0, rest.size(), 0, rest.size()));
    }

    private static CountAccuracy match(
            List<LineCrossing> counted, List<HandCount> marked, double frames, double pixels) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            for (int k = 0; k < marked.size(); k++) {
                double t = Math.abs(counted.get(i).frame() - marked.get(k).frame()) / frames;
                double x = Math.abs(counted.get(i).x() - marked.get(k).x()) / pixels;
                if (t <= 1 && x <= 1) {
                    pairs.add(new Pair(t + x, i, k));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance));
        boolean[] used = new boolean[counted.size()];
        boolean[] seen = new boolean[marked.size()];
        int found = 0;
        int ignored = 0;
        for (Pair pair : pairs) {
            if (!used[pair.crossing()] && !seen[pair.mark()]) {
                used[pair.crossing()] = true;
                seen[pair.mark()] = true;
                boolean cut = marked.get(pair.mark()).cutOff();
                found += cut ? 0 : 1;
                ignored += cut ? 1 : 0;
            }
        }
        int whole = (int) marked.stream().filter(m -> !m.cutOff()).count();
        int scored = counted.size() - ignored;
        return new CountAccuracy(found, scored - found, whole - found, Math.abs(scored - whole));
    }

    /** Both together. */
    public CountAccuracy plus(CountAccuracy other) {
        return new CountAccuracy(
                found + other.found,
                extra + other.extra,
                missed + other.missed,
                difference + other.difference);
    }

    /** Share of the counted ones that are real. */
    public double precision() {
        return found / (double) (found + extra);
    }

    /** Share of the real ones that were counted. */
    public double recall() {
        return found / (double) (found + missed);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return 2.0 * found / (2.0 * found + extra + missed);
    }

    /** Share of the number of vehicles that is right. */
    public double countAccuracy() {
        return 1 - difference / (double) (found + missed);
    }
}
