package org.chalaco.scenario.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: signals of the map become one system per intersection, with stages that are
 * legal, and a town from the map is a scenario with traffic.
 */
class V02_OsmSignalsTest {

    @TempDir private Path folder;

    /** Two avenues with two carriageways each: four nodes where they cross, a signal on each. */
    private static OsmDrawing avenues() {
        OsmDrawing d = new OsmDrawing();
        String signal = "highway=traffic_signals";
        d.node("sw", -8, -8, signal).node("se", 8, -8, signal);
        d.node("ne", 8, 8, signal).node("nw", -8, 8, signal);
        d.node("e1", 250, -8).node("e2", 250, 8).node("w1", -250, -8).node("w2", -250, 8);
        d.node("n1", 8, 250).node("n2", -8, 250).node("s1", 8, -250).node("s2", -8, -250);
        String[] one = {"highway=primary", "oneway=yes", "lanes=2", "maxspeed=50"};
        d.way(1, "w1 sw se e1", one).way(2, "e2 ne nw w2", one);
        d.way(3, "s1 se ne n1", one).way(4, "n2 nw sw s2", one);
        String[] turn = {"highway=residential", "lanes=2", "maxspeed=30"};
        d.way(5, "e1 e2", turn).way(6, "w1 w2", turn).way(7, "n1 n2", turn).way(8, "s1 s2", turn);
        return d.way(9, "e2 n1", turn)
                .way(10, "n2 w2", turn)
                .way(11, "w1 s2", turn)
                .way(12, "s1 e1", turn);
    }

    @Test
    void fourNodesAreOneIntersection() {
        OsmNetwork town = avenues().read();
        RoadNetwork network = town.network();

        assertThat(town.signals()).hasSize(1);
        String id = town.signals().keySet().iterator().next();
        int junction = network.findJunction(id);
        assertThat(network.junction(junction).x())
                .isCloseTo(
                        network.junctions().stream()
                                .mapToDouble(j -> j.x())
                                .average()
                                .orElseThrow(),
                        org.assertj.core.api.Assertions.within(5.0));
        long in = network.links().stream().filter(l -> l.to().equals(id)).count();
        assertThat(in).isEqualTo(4);
        // From the west: straight on, left over the far carriageway, right.
        int west = network.links().stream().map(l -> l.id()).toList().indexOf("1.1");
        assertThat(network.nextLinkCount(west)).isEqualTo(3);
        assertThat(town.guesses())
                .anyMatch(g -> g.what().equals("intersection") && g.value().startsWith("4 nodes"));
    }

    @Test
    void aSignalBeforeTheJunctionBelongsToIt() {
        OsmDrawing d =
                OsmDrawing.cross("lanes=2", "highway=secondary", "lanes=2")
                        .node("line", -20, 300, "highway=traffic_signals")
                        .node("j", 0, 300)
                        .node("k", 80, 300)
                        .way(40, "n j", "highway=secondary", "lanes=2")
                        .way(41, "w line j", "highway=secondary", "lanes=2", "oneway=yes")
                        .way(42, "j k e", "highway=secondary", "lanes=2");
        OsmNetwork town = d.read();

        assertThat(town.signals())
                .containsEntry(String.valueOf(d.id("j")), String.valueOf(d.id("line")));
        assertThat(town.pedestrianSignals()).isEmpty();
    }

    @Test
    void aSignalFarFromJunctionsIsForPedestrians() {
        OsmDrawing d =
                new OsmDrawing()
                        .node("w", -200, 0)
                        .node("mid", 0, 0, "highway=traffic_signals")
                        .node("e", 200, 0)
                        .node("n", 0, 200)
                        .way(1, "w mid e", "highway=primary", "lanes=4", "maxspeed=50")
                        .way(2, "w n e", "highway=tertiary", "lanes=2");
        OsmScenario town = OsmScenario.of(d.read(), 1);

        assertThat(town.roads().pedestrianSignals()).containsExactly(String.valueOf(d.id("mid")));
        SignalSystem system = town.signals().get(0);
        for (SignalPlan.GroupGreen green : system.plan().greens()) {
            assertThat(system.plan().green(green.groupId())).isLessThan(system.plan().cycle());
        }
    }

    @Test
    void stagesAreLegal() {
        OsmScenario town = OsmScenario.of(avenues().read(), 1);
        SignalSystem system = town.signals().get(0);

        assertThat(system.stages()).hasSizeGreaterThanOrEqualTo(2);
        for (SignalPlan.GroupGreen a : system.plan().greens()) {
            for (SignalPlan.GroupGreen b : system.plan().greens()) {
                int needed = system.intergreens().between(a.groupId(), b.groupId());
                if (needed > 0) {
                    int given = Math.floorMod(b.onset() - a.dropping(), system.plan().cycle());
                    assertThat(given).isGreaterThanOrEqualTo(needed);
                }
            }
        }
        assertThat(town.guesses())
                .anyMatch(g -> g.what().equals("signals") && g.id().equals(system.id()));
    }

    @Test
    void theScenarioIsWholeAndTheSameEveryTime() throws IOException {
        for (String name : List.of("one", "two")) {
            OsmScenarioFiles.write(
                    OsmScenario.of(avenues().read(), 7), folder.resolve(name), "avenues.osm");
        }
        try (var files = Files.walk(folder.resolve("one"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(
                            all.stream()
                                    .map(f -> f.getFileName().toString())
                                    .collect(Collectors.toSet()))
                    .contains(
                            "config.xml",
                            "network.xml.gz",
                            "plans.xml.gz",
                            "signalSystems.xml",
                            "guesses.csv",
                            "sources.csv",
                            "assumptions.csv");
            for (Path file : all) {
                if (!file.getFileName().toString().equals("config.xml")) {
                    assertThat(
                                    folder.resolve("two")
                                            .resolve(folder.resolve("one").relativize(file)))
                            .hasSameBinaryContentAs(file);
                }
            }
        }
        assertThat(folder.resolve("one/sources.csv")).content().contains("OpenStreetMap", "ODbL");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void theMapsOfCallaoBecomeNetworks() {
        Path shared = Path.of("../../../shared/data/osm").toAbsolutePath().normalize();
        Path centre = shared.resolve("callao-centre-2017.osm.xml");
        assumeTrue(Files.exists(centre), "The maps of ../shared are not here.");
        Problems problems = new Problems();
        OsmNetwork town = OsmImport.read(centre, OsmOptions.STANDARD, problems);

        assertThat(town.network().linkCount()).isBetween(450, 650);
        assertThat(town.signals()).hasSizeBetween(5, 21);
        assertThat(town.projection().code()).isEqualTo("EPSG:32718");
        // Óvalo Garibaldi is a ring on which everybody can go around.
        assertThat(town.network().links())
                .filteredOn(l -> "roundabout".equals(l.attributes().get("junction")))
                .hasSizeGreaterThan(5);
        Path merged = shared.resolve("callao-merged.osm.pbf");
        OsmFile pbf = OsmFile.read(merged, problems);
        assertThat(pbf.ways()).hasSizeGreaterThan(4000);
    }
}
