package org.chalaco.bench.sumo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chalaco.day2day.DayTraffic;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Our departures as SUMO's vehicles: the same types as IDM drivers, routes, times, and the same
 * shares of the first and last lane to start and end at. They enter as fast as is safe, on the lane
 * that suits their route, as ours do.
 */
final class SumoTraffic {

    private static final Pattern LANE =
            Pattern.compile("<lane id=\"([^:\"][^\"]*)_0\".* length=\"([0-9.]+)\"");

    private final RoadNetwork network;
    private final DayTraffic day;
    private final Map<String, Double> laneLengths = new HashMap<>();

    /**
     * The traffic of this day.
     *
     * @param net the network as netconvert built it, whose lanes have SUMO's lengths
     */
    SumoTraffic(RoadNetwork network, DayTraffic day, Path net) throws IOException {
        this.network = network;
        this.day = day;
        try (Stream<String> lines = Files.lines(net)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher lane = LANE.matcher(line);
                if (lane.find()) {
                    laneLengths.put(lane.group(1), Double.valueOf(lane.group(2)));
                }
            }
        }
    }

    void write(Path file) throws IOException {
        SumoNetwork.file(
                file,
                "routes",
                out -> {
                    for (int k = 0; k < day.types().size(); k++) {
                        type(k, day.types().get(k), out);
                    }
                    for (Departure departure : day.departures()) {
                        vehicle(departure, out);
                    }
                });
    }

    private static void type(int index, VehicleType type, Writer out) throws IOException {
        DriverParameters driver = type.driver();
        SumoNetwork.line(
                out,
                "<vType id=\"t%d\" carFollowModel=\"IDM\" length=\"%s\" minGap=\"%s\" tau=\"%s\" accel=\"%s\""
                        + " decel=\"%s\" emergencyDecel=\"9\" delta=\"%s\" maxSpeed=\"%s\" speedFactor=\"%s\"/>",
                index,
                type.length(),
                driver.standstillGap(),
                driver.timeGap(),
                driver.maxAcceleration(),
                driver.comfortableDeceleration(),
                driver.exponent(),
                type.maxSpeed(),
                driver.speedFactor());
    }

    private void vehicle(Departure departure, Writer out) throws IOException {
        Route route = departure.route();
        StringBuilder edges = new StringBuilder();
        for (int k = 0; k < route.size(); k++) {
            edges.append(k == 0 ? "" : " ").append(network.link(route.link(k)).id());
        }
        SumoNetwork.line(
                out,
                "<vehicle id=\"%d\" type=\"t%d\" depart=\"%s\" departPos=\"%.2f\" departLane=\"best\" departSpeed=\"max\""
                        + " arrivalPos=\"%.2f\"><route edges=\"%s\"/></vehicle>",
                departure.vehicleIndex(),
                departure.typeIndex(),
                departure.time(),
                departure.departurePosition() * laneLength(route.firstLink()),
                departure.arrivalPosition() * laneLength(route.lastLink()),
                edges);
    }

    private double laneLength(int link) {
        return laneLengths.get(network.link(link).id());
    }
}
