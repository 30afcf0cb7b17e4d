package org.chalaco.tuning.problem;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.tuning.problem.TunedIntersection.Placement;

/**
 * Everything that a search is given: roads, intersections with their limits, traffic, and the time
 * that counts. Immutable; any number of evaluations use it at the same time.
 *
 * <pre>{@code
 * TuningProblem problem = TuningProblem.on(network)
 *         .name("arterial").signals(systems).demand(demand)
 *         .window(new EvaluationWindow(0, 600, 2400)).build();
 * }</pre>
 *
 * @param name of the scenario
 * @param network roads
 * @param intersections with two stages or more, in the order of the signals given
 * @param zones zone of each intersection: those of one zone have one cycle, half or double of it
 * @param untuned signals with one stage only; they keep their plan
 * @param demand who drives
 * @param mobsim how the mobsim runs; its times, seed, threads and check mode are set by evaluations
 * @param window time that counts
 * @param rules what a plan may be
 * @param reserve how much more traffic the replications of a search carry
 * @param meters further figures to measure in every run
 */
public record TuningProblem(
        String name,
        RoadNetwork network,
        List<TunedIntersection> intersections,
        List<Integer> zones,
        List<SignalSystem> untuned,
        TrafficDemand demand,
        MobsimParameters mobsim,
        EvaluationWindow window,
        TimingRules rules,
        TrafficReserve reserve,
        List<RunMeter> meters) {

    public TuningProblem {
        intersections = List.copyOf(intersections);
        zones = List.copyOf(zones);
        untuned = List.copyOf(untuned);
        meters = List.copyOf(meters);
    }

    /** A problem on this network, to be filled. */
    public static Builder on(RoadNetwork network) {
        return new Builder(network);
    }

    /** Number of intersections that are tuned. */
    public int size() {
        return intersections.size();
    }

    /** Number of zones. */
    public int zoneCount() {
        return zones.stream().mapToInt(z -> z + 1).max().orElse(0);
    }

    /** Today's plans exactly as they were given; no signal where one could be added. */
    public PlanSet presentPlans() {
        List<SignalPlan> plans = new ArrayList<>();
        for (TunedIntersection i : intersections) {
            plans.add(i.placement() == Placement.ADDABLE ? null : i.system().plan());
        }
        return PlanSet.of(intersections, plans);
    }

    /** All signal systems of a run with these plans. */
    public List<SignalSystem> systems(PlanSet plans) {
        List<SignalSystem> systems = new ArrayList<>(plans.systems(intersections));
        systems.addAll(untuned);
        return systems;
    }

    /**
     * What the user should know although it forbids nothing: plans of today that the search cannot
     * repeat exactly, or that are below the minima of the rules.
     */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (TunedIntersection i : intersections) {
            if (i.placement() != Placement.ADDABLE) {
                i.brokenMinima().forEach(text -> notices.add("CH-TUN-001: " + text));
                if (!i.exact()) {
                    notices.add(
                            "CH-TUN-005: The plan of signal system (%s) is no sequence of stages; the search begins with the nearest one."
                                    .formatted(i.id()));
                }
            }
        }
        return notices;
    }

    /** Collects what a problem needs and checks it. */
    public static final class Builder {

        /** Platoons hold together over this distance, m (Robertson's dispersion, TRANSYT). */
        private static final double PLATOON_DISTANCE = 800;

        private final RoadNetwork network;
        private String name = "scenario";
        private final List<SignalSystem> systems = new ArrayList<>();
        private final List<Placement> placements = new ArrayList<>();
        private TrafficDemand demand;
        private MobsimParameters mobsim = MobsimParameters.STANDARD;
        private EvaluationWindow window;
        private TimingRules rules = TimingRules.STANDARD;
        private TrafficReserve reserve = TrafficReserve.NONE;
        private final List<RunMeter> meters = new ArrayList<>();
        private double pedestriansPerHour;
        private boolean oneZone;

        private Builder(RoadNetwork network) {
            this.network = requireNonNull(network, "network");
        }

        /** Name of the scenario. */
        public Builder name(String newName) {
            name = requireNonNull(newName, "name");
            return this;
        }

        /** Signals that stand today and stay. */
        public Builder signals(List<SignalSystem> present) {
            return signals(present, Placement.FIXED);
        }

        /**
         * Signals that stand or could stand; with {@code ADDABLE}, their plan is one to begin with.
         */
        public Builder signals(List<SignalSystem> more, Placement placement) {
            for (SignalSystem system : more) {
                systems.add(system);
                placements.add(placement);
            }
            return this;
        }

        /** Who drives. */
        public Builder demand(TrafficDemand traffic) {
            demand = requireNonNull(traffic, "demand");
            return this;
        }

        /** How the mobsim runs. Default: its standard. */
        public Builder mobsim(MobsimParameters parameters) {
            mobsim = requireNonNull(parameters, "mobsim parameters");
            return this;
        }

        /** The time that counts. */
        public Builder window(EvaluationWindow newWindow) {
            window = requireNonNull(newWindow, "window");
            return this;
        }

        /** What a plan may be. Default: {@link TimingRules#STANDARD}. */
        public Builder rules(TimingRules newRules) {
            rules = requireNonNull(newRules, "rules");
            return this;
        }

        /** How much more traffic the search prepares for. Default: {@link TrafficReserve#NONE}. */
        public Builder reserve(TrafficReserve newReserve) {
            reserve = requireNonNull(newReserve, "reserve");
            return this;
        }

        /** Adds a figure to measure. */
        public Builder meter(RunMeter meter) {
            meters.add(requireNonNull(meter, "meter"));
            return this;
        }

        /**
         * Pedestrians at every crossing, 1/h, for objectives that count their delay. Default: 0.
         */
        public Builder pedestriansPerHour(double perCrossing) {
            pedestriansPerHour = perCrossing;
            return this;
        }

        /** All intersections in one zone, whatever lies between. Default: zones by distance. */
        public Builder oneZone() {
            oneZone = true;
            return this;
        }

        /**
         * The problem.
         *
         * @throws InvalidTuningException with everything that is wrong
         */
        public TuningProblem build() {
            requireNonNull(demand, "demand");
            requireNonNull(window, "window");
            List<String> problems = new ArrayList<>();
            List<TunedIntersection> tuned = new ArrayList<>();
            List<SignalSystem> untuned = new ArrayList<>();
            for (int k = 0; k < systems.size(); k++) {
                add(systems.get(k), placements.get(k), tuned, untuned, problems);
            }
            if (tuned.isEmpty() && problems.isEmpty()) {
                problems.add(
                        "CH-TUN-004: There is nothing to tune: none of (%d) signal systems has two stages or more. Maybe name signals in the config (signalsystems)?"
                                .formatted(systems.size()));
            }
            if (!problems.isEmpty()) {
                throw new InvalidTuningException(problems);
            }
            int[] zones =
                    oneZone ? new int[tuned.size()] : Zones.of(network, tuned, PLATOON_DISTANCE);
            TuningProblem problem =
                    new TuningProblem(
                            name,
                            network,
                            tuned,
                            Arrays.stream(zones).boxed().toList(),
                            untuned,
                            demand,
                            mobsim,
                            window,
                            rules,
                            reserve,
                            meters);
            checkCycles(problem, problems);
            if (!problems.isEmpty()) {
                throw new InvalidTuningException(problems);
            }
            return problem;
        }

        private void add(
                SignalSystem system,
                Placement placement,
                List<TunedIntersection> tuned,
                List<SignalSystem> untuned,
                List<String> problems) {
            List<String> unknown = StageFinder.unknownGroups(system);
            if (!unknown.isEmpty()) {
                problems.add(
                        "CH-TUN-002: Signal system (%s) has no group %s, which its plan or stages name. Maybe one of %s?"
                                .formatted(
                                        system.id(),
                                        unknown,
                                        system.groups().stream().map(g -> g.id()).toList()));
                return;
            }
            TunedIntersection found = TunedIntersection.of(system, network, rules, placement);
            if (!found.isTunable()) {
                if (placement != Placement.ADDABLE) {
                    untuned.add(system);
                }
                return;
            }
            if (!system.stages().isEmpty() && placement != Placement.ADDABLE) {
                found.brokenMinima()
                        .forEach(
                                text ->
                                        problems.add(
                                                "CH-TUN-001: %s Maybe raise the cycle (%d s) or lower the minimum?"
                                                        .formatted(text, system.plan().cycle())));
            }
            tuned.add(
                    found.withCrossings(
                            found.crossings().stream()
                                    .map(
                                            c ->
                                                    new PedestrianCrossing(
                                                            c.linkId(),
                                                            c.groupIds(),
                                                            c.seconds(),
                                                            pedestriansPerHour))
                                    .toList()));
        }

        private static void checkCycles(TuningProblem problem, List<String> problems) {
            TimingRules rules = problem.rules();
            for (TunedIntersection i : problem.intersections()) {
                int[] order = i.stages().presentOrder();
                int shortest = i.stages().shortestCycle(order);
                boolean some =
                        IntStream.rangeClosed(rules.shortestCycle(), rules.longestCycle())
                                .anyMatch(c -> i.stages().fits(c, order));
                if (!some) {
                    problems.add(
                            "CH-TUN-003: No cycle of (%d to %d s) suits signal system (%s): its minimum greens and intergreens take (%d s). Maybe allow longer cycles?"
                                    .formatted(
                                            rules.shortestCycle(),
                                            rules.longestCycle(),
                                            i.id(),
                                            shortest));
                }
            }
        }
    }
}
