package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.analysis.count.LinkCounts;
import org.chalaco.analysis.kpi.KpiCollector;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.day2day.TripTable;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.mobsim.traffic.Departure;

/**
 * The morning driven once, from 05:30 to 10:30, everybody on the routes of the plans.
 *
 * @param result of the run
 * @param kpis key figures by quarter of an hour
 * @param counts vehicles over the stop lines by quarter of an hour
 */
record MorningDrive(RunResult result, Kpis kpis, LinkCounts counts) {

    static final double START = 5.5 * 3600;
    static final double END = 10.5 * 3600;
    static final double INTERVAL = 900;

    /** Drives. */
    static MorningDrive of(CallaoMorning morning, int threads, double end) {
        RoadNetwork network = morning.callao().network();
        Trips trips = new Trips(morning);
        List<Departure> first = trips.firstDepartures();
        KpiCollector kpis =
                KpiCollector.on(network)
                        .signals(morning.signals())
                        .vehicles(morning.types(), trips.typeIndexes(), trips.knownTimes())
                        .startingAt(START)
                        .interval(INTERVAL)
                        .build();
        LinkCounts counts =
                new LinkCounts(
                        network,
                        START,
                        INTERVAL,
                        v -> morning.types().get(trips.typeIndex(v)).vehicleClass());
        MicroSimulation simulation =
                MicroSimulation.on(network)
                        .signals(morning.signals())
                        .demand(morning.types(), first)
                        .parameters(
                                MobsimParameters.STANDARD
                                        .withTimes(START, end)
                                        .withThreads(threads)
                                        .withCheckMode(CheckMode.FULL))
                        .follow(kpis.watching(trips))
                        .events(kpis)
                        .events(counts);
        RunResult result = simulation.run();
        return new MorningDrive(result, kpis.finish(result.endTime()), counts);
    }

    /** One vehicle index per trip; the next trip of a plan starts after the stay. */
    private static final class Trips implements DepartureSource {

        private final TripTable table;
        private final ActivityPlacement placement;
        private final Map<String, Integer> types = new LinkedHashMap<>();

        Trips(CallaoMorning morning) {
            table = TripTable.of(morning.persons());
            placement = new ActivityPlacement(morning.callao().network());
            morning.types().forEach(t -> types.put(t.id(), types.size()));
        }

        int typeIndex(int trip) {
            return types.get(table.leg(trip).mode());
        }

        int[] typeIndexes() {
            int[] all = new int[table.tripCount()];
            for (int trip = 0; trip < all.length; trip++) {
                all[trip] = typeIndex(trip);
            }
            return all;
        }

        double[] knownTimes() {
            double[] times = new double[table.tripCount()];
            java.util.Arrays.fill(times, Double.NaN);
            firstDepartures().forEach(d -> times[d.vehicleIndex()] = d.time());
            return times;
        }

        List<Departure> firstDepartures() {
            List<Departure> departures = new ArrayList<>();
            for (int person = 0; person < table.persons().size(); person++) {
                departures.add(departure(table.firstTrip(person), 0));
            }
            return departures;
        }

        @Override
        public void onArrival(int vehicleIndex, double time, Schedule schedule) {
            int next = vehicleIndex + 1;
            if (next < table.endTrip(table.personIndex(vehicleIndex))) {
                schedule.add(departure(next, time));
            }
        }

        private Departure departure(int trip, double activityStart) {
            Plan plan = table.plan(trip);
            int k = table.legIndex(trip);
            double from = placement.departurePosition(plan.activities().get(k));
            double to = placement.arrivalPosition(plan.activities().get(k + 1));
            boolean single = plan.legs().get(k).route().size() == 1;
            return new Departure(
                    trip,
                    typeIndex(trip),
                    Math.max(START, plan.activities().get(k).endIfStartedAt(activityStart)),
                    plan.legs().get(k).route(),
                    from,
                    single ? Math.max(from, to) : to);
        }
    }
}
