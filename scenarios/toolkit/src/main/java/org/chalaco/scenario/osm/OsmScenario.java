package org.chalaco.scenario.osm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.scenario.signal.DesignRules;
import org.chalaco.scenario.signal.SignalDesign;

/**
 * A town from the map, ready to run: roads, proposed signals, and traffic that is made up.
 *
 * @param roads of the map
 * @param signals proposed for the junctions that have some in the map: stages, intergreens and
 *     greens by {@link SignalDesign}, for the made-up traffic
 * @param persons the made-up traffic; see {@link StartingDemand}
 * @param guesses of roads and signals
 * @param figures what was found and made, for people
 */
public record OsmScenario(
        OsmNetwork roads,
        List<SignalSystem> signals,
        List<Person> persons,
        List<Guess> guesses,
        Map<String, Long> figures) {

    private static final int ROUNDS = 2;

    public OsmScenario {
        signals = List.copyOf(signals);
        persons = List.copyOf(persons);
        guesses = List.copyOf(guesses);
    }

    /** Proposes signals and demand for the roads, each for the other, twice. */
    public static OsmScenario of(OsmNetwork roads, long seed) {
        RoadNetwork network = roads.network();
        StartingDemand demand = new StartingDemand(network);
        List<SignalSystem> signals = List.of();
        for (int k = 0; k < ROUNDS; k++) {
            signals = signals(roads, demand, seed);
            demand.assign(DesignRules.STANDARD, signals);
        }
        signals = signals(roads, demand, seed);
        List<Person> persons = demand.persons(seed);
        List<Guess> guesses = new ArrayList<>(roads.guesses());
        signals.forEach(s -> guesses.add(guess(roads, s)));
        Map<String, Long> figures = new LinkedHashMap<>(roads.figures());
        figures.put("trips made up, 07:00 to 08:00", (long) persons.size());
        return new OsmScenario(roads, signals, persons, guesses, figures);
    }

    private static List<SignalSystem> signals(OsmNetwork roads, StartingDemand demand, long seed) {
        RoadNetwork network = roads.network();
        SignalDesign design = new SignalDesign(network, DesignRules.STANDARD, demand::pcuPerHour);
        List<SignalSystem> systems = new ArrayList<>();
        for (String id : roads.signals().keySet()) {
            int junction = network.findJunction(id);
            int cycle = design.suitableCycle(junction);
            int offset = RandomStream.of(seed, Long.parseLong(id), "offset").nextInt(cycle);
            systems.add(design.design(junction, cycle, offset));
        }
        return systems;
    }

    private static Guess guess(OsmNetwork roads, SignalSystem system) {
        return new Guess(
                "junction",
                system.id(),
                roads.signals().get(system.id()),
                "signals",
                "%d stages, cycle %d s, offset %d s"
                        .formatted(
                                system.stages().size(),
                                system.plan().cycle(),
                                system.plan().offset()),
                roads.pedestrianSignals().contains(system.id())
                        ? "the map has a signal away from junctions: taken as one for pedestrians"
                        : "the map has no plans: proposed after Webster for made-up traffic, uncoordinated");
    }
}
