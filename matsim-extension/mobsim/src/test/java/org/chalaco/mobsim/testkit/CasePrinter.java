package org.chalaco.mobsim.testkit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.RouteStop;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Prints a case as a test method to paste: the network, signals, vehicle types, departures and
 * parameters to the last bit. Stages and intergreens of signal systems are left out: no run reads
 * them.
 */
final class CasePrinter {

    private CasePrinter() {}

    static String print(TrafficCase c) {
        StringBuilder text = new StringBuilder();
        text.append("@Test void failingCase() {\n");
        text.append("    RoadNetwork network = RoadNetwork.builder()\n");
        c.network().junctions().forEach(j -> text.append(junction(j)));
        c.network().links().forEach(l -> text.append(link(l)));
        text.append(connections(c.network()));
        text.append("        .build();\n");
        text.append("    TrafficCase failing = TrafficCase.on(network)\n");
        text.append(list("        .withSignals(List.of(", c.signals(), CasePrinter::signal, "))"));
        text.append(list("        .withTypes(", c.types(), CasePrinter::type, ")"));
        text.append(
                list(
                        "        .withDepartures(List.of(",
                        c.departures(),
                        CasePrinter::departure,
                        "))"));
        text.append(parameters(c.parameters()));
        text.append("    failing.run();\n}\n");
        return text.toString();
    }

    private static String junction(Junction j) {
        return "        .junction(new Junction(%s, %s, %s, JunctionControl.%s))%n"
                .formatted(quoted(j.id()), j.x(), j.y(), j.control());
    }

    private static String link(Link l) {
        return "        .link(new Link(%s, %s, %s, %s, %d, %s, %d, Set.of(%s), Map.of()))%n"
                .formatted(
                        quoted(l.id()),
                        quoted(l.from()),
                        quoted(l.to()),
                        l.length(),
                        l.laneCount(),
                        l.freeSpeed(),
                        l.rank(),
                        strings(l.modes()));
    }

    /** Lane connections only where they differ from what the geometry gives. */
    private static String connections(RoadNetwork network) {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        network.junctions().forEach(builder::junction);
        network.links().forEach(builder::link);
        RoadNetwork derived = builder.build();
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < network.linkCount(); l++) {
            String own = connections(network, l);
            if (!own.equals(connections(derived, l))) {
                text.append(own);
            }
        }
        return text.toString();
    }

    private static String connections(RoadNetwork network, int link) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < network.laneCount(link); k++) {
            int lane = network.firstLane(link) + k;
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                text.append(
                        "        .connect(new LaneConnection(%s, %d, %s, %d))%n"
                                .formatted(
                                        quoted(network.link(link).id()),
                                        k,
                                        quoted(network.link(network.toLink(c)).id()),
                                        network.positionOnLink(network.toLane(c))));
            }
        }
        return text.toString();
    }

    private static String signal(SignalSystem s) {
        return "new SignalSystem(%s, List.of(%s), List.of(), IntergreenMatrix.NONE, %d, %d, %s)"
                .formatted(
                        quoted(s.id()),
                        joined(s.groups(), CasePrinter::group),
                        s.amber(),
                        s.redAmber(),
                        plan(s.plan()));
    }

    private static String group(SignalGroup g) {
        return "new SignalGroup(%s, List.of(%s))"
                .formatted(quoted(g.id()), joined(g.heads(), CasePrinter::head));
    }

    private static String head(SignalHead h) {
        return "new SignalHead(%s, %s, List.of(%s), Set.of(%s))"
                .formatted(
                        quoted(h.id()),
                        quoted(h.linkId()),
                        joined(h.lanes(), String::valueOf),
                        strings(h.toLinkIds()));
    }

    private static String plan(SignalPlan p) {
        return "new SignalPlan(%s, %d, %d, List.of(%s))"
                .formatted(
                        quoted(p.id()),
                        p.cycle(),
                        p.offset(),
                        joined(p.greens(), CasePrinter::green));
    }

    private static String green(SignalPlan.GroupGreen g) {
        return "new SignalPlan.GroupGreen(%s, %d, %d)"
                .formatted(quoted(g.groupId()), g.onset(), g.dropping());
    }

    private static String type(VehicleType t) {
        DriverParameters d = t.driver();
        DriverSpread s = t.spread();
        return "new VehicleType(%s, VehicleClass.%s, %s, %s, %s, new DriverParameters(%s, %s, %s, %s, %s, %s, %s), new DriverSpread(%s, %s, %s, %s, %s))"
                .formatted(
                        quoted(t.id()),
                        t.vehicleClass(),
                        t.length(),
                        t.maxSpeed(),
                        t.pcu(),
                        d.speedFactor(),
                        d.timeGap(),
                        d.standstillGap(),
                        d.maxAcceleration(),
                        d.comfortableDeceleration(),
                        d.exponent(),
                        d.politeness(),
                        s.speedFactor(),
                        s.timeGap(),
                        s.standstillGap(),
                        s.maxAcceleration(),
                        s.comfortableDeceleration());
    }

    private static String departure(Departure d) {
        String links =
                java.util.Arrays.stream(d.route().toArray())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "));
        return "new Departure(%d, %d, %s, Route.of(%s), %s, %s)%s"
                .formatted(
                        d.vehicleIndex(),
                        d.typeIndex(),
                        d.time(),
                        links,
                        d.departurePosition(),
                        d.arrivalPosition(),
                        d.stops().isEmpty()
                                ? ""
                                : ".withStops(List.of("
                                        + joined(d.stops(), CasePrinter::stop)
                                        + "))");
    }

    private static String stop(RouteStop stop) {
        return "new RouteStop(%d, %d, %s, RouteStop.Place.%s, %s)"
                .formatted(
                        stop.stopIndex(),
                        stop.linkIndex(),
                        stop.position(),
                        stop.place(),
                        stop.dwell());
    }

    private static String parameters(MobsimParameters p) {
        return """
                        .withParameters(MobsimParameters.STANDARD.withStepMillis(%d).withTimes(%s, %s)
                            .withSeed(%dL).withThreads(%d).withSampleFactor(%s)
                            .withCarFollowing(CarFollowing.%s)
                            .withApproachZones(new %s)
                            .withLaneChanging(new %s)
                            .withJunctions(new %s)
                            .withCheckMode(CheckMode.%s));
                """
                .formatted(
                        p.stepMillis(),
                        p.startTime(),
                        p.endTime(),
                        p.seed(),
                        p.threads(),
                        p.sampleFactor(),
                        p.carFollowing(),
                        constructor(p.approachZones()),
                        constructor(p.laneChanging()),
                        constructor(p.junctions()),
                        p.checkMode());
    }

    /** The text of a record of numbers as a call of its constructor. */
    private static String constructor(Record numbers) {
        return numbers.toString()
                .replaceAll("\\w+=", "")
                .replace('[', '(')
                .replace(']', ')')
                .replace("Infinity", "Double.POSITIVE_INFINITY");
    }

    private static <T> String list(
            String before,
            List<T> items,
            java.util.function.Function<T, String> print,
            String after) {
        return items.stream()
                .map(print)
                .collect(
                        Collectors.joining(
                                ",\n            ", before + "\n            ", after + "\n"));
    }

    private static <T> String joined(List<T> items, java.util.function.Function<T, String> print) {
        return items.stream().map(print).collect(Collectors.joining(", "));
    }

    private static String strings(Set<String> items) {
        return new TreeSet<>(items)
                .stream().map(CasePrinter::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String s) {
        return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
