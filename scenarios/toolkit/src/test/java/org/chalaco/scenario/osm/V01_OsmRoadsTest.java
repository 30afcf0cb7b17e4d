package org.chalaco.scenario.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.network.Turn;
import org.chalaco.scenario.network.LinkComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: roads from OpenStreetMap have the lanes, speeds, directions and turns of
 * their tags, and what the tags do not say is guessed and written down.
 */
class V01_OsmRoadsTest {

    @TempDir private Path folder;

    private static Link link(OsmNetwork town, long way) {
        return town.network().links().stream()
                .filter(l -> l.id().startsWith(way + "."))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> turns(OsmNetwork town, String from) {
        RoadNetwork network = town.network();
        int link = network.getLinkIndex(from);
        Set<String> next = new TreeSet<>();
        for (int k = 0; k < network.nextLinkCount(link); k++) {
            next.add(network.link(network.nextLink(link, k)).id());
        }
        return next;
    }

    @Test
    void tagsAreLanesAndSpeeds() {
        OsmNetwork town =
                OsmDrawing.cross(
                                "lanes=5 lanes:forward=3 maxspeed=30~mph",
                                "highway=residential",
                                "lanes=2",
                                "maxspeed=PE:urban")
                        .read();

        assertThat(link(town, 1).laneCount()).isEqualTo(1);
        assertThat(link(town, 1).freeSpeed()).isEqualTo(50 / 3.6, within(0.01));
        assertThat(link(town, 1).length()).isEqualTo(200, within(0.2));
        Link backwards = town.network().link(town.network().getLinkIndex("2.1r"));
        assertThat(link(town, 2).laneCount()).isEqualTo(3);
        assertThat(backwards.laneCount()).isEqualTo(2);
        assertThat(link(town, 2).freeSpeed()).isEqualTo(30 * 1.609344 / 3.6, within(0.01));
        assertThat(town.guesses()).noneMatch(g -> g.osm().equals("1"));
    }

    @Test
    void whatIsNotSaidIsGuessedAndWrittenDown() {
        OsmNetwork town = OsmDrawing.cross("", "highway=residential").read();

        assertThat(link(town, 2).laneCount()).isEqualTo(2);
        assertThat(link(town, 2).freeSpeed()).isEqualTo(50 / 3.6, within(0.01));
        assertThat(town.guesses())
                .anyMatch(
                        g ->
                                g.osm().equals("2")
                                        && g.what().equals("lanes")
                                        && g.because().contains("highway=primary"));
        assertThat(town.guesses()).anyMatch(g -> g.osm().equals("1") && g.what().equals("speed"));
        assertThat(town.guesses()).noneMatch(g -> g.osm().equals("5"));
    }

    @Test
    void absurdTagsAreNamedAllAtOnce() {
        Problems problems = new Problems();
        OsmNetwork town =
                OsmDrawing.cross("lanes=99 maxspeed=fast", "highway=residential", "maxspeed=-5")
                        .read(OsmOptions.STANDARD, problems);

        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.text())
                .contains(
                        "lanes=99 of way (2)",
                        "maxspeed=fast of way (2)",
                        "maxspeed=-5 of way (1)");
        assertThat(link(town, 2).laneCount()).isEqualTo(2);
    }

    @Test
    void oneWayStreetsHaveOneDirection() {
        OsmNetwork town = OsmDrawing.cross("oneway=-1", "highway=residential", "lanes=2").read();

        Link only = link(town, 2);
        int from = town.network().findJunction(only.from());
        assertThat(town.network().junction(from).x())
                .isGreaterThan(town.network().junction(town.network().findJunction(only.to())).x());
        assertThat(town.network().links().stream().filter(l -> l.id().startsWith("2."))).hasSize(1);
    }

    @Test
    void closedWaysAreLeftOut() {
        for (String tag : List.of("access=private", "motor_vehicle=no", "highway=footway")) {
            OsmNetwork town = OsmDrawing.cross(tag, "highway=residential").read();
            assertThat(town.network().links()).as(tag).noneMatch(l -> l.id().startsWith("2."));
        }
        OsmNetwork open =
                OsmDrawing.cross("access=private motorcar=yes", "highway=residential").read();
        assertThat(open.network().links()).anyMatch(l -> l.id().startsWith("2."));
    }

