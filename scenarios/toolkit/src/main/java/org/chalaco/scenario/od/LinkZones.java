package org.chalaco.scenario.od;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;

/** Which zone each link belongs to. Immutable. */
public final class LinkZones {

    private final List<String> zoneOfLink;
    private final Map<String, List<Integer>> linksOfZone = new TreeMap<>();

    /** Zones by link, in the order of the links. */
    public LinkZones(List<String> zoneOfLink) {
        this.zoneOfLink = List.copyOf(zoneOfLink);
        for (int l = 0; l < zoneOfLink.size(); l++) {
            linksOfZone.computeIfAbsent(zoneOfLink.get(l), k -> new ArrayList<>()).add(l);
        }
    }

    /** Squares of one size, about so many that hold a link's middle. */
    public static LinkZones squares(RoadNetwork network, int about) {
        List<double[]> middles = new ArrayList<>();
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (int l = 0; l < network.linkCount(); l++) {
            Junction a = network.junction(network.fromJunction(l));
            Junction b = network.junction(network.toJunction(l));
            double x = (a.x() + b.x()) / 2;
            double y = (a.y() + b.y()) / 2;
            middles.add(new double[] {x, y});
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        }
        double size = Math.max(1, Math.max(box[2] - box[0], box[3] - box[1]));
        LinkZones zones = squares(middles, box, size);
        while (zones.count() < about && size > 10) {
            size *= 0.9;
            zones = squares(middles, box, size);
        }
        return zones;
    }

    private static LinkZones squares(List<double[]> middles, double[] box, double size) {
        List<String> names = new ArrayList<>();
        for (double[] m : middles) {
            names.add(
                    String.format(
                            Locale.ROOT,
                            "z%02d-%02d",
                            (int) ((m[0] - box[0]) / size),
                            (int) ((m[1] - box[1]) / size)));
        }
        return new LinkZones(names);
    }

    /** Zone of a link. */
    public String zone(int link) {
        return zoneOfLink.get(link);
    }

    /** Links of a zone, ascending; none if there is no such zone. */
    public List<Integer> links(String zone) {
        return linksOfZone.getOrDefault(zone, List.of());
    }

    /** All zones by name. */
    public List<String> zones() {
        return List.copyOf(linksOfZone.keySet());
    }

    /** Number of zones. */
    public int count() {
        return linksOfZone.size();
    }

    /** The zones as a table: zone by link id, in order. */
    public Map<String, String> byLinkId(RoadNetwork network) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int l = 0; l < zoneOfLink.size(); l++) {
            table.put(network.link(l).id(), zoneOfLink.get(l));
        }
        return table;
    }
}
