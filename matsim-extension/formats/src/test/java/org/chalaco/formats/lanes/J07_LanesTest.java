package org.chalaco.formats.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: MATSim's lanes become connections of physical lanes. */
class J07_LanesTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();

    private LaneDefinitions define(String lanes) {
        String text =
                """
                <laneDefinitions xmlns="http://www.matsim.org/files/dtd">
                <lanesToLinkAssignment linkIdRef="WA">
                <lane id="ol"><leadsTo><toLane refId="l"/><toLane refId="r"/></leadsTo><representedLanes number="2"/><alignment>0</alignment></lane>
                %s
                </lanesToLinkAssignment>
                </laneDefinitions>"""
                        .formatted(lanes);
        return LanesReader.read(Fixture.file(folder, "lanes.xml", text), problems);
    }

    private static String lane(String id, String toLink, int alignment) {
        return "<lane id=\"%s\"><leadsTo><toLink refId=\"%s\"/></leadsTo><representedLanes number=\"1\"/><capacity vehiclesPerHour=\"1800\"/><startsAt meterFromLinkEnd=\"45\"/><alignment>%d</alignment></lane>\n"
                .formatted(id, toLink, alignment);
    }

    private RoadNetwork networkWith(LaneDefinitions lanes) {
        return new NetworkReader(problems).lanes(lanes).readNetwork(Fixture.grid("network.xml"));
    }

    @Test
    void theLaneFurthestRightIsAtTheKerb() {
        LaneDefinitions lanes = define(lane("l", "ANA", -1) + lane("r", "AB", 1));
        assertThat(lanes.physicalLanes("WA", "r", 2)).containsExactly(0);
        assertThat(lanes.physicalLanes("WA", "l", 2)).containsExactly(1);
        assertThat(lanes.physicalLanes("WA", "ol", 2)).isEmpty();
    }

    @Test
    void lanesLeadWhereTheyAreDefinedToLead() {
        RoadNetwork network = networkWith(define(lane("l", "ANA", -1) + lane("r", "AB", 1)));
        int kerb = network.firstLane(network.getLinkIndex("WA"));
        int ahead = network.getLinkIndex("AB");
        int left = network.getLinkIndex("ANA");
        assertThat(network.findConnector(kerb, ahead)).isNotEqualTo(RoadNetwork.NONE);
        assertThat(network.findConnector(kerb, left)).isEqualTo(RoadNetwork.NONE);
        assertThat(network.findConnector(kerb + 1, left)).isNotEqualTo(RoadNetwork.NONE);
        assertThat(network.findConnector(kerb + 1, ahead)).isEqualTo(RoadNetwork.NONE);
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void tooFewLanesShareTheRoad() {
        LaneDefinitions lanes = define(lane("r", "AB", 0));
        RoadNetwork network = networkWith(lanes);
        assertThat(lanes.physicalLanes("WA", "r", 2)).isEqualTo(List.of(0, 1));
        assertThat(network.connects(network.getLinkIndex("WA"), network.getLinkIndex("AB")))
                .isTrue();
        assertThat(problems.warnings())
                .anySatisfy(p -> assertThat(p.message()).contains("stand for (1) lanes"));
    }

    @Test
    void lanesThatLeadNowhereAreErrors() {
        networkWith(define(lane("l", "BE", -1) + lane("l", "nowhere", 1)));
        assertThat(Fixture.errorsAt(problems))
                .containsExactly("CH-XML-011:5", "CH-LAN-001:5", "CH-LAN-001:4");
    }

    @Test
    void lanesOfAnUnknownLinkAreAnError() {
        String text =
                "<laneDefinitions><lanesToLinkAssignment linkIdRef=\"XX\">"
                        + lane("l", "AB", 0)
                        + "</lanesToLinkAssignment></laneDefinitions>";
        networkWith(LanesReader.read(Fixture.file(folder, "lanes.xml", text), problems));
        assertThat(Fixture.errorsAt(problems)).containsExactly("CH-LAN-001:1");
    }

    @Test
    void writtenLanesConnectAsBefore() {
        RoadNetwork network = Fixture.gridNetwork();
        Path file = folder.resolve("written.xml");
        LanesWriter.write(file, network, List.of("WA", "AB", "BSB"));
        LaneDefinitions lanes = LanesReader.read(file, problems);
        assertThat(lanes.lanes()).containsOnlyKeys("WA", "AB");
        assertThat(lanes.physicalLanes("WA", LanesWriter.laneId("WA", 1), 2)).containsExactly(1);
        RoadNetwork again = networkWith(lanes);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(again.toString()).isEqualTo(network.toString());
    }
}