    @Test
    void restrictionsForbidTurns() {
        OsmDrawing drawing = OsmDrawing.cross("", "highway=residential");
        Set<String> before = turns(drawing.read(), "1.1");
        assertThat(before).contains("2.1", "3.1r", "4.1");

        assertThat(turns(drawing.restriction(9, "no_left_turn", 1, "m", 4).read(), "1.1"))
                .contains("2.1", "3.1r")
                .doesNotContain("4.1");
        assertThat(turns(drawing.restriction(10, "only_straight_on", 3, "m", 4).read(), "3.1"))
                .containsExactly("4.1");
    }

    @Test
    void arrowsLeadLanes() {
        OsmDrawing drawing =
                new OsmDrawing()
                        .node("w", -200, 0)
                        .node("m", 0, 0)
                        .node("e", 200, 0)
                        .node("s", 0, -200)
                        .node("n", 0, 200)
                        .way(
                                1,
                                "w m",
                                "highway=primary",
                                "oneway=yes",
                                "lanes=3",
                                "turn:lanes=left|left;through|right")
                        .way(2, "m e", "highway=primary", "oneway=yes", "lanes=2")
                        .way(3, "s m", "highway=secondary", "lanes=4")
                        .way(4, "m n", "highway=secondary", "lanes=4")
                        .way(5, "w s e n w", "highway=tertiary");
        OsmNetwork town = drawing.read();
        RoadNetwork network = town.network();
        int link = network.getLinkIndex("1.1");

        Set<Turn> right = lanes(network, link, 0);
        assertThat(right).containsExactly(Turn.RIGHT);
        assertThat(lanes(network, link, 1)).containsExactlyInAnyOrder(Turn.LEFT, Turn.THROUGH);
        assertThat(lanes(network, link, 2)).containsExactly(Turn.LEFT);
        assertThat(town.guesses()).noneMatch(g -> g.what().equals("turns"));
    }

    private static Set<Turn> lanes(RoadNetwork network, int link, int lane) {
        Set<Turn> turns = new TreeSet<>();
        int l = network.firstLane(link) + lane;
        for (int c = network.firstConnector(l); c < network.endConnector(l); c++) {
            turns.add(network.turn(c));
        }
        return turns;
    }

    @Test
    void roundaboutsGoFirst() {
        OsmNetwork town =
                new OsmDrawing()
                        .node("e", 25, 0)
                        .node("n", 0, 25)
                        .node("w", -25, 0)
                        .node("s", 0, -25)
                        .node("east", 200, 0)
                        .node("north", 0, 200)
                        .node("west", -200, 0)
                        .node("south", 0, -200)
                        .way(1, "e n w s e", "highway=secondary", "junction=roundabout", "lanes=1")
                        .way(2, "e east", "highway=secondary", "lanes=2")
                        .way(3, "n north", "highway=secondary", "lanes=2")
                        .way(4, "w west", "highway=secondary", "lanes=2")
                        .way(5, "s south", "highway=secondary", "lanes=2")
                        .read();

        List<Link> ring =
                town.network().links().stream()
                        .filter(l -> "roundabout".equals(l.attributes().get("junction")))
                        .toList();
        assertThat(ring).hasSize(4).allMatch(l -> l.rank() > link(town, 2).rank());
        assertThat(turns(town, "2.1r")).hasSize(1);
        assertThat(turns(town, ring.get(0).id())).hasSize(2);
    }

    @Test
    void signsDecideWhoYields() {
        OsmNetwork town =
                new OsmDrawing()
                        .node("w", -200, 0)
                        .node("stop", -10, 0, "highway=stop")
                        .node("m", 0, 0)
                        .node("e", 200, 0)
                        .node("n", 0, 200)
                        .node("x", 200, 200, "highway=stop", "stop=all")
                        .node("y", 300, 300)
                        .way(1, "w stop m e", "highway=primary", "lanes=2")
                        .way(2, "m n", "highway=residential", "lanes=2")
                        .way(3, "w n x", "highway=residential", "lanes=2")
                        .way(4, "x e", "highway=residential", "lanes=2")
                        .way(6, "x y", "highway=residential", "lanes=2")
                        .read();

        assertThat(link(town, 1).rank()).isLessThan(link(town, 2).rank());
        assertThat(town.network().junctions())
                .anyMatch(j -> j.control() == JunctionControl.ALL_WAY_STOP);
    }

