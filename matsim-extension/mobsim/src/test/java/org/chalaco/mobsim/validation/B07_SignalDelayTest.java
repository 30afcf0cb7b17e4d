package org.chalaco.mobsim.validation;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.testkit.Plot;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.PoissonFlow;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: delay at a fixed-time signal is what queueing theory says, for arrivals at
 * equal intervals and at random, and the queue of every cycle dissolves.
 *
 * <p>Oracles, with cycle C, effective green share λ, degree of saturation x, capacity c, hours T:
 * the uniform delay of Webster (1958), the first term of the HCM, {@code d1 = C (1 - λ)² / (2 (1 -
 * λ x))}; for random arrivals the HCM's {@code d1 + d2}, {@code d2 = 900 T [(x - 1) + √((x - 1)² +
 * 4 x / (c T))]}, and Webster's whole formula. Saturation flow and effective green are those of
 * {@link QueueDischarge}; delay is taken at the stop line, as in the theory of the vertical queue.
 */
class B07_SignalDelayTest {

    private static final double SPEED = 50 / 3.6;
    private static final int CYCLE = 60;
    private static final int GREEN = 30;
    private static final double[] SATURATION = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final int HOURS = 16;
    private static final double[] SHIFTS = {0, 0.62, 0.24, 0.85, 0.47, 0.09, 0.71};

    private final VehicleType car =
            ParameterSet.LIMA_CALLAO.type(VehicleClass.CAR).withSpread(DriverSpread.NONE);
    private final SignalisedLane lane = new SignalisedLane(300, 100, SPEED, 0, GREEN, CYCLE, 3);
    private final TrafficCase road = lane.road().withTypes(car);
    private final QueueDischarge.Measured queue = QueueDischarge.of(car, 25, SPEED, 500).measure(1);
    private final QueueDischarge longQueue = QueueDischarge.of(car, 34, SPEED, 500);
    private final double effective =
            GREEN + longQueue.gain(new int[] {26, 27, 28, 29, 30, 31, 32, 33, 34}, queue, 1);
    private final double lambda = effective / CYCLE;
    private final double capacity = longQueue.served(GREEN, 1).vehicles() / CYCLE;
    private final double freeTime = freeTime();

    /** From the beginning of the lane to the stop line at green. */
    private double freeTime() {
        TrafficCase free =
                SignalisedLane.redUntil(0, 300, SPEED)
                        .road()
                        .withTypes(car)
                        .depart(10, SignalisedLane.BEFORE, SignalisedLane.BEYOND)
                        .until(100);
        return passages(free).of(0) - 10;
    }

    private static Passages passages(TrafficCase road) {
        Passages passages =
                new Passages(road.link(SignalisedLane.BEFORE), road.departures().size());
        road.simulation().events(passages).run();
        return passages;
    }

    private double meanDelay(List<Departure> departures, double from, double end) {
        Passages passages = passages(road.withDepartures(departures).until(end));
        double sum = 0;
        int n = 0;
        for (Departure d : departures) {
            if (d.time() >= from) {
                sum += passages.of(d.vehicleIndex()) - d.time() - freeTime;
                n++;
            }
        }
        return sum / n;
    }

    /** Arrivals at equal intervals; shifted by a share of the interval. */
    private List<Departure> regular(double interval, double shift) {
        List<Departure> departures = new ArrayList<>();
        for (int v = 0; (v + shift) * interval < 40 * CYCLE; v++) {
            departures.add(
                    Departure.of(
                            v,
                            0,
                            (v + shift) * interval,
                            road.route(SignalisedLane.BEFORE, SignalisedLane.BEYOND)));
        }
        return departures;
    }

    /** At equal intervals, shifted so that every moment of the cycle is met alike. */
    private double uniform(double x) {
        double sum = 0;
        for (double shift : SHIFTS) {
            sum += meanDelay(regular(1 / (x * capacity), shift), 10 * CYCLE, 50 * CYCLE);
        }
        return sum / SHIFTS.length;
    }

