package org.chalaco.formats.counts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Reads MATSim counts, v1: vehicles of all classes together, per hour of the day. A station without
 * a name of its own ({@code cs_id}) takes its link's; a name used again gets its link added, as
 * MATSim tells stations apart by their links.
 */
public final class CountsReader {

    private static final double HOUR = 3600;

    private final RoadNetwork network;
    private final List<CountStation> stations = new ArrayList<>();
    private final List<TrafficCount> counts = new ArrayList<>();
    private final Set<String> stationIds = new HashSet<>();
    private final Set<String> links = new HashSet<>();
    private String name = "";
    private int year;
    private XmlCursor in;

    private CountsReader(RoadNetwork network) {
        this.network = network;
    }

    /** Reads a file; what is wrong is reported, among it links that the network does not have. */
    public static Counts read(Path file, RoadNetwork network, Problems problems) {
        CountsReader reader = new CountsReader(network);
        XmlFile.read(file, "counts", InputLimits.STANDARD, problems, reader::readCounts);
        return new Counts(reader.name, reader.year, reader.stations, reader.counts);
    }

    private void readCounts(XmlCursor cursor) {
        in = cursor;
        name = in.find("name") == null ? "" : in.find("name");
        year = (int) in.number("year", 0, 9999, 0);
        in.children(this::readStation);
    }

    private void readStation() {
        if (!in.name().equals("count")) {
            in.unknownElement();
            return;
        }
        String link = in.require("loc_id");
        if (link == null) {
            return;
        }
        checkLink(link);
        String given = in.find("cs_id");
        String id = given == null || given.isEmpty() ? link : given;
        if (!stationIds.add(id)) {
            id = id + "@" + link;
            stationIds.add(id);
        }
        stations.add(new CountStation(id, link, Double.NaN));
        Set<Integer> hours = new HashSet<>();
        String stationId = id;
        in.children(() -> readVolume(stationId, hours));
    }

    private void checkLink(String link) {
        if (!links.add(link)) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    link,
                    "The link (%s) has two counts.".formatted(link),
                    "Maybe they are of different years?");
        }
        if (network.findLink(link) == RoadNetwork.NONE) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    link,
                    "The counted link (%s) is not in the network.".formatted(link),
                    NearestName.remedy(link, network.links().stream().map(Link::id).toList()));
        }
    }

    private void readVolume(String stationId, Set<Integer> hours) {
        if (!in.name().equals("volume")) {
            in.unknownElement();
            return;
        }
        double h = in.requireNumber("h", 1, 24, Double.NaN);
        double value = in.requireNumber("val", 0, 1e6, Double.NaN);
        if (Double.isNaN(h) || Double.isNaN(value)) {
            return;
        }
        if (h != Math.rint(h) || !hours.add((int) h)) {
            in.error(
                    ProblemType.COUNT_VALUE,
                    in.find("h"),
                    "The hour (%s) of station (%s) is given twice or not a whole number."
                            .formatted(in.find("h"), stationId),
                    "");
            return;
        }
        counts.add(new TrafficCount(stationId, (h - 1) * HOUR, h * HOUR, null, value, 1));
    }
}
