package org.chalaco.scenario.osm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * The roads of a map as a network.
 *
 * @param network its strongly connected part
 * @param projection of its coordinates
 * @param signals junctions with signals, and the tagged nodes behind each
 * @param pedestrianSignals those of them that serve pedestrians only
 * @param guesses what the map does not say, by link and junction
 * @param figures what was found, for people: a name and a number each
 */
public record OsmNetwork(
        RoadNetwork network,
        UtmProjection projection,
        Map<String, String> signals,
        Set<String> pedestrianSignals,
        List<Guess> guesses,
        Map<String, Long> figures) {

    public OsmNetwork {
        guesses = List.copyOf(guesses);
    }
}
