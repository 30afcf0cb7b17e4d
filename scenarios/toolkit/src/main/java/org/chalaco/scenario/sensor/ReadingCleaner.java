package org.chalaco.scenario.sensor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.scenario.sensor.DroppedReadings.Reason;

/**
 * Makes hourly flows of sensor readings and says what it dropped: doubles, contradictions,
 * impossible numbers, hanging and dead sensors, hours with gaps. An hour of which three quarters
 * are left is scaled up. The flow of an hour is the mean over the days; its standard error comes
 * from how much the days differ, where there are three or more.
 */
public final class ReadingCleaner {

    /**
     * More than this passes no lane, veh/h; a detector watches one lane, or says so in its name.
     */
    private static final double MOST_PER_HOUR = 2600;

    private static final int STUCK_READINGS = 4;
    private static final int STUCK_MINUTES = 60;
    private static final double STUCK_FROM = 4;
    private static final int DEAD_MINUTES = 120;
    private static final double ALIVE_PER_HOUR = 30;
    private static final int DAY_BEGINS = 6;
    private static final int DAY_ENDS = 22;
    private static final double LEAST_COVERED = 0.75;

    /**
     * Flow of a detector in an hour of the day.
     *
     * @param detector its name
     * @param hour 0 to 23
     * @param vehicles mean over the days, veh/h
     * @param standardError of it, or NaN with fewer than three days
     * @param days days it is the mean of
     */
    public record HourlyFlow(
            String detector, int hour, double vehicles, double standardError, int days) {}

    private final List<DroppedReadings> dropped = new ArrayList<>();
    private final List<HourlyFlow> flows = new ArrayList<>();

    /** Cleans all readings; their order does not matter. */
    public ReadingCleaner(List<SensorReading> readings) {
        Map<String, List<SensorReading>> byDetector = new TreeMap<>();
        for (SensorReading r : readings) {
            byDetector.computeIfAbsent(r.detector(), k -> new ArrayList<>()).add(r);
        }
        byDetector.forEach(this::clean);
    }

    /** What was dropped, detector by detector. */
    public List<DroppedReadings> dropped() {
        return List.copyOf(dropped);
    }

    /** The flows that are left, detector by detector and hour by hour. */
    public List<HourlyFlow> flows() {
        return List.copyOf(flows);
    }

    private void clean(String detector, List<SensorReading> readings) {
        List<SensorReading> left = new ArrayList<>(readings);
        left.sort(Comparator.comparing(SensorReading::start));
        left = withoutDoubles(detector, left);
        left = withoutImpossible(detector, left);
        left = withoutRuns(detector, left);
        average(detector, left);
    }

    private void drop(String detector, SensorReading first, int count, Reason reason) {
        dropped.add(new DroppedReadings(detector, first.start(), count, reason));
    }

    private List<SensorReading> withoutDoubles(String detector, List<SensorReading> sorted) {
        List<SensorReading> kept = new ArrayList<>();
        for (int k = 0; k < sorted.size(); ) {
            int first = k;
            boolean same = true;
            while (k < sorted.size() && sorted.get(k).start().equals(sorted.get(first).start())) {
                same &= sorted.get(k).vehicles() == sorted.get(first).vehicles();
                k++;
            }
            if (same) {
                kept.add(sorted.get(first));
            }
            if (k - first > 1) {
                int lost = same ? k - first - 1 : k - first;
                drop(
                        detector,
                        sorted.get(first),
                        lost,
                        same ? Reason.DOUBLE : Reason.CONTRADICTION);
            }
        }
        return kept;
    }

    private List<SensorReading> withoutImpossible(String detector, List<SensorReading> sorted) {
        List<SensorReading> kept = new ArrayList<>();
        for (SensorReading r : sorted) {
            boolean possible =
                    r.vehicles() >= 0 && r.vehicles() * 60 / r.minutes() <= MOST_PER_HOUR;
            if (possible) {
                kept.add(r);
            } else {
                drop(detector, r, 1, Reason.IMPOSSIBLE);
            }
        }
        return kept;
    }

    /** Runs of one number without a gap: stuck where it is not small, dead where it is zero. */
    private List<SensorReading> withoutRuns(String detector, List<SensorReading> sorted) {
        double perHour =
                sorted.stream()
                        .filter(r -> isDay(r.start()))
                        .mapToDouble(r -> r.vehicles() * 60 / r.minutes())
                        .average()
                        .orElse(0);
        List<SensorReading> kept = new ArrayList<>();
        for (int k = 0; k < sorted.size(); ) {
            int first = k++;
            while (k < sorted.size() && goesOn(sorted.get(k - 1), sorted.get(k))) {
                k++;
            }
            List<SensorReading> run = sorted.subList(first, k);
            Reason reason = reason(run, perHour);
            if (reason == null) {
                kept.addAll(run);
            } else {
                drop(detector, run.get(0), run.size(), reason);
            }
        }
        return kept;
    }

    private static boolean goesOn(SensorReading a, SensorReading b) {
        return a.vehicles() == b.vehicles() && a.start().plusMinutes(a.minutes()).equals(b.start());
    }

    private static Reason reason(List<SensorReading> run, double perHour) {
        int minutes = run.stream().mapToInt(SensorReading::minutes).sum();
        double vehicles = run.get(0).vehicles();
        if (vehicles >= STUCK_FROM && run.size() >= STUCK_READINGS && minutes >= STUCK_MINUTES) {
            return Reason.STUCK;
        }
        boolean byDay = run.stream().allMatch(r -> isDay(r.start()));
        boolean dead =
                vehicles == 0 && minutes >= DEAD_MINUTES && byDay && perHour > ALIVE_PER_HOUR;
        return dead ? Reason.DEAD : null;
    }

    private static boolean isDay(LocalDateTime time) {
        return time.getHour() >= DAY_BEGINS && time.getHour() < DAY_ENDS;
    }

    private void average(String detector, List<SensorReading> sorted) {
        Map<Integer, Map<LocalDate, List<SensorReading>>> byHour = new TreeMap<>();
        for (SensorReading r : sorted) {
            byHour.computeIfAbsent(r.start().getHour(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(r.start().toLocalDate(), k -> new ArrayList<>())
                    .add(r);
        }
        byHour.forEach(
                (hour, days) -> {
                    List<Double> whole = new ArrayList<>();
                    for (List<SensorReading> day : days.values()) {
                        int minutes = day.stream().mapToInt(SensorReading::minutes).sum();
                        double sum = day.stream().mapToDouble(SensorReading::vehicles).sum();
                        if (minutes >= 60 * LEAST_COVERED) {
                            whole.add(sum * 60 / minutes);
                        } else {
                            drop(detector, day.get(0), day.size(), Reason.GAP);
                        }
                    }
                    if (!whole.isEmpty()) {
                        flows.add(flow(detector, hour, whole));
                    }
                });
    }

    private static HourlyFlow flow(String detector, int hour, List<Double> days) {
        double mean = days.stream().mapToDouble(d -> d).average().orElseThrow();
        double squares = days.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        int n = days.size();
        double error = n < 3 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
        return new HourlyFlow(detector, hour, mean, error, n);
    }
}
