package org.chalaco.vision.training;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.vision.classification.VehicleKinds;
import org.chalaco.vision.render.Filming;
import org.chalaco.vision.render.StreetObserver;
import org.chalaco.vision.render.StreetPlan;

/** A crossing drawn by seed, with traffic in which every kind of vehicle is as frequent. */
final class TrainingStreet {

    private static final double LEG = 120;
    private static final double FRAME = 3;

    private final RoadNetwork network;
    private final List<VehicleType> types = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();
    private final StreetPlan plan;

    TrainingStreet(long seed) {
        RandomStream chance = RandomStream.of(seed, 0, "training street");
        int legs = 3 + chance.nextInt(2);
        RoadNetwork.Builder builder = RoadNetwork.builder();
        builder.junction(Junction.priority("centre", 0, 0));
        double turned = 2 * Math.PI * chance.nextDouble();
        for (int i = 0; i < legs; i++) {
            double angle = turned + Math.PI / 2 * i + 0.3 * (chance.nextDouble() - 0.5);
            builder.junction(
                    Junction.priority("end" + i, LEG * Math.cos(angle), LEG * Math.sin(angle)));
            int lanes = 1 + chance.nextInt(3);
            builder.link(Link.of("in" + i, "end" + i, "centre", LEG, lanes, 13.9));
            builder.link(Link.of("out" + i, "centre", "end" + i, LEG, lanes, 13.9));
        }
        network = builder.build();
        plan = new StreetPlan(network);
        for (VehicleClass c : VehicleClass.values()) {
            types.add(type(c, chance));
        }
        fill(legs, chance);
    }

    private static VehicleType type(VehicleClass c, RandomStream chance) {
        double usual =
                switch (c) {
                    case CAR, TAXI -> 4.2;
                    case COMBI -> 5.2;
                    case MINIBUS -> 7;
                    case BUS -> 11;
                    case MOTORCYCLE -> 2.1;
                    case MOTOTAXI -> 2.7;
                    case PICKUP -> 5.2;
                    case TRUCK -> 8;
                    case SEMITRAILER -> 15;
                };
        double length = usual * (0.9 + 0.2 * chance.nextDouble());
        return new VehicleType(
                c.name(), c, length, 25, 1, DriverParameters.CITY, DriverSpread.NONE);
    }

    private void fill(int legs, RandomStream chance) {
        List<List<Integer>> typesOfKind = new ArrayList<>();
        for (VehicleClass kind : VehicleKinds.ALL) {
            List<Integer> ofKind = new ArrayList<>();
            for (VehicleClass c : VehicleClass.values()) {
                if (VehicleKinds.of(c) == kind) {
                    ofKind.add(c.ordinal());
                }
            }
            typesOfKind.add(ofKind);
        }
        double headway = 0.9 + 2 * chance.nextDouble();
        for (int k = 0; k * headway < 90; k++) {
            List<Integer> ofKind = typesOfKind.get(chance.nextInt(typesOfKind.size()));
            int from = chance.nextInt(legs);
            int to = (from + 1 + chance.nextInt(legs - 1)) % legs;
            int in = network.getLinkIndex("in" + from);
            int out = network.getLinkIndex("out" + to);
            if (network.connects(in, out)) {
                departures.add(
                        Departure.of(
                                departures.size(),
                                ofKind.get(chance.nextInt(ofKind.size())),
                                k * headway,
                                Route.of(in, out)));
            }
        }
    }

    StreetPlan plan() {
        return plan;
    }

    int centre() {
        return network.findJunction("centre");
    }

    /** Shows a frame every few seconds of a minute and a half. */
    void film(Filming.Spectator spectator) {
        StreetObserver street =
                new StreetObserver(plan, v -> types.get(departures.get(v).typeIndex()), 0, 0, LEG);
        MicroSimulation.on(network)
                .demand(types, departures)
                .parameters(MobsimParameters.STANDARD.withTimes(0, 90))
                .observe(FRAME, new Filming(street, 12, 90, spectator))
                .run();
    }
}
