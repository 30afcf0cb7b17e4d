package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.testkit.Trajectories;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a proper amber leaves nobody a choice between hard braking and a red: who
 * stops brakes comfortably, who passes does so before the red.
 *
 * <p>Oracle: the rule that ambers are designed by, {@code Y ≥ t + v / (2 b)} with t 0.5 s and b 3
 * m/s² as in {@code JunctionRules.STANDARD}: 2.8 s at 50 km/h, 3.3 s at 60 km/h.
 */
class B08_AmberTest {

    private static final double STOP = 3.0;
    private static final double REACTION = 0.5;
    private static final int ONSET = 60;

    /** One vehicle whom amber met at this distance from the line. */
    private record Met(double distance, boolean passed, double hardest, double crossedAfter) {}

    private static List<Met> meet(VehicleType type, double speed, int amber) {
        List<Met> met = new ArrayList<>();
        double way = type.length() + 28 * speed * type.driver().speedFactor();
        for (double toLine = way + 2; toLine <= way + 140; toLine += 1.3) {
            // departures begin with a step, so the place of the line makes the difference
            TrafficCase one =
                    new SignalisedLane(toLine, 300, speed, 0, ONSET, 600, amber)
                            .road()
                            .withTypes(type)
                            .depart(ONSET - 28, SignalisedLane.BEFORE, SignalisedLane.BEYOND)
                            .until(ONSET + 50);
            Trajectories run = one.runAndFollow().trajectories();
            Trajectories.Sample at = run.at(0, ONSET);
            double before = one.network().laneLength(0) - at.position();
            if (at.lane() == 0 && before < 150) {
                met.add(meeting(run, before));
            }
        }
        return met;
    }

    private static Met meeting(Trajectories run, double toLine) {
        double hardest = 0;
        double crossed = Double.NaN;
        for (Trajectories.Sample s : run.of(0)) {
            if (s.time() > ONSET && s.time() < ONSET + 45) {
                hardest = Math.max(hardest, -s.acceleration());
                crossed = Double.isNaN(crossed) && s.lane() != 0 ? s.time() - ONSET : crossed;
            }
        }
        return new Met(toLine, !Double.isNaN(crossed), hardest, crossed);
    }

    @Test
    void aProperAmberIsNeitherBrakedForHardNorRun() {
        Evidence evidence = Evidence.of("amber");
        evidence.columns(
                "One vehicle met by the onset of amber at 0 to 150 m before the line, dt 0.5 s.",
                "who, speed, amber",
                "met",
                "passed",
                "farthest who passed, m (rule)",
                "hardest braking, m/s²",
                "last crossing after onset, s (≤ amber + 0.5)");
        Plot plot =
                Plot.titled("Onset of amber: hardest braking, by distance from the line")
                        .axes(
                                "distance from the stop line at the onset, m",
                                "hardest braking, m/s²")
                        .xRange(0, 150)
                        .yRange(0, 5);
        double hardest = 0;
        for (ParameterSet set : ParameterSet.listAll()) {
            for (VehicleClass who : new VehicleClass[] {VehicleClass.CAR, VehicleClass.TRUCK}) {
                VehicleType type = set.type(who).withSpread(DriverSpread.NONE);
                for (double[] c : new double[][] {{50, 3}, {60, 4}}) {
                    List<Met> met = meet(type, c[0] / 3.6, (int) c[1]);
                    String name =
                            String.format(
                                    Locale.ROOT,
                                    "%s %s, %.0f km/h, %.0f s",
                                    set,
                                    type.id(),
                                    c[0],
                                    c[1]);
                    claims(evidence, name, type, c, met);
                    hardest =
                            Math.max(
                                    hardest,
                                    met.stream().mapToDouble(Met::hardest).max().orElseThrow());
                    if (c[0] == 50 && !(set == ParameterSet.CITY_TREIBER && type.pcu() > 1)) {
                        draw(plot, set + " " + type.id(), met);
                    }
                }
            }
        }
        int kerb = crossFromTheKerb();
        double rule = 50 / 3.6 * (50 / 3.6 / (2 * STOP) + REACTION);
        plot.dashed("can stop with 3 m/s²", new double[] {rule, rule}, new double[] {0, 5})
                .dashed("3 m/s²", new double[] {0, 150}, new double[] {STOP, STOP});
        evidence.table("All of them.")
                .atMost("hardest braking for a proper amber", hardest, STOP + 0.05, "m/s²", 2)
                .atMost(
                        "who cross of 29 who start at the kerb up to 3 m before a red line",
                        kerb,
                        0,
                        "veh",
                        0)
                .diagram("amber", plot)
                .settle();
    }

    /** How many of those who start at the kerb, up to 3 m before a red line, cross it. */
    private static int crossFromTheKerb() {
        int crossed = 0;
        for (double before = 0.1; before < 3; before += 0.1) {
            SignalisedLane lane = new SignalisedLane(200, 100, 50 / 3.6, 900, 990, 1000, 3);
            TrafficCase road = lane.road();
            Departure start =
                    new Departure(
                            0,
                            0,
                            10,
                            road.route(SignalisedLane.BEFORE, SignalisedLane.BEYOND),
                            1 - before / 200,
                            1);
            TrafficCase.Outcome run = road.withDepartures(List.of(start)).until(100).run();
            crossed += Double.isNaN(run.events().crossed(0, 0)) ? 0 : 1;
        }
        return crossed;
    }

    private static void claims(
            Evidence evidence, String name, VehicleType type, double[] c, List<Met> met) {
        double v = c[0] / 3.6 * type.driver().speedFactor();
        double rule = v * v / (2 * STOP) + v * REACTION;
        double hardest = 0;
        double last = 0;
        double farthest = 0;
        int passed = 0;
        for (Met m : met) {
            hardest = Math.max(hardest, m.hardest());
            last = m.passed() ? Math.max(last, m.crossedAfter()) : last;
            farthest = m.passed() ? Math.max(farthest, m.distance()) : farthest;
            passed += m.passed() ? 1 : 0;
        }
        evidence.cells(
                name,
                String.valueOf(met.size()),
                String.valueOf(passed),
                "%s (%s)".formatted(Evidence.number(farthest, 1), Evidence.number(rule, 1)),
                Evidence.number(hardest, 2),
                Evidence.number(last, 1));
        evidence.require(
                passed > 3 && passed < met.size() - 10, "%s: %d of %d", name, passed, met.size());
        evidence.require(farthest <= rule + 0.5, "%s passed from %.1f m", name, farthest);
        evidence.require(hardest <= STOP + 0.05, "%s: brakes with %.2f m/s²", name, hardest);
        // a crossing is seen at the end of its step
        evidence.require(last <= c[1] + 0.5, "%s: crosses after %.1f s", name, last);
    }

    private static void draw(Plot plot, String name, List<Met> met) {
        List<Met> stopped = met.stream().filter(m -> !m.passed()).toList();
        plot.points(
                name + ", stops",
                stopped.stream().mapToDouble(Met::distance).toArray(),
                stopped.stream().mapToDouble(Met::hardest).toArray());
    }
}
