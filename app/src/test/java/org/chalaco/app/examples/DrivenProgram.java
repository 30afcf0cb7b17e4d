package org.chalaco.app.examples;

import java.util.List;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.RouteStop;
import org.chalaco.mobsim.traffic.VehicleType;

/** The program of the guide's page on sessions: a bus stops, a road closes, a car is sent round. */
final class DrivenProgram {

    private DrivenProgram() {}

    static String told() {
        StringBuilder out = new StringBuilder();
        // begin
        RoadNetwork road =
                RoadNetwork.builder()
                        .junction(Junction.priority("west", 0, 0))
                        .junction(Junction.priority("fork", 400, 0))
                        .junction(Junction.priority("north", 600, 200))
                        .junction(Junction.priority("south", 600, -200))
                        .link(Link.of("in", "west", "fork", 400, 1, 50 / 3.6))
                        .link(Link.of("up", "fork", "north", 280, 1, 50 / 3.6))
                        .link(Link.of("down", "fork", "south", 280, 1, 50 / 3.6))
                        .build();
        int in = road.getLinkIndex("in");
        int up = road.getLinkIndex("up");
        int down = road.getLinkIndex("down");

        MicroSimulation simulation =
                MicroSimulation.on(road)
                        .demand(List.of(VehicleType.CAR), List.of())
                        .events(
                                event -> {
                                    if (event instanceof TrafficEvent.LinkEnter enter) {
                                        out.append(
                                                "%5.1f s  vehicle %d enters %s%n"
                                                        .formatted(
                                                                enter.time(),
                                                                enter.vehicleIndex(),
                                                                road.link(enter.linkIndex()).id()));
                                    }
                                });
        try (MobsimSession session = simulation.start()) {
            // vehicle 0 stops for 20 s in a bay half way to the fork, vehicle 1 does not
            session.depart(
                    Departure.of(0, 0, 0, Route.of(in, down))
                            .withStops(List.of(RouteStop.inBay(0, in, 0.5, 20))));
            session.depart(Departure.of(1, 0, 5, Route.of(in, up)));
            session.advance(10);
            session.closeLink(up);
            session.advance(60);
            session.listStanding(10)
                    .forEach(
                            v ->
                                    out.append(
                                            "%5.1f s  vehicle %d stands: %s%n"
                                                    .formatted(
                                                            session.time(),
                                                            v.vehicleIndex(),
                                                            v.reason())));
            session.reroute(1, Route.of(in, down));
            session.advance(150);
            out.append("%d vehicles arrived%n".formatted(session.finish().arrived()));
        }
        // end
        return out.toString();
    }
}