    @Test
    void onlyTheConnectedPartIsKept() {
        OsmNetwork town =
                OsmDrawing.cross("", "highway=residential")
                        .node("far", 1000, 1000)
                        .node("away", 1200, 1000)
                        .way(20, "far away", "highway=residential")
                        .way(21, "e far", "highway=residential", "oneway=yes")
                        .read();

        assertThat(town.network().links())
                .noneMatch(l -> l.id().startsWith("20.") || l.id().startsWith("21."));
        assertThat(LinkComponent.largest(town.network()).cardinality())
                .isEqualTo(town.network().linkCount());
    }

    @Test
    void danglingWaysAreRefusedByNameAndCutOnRequest() {
        OsmDrawing drawing =
                OsmDrawing.cross("", "highway=residential")
                        .way(30, "e gone", "highway=residential", "name=Calle Cortada")
                        .way(31, "n lost gone", "highway=residential");

        assertThatThrownBy(drawing::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Way (30) Calle Cortada names node (999999)")
                .hasMessageContaining("Way (31)")
                .hasMessageContaining("--clip");
        OsmNetwork cut = drawing.read(new OsmOptions(null, true, false), new Problems());
        assertThat(cut.network().linkCount()).isPositive();
    }

    @Test
    void aMapWithoutRoadsIsRefused() {
        OsmDrawing drawing =
                new OsmDrawing().node("a", 0, 0).node("b", 9, 9).way(1, "a b", "highway=footway");
        assertThatThrownBy(drawing::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("CH-OSM-003");
    }

    @Test
    void aProjectionFarAwayIsRefused() {
        OsmDrawing drawing = OsmDrawing.cross("", "highway=residential");
        OsmOptions other = new OsmOptions(new UtmProjection(33, false), false, false);
        assertThatThrownBy(() -> drawing.read(other, new Problems()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("CH-OSM-005");
        assertThat(drawing.read().projection().code()).isEqualTo("EPSG:32718");
    }

    @Test
    void theProjectionGoesThereAndBack() {
        UtmProjection zone = new UtmProjection(18, true);
        double[] metres = zone.toMetres(-77.14, -12.05);
        double[] degrees = zone.toDegrees(metres[0], metres[1]);
        assertThat(degrees[0]).isEqualTo(-77.14, within(1e-9));
        assertThat(degrees[1]).isEqualTo(-12.05, within(1e-9));
        // On the central meridian eastings are 500 km, and the equator is 10 000 km in the south.
        assertThat(zone.toMetres(-75, 0))
                .containsExactly(new double[] {500_000, 10_000_000}, within(1e-6));
    }

    @Test
    void xmlIsReadWithoutEntities() throws IOException {
        OsmDrawing drawing = OsmDrawing.cross("", "highway=residential");
        Path file = Files.writeString(folder.resolve("town.osm.xml"), drawing.xml());
        OsmNetwork read = OsmImport.read(file, OsmOptions.STANDARD, new Problems());
        assertThat(read.network().links().stream().map(Link::id))
                .isEqualTo(drawing.read().network().links().stream().map(Link::id).toList());

        Path evil = folder.resolve("evil.osm");
        Files.writeString(
                evil,
                "<!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><osm><node id='1' lat='0' lon='0'><tag k='name' v='a'/>&x;</node></osm>");
        assertThatThrownBy(() -> OsmImport.read(evil, OsmOptions.STANDARD, new Problems()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void brokenFilesAreNamed() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.osm"), "<osm><node id='1'");
        Path nonsense = Files.write(folder.resolve("x.osm.pbf"), new byte[] {0, 0, 0, 9, 1, 2, 3});
        for (Path file : List.of(cut, nonsense, folder.resolve("none.osm.pbf"))) {
            assertThatThrownBy(() -> OsmImport.read(file, OsmOptions.STANDARD, new Problems()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(String.valueOf(file.getFileName()));
        }
    }
}
