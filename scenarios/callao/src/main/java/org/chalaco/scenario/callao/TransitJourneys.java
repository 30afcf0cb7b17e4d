package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.callao.CallaoFacts.TransitLine;
import org.chalaco.scenario.callao.Journey.Stop;

/**
 * Combis, coasters and buses: runs along the corridors of {@code transit_lines.csv} in both
 * directions, at even headways with a random shift, with a short stay at every stop. A run is one
 * journey; the way back is another.
 */
final class TransitJourneys {

    private static final double FROM = 5.5 * 3600;
    private static final double UNTIL = 10 * 3600;

    private final CallaoFacts facts;
    private final Assumptions numbers;
    private final Places places;
    private final List<Journey> journeys = new ArrayList<>();

    TransitJourneys(CallaoFacts facts, Places places) {
        this.facts = facts;
        numbers = facts.assumptions();
        this.places = places;
    }

    /** All runs, in a fixed order. */
    List<Journey> list() {
        for (TransitLine line : facts.lines()) {
            List<String> back = new ArrayList<>(line.stops());
            Collections.reverse(back);
            for (List<String> stops : List.of(line.stops(), back)) {
                runs(stops, "combi", line.combis());
                runs(stops, "minibus", line.minibuses());
                runs(stops, "bus", line.buses());
            }
        }
        return journeys;
    }

    private void runs(List<String> stops, String mode, double perHour) {
        double scaled =
                perHour * numbers.get("transit_scale") * numbers.get("demand_scale");
        if (scaled <= 0) {
            return;
        }
        double headway = 3600 / scaled;
        RandomStream shift =
                RandomStream.of(numbers.getInteger("seed"), journeys.size(), "transit");
        for (double t = FROM + shift.nextDouble() * headway; t < UNTIL; t += headway) {
            journeys.add(run(stops, mode, Math.floor(t)));
        }
    }

    private Journey run(List<String> places, String mode, double start) {
        RandomStream random =
                RandomStream.of(numbers.getInteger("seed"), journeys.size(), "transit stops");
        List<Stop> stops = new ArrayList<>();
        Spot here = terminal(places.get(0), random);
        Spot next = spot(places, 1, random);
        int link = this.places.connect(here, next)[0];
        stops.add(Stop.at("terminal", here, link, 0));
        for (int k = 1; k < places.size(); k++) {
            next = reachable(places, k, here.on(link), random);
            link = this.places.connect(here.on(link), next)[1];
            here = next;
            boolean last = k == places.size() - 1;
            stops.add(
                    Stop.at(last ? "terminal" : "stop", here, link, numbers.get("transit_stop")));
        }
        return new Journey("transit", mode, start, stops);
    }

    private Spot reachable(List<String> stops, int k, Spot from, RandomStream random) {
        Spot spot = spot(stops, k, random);
        while (!Double.isFinite(places.time(from, spot))) {
            spot = spot(stops, k, random);
        }
        return spot;
    }

    private Spot spot(List<String> stops, int k, RandomStream random) {
        return k == stops.size() - 1
                ? terminal(stops.get(k), random)
                : places.draw(stops.get(k), random);
    }

    private Spot terminal(String intersection, RandomStream random) {
        boolean gateway =
                facts.gateways().stream().anyMatch(g -> g.intersection().equals(intersection));
        Spot end = gateway ? places.end(intersection) : null;
        return end != null && end.outLink() != RoadNetwork.NONE
                ? end
                : places.draw(intersection, random);
    }
}
