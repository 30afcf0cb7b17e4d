package org.chalaco.formats.sumo;

import java.util.Comparator;
import java.util.List;
import org.chalaco.formats.xml.Numbers;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.Route;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Departures as SUMO's vehicles: the same types as IDM drivers, routes and times. They enter as
 * fast as is safe, on the lane that suits their way.
 *
 * <p>Near its desired speed an IDM driver keeps more than the time gap, an IIDM driver does not:
 * with the same numbers a queue of IDM drivers discharges 14 % slower. So that both simulators have
 * the same saturation flow, drivers who follow IIDM here get a shorter time gap there.
 */
final class SumoTraffic {

    /** Tyres hold so much, m/s². */
    private static final double HARDEST_BRAKING = 9;

    /**
     * Measured at one signal, arterial's mix of vehicles: 1617 and 1792 veh/h per lane, 1692 and
     * 1758 in SUMO in the same seconds of green (without: 1392 and 1483).
     */
    private static final double IDM_FOR_IIDM = 0.85;

    /** SUMO's lanes may be a little shorter than ours; nobody is put on their very ends, m. */
    private static final double MARGIN = 1;

    private final RoadNetwork network;
    private final SumoIds links;
    private final SumoIds typeIds = new SumoIds();
    private final List<VehicleType> types;
    private final List<Departure> departures;
    private final double timeGapFactor;

    SumoTraffic(
            RoadNetwork network,
            SumoIds links,
            List<VehicleType> types,
            List<Departure> departures,
            double timeGapFactor) {
        this.network = network;
        this.links = links;
        this.types = types;
        this.timeGapFactor = timeGapFactor;
        this.departures =
                departures.stream()
                        .sorted(
                                Comparator.comparingDouble(Departure::time)
                                        .thenComparingInt(Departure::vehicleIndex))
                        .toList();
    }

    /** Time gap of an IDM driver over that of a driver who follows this model. */
    static double timeGapFactor(CarFollowing model) {
        return model == CarFollowing.IDM ? 1 : IDM_FOR_IIDM;
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
                .attribute("tau", Math.rint(driver.timeGap() * timeGapFactor * 1000) / 1000)
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
