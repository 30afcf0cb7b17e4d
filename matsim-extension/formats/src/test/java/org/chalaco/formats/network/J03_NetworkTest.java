package org.chalaco.formats.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.LaneConnection;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: MATSim networks are read with everything in them, and written so again. */
class J03_NetworkTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();

    private RoadNetwork read(String nodes, String links) {
        String text =
                "<network>\n<nodes>\n%s\n</nodes>\n<links>\n%s\n</links>\n</network>"
                        .formatted(nodes, links);
        return new NetworkReader(problems).readNetwork(Fixture.file(folder, "n.xml", text));
    }

    @Test
    void linksAndJunctionsAreRead() {
        RoadNetwork network = Fixture.gridNetwork();
        assertThat(network.junctionCount()).isEqualTo(8);
        assertThat(network.linkCount()).isEqualTo(11);
        Link link = network.link(network.getLinkIndex("AB"));
        assertThat(link.from()).isEqualTo("A");
        assertThat(link.to()).isEqualTo("B");
        assertThat(link.length()).isEqualTo(210.5);
        assertThat(link.laneCount()).isEqualTo(2);
        assertThat(link.freeSpeed()).isEqualTo(13.89);
        assertThat(link.modes()).containsExactly("bus", "car");
        assertThat(link.attributes())
                .containsEntry("name", "Av. Sáenz Peña & Cía")
                .containsEntry("allowed_speed", "13.89");
    }

    @Test
    void capacityIsPerHourWhateverThePeriod() {
        RoadNetwork network = Fixture.gridNetwork();
        assertThat(network.link(network.getLinkIndex("AB")).attributes())
                .containsEntry(NetworkVocabulary.CAPACITY, "3600");
    }

    @Test
    void controlAndRankComeFromAttributes() {
        RoadNetwork network = Fixture.gridNetwork();
        assertThat(network.junction(network.findJunction("B")).control())
                .isEqualTo(JunctionControl.ALL_WAY_STOP);
        assertThat(network.junction(network.findJunction("A")).control())
                .isEqualTo(JunctionControl.PRIORITY);
        assertThat(network.link(network.getLinkIndex("AB")).rank()).isEqualTo(77);
        assertThat(network.link(network.getLinkIndex("WA")).rank())
                .isEqualTo(Link.rankOf(2, 13.89));
    }

    @Test
    void turnRestrictionsOfCarsAreObeyedAndOthersReported() {
        RoadNetwork network = new NetworkReader(problems).readNetwork(Fixture.grid("network.xml"));
        int from = network.getLinkIndex("AB");
        assertThat(network.connects(from, network.getLinkIndex("BNB"))).isFalse();
        assertThat(network.connects(from, network.getLinkIndex("BSB"))).isTrue();
        assertThat(problems.warnings())
                .extracting(Problem::id, Problem::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple("CH-NET-003", "[BSB]"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        NetworkReader reader = new NetworkReader(problems);
        RoadNetwork network = reader.readNetwork(Fixture.grid("network.xml"));
        Path file = folder.resolve("again.xml.gz");
        NetworkWriter.write(file, network, reader.attributeClasses());
        RoadNetwork again = NetworkReader.read(file);
        assertThat(again.junctions()).isEqualTo(network.junctions());
        assertThat(again.links()).isEqualTo(network.links());
        assertThat(connections(again)).isEqualTo(connections(network));
    }

    @Test
    void aNetworkSaysWhomToCredit() throws IOException {
        Path file = folder.resolve("credited.xml");
        NetworkWriter.write(
                file,
                Fixture.gridNetwork(),
                Map.of(NetworkVocabulary.SOURCE, "(c) A & B, ODbL 1.0"));
        assertThat(Files.readString(file))
                .containsPattern(
                        "<network>\\s*<attributes>\\s*<attribute name=\"chalaco:source\""
                                + " class=\"java.lang.String\">\\(c\\) A &amp; B, ODbL 1.0</attribute>"
                                + "\\s*</attributes>\\s*<nodes>");
        assertThat(NetworkReader.read(file).links()).isEqualTo(Fixture.gridNetwork().links());
    }

    @Test
    void javaClassesOfAttributesSurvive() throws IOException {
        NetworkReader reader = new NetworkReader(problems);
        RoadNetwork network = reader.readNetwork(Fixture.grid("network.xml"));
        Path file = folder.resolve("again.xml");
        NetworkWriter.write(file, network, reader.attributeClasses());
        assertThat(Files.readString(file))
                .contains("name=\"allowed_speed\" class=\"java.lang.Double\">13.89<")
                .contains("DisallowedNextLinks\">{\"car\":[[\"BNB\"]]}<")
                .contains("Sáenz Peña &amp; Cía");
    }

    @Test
    void givenLaneConnectionsSurvive() {
        RoadNetwork network =
                RoadNetwork.builder()
                        .junction(Junction.priority("a", 0, 0))
                        .junction(Junction.priority("b \"1\"", 200, 0))
                        .junction(Junction.priority("c", 400, 0))
                        .junction(Junction.priority("d", 200, 200))
                        .link(Link.of("ab", "a", "b \"1\"", 200, 3, 14))
                        .link(Link.of("bc", "b \"1\"", "c", 200, 2, 14))
                        .link(Link.of("bd", "b \"1\"", "d", 200, 1, 14))
                        .connect(new LaneConnection("ab", 0, "bc", 1))
                        .connect(new LaneConnection("ab", 2, "bd", 0))
                        .build();
        Path file = folder.resolve("lanes.xml");
        NetworkWriter.write(file, network);
        RoadNetwork again = NetworkReader.read(file);
        assertThat(connections(again))
                .isEqualTo(connections(network))
                .containsExactly("ab.0>bc.1", "ab.2>bd.0");
    }

    @Test
    void capacityIsGuessedFromLanesWhenWriting() throws IOException {
        RoadNetwork network =
                RoadNetwork.builder()
                        .junction(Junction.priority("a", 0, 0))
                        .junction(Junction.priority("b", 200, 0))
                        .link(
                                Link.of("ab", "a", "b", 200, 3, 14)
                                        .withModes(Set.of("truck"))
                                        .withAttributes(Map.of("width", "9.6")))
                        .build();
        Path file = folder.resolve("n.xml");
        NetworkWriter.write(file, network);
        assertThat(Files.readString(file))
                .contains("capacity=\"5400\"")
                .contains("modes=\"truck\"");
        assertThat(NetworkReader.read(file).link(0).length()).isCloseTo(200, within(0.0));
    }

    @Test
    void everythingWrongIsReportedAtOnceWithItsLine() {
        read(
                """
                <node id="a" x="0" y="0"/>
                <node id="a" x="1" y="1"/>
                <node id="b" x="NaN" y="0"/>
                <node x="1" y="0"/>
                <node id="c" x="100" y="1e300"/>
                <node id="d" x="100" y="0"><attributes><attribute name="chalaco:control" class="java.lang.String">PRIORTY</attribute></attributes></node>""",
                """
                <link id="1" from="a" to="bb" length="100" freespeed="14" capacity="1800" permlanes="1"/>
                <link id="2" from="a" to="b" length="-5" freespeed="0" capacity="x" permlanes="0"/>
                <link id="2" from="a" to="b" length="5" freespeed="1" capacity="1" permlanes="1"/>
                <link id="3" from="a" to="b" lenght="5" freespeed="Infinity" capacity="1" permlanes="1"/>""");
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-XML-011:4",
                        "CH-XML-009:5",
                        "CH-XML-008:6",
                        "CH-XML-009:7",
                        "CH-NET-004:8",
                        "CH-XML-012:11",
                        "CH-XML-009:12",
                        "CH-XML-009:12",
                        "CH-XML-009:12",
                        "CH-XML-009:12",
                        "CH-XML-011:13",
                        "CH-XML-008:14",
                        "CH-XML-009:14");
        assertThat(problems.text())
                .contains("Maybe b?")
                .contains("Maybe it is called (lenght) here?")
                .contains("Maybe PRIORITY?")
                .contains("The length (-5) of (link 2) is not between");
    }

    @Test
    void wrongNextLinksAreReportedAtTheirLink() {
        String link =
                "<link id=\"%s\" from=\"%s\" to=\"%s\" length=\"100\" freespeed=\"14\" capacity=\"1800\" permlanes=\"1\"><attributes><attribute name=\"%s\" class=\"x\">%s</attribute></attributes></link>\n";
        read(
                "<node id=\"a\" x=\"0\" y=\"0\"/>\n<node id=\"b\" x=\"100\" y=\"0\"/>",
                link.formatted(
                                "l1",
                                "a",
                                "b",
                                "disallowedNextLinks",
                                "{&quot;car&quot;:[[&quot;l9&quot;]]}")
                        + link.formatted("l2", "b", "a", "disallowedNextLinks", "no json")
                        + link.formatted(
                                "l3", "b", "a", "chalaco:connections", "{&quot;l1&quot;:[[0]]}")
                        + link.formatted(
                                "l4", "b", "a", "chalaco:connections", "{&quot;l1&quot;:[[7,0]]}"));
        assertThat(Fixture.errorsAt(problems))
                .containsExactly("CH-NET-003:7", "CH-NET-003:8", "CH-NET-002:9", "CH-NET-002:0");
        assertThat(problems.errors().get(0).remedy()).isEqualTo("Maybe l1?");
    }

    @Test
    void lanesBeyondReasonAreTakenAsOne() {
        RoadNetwork network =
                read(
                        "<node id=\"a\" x=\"0\" y=\"0\"/><node id=\"b\" x=\"100\" y=\"0\"/>",
                        "<link id=\"rail\" from=\"a\" to=\"b\" length=\"100\" freespeed=\"40\" capacity=\"Infinity\" permlanes=\"9999\" modes=\"pt\"/>"
                                + "<link id=\"half\" from=\"a\" to=\"b\" length=\"100\" freespeed=\"14\" capacity=\"1800\" permlanes=\"1.5\" modes=\"car\"/>");
        assertThat(problems.hasErrors()).isFalse();
        assertThat(Fixture.warningsAt(problems)).containsExactly("CH-NET-001:6");
        assertThat(network.laneCount(0)).isEqualTo(1);
        assertThat(network.laneCount(1)).isEqualTo(2);
    }

    @Test
    void linksForOtherModesCanBeLeftOut() {
        RoadNetwork network =
                new NetworkReader(problems)
                        .onlyLinksFor(Set.of("bus", "truck"))
                        .readNetwork(Fixture.grid("network.xml"));
        assertThat(network.links()).extracting(Link::id).containsExactly("WA", "AB", "BE");
        assertThat(network.junctionCount()).isEqualTo(8);
    }

    @Test
    void readingWithErrorsEndsInAnException() {
        Path file =
                Fixture.file(folder, "n.xml", "<network><nodes><node/></nodes><links/></network>");
        assertThatThrownBy(() -> NetworkReader.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("n.xml:1: error CH-XML-008");
    }

    @Test
    void aNetworkIsWrittenWholeOrNotAtAll() throws IOException {
        Path file = Fixture.file(folder, "n.xml", "old");
        RoadNetwork network = Fixture.gridNetwork();
        NetworkWriter.write(file, network);
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("n.xml");
        }
    }

    private static List<String> connections(RoadNetwork network) {
        return java.util.stream.IntStream.range(0, network.connectorCount())
                .mapToObj(
                        c ->
                                "%s.%d>%s.%d"
                                        .formatted(
                                                network.link(network.fromLink(c)).id(),
                                                network.positionOnLink(network.fromLane(c)),
                                                network.link(network.toLink(c)).id(),
                                                network.positionOnLink(network.toLane(c))))
                .toList();
    }
}
