package org.chalaco.app.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.analysis.count.LinkCounts;
import org.chalaco.app.run.ScenarioParts;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.IterationListener;
import org.chalaco.day2day.MicroSimulationRunner;
import org.chalaco.day2day.TripTable;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.CountTarget.Passage;
import org.chalaco.scenario.od.DemandBuilder;
import org.chalaco.scenario.od.DemandEstimation;
import org.chalaco.scenario.od.LinkZones;
import org.chalaco.scenario.od.OdCell;
import org.chalaco.scenario.od.OdMatrix;
import org.chalaco.scenario.od.PopulationCells;

/**
 * A day whose demand is known: the scenario's own plans, simulated once, counted hour by hour on
 * all approaches of some intersections. Then the plans are forgotten, and at the end what was
 * rebuilt is held against them.
 */
final class TruthDay {

    private static final double HOUR = 3600;
    private static final int LEAST_APPROACHES = 3;

    private final ScenarioParts parts;
    private final List<CountTarget> counts = new ArrayList<>();

    /**
     * How far demand is from the truth, all modes and slices together.
     *
     * @param prior root mean square error of the trips between two zones, as a share of their mean
     * @param estimate the same after the estimation
     * @param priorTotal trips of the prior
     * @param estimateTotal trips of the estimate
     * @param trueTotal trips of the truth
     */
    record OdError(
            double prior,
            double estimate,
            double priorTotal,
            double estimateTotal,
            double trueTotal) {}

    TruthDay(ScenarioParts parts, DemandRequest request) {
        this.parts = parts;
        RoadNetwork network = parts.network();
        MobsimParameters mobsim = parts.mobsim().withThreads(request.threads());
        LinkCounts[] counter = new LinkCounts[1];
        double first = HOUR * Math.ceil(mobsim.startTime() / HOUR);
        DayToDay.on(network)
                .persons(parts.persons())
                .fleet(parts.fleet())
                .signals(parts.signals())
                .parameters(parts.loop().withThreads(request.threads()).withIterations(0, 0))
                .mobsim(new MicroSimulationRunner(network, parts.signals(), mobsim))
                .listener(
                        new IterationListener() {
                            @Override
                            public DayEventSink events(int iteration, TripTable trips) {
                                counter[0] =
                                        new LinkCounts(network, first, HOUR, v -> typeOf(trips, v));
                                return DayEventSink.of(
                                        event -> {
                                            if (event.time() >= first) {
                                                counter[0].accept(event);
                                            }
                                        });
                            }
                        })
                .run();
        counter[0].finish(mobsim.endTime());
        stations(request).forEach(link -> count(counter[0], link, mobsim.endTime()));
    }

    private org.chalaco.mobsim.traffic.VehicleClass typeOf(TripTable trips, int vehicle) {
        int type =
                parts.fleet()
                        .findType(
                                trips.persons().get(trips.personIndex(vehicle)),
                                trips.leg(vehicle).mode());
        return parts.fleet().types().get(type).vehicleClass();
    }

    /** All approaches of some intersections, drawn by the seed. */
    private List<Integer> stations(DemandRequest request) {
        RoadNetwork network = parts.network();
        Map<Integer, List<Integer>> approaches = new TreeMap<>();
        for (int l = 0; l < network.linkCount(); l++) {
            approaches.computeIfAbsent(network.toJunction(l), k -> new ArrayList<>()).add(l);
        }
        approaches.values().removeIf(a -> a.size() < LEAST_APPROACHES);
        List<Integer> junctions = new ArrayList<>(approaches.keySet());
        RandomStream random = RandomStream.of(request.seed(), 1, "stations");
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int k = 0; k < request.proofStations() && !junctions.isEmpty(); k++) {
            chosen.addAll(approaches.get(junctions.remove(random.nextInt(junctions.size()))));
        }
        return List.copyOf(chosen);
    }

    private void count(LinkCounts counter, int link, double end) {
        for (int k = 0; k < counter.intervalCount() && counter.until(k) <= end + 0.5; k++) {
            double vehicles = counter.count(link, k);
            counts.add(
                    new CountTarget(
                            parts.network().link(link).id(),
                            List.of(new Passage(link, RoadNetwork.NONE)),
                            counter.from(k),
                            counter.until(k),
                            null,
                            vehicles,
                            CountTarget.usualError(vehicles)));
        }
    }

    List<CountTarget> counts() {
        return counts;
    }

    OdError compare(
            DemandBuilder builder,
            DemandEstimation.Result result,
            LinkZones zones,
            DemandRequest request) {
        OdMatrix truth =
                PopulationCells.of(
                                parts.persons(),
                                zones,
                                parts.loop().routing().networkModes(),
                                request.slice())
                        .matrix();
        return new OdError(
                error(builder.matrix(), truth, zones.count()),
                error(result.matrix(), truth, zones.count()),
                builder.matrix().total(),
                result.matrix().total(),
                truth.total());
    }

    private static double error(OdMatrix matrix, OdMatrix truth, int zones) {
        Map<String, Double> difference = new HashMap<>();
        add(difference, matrix, 1);
        add(difference, truth, -1);
        double squares = 0;
        for (String key : new TreeSet<>(difference.keySet())) {
            squares += difference.get(key) * difference.get(key);
        }
        double pairs = (double) zones * zones;
        return Math.sqrt(squares / pairs) / (truth.total() / pairs);
    }

    private static void add(Map<String, Double> sums, OdMatrix matrix, double sign) {
        double[] trips = matrix.trips();
        for (int j = 0; j < trips.length; j++) {
            OdCell c = matrix.cells().get(j);
            sums.merge(
                    String.format(Locale.ROOT, "%s>%s", c.origin(), c.destination()),
                    sign * trips[j],
                    Double::sum);
        }
    }
}
