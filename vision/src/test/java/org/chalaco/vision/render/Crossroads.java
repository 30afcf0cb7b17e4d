package org.chalaco.vision.render;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.ApproachZones;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;

/** Four two-lane legs of 150 m that meet, with a few minutes of mixed traffic. */
final class Crossroads {

    static final String[] LEGS = {"west", "south", "east", "north"};
    private static final double[] LENGTHS = {4.3, 4.3, 5, 7, 10, 2, 2.6, 5.2, 8, 15};

    final RoadNetwork network;
    final StreetPlan plan;
    final int centre;
    final List<VehicleType> types = new ArrayList<>();
    final List<Departure> departures = new ArrayList<>();

    Crossroads(int vehicles, double headway, long seed) {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        builder.junction(Junction.priority("centre", 0, 0));
        double[][] ends = {{-150, 0}, {0, -150}, {150, 0}, {0, 150}};
        for (int i = 0; i < 4; i++) {
            builder.junction(Junction.priority(LEGS[i], ends[i][0], ends[i][1]));
            builder.link(Link.of(LEGS[i] + "-in", LEGS[i], "centre", 150, 2, 13.9));
            builder.link(Link.of(LEGS[i] + "-out", "centre", LEGS[i], 150, 2, 13.9));
        }
        network = builder.build();
        plan = new StreetPlan(network);
        centre = network.findJunction("centre");
        for (VehicleClass c : VehicleClass.values()) {
            types.add(
                    new VehicleType(
                            c.name(),
                            c,
                            LENGTHS[c.ordinal()],
                            25,
                            1,
                            DriverParameters.CITY,
                            DriverSpread.NONE));
        }
        RandomStream chance = RandomStream.of(seed, 0, "crossroads");
        for (int k = 0; k < vehicles; k++) {
            int from = chance.nextInt(4);
            int to = (from + 1 + chance.nextInt(3)) % 4;
            departures.add(
                    Departure.of(
                            k,
                            chance.nextInt(types.size()),
                            k * headway,
                            Route.of(
                                    network.getLinkIndex(LEGS[from] + "-in"),
                                    network.getLinkIndex(LEGS[to] + "-out"))));
        }
    }

    VehicleType typeOf(int vehicle) {
        return types.get(departures.get(vehicle).typeIndex());
    }

    StreetObserver observer() {
        return new StreetObserver(plan, this::typeOf, 0, 0, 140);
    }

    PoleCamera camera() {
        return new PolePlacement(plan, centre).place(10, 90, 320, 180);
    }

    /** Runs until this time, s, with a film of every tenth of a second. */
    void run(double until, Filming.Spectator spectator, EventSink sink) {
        MicroSimulation.on(network)
                .demand(types, departures)
                .parameters(
                        new MobsimParameters(
                                100,
                                0,
                                until,
                                7,
                                1,
                                1,
                                CarFollowing.IIDM,
                                ApproachZones.OFF,
                                LaneChanging.STANDARD,
                                JunctionRules.STANDARD,
                                CheckMode.STEP))
                .events(sink)
                .observe(0.1, new Filming(observer(), 0, until, spectator))
                .run();
    }
}