    /** At random for an hour, mean of several hours. */
    private double random(double x) {
        double sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            List<Departure> departures =
                    new PoissonFlow(
                                    road.route(SignalisedLane.BEFORE, SignalisedLane.BEYOND),
                                    0,
                                    3600 * x * capacity,
                                    0,
                                    3600)
                            .departures(100 + hour, 0);
            sum += meanDelay(departures, 0, 6000) / HOURS;
        }
        return sum;
    }

    private double uniformTerm(double x) {
        double flowRatio = x * capacity * queue.headway();
        return CYCLE * (1 - lambda) * (1 - lambda) / (2 * (1 - flowRatio));
    }

    private double randomTerm(double x) {
        double perHour = 3600 * capacity;
        return 900 * (x - 1 + Math.sqrt((x - 1) * (x - 1) + 4 * x / perHour));
    }

    /** Webster's formula with all three terms. */
    private double webster(double x) {
        double q = x * capacity;
        return uniformTerm(x)
                + x * x / (2 * q * (1 - x))
                - 0.65 * Math.cbrt(CYCLE / (q * q)) * Math.pow(x, 2 + 5 * lambda);
    }

    @Test
    void delayIsThatOfTheManuals() {
        Evidence evidence = Evidence.of("signal-delay");
        evidence.columns(
                "Cycle 60 s, green 30 s, effective %s s; lima-callao cars discharge %s veh/h; random arrivals: mean of %d hours."
                        .formatted(
                                Evidence.number(effective, 1),
                                Evidence.number(3600 / queue.headway(), 0),
                                HOURS),
                "degree of saturation",
                "uniform arrivals, s",
                "Webster d1, s (± 8 %)",
                "random arrivals, s",
                "Webster, s (± 12 %)",
                "HCM d1 + d2, s (≤ + 5 %)");
        int n = SATURATION.length;
        double[] uniform = new double[n];
        double[] random = new double[n];
        for (int k = 0; k < n; k++) {
            double x = SATURATION[k];
            uniform[k] = uniform(x);
            random[k] = random(x);
            double d1 = uniformTerm(x);
            double hcm = d1 + randomTerm(x);
            evidence.cells(
                    Evidence.number(x, 1),
                    Evidence.number(uniform[k], 1),
                    Evidence.number(d1, 1),
                    Evidence.number(random[k], 1),
                    Evidence.number(webster(x), 1),
                    Evidence.number(hcm, 1));
            evidence.require(
                    Math.abs(uniform[k] / d1 - 1) <= 0.08,
                    "x %.1f: uniform delay %.2f instead of %.2f s",
                    x,
                    uniform[k],
                    d1);
            evidence.require(
                    Math.abs(random[k] / webster(x) - 1) <= 0.12 && random[k] <= 1.05 * hcm,
                    "x %.1f: random delay %.2f instead of %.2f s (Webster), %.2f s (HCM)",
                    x,
                    random[k],
                    webster(x),
                    hcm);
        }
        evidence.diagram("signal-delay", plot(uniform, random)).settle();
    }

    private Plot plot(double[] uniform, double[] random) {
        int n = 36;
        double[] x = new double[n];
        double[] d1 = new double[n];
        double[] d2 = new double[n];
        double[] webster = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = 0.25 + 0.02 * k;
            d1[k] = uniformTerm(x[k]);
            d2[k] = d1[k] + randomTerm(x[k]);
            webster[k] = webster(x[k]);
        }
        return Plot.titled("Delay at a fixed-time signal, cycle 60 s, green 30 s")
                .axes("degree of saturation", "mean delay, s")
                .xRange(0.2, 1)
                .yRange(0, 50)
                .curve("uniform: Webster d1", x, d1)
                .pointsOfSameColour("uniform, simulated", SATURATION, uniform)
                .curve("random: HCM d1 + d2", x, d2)
                .pointsOfSameColour("random, simulated", SATURATION, random)
                .dashed("random: Webster", x, webster);
    }

    /** With uniform arrivals the queue dissolves {@code r y / (1 - y)} after the effective red. */
    @Test
    void theQueueOfEveryCycleDissolvesInTime() {
        Evidence evidence =
                Evidence.of("queue-clearance")
                        .table(
                                "Vehicles per cycle that lose more than a second, uniform arrivals.");
        for (double x : new double[] {0.3, 0.5, 0.7, 0.85}) {
            double interval = 1 / (x * capacity);
            double delayed = 0;
            for (double shift : SHIFTS) {
                List<Departure> departures = regular(interval, shift);
                Passages passages = passages(road.withDepartures(departures).until(50 * CYCLE));
                for (Departure d : departures) {
                    double delay = passages.of(d.vehicleIndex()) - d.time() - freeTime;
                    delayed += d.time() >= 10 * CYCLE && delay > 1 ? 1.0 / SHIFTS.length : 0;
                }
            }
            double red = CYCLE - effective;
            double y = queue.headway() / interval;
            evidence.near(
                    "degree of saturation " + x,
                    delayed / 30,
                    red / (1 - y) / interval,
                    0.1,
                    "veh/cycle",
                    2);
        }
        evidence.settle();
    }
}
