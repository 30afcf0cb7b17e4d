package org.chalaco.formats.sumo;

import java.util.Comparator;
import java.util.List;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Departures as SUMO's vehicles: the same types as IDM drivers, routes and times. They enter as
 * fast as is safe, on the lane that suits their way.
 */
final class SumoTraffic {

    /** Tyres hold so much, m/s². */
    private static final double HARDEST_BRAKING = 9;

    /** SUMO's lanes may be a little shorter than ours; nobody is put on their very ends, m. */
    private static final double MARGIN = 1;

    private final RoadNetwork network;
    private final SumoIds links;
    private final SumoIds typeIds = new SumoIds();
    private final List<VehicleType> types;
    private final List<Departure> departures;

    SumoTraffic(
            RoadNetwork network,
            SumoIds links,
            List<VehicleType> types,
            List<Departure> departures) {
        this.network = network;
        this.links = links;
        this.types = types;
        this.departures =
                departures.stream()
                        .sorted(
                                Comparator.comparingDouble(Departure::time)
                                        .thenComparingInt(Departure::vehicleIndex))
                        .toList();
    }

    void write(XmlOutput out) {
        out.start("routes");
        types.forEach(type -> type(out, type));
        departures.forEach(departure -> vehicle(out, departure));
    }

    private void type(XmlOutput out, VehicleType type) {
        DriverParameters driver = type.driver();
        double b = driver.comfortableDeceleration();
        double spread = type.spread().speedFactor();
        out.start("vType")
                .attribute("id", typeIds.of(type.id()))
                .attribute("vClass", SumoClass.of(type.vehicleClass()))
                .attribute("carFollowModel", "IDM")
                .attribute("length", type.length())
                .attribute("minGap", driver.standstillGap())
                .attribute("tau", driver.timeGap())
                .attribute("accel", driver.maxAcceleration())
                .attribute("decel", b)
                .attribute("emergencyDecel", Math.max(HARDEST_BRAKING, b))
                .attribute("delta", driver.exponent())
                .attribute("maxSpeed", type.maxSpeed())
                .attribute(
                        "speedFactor",
                        spread > 0
                                ? "normc(%s,%s,0.5,1.5)"
                                        .formatted(
                                                Numbers.write(driver.speedFactor()),
                                                Numbers.write(spread))
                                : Numbers.write(driver.speedFactor()))
                .end();
    }

    private void vehicle(XmlOutput out, Departure departure) {
        Route route = departure.route();
        StringBuilder edges = new StringBuilder();
        for (int k = 0; k < route.size(); k++) {
            edges.append(k == 0 ? "" : " ").append(links.of(network.link(route.link(k)).id()));
        }
        out.start("vehicle")
                .attribute("id", Integer.toString(departure.vehicleIndex()))
                .attribute("type", typeIds.of(types.get(departure.typeIndex()).id()))
                .attribute("depart", departure.time())
                .attribute("departLane", "best")
                .attribute("departSpeed", "max")
                .attribute("departPos", start(departure))
                .attribute("arrivalPos", end(departure));
        out.start("route").attribute("edges", edges.toString()).end();
        out.end();
    }

    private String start(Departure departure) {
        double share = departure.departurePosition();
        return share == 0 ? "base" : position(departure.route().firstLink(), share);
    }

    private String end(Departure departure) {
        double share = departure.arrivalPosition();
        return share == 1 ? "max" : position(departure.route().lastLink(), share);
    }

    /** Counted from the nearer end, so that other lengths of lanes do no harm. */
    private String position(int link, double share) {
        double length = network.laneLength(network.firstLane(link));
        double from = Math.max(MARGIN, Math.min(share, 1 - share) * length);
        double metres = Math.rint((share <= 0.5 ? from : -from) * 100) / 100;
        return Numbers.write(metres);
    }
}
