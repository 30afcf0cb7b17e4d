package org.chalaco.formats.facilities;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Reads MATSim facilities, v1 or v2: only where they are. What is possible in them, their
 * capacities and opening times are not kept; opening times of activities are scoring parameters.
 */
public final class FacilitiesReader {

    private static final double FARTHEST = 1e8;

    private final RoadNetwork network;
    private final Map<String, Facility> facilities = new HashMap<>();
    private XmlCursor in;

    private FacilitiesReader(RoadNetwork network) {
        this.network = network;
    }

    /**
     * Reads a file; what is wrong is reported.
     *
     * @return the facilities by their ids
     */
    public static Map<String, Facility> read(Path file, RoadNetwork network, Problems problems) {
        FacilitiesReader reader = new FacilitiesReader(network);
        XmlFile.read(
                file,
                "facilities",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    reader.in = cursor;
                    cursor.children(reader::readElement);
                });
        return reader.facilities;
    }

    private void readElement() {
        switch (in.name()) {
            case "facility" -> readFacility();
            case "attributes" -> {}
            default -> in.unknownElement();
        }
    }

    private void readFacility() {
        String id = in.require("id");
        double x = in.number("x", -FARTHEST, FARTHEST, Double.NaN);
        double y = in.number("y", -FARTHEST, FARTHEST, Double.NaN);
        boolean placed = !Double.isNaN(x) && !Double.isNaN(y);
        int link = readLink(placed);
        if (id == null) {
            return;
        }
        if (in.find("linkId") == null && (in.find("x") == null || in.find("y") == null)) {
            in.error(
                    ProblemType.NO_PLACE,
                    id,
                    "The facility (%s) has neither a link nor coordinates.".formatted(id),
                    "");
        }
        if (facilities.put(id, new Facility(id, link, x, y)) != null) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    id,
                    "The facility (%s) is given twice.".formatted(id),
                    "Maybe the file was joined from two?");
        }
    }

    /** A link that is not there matters only where coordinates cannot take its place. */
    private int readLink(boolean placed) {
        String id = in.find("linkId");
        int link = id == null ? RoadNetwork.NONE : network.findLink(id);
        if (id != null && link == RoadNetwork.NONE) {
            String message = "The link (%s) of the facility is not in the network.".formatted(id);
            if (placed) {
                in.warn(
                        ProblemType.UNKNOWN_REFERENCE,
                        id,
                        message + " Its coordinates are used.",
                        "");
            } else {
                in.error(
                        ProblemType.UNKNOWN_REFERENCE,
                        id,
                        message,
                        in.problems().isListing()
                                ? NearestName.remedy(
                                        id, network.links().stream().map(Link::id).toList())
                                : "");
            }
        }
        return link;
    }
}
