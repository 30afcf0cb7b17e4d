// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matsim.api.core.v01.Coord;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.Scenario;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.network.Network;
import org.matsim.api.core.v01.network.Node;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.network.NetworkUtils;
import org.matsim.core.scenario.ScenarioUtils;
import org.matsim.lanes.Lane;
import org.matsim.lanes.LanesFactory;
import org.matsim.lanes.LanesToLinkAssignment;
import org.matsim.vehicles.VehicleType;
import org.matsim.vehicles.VehicleUtils;

/** FEATURE UNDER TEST: MATSim's networks, lanes and vehicle types become ours. */
class P05_MappingTest {

    private Scenario scenario;

    /** West, centre, east in a row, north and south of the centre, all joined both ways. */
    @BeforeEach
    void cross() {
        scenario = ScenarioUtils.createScenario(ConfigUtils.createConfig(new ChalacoConfigGroup()));
        Network network = scenario.getNetwork();
        node("c", 0, 0);
        for (String end : List.of("w", "e", "n", "s")) {
            node(
                    end,
                    end.equals("w") ? -300 : end.equals("e") ? 300 : 0,
                    end.equals("n") ? 300 : end.equals("s") ? -300 : 0);
            link(network, end, "c");
            link(network, "c", end);
        }
    }

    private void node(String id, double x, double y) {
        NetworkUtils.createAndAddNode(scenario.getNetwork(), Id.createNodeId(id), new Coord(x, y));
    }

    private static void link(Network network, String from, String to) {
        Node a = network.getNodes().get(Id.createNodeId(from));
        Node b = network.getNodes().get(Id.createNodeId(to));
        NetworkUtils.createAndAddLink(
                network, Id.createLinkId(from + to), a, b, 300, 13.89, 3600, 2);
    }

    private Link link(String id) {
        return scenario.getNetwork().getLinks().get(Id.createLinkId(id));
    }

    private MappedNetwork map() {
        return new MatsimNetworkMapper(scenario).get();
    }

    private boolean connects(String from, String to) {
        RoadNetwork road = map().road();
        return road.connects(road.getLinkIndex(from), road.getLinkIndex(to));
    }

    @Test
    void linksAndNodesAreTheSame() {
        RoadNetwork road = map().road();
        assertThat(road.linkCount()).isEqualTo(8);
        int link = road.getLinkIndex("wc");
        assertThat(road.length(link)).isEqualTo(300);
        assertThat(road.laneCount(link)).isEqualTo(2);
        assertThat(road.freeSpeed(link)).isEqualTo(13.89);
        assertThat(road.link(link).modes()).containsExactly("car");
        assertThat(map().find(Id.createLinkId("wc"))).isEqualTo(link);
        assertThat(map().find(Id.createLinkId("nowhere"))).isEqualTo(RoadNetwork.NONE);
    }

    @Test
    void attributesOverrideWhatGeometrySays() {
        link("wc").getAttributes().putAttribute("chalaco:rank", "77");
        scenario.getNetwork()
                .getNodes()
                .get(Id.createNodeId("c"))
                .getAttributes()
                .putAttribute("chalaco:control", "all_way_stop");
        RoadNetwork road = map().road();
        assertThat(road.link(road.getLinkIndex("wc")).rank()).isEqualTo(77);
        assertThat(road.junction(road.findJunction("c")).control())
                .isEqualTo(JunctionControl.ALL_WAY_STOP);
    }

    @Test
    void whateverIsWrongIsToldAtOnce() {
        link("wc").getAttributes().putAttribute("chalaco:rank", "high");
        link("ec").setFreespeed(-1);
        scenario.getNetwork()
                .getNodes()
                .get(Id.createNodeId("c"))
                .getAttributes()
                .putAttribute("chalaco:control", "nobody");
        assertThatThrownBy(this::map).hasMessageContainingAll("high", "ec", "nobody");
    }

    @Test
    void turningRoundIsPossibleUnlessToldOtherwise() {
        assertThat(connects("wc", "cw")).isTrue();
        ConfigUtils.addOrGetModule(scenario.getConfig(), ChalacoConfigGroup.class).setUTurns(false);
        assertThat(connects("wc", "cw")).isFalse();
        assertThat(connects("wc", "ce")).isTrue();
    }

    @Test
    void turningRoundIsPossibleWhereLanesAreConnectedOneByOne() {
        link("wc").getAttributes().putAttribute("chalaco:connections", "{\"ce\":[[0,0],[1,1]]}");
        assertThat(connects("wc", "ce")).isTrue();
        assertThat(connects("wc", "cn")).isFalse();
        assertThat(connects("wc", "cw")).isTrue();
    }

