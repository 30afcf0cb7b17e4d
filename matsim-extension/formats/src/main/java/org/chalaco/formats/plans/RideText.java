package org.chalaco.formats.plans;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.xml.Json;
import org.chalaco.formats.xml.XmlCursor;

/** MATSim's texts of rides by public transport. */
final class RideText {

    /** Type of a ride's route today. */
    static final String DEFAULT = "default_pt";

    /** Type of a ride's route in older files. */
    private static final String OLD = "experimentalPt1";

    private static final String SEPARATOR = "===";

    private final XmlCursor in;
    private final RideCheck check;

    RideText(XmlCursor in, RideCheck check) {
        this.in = in;
        this.check = check;
    }

    static boolean understands(String type) {
        return type.equals(DEFAULT) || type.equals(OLD);
    }

    /** The ride, or null and an error. */
    TransitRide read(String type, String text, int line) {
        TransitRide ride = type.equals(OLD) ? readOld(text.strip()) : readJson(text.strip());
        String complaint =
                ride == null
                        ? "The route of a ride cannot be understood."
                        : check.findComplaint(ride);
        if (complaint != null) {
            in.problems()
                    .add(
                            in.at(
                                    ProblemType.TRANSIT_RIDE,
                                    Severity.ERROR,
                                    line,
                                    text.strip(),
                                    complaint,
                                    "Maybe the plans were made with another timetable?"));
        }
        return ride;
    }

    private static TransitRide readJson(String text) {
        try {
            if (!(Json.parse(text) instanceof Map<?, ?> fields)) {
                return null;
            }
            Object line = fields.get("transitLineId");
            Object route = fields.get("transitRouteId");
            Object from = fields.get("accessFacilityId");
            Object to = fields.get("egressFacilityId");
            return line == null || route == null || from == null || to == null
                    ? null
                    : new TransitRide(
                            line.toString(), route.toString(), from.toString(), to.toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** {@code PtRoute===from===line===route===to}. */
    private static TransitRide readOld(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return parts.length == 5 && parts[0].startsWith("PtRoute")
                ? new TransitRide(parts[2], parts[3], parts[1], parts[4])
                : null;
    }

    /** A ride as MATSim writes it. */
    static String write(TransitRide ride) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("transitRouteId", ride.routeId());
        fields.put("boardingTime", "undefined");
        fields.put("transitLineId", ride.lineId());
        fields.put("accessFacilityId", ride.fromStopId());
        fields.put("egressFacilityId", ride.toStopId());
        return Json.write(fields);
    }
}
