package org.chalaco.scenario.callao;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.callao.CallaoFacts.TransitLine;
import org.chalaco.scenario.callao.Journey.Stop;
import org.chalaco.scenario.table.Assumptions;

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
        double scaled = perHour * numbers.get("transit_scale") * numbers.get("demand_scale");
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

    private Journey run(List<String> line, String mode, double start) {
        RandomStream random =
                RandomStream.of(numbers.getInteger("seed"), journeys.size(), "transit stops");
        int last = line.size() - 1;
        List<Spot> spots = new ArrayList<>();
        spots.add(
                isGateway(line.get(0))
                        ? places.start(line.get(0))
                        : places.draw(line.get(0), random));
        for (int k = 1; k <= last; k++) {
            boolean end = k == last && isGateway(line.get(k));
            spots.add(end ? places.finish(line.get(k)) : places.draw(line.get(k), random));
        }
        choose(spots);
        List<Stop> stops = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            String activity = k == 0 || k == last ? "terminal" : "stop";
            Spot spot = spots.get(k);
            stops.add(Stop.at(activity, spot, spot.links()[0], numbers.get("transit_stop")));
        }
        return new Journey("transit", mode, start, stops);
    }

    /** Replaces every spot by the side of the street that lies on the way. */
    private void choose(List<Spot> spots) {
        int last = spots.size() - 1;
        Spot first = spots.get(0);
        spots.set(0, first.on(places.connect(first, spots.get(1))[0]));
        for (int k = 1; k < last; k++) {
            Spot here = spots.get(k);
            spots.set(k, here.on(places.between(spots.get(k - 1), here, spots.get(k + 1))));
        }
        spots.set(
                last, spots.get(last).on(places.connect(spots.get(last - 1), spots.get(last))[1]));
    }

    private boolean isGateway(String intersection) {
        return facts.gateways().stream().anyMatch(g -> g.intersection().equals(intersection));
    }
}
