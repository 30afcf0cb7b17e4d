package org.chalaco.mobsim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.testkit.EventLog;
import org.chalaco.mobsim.testkit.RandomRoads;
import org.chalaco.mobsim.testkit.TrafficCase;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: what must not matter does not: turning the map, renumbering vehicles,
 * shuffling departures, renumbering links.
 *
 * <p>Drivers of a type are alike here, as a driver is drawn by the number of the vehicle. A shift
 * in time is in {@code G02_RandomRoadsTest}. A mirrored town is another town: there drivers would
 * keep to the left.
 */
class G04_SymmetryTest {

    private static final int QUICK = 8;

    /** What a change does to the numbers of vehicles and links in events. */
    private record Changed(TrafficCase town, UnaryOperator<Integer> vehicle) {}

    private static TrafficCase town(long seed) {
        TrafficCase town = RandomRoads.seed(seed).vehicles(150).within(300).build().until(500);
        VehicleType[] types =
                town.types().stream()
                        .map(t -> t.withSpread(DriverSpread.NONE))
                        .toArray(VehicleType[]::new);
        return town.withTypes(types).withParameters(SignalisedLane.quick(town.parameters()));
    }

    /** The same roads with explicit lane connections, junctions and links changed. */
    private static RoadNetwork rebuilt(
            RoadNetwork network, UnaryOperator<Junction> place, boolean backwards, int island) {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        for (int k = 0; k < island; k++) {
            String id = "island" + k;
            builder.junction(Junction.priority(id, 1e5 + 100 * k, 1e5));
            builder.junction(Junction.priority(id + "'", 1e5 + 100 * k, 1e5 + 300));
            builder.link(Link.of(id, id, id + "'", 300, 2, 14));
        }
        network.junctions().forEach(j -> builder.junction(place.apply(j)));
        List<Link> links = new ArrayList<>(network.links());
        if (backwards) {
            Collections.reverse(links);
        }
        links.forEach(builder::link);
        for (int c = 0; c < network.connectorCount(); c++) {
            builder.connect(
                    new LaneConnection(
                            network.link(network.fromLink(c)).id(),
                            network.positionOnLink(network.fromLane(c)),
                            network.link(network.toLink(c)).id(),
                            network.positionOnLink(network.toLane(c))));
        }
        return builder.build();
    }

    private static TrafficCase on(RoadNetwork other, TrafficCase town) {
        List<Departure> departures = new ArrayList<>();
        for (Departure d : town.departures()) {
            int[] way = d.route().toArray();
            for (int k = 0; k < way.length; k++) {
                way[k] = other.getLinkIndex(town.network().link(way[k]).id());
            }
            departures.add(
                    new Departure(
                            d.vehicleIndex(),
                            d.typeIndex(),
                            d.time(),
                            Route.of(way),
                            d.departurePosition(),
                            d.arrivalPosition()));
        }
        return new TrafficCase(other, town.signals(), town.types(), departures, town.parameters());
    }

    private static Changed turned(TrafficCase town) {
        UnaryOperator<Junction> quarter = j -> new Junction(j.id(), -j.y(), j.x(), j.control());
        return new Changed(on(rebuilt(town.network(), quarter, false, 0), town), v -> v);
    }

    private static Changed linksBackwards(TrafficCase town) {
        return new Changed(on(rebuilt(town.network(), j -> j, true, 0), town), v -> v);
    }

    /** Links elsewhere come first, so that all numbers of the town are other ones. */
    private static Changed besideAnIsland(TrafficCase town) {
        return new Changed(on(rebuilt(town.network(), j -> j, false, 8), town), v -> v);
    }

    private static Changed shuffled(TrafficCase town) {
        List<Departure> departures = new ArrayList<>(town.departures());
        Collections.shuffle(departures, new Random(4));
        return new Changed(town.withDepartures(departures), v -> v);
    }

    /** Other numbers in the same order: who is first in a tie stays first. */
    private static Changed renumbered(TrafficCase town) {
        List<Departure> departures = new ArrayList<>();
        for (Departure d : town.departures()) {
            departures.add(
                    new Departure(
                            3 * d.vehicleIndex() + 7,
                            d.typeIndex(),
                            d.time(),
                            d.route(),
                            d.departurePosition(),
                            d.arrivalPosition()));
        }
        return new Changed(town.withDepartures(departures), v -> (v - 7) / 3);
    }

