package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.callao.CallaoFacts.Intersection;
import org.chalaco.scenario.callao.CallaoFacts.Repair;
import org.chalaco.scenario.callao.CallaoFacts.Segment;
import org.chalaco.scenario.network.NetworkDraft;
import org.chalaco.scenario.network.Roundabout;
import org.chalaco.scenario.table.Assumptions;

/**
 * The roads of Callao, from the facts and their repairs.
 *
 * @param network the packed network
 * @param tagged junctions whose signals are seen in OpenStreetMap
 * @param likely junctions where two avenues cross and a signal is assumed
 * @param rings ring junctions by the intersection they replace, by neighbour
 * @param dropped junctions outside the strongly connected part
 */
record CallaoNetwork(
        RoadNetwork network,
        Set<String> tagged,
        Set<String> likely,
        Map<String, Map<String, String>> rings,
        List<String> dropped) {

    /** Rank of a ring, above every street. */
    private static final int RING_RANK = 70;

    /** The signalised entry of Óvalo Saloom: OSM tags one node there; which entry is not known. */
    private static final String SALOOM_ENTRY_FROM = "I086";

    private static final Set<String> ALL_MODES =
            Set.of(
                    "car",
                    "taxi",
                    "combi",
                    "minibus",
                    "bus",
                    "motorcycle",
                    "mototaxi",
                    "pickup",
                    "truck",
                    "semitrailer");

    static CallaoNetwork build(CallaoFacts facts) {
        return new Builder(facts).build();
    }

    /** The same with other lanes. */
    CallaoNetwork withNetwork(RoadNetwork changed) {
        return new CallaoNetwork(changed, tagged, likely, rings, dropped);
    }

    /** The same with more signals assumed. */
    CallaoNetwork withSignals(Set<String> junctions) {
        Set<String> more = new LinkedHashSet<>(likely);
        more.addAll(junctions);
        return new CallaoNetwork(network, tagged, more, rings, dropped);
    }

    /** Steps of the recipe. */
    private static final class Builder {

        private final CallaoFacts facts;
        private final Assumptions numbers;
        private final NetworkDraft draft = new NetworkDraft();
        private final Map<String, Intersection> places = new LinkedHashMap<>();
        private final List<Segment> segments;

        Builder(CallaoFacts facts) {
            this.facts = facts;
            numbers = facts.assumptions();
            places.putAll(facts.intersections());
            segments = new ArrayList<>(facts.segments());
        }

        CallaoNetwork build() {
            facts.repairs().forEach(this::repair);
            places.values().forEach(this::draw);
            segments.forEach(this::draw);
            Map<String, Map<String, String>> rings = rings();
            List<String> dropped = draft.keepStrongComponent();
            return new CallaoNetwork(
                    draft.toNetwork(),
                    signals("yes", rings),
                    signals("likely", rings),
                    rings,
                    dropped);
        }

        private void repair(Repair r) {
            switch (r.action()) {
                case "drop" -> segments.remove(find(r));
                case "open" -> segments.set(segments.indexOf(find(r)), opened(find(r), r));
                case "one-way" -> segments.set(segments.indexOf(find(r)), backwardOnly(find(r), r));
                case "add" -> segments.add(added(r));
                case "merge" -> merge(r.from(), r.to());
                case "lengthen" -> lengthen(r);
                case "interchange" -> places.put(r.from(), asInterchange(places.get(r.from())));
                default -> places.put(r.from(), asGateway(places.get(r.from())));
            }
        }

        private Segment find(Repair r) {
            return segments.stream()
                    .filter(
                            s ->
                                    s.street().equals(r.street())
                                            && s.from().equals(r.from())
                                            && s.to().equals(r.to()))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "repairs.csv names a segment (%s %s-%s) that is not there."
                                                    .formatted(r.street(), r.from(), r.to())));
        }

        private static Segment opened(Segment s, Repair r) {
            return new Segment(
                    s.street(),
                    s.from(),
                    s.to(),
                    s.length(),
                    s.roadClass(),
                    false,
                    s.lanes(),
                    s.lanesCertainty(),
                    s.osmSpeedKmh(),
                    s.source(),
                    s.certainty(),
                    "other direction added (" + r.certainty() + "): " + r.reason());
        }

        private static Segment backwardOnly(Segment s, Repair r) {
            return new Segment(
                    s.street(),
                    s.to(),
                    s.from(),
                    s.length(),
                    s.roadClass(),
                    true,
                    s.lanes(),
                    s.lanesCertainty(),
                    s.osmSpeedKmh(),
                    s.source(),
                    s.certainty(),
                    "other direction dropped (" + r.certainty() + "): " + r.reason());
        }

        private static Segment added(Repair r) {
            return new Segment(
                    r.street(),
                    r.from(),
                    r.to(),
                    r.length(),
                    r.roadClass(),
                    r.oneWay(),
                    r.lanes(),
                    r.lanesCertainty(),
                    Double.NaN,
                    r.source(),
                    r.certainty(),
                    "added: " + r.reason());
        }

        private void merge(String gone, String kept) {
            segments.replaceAll(s -> moved(s, gone, kept));
            segments.removeIf(s -> s.from().equals(s.to()));
            places.remove(gone);
        }

        private static Segment moved(Segment s, String gone, String kept) {
            return new Segment(
                    s.street(),
                    s.from().equals(gone) ? kept : s.from(),
                    s.to().equals(gone) ? kept : s.to(),
                    s.length(),
                    s.roadClass(),
                    s.oneWay(),
                    s.lanes(),
                    s.lanesCertainty(),
                    s.osmSpeedKmh(),
                    s.source(),
                    s.certainty(),
                    s.remark());
        }

        /** Moves the far end away along the street. */
        private void lengthen(Repair r) {
            Segment s = find(r);
            Intersection a = places.get(s.from());
            Intersection b = places.get(s.to());
            double factor = r.length() / Math.hypot(b.x() - a.x(), b.y() - a.y());
            places.put(
                    b.id(),
                    new Intersection(
                            b.id(),
                            b.name(),
                            Math.rint((a.x() + (b.x() - a.x()) * factor) * 10) / 10,
                            Math.rint((a.y() + (b.y() - a.y()) * factor) * 10) / 10,
                            b.kind(),
                            b.signals(),
                            b.signalsCertainty(),
                            b.source(),
                            r.certainty()));
            segments.set(
                    segments.indexOf(s),
                    new Segment(
                            s.street(),
                            s.from(),
                            s.to(),
                            r.length(),
                            s.roadClass(),
                            s.oneWay(),
                            s.lanes(),
                            s.lanesCertainty(),
                            s.osmSpeedKmh(),
                            s.source(),
                            s.certainty(),
                            "lengthened: " + r.reason()));
        }

        private static Intersection asInterchange(Intersection i) {
            return new Intersection(
                    i.id(),
                    i.name(),
                    i.x(),
                    i.y(),
                    "interchange",
                    "no",
                    "",
                    i.source(),
                    i.certainty());
        }

        private static Intersection asGateway(Intersection i) {
            return new Intersection(
                    i.id(), i.name(), i.x(), i.y(), "gateway", "no", "", i.source(), i.certainty());
        }

        private void draw(Intersection i) {
            JunctionControl control =
                    i.kind().equals("interchange")
                            ? JunctionControl.GRADE_SEPARATED
                            : JunctionControl.PRIORITY;
            draft.put(new Junction(i.id(), i.x(), i.y(), control));
        }

        private void draw(Segment s) {
            draft.put(link(s, s.from(), s.to()));
            if (!s.oneWay()) {
                draft.put(link(s, s.to(), s.from()));
            }
        }

        private Link link(Segment s, String from, String to) {
            String id = from + "-" + to;
            return new Link(
                    draft.findLink(id) == null ? id : id + ".2",
                    from,
                    to,
                    s.length(),
                    s.lanes(),
                    speed(s),
                    rank(s.roadClass()),
                    modes(s.roadClass()),
                    attributes(s));
        }

        private double speed(Segment s) {
            String key = "speed_street";
            if (s.roadClass().equals("trunk")) {
                key = "speed_expressway";
            } else if (s.street().startsWith("Avenida") || s.street().startsWith("Prolongación")) {
                key = "speed_avenue";
            }
            return Math.rint(numbers.get(key) / 3.6 * 100) / 100;
        }

        private static int rank(String roadClass) {
            return 60 - 10 * CallaoFacts.CLASSES.indexOf(roadClass);
        }

        private static Set<String> modes(String roadClass) {
            Set<String> modes = new TreeSet<>(ALL_MODES);
            if (roadClass.equals("trunk")) {
                modes.remove("mototaxi");
            }
            return modes;
        }

        private static Map<String, String> attributes(Segment s) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("name", s.street());
            attributes.put("class", s.roadClass());
            attributes.put("source", s.source());
            attributes.put("certainty", s.certainty());
            attributes.put("lanesCertainty", s.lanesCertainty());
            if (!Double.isNaN(s.osmSpeedKmh())) {
                attributes.put("osmSpeedKmh", String.valueOf(Math.round(s.osmSpeedKmh())));
            }
            if (!s.remark().isEmpty()) {
                attributes.put("remark", s.remark());
            }
            return attributes;
        }

        private Map<String, Map<String, String>> rings() {
            Roundabout roundabout =
                    new Roundabout(
                            numbers.get("roundabout_radius"),
                            numbers.getInteger("roundabout_lanes"),
                            Math.rint(numbers.get("speed_roundabout") / 3.6 * 100) / 100,
                            RING_RANK);
            Map<String, Map<String, String>> rings = new LinkedHashMap<>();
            for (Intersection i : places.values()) {
                if (i.kind().equals("roundabout")) {
                    Map<String, String> ring = roundabout.expand(draft, i.id());
                    if (!ring.isEmpty()) {
                        rings.put(i.id(), ring);
                    }
                }
            }
            return rings;
        }

        private Set<String> signals(String word, Map<String, Map<String, String>> rings) {
            Set<String> ids = new LinkedHashSet<>();
            for (Intersection i : places.values()) {
                if (i.signals().equals(word)) {
                    Map<String, String> ring = rings.get(i.id());
                    ids.add(ring == null ? i.id() : ring.get(SALOOM_ENTRY_FROM));
                }
            }
            return ids;
        }
    }
}