    /** Stands for the class of that name in newer releases. */
    public static final class Restrictions {
        /** Forbidden sequences of links by mode. */
        public Map<String, List<List<Id<Link>>>> getAsMap() {
            return Map.of("car", List.of(List.of(Id.createLinkId("cn"))));
        }
    }

    @Test
    void turnRestrictionsAreRespectedAsTextAndAsObjects() {
        assertThat(connects("wc", "cn")).isTrue();
        link("wc").getAttributes().putAttribute("disallowedNextLinks", "{\"car\":[[\"cs\"]]}");
        assertThat(connects("wc", "cs")).isFalse();
        link("wc").getAttributes().putAttribute("disallowedNextLinks", new Restrictions());
        assertThat(connects("wc", "cn")).isFalse();
        assertThat(connects("wc", "cs")).isTrue();
    }

    @Test
    void lanesLeadWhereTheirDefinitionsSay() {
        scenario.getConfig().qsim().setUseLanes(true);
        LanesFactory factory = scenario.getLanes().getFactory();
        LanesToLinkAssignment assignment =
                factory.createLanesToLinkAssignment(Id.createLinkId("wc"));
        assignment.addLane(lane(factory, "ol", 0, List.of(), List.of("left", "ahead")));
        assignment.addLane(lane(factory, "left", -1, List.of("cn"), List.of()));
        assignment.addLane(lane(factory, "ahead", 1, List.of("ce"), List.of()));
        scenario.getLanes().addLanesToLinkAssignment(assignment);

        RoadNetwork road = map().road();
        int wc = road.getLinkIndex("wc");
        assertThat(connects("wc", "cs")).isFalse();
        Set<Integer> kerb = Set.of(road.findConnector(road.firstLane(wc), road.getLinkIndex("cn")));
        assertThat(kerb).containsExactly(RoadNetwork.NONE);
        assertThat(road.findConnector(road.firstLane(wc) + 1, road.getLinkIndex("ce")))
                .isEqualTo(RoadNetwork.NONE);
        assertThat(connects("wc", "cn")).isTrue();
    }

    private static Lane lane(
            LanesFactory factory,
            String id,
            int alignment,
            List<String> toLinks,
            List<String> toLanes) {
        Lane lane = factory.createLane(Id.create(id, Lane.class));
        toLinks.forEach(link -> lane.addToLinkId(Id.createLinkId(link)));
        toLanes.forEach(next -> lane.addToLaneId(Id.create(next, Lane.class)));
        lane.setNumberOfRepresentedLanes(toLanes.isEmpty() ? 1 : 2);
        lane.setStartsAtMeterFromLinkEnd(toLanes.isEmpty() ? 50 : 300);
        lane.setAlignment(alignment);
        return lane;
    }

    @Test
    void vehicleTypesDriveAsTheirAttributesSay() {
        VehicleType plain = VehicleUtils.createVehicleType(Id.create("car", VehicleType.class));
        VehicleType truck = VehicleUtils.createVehicleType(Id.create("lorry", VehicleType.class));
        truck.setLength(9);
        truck.setMaximumVelocity(20);
        truck.setPcuEquivalents(2.5);
        truck.getAttributes().putAttribute("chalaco:vehicleClass", "TRUCK");
        truck.getAttributes().putAttribute("chalaco:timeGap", 1.8);
        Problems problems = new Problems();
        MatsimVehicleTypes types = new MatsimVehicleTypes(ParameterSet.LIMA_CALLAO, problems);
        types.add(plain);
        types.add(truck);
        types.add(plain);

        assertThat(problems.errors()).isEmpty();
        assertThat(types.types()).hasSize(2);
        // MATSim's 7.5 m is the room in a queue
        assertThat(types.types().get(0).length()).isEqualTo(5.5);
        assertThat(types.types().get(1).length()).isEqualTo(9);
        assertThat(types.types().get(1).vehicleClass()).isEqualTo(VehicleClass.TRUCK);
        assertThat(types.types().get(1).driver().timeGap()).isEqualTo(1.8);
        assertThat(types.types().get(1).driver().maxAcceleration())
                .isEqualTo(
                        ParameterSet.LIMA_CALLAO
                                .type(VehicleClass.TRUCK)
                                .driver()
                                .maxAcceleration());
        assertThat(types.getIndex(truck)).isEqualTo(1);
    }

    @Test
    void attributesOfTypesThatCannotBeAreTold() {
        VehicleType type = VehicleUtils.createVehicleType(Id.create("odd", VehicleType.class));
        type.getAttributes().putAttribute("chalaco:timeGap", -3.0);
        type.getAttributes().putAttribute("chalaco:timegap", 1.0);
        Problems problems = new Problems();
        new MatsimVehicleTypes(ParameterSet.CITY_TREIBER, problems).add(type);
        assertThat(problems.errors()).hasSize(2);
    }
}
