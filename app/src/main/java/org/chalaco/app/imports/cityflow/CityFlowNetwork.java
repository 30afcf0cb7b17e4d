package org.chalaco.app.imports.cityflow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.app.imports.cityflow.CityFlowRoads.Intersection;
import org.chalaco.app.imports.cityflow.CityFlowRoads.Road;
import org.chalaco.app.imports.cityflow.CityFlowRoads.RoadLink;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Roads of a roadnet as a network: an intersection is a junction, a road a link. From a lane
 * CityFlow reaches every lane of the road entered; here it reaches the one with its own number from
 * the kerb, or the nearest to it, and drivers change lanes afterwards. Turns that the file does not
 * name cannot be made.
 */
final class CityFlowNetwork {

    private final CityFlowRoads roads;
    private final Set<String> modes;
    private final RoadNetwork.Builder builder = RoadNetwork.builder();

    private CityFlowNetwork(CityFlowRoads roads, Set<String> modes) {
        this.roads = roads;
        this.modes = modes;
    }

    /**
     * The network.
     *
     * @param modes that may drive everywhere
     * @throws IllegalArgumentException naming everything that cannot be built
     */
    static RoadNetwork of(CityFlowRoads roads, Set<String> modes) {
        return new CityFlowNetwork(roads, modes).build();
    }

    private RoadNetwork build() {
        for (Intersection i : roads.intersections()) {
            builder.junction(Junction.priority(i.id(), i.x(), i.y()));
        }
        for (Road road : roads.roads().values()) {
            builder.link(
                    Link.of(
                                    road.id(),
                                    road.from(),
                                    road.to(),
                                    road.length(),
                                    road.lanes(),
                                    road.maxSpeed())
                            .withModes(modes));
        }
        roads.intersections().forEach(this::connect);
        return builder.build();
    }

    private void connect(Intersection intersection) {
        Set<String> made = new TreeSet<>();
        for (RoadLink link : intersection.links()) {
            made.add(link.from() + " " + link.to());
            for (int lane : startLanes(link)) {
                builder.connect(
                        new LaneConnection(link.from(), lane, link.to(), endLane(link, lane)));
            }
        }
        for (String from : ending(intersection.id())) {
            for (String to : starting(intersection.id())) {
                if (!made.contains(from + " " + to)) {
                    builder.forbid(from, to);
                }
            }
        }
    }

    private static Set<Integer> startLanes(RoadLink link) {
        Set<Integer> lanes = new TreeSet<>();
        link.lanes().forEach(pair -> lanes.add(pair[0]));
        return lanes;
    }

    private static int endLane(RoadLink link, int lane) {
        int nearest = -1;
        for (int[] pair : link.lanes()) {
            boolean nearer = nearest < 0 || Math.abs(pair[1] - lane) < Math.abs(nearest - lane);
            if (pair[0] == lane && nearer) {
                nearest = pair[1];
            }
        }
        return nearest;
    }

    private List<String> ending(String intersection) {
        return roads.roads().values().stream()
                .filter(r -> r.to().equals(intersection))
                .map(Road::id)
                .toList();
    }

    private List<String> starting(String intersection) {
        return roads.roads().values().stream()
                .filter(r -> r.from().equals(intersection))
                .map(Road::id)
                .toList();
    }
}
