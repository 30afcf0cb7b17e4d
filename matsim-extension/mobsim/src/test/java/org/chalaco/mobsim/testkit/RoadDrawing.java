package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;

/**
 * A straight road from west to east, drawn as text.
 *
 * <pre>{@code
 * A ====2==1====|R|====> C ====> B      300 m + 100 m, 1 lane, 50 km/h, stop line at 200 m
 * }</pre>
 *
 * <p>Words are junctions, the road between two of them is a link with the id {@code A-C}. A digit
 * is a vehicle that departs there at the start, vehicle 1 having index 0. {@code |R|}, {@code |G|}
 * and {@code |S|} are signals that are always red, always green, or play {@code signal green 10 s
 * to 40 s of 60 s} (if not said, 0 s to 30 s of 60 s); a signal cuts its link in two at a junction
 * called S, at the distance given, or else where it is drawn. After three spaces follow lengths,
 * lanes and speeds: one for all links, or one for each, with a plus between them. The stop line
 * itself lies {@value #STOP_LINE_SETBACK} m before the junction.
 */
public final class RoadDrawing {

    /** Half the connector of a junction where nothing crosses, m. */
    public static final double STOP_LINE_SETBACK = 0.25;

    private static final Pattern ATTRIBUTES = Pattern.compile("\\s{3,}(?=\\d)");
    private static final Pattern SIGNAL = Pattern.compile("\\|([RGS])\\|");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final RoadNetwork.Builder builder = RoadNetwork.builder();
    private final List<SignalSystem> signals = new ArrayList<>();
    private final TreeMap<Integer, Object[]> vehicles = new TreeMap<>();
    private final List<String> linkIds = new ArrayList<>();
    private final List<Double> lengths;
    private final List<Double> lanes;
    private final List<Double> speeds;
    private final List<Double> stopLines;
    private final List<Double> greens;
    private double x;

    private RoadDrawing(String text) {
        String[] halves = ATTRIBUTES.split(text.strip(), 2);
        String attributes = halves.length > 1 ? halves[1] : "";
        lengths = numbers(attributes, "^[\\d.+ m]+ m", 100);
        lanes = numbers(attributes, "[\\d+ lanes]+ lanes?", 1);
        speeds = numbers(attributes, "[\\d.+ km/h]+ km/h", 50);
        stopLines = numbers(attributes, "stop line at [^,]*", Double.NaN);
        greens = numbers(attributes, "signal green [^,]*", 0, 30, 60);
        draw(halves[0].strip().split("\\s+"));
    }

    /** Reads the drawing. */
    public static TrafficCase of(String text) {
        return new RoadDrawing(text).toCase();
    }

    private static List<Double> numbers(String attributes, String pattern, double... otherwise) {
        Matcher found = Pattern.compile(pattern).matcher(attributes);
        if (!found.find()) {
            return Arrays.stream(otherwise).boxed().toList();
        }
        return NUMBER.matcher(found.group())
                .results()
                .map(r -> Double.parseDouble(r.group()))
                .toList();
    }

    private static double each(List<Double> values, int k) {
        return values.get(Math.min(k, values.size() - 1));
    }

    private void draw(String[] words) {
        if (words.length < 3 || words.length % 2 == 0) {
            throw new IllegalArgumentException(
                    "A road is drawn as: A ====> B, but this is: " + String.join(" ", words));
        }
        builder.junction(Junction.priority(words[0], 0, 0));
        for (int k = 0; k < words.length / 2; k++) {
            piece(k, words[2 * k], words[2 * k + 1], words[2 * k + 2]);
        }
    }

    private void piece(int k, String from, String road, String to) {
        double length = each(lengths, k);
        Matcher signal = SIGNAL.matcher(road);
        if (!signal.find()) {
            String id = from + "-" + to;
            link(k, from, to, length);
            place(road, 0, road.length(), id);
            return;
        }
        double stop = stopLines.get(0);
        double cut = Double.isNaN(stop) ? length * signal.start() / road.length() : stop;
        link(k, from, "S", cut);
        place(road, 0, signal.start(), from + "-S");
        link(k, "S", to, length - cut);
        place(road, signal.end(), road.length(), "S-" + to);
        signals.add(signal(from + "-S", signal.group(1)));
    }

    private void link(int k, String from, String to, double length) {
        x += length;
        builder.junction(Junction.priority(to, x, 0));
        String id = from + "-" + to;
        linkIds.add(id);
        builder.link(
                Link.of(id, from, to, length, (int) each(lanes, k), each(speeds, k) / 3.6)
                        .withModes(new TreeSet<>(Set.of("car"))));
    }

    private void place(String road, int start, int end, String linkId) {
        for (int i = start; i < end; i++) {
            if (Character.isDigit(road.charAt(i))) {
                double share = (i - start + 0.5) / (end - start);
                vehicles.put(road.charAt(i) - '1', new Object[] {linkId, share});
            }
        }
    }

    private SignalSystem signal(String linkId, String letter) {
        List<SignalPlan.GroupGreen> plan =
                switch (letter) {
                    case "R" -> List.of();
                    case "G" -> List.of(new SignalPlan.GroupGreen("S", 0, 0));
                    default ->
                            List.of(
                                    new SignalPlan.GroupGreen(
                                            "S",
                                            greens.get(0).intValue(),
                                            greens.get(1).intValue()));
                };
        int cycle = greens.get(2).intValue();
        return SignalSystem.of(
                "S",
                List.of(new SignalGroup("S", List.of(SignalHead.ofLink(linkId)))),
                new SignalPlan("drawn", cycle, 0, plan));
    }

    private TrafficCase toCase() {
        TrafficCase road = TrafficCase.on(builder.build()).withSignals(signals);
        List<Departure> departures = new ArrayList<>();
        vehicles.forEach(
                (index, place) -> {
                    String linkId = (String) place[0];
                    String[] rest =
                            linkIds.subList(linkIds.indexOf(linkId), linkIds.size())
                                    .toArray(String[]::new);
                    departures.add(
                            new Departure(index, 0, 0, road.route(rest), (double) place[1], 1));
                });
        return road.withDepartures(departures);
    }
}