    /** What happened to whom and where, in words that the change leaves alone, sorted by time. */
    private static List<String> story(TrafficCase town, UnaryOperator<Integer> vehicle) {
        EventLog log = town.run().events();
        List<String> story = new ArrayList<>();
        for (TrafficEvent e : log.all()) {
            if (EventLog.vehicleOf(e).isPresent()) {
                story.add(
                        "%9.1f %4d %s"
                                .formatted(
                                        e.time(),
                                        vehicle.apply(EventLog.vehicleOf(e).getAsInt()),
                                        what(town.network(), e)));
            }
        }
        Collections.sort(story);
        return story;
    }

    private static String what(RoadNetwork network, TrafficEvent event) {
        if (event instanceof TrafficEvent.LinkLeave e) {
            return "leaves " + network.link(e.linkIndex()).id() + " stops " + e.stops();
        } else if (event instanceof TrafficEvent.LaneChange e) {
            return "changes " + network.link(e.linkIndex()).id() + e.fromLane() + e.toLane();
        } else if (event instanceof TrafficEvent.VehicleLeavesTraffic e) {
            return "arrives " + network.link(e.linkIndex()).id();
        }
        return event.getClass().getSimpleName();
    }

    private static int compare(
            LongStream seeds, java.util.function.Function<TrafficCase, Changed> change) {
        int[] events = {0};
        seeds.forEach(
                seed -> {
                    TrafficCase town = town(seed);
                    Changed changed = change.apply(town);
                    List<String> one = story(town, v -> v);
                    List<String> other = story(changed.town(), changed.vehicle());
                    for (int k = 0; k < Math.min(one.size(), other.size()); k++) {
                        if (!one.get(k).equals(other.get(k))) {
                            fail(
                                    "Seed %d: %s, changed: %s%n%s"
                                            .formatted(
                                                    seed,
                                                    one.get(k),
                                                    other.get(k),
                                                    town.printAsTest()));
                        }
                    }
                    assertThat(other).hasSameSizeAs(one);
                    events[0] += one.size();
                });
        return events[0];
    }

    private static LongStream quick() {
        return LongStream.rangeClosed(1, QUICK);
    }

    /** Vehicle-seconds on the road. */
    private static double travelTime(TrafficCase town) {
        return town.run().result().vehicleUpdates() * town.parameters().stepSeconds();
    }

    @Test
    void thePageTellsOfThem() {
        Evidence evidence = Evidence.of("symmetries");
        evidence.columns(
                "%d random towns, 150 vehicles, 500 s.".formatted(QUICK),
                "changed",
                "events compared",
                "different");
        same(evidence, "the map turned by a quarter", G04_SymmetryTest::turned);
        same(evidence, "departures shuffled", G04_SymmetryTest::shuffled);
        same(evidence, "vehicles numbered 7, 10, 13, ...", G04_SymmetryTest::renumbered);
        same(evidence, "links of an island elsewhere put first", G04_SymmetryTest::besideAnIsland);
        double one = 0;
        double other = 0;
        for (long seed = 1; seed <= QUICK; seed++) {
            one += travelTime(town(seed));
            other += travelTime(linksBackwards(town(seed)).town());
        }
        evidence.table(
                        "Links in reverse order: drivers think of lanes once a second, on every second link in turn, so they do so half a second later or earlier.")
                .near("time on the road, sum of the towns", other, one, 0.02, "veh s", 0)
                .settle();
    }

    private static void same(
            Evidence evidence,
            String what,
            java.util.function.Function<TrafficCase, Changed> change) {
        int events = compare(quick(), change);
        evidence.cells(what, String.valueOf(events), "0");
        evidence.require(events > 500 * QUICK, "%s: only %d events", what, events);
    }

    @Test
    @Tag("slow")
    void nothingOfThisMattersInManyTowns() {
        LongStream.rangeClosed(QUICK + 1, 150)
                .forEach(
                        seed -> {
                            compare(LongStream.of(seed), G04_SymmetryTest::turned);
                            compare(LongStream.of(seed), G04_SymmetryTest::shuffled);
                            compare(LongStream.of(seed), G04_SymmetryTest::renumbered);
                            compare(LongStream.of(seed), G04_SymmetryTest::besideAnIsland);
                        });
    }
}
