package org.chalaco.scenario.osm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chalaco.scenario.recipe.RecipeFiles;

/**
 * The scenario as a folder that {@code chalaco run} takes: network, plans, signals, config, {@code
 * guesses.csv}, and what the report shows of sources and assumptions. Files are made beside the
 * folder and moved into it when all are whole.
 */
public final class OsmScenarioFiles {

    private OsmScenarioFiles() {}

    /** Writes the folder; files of the same names are replaced. */
    public static void write(OsmScenario scenario, Path folder, String source) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(target.getParent());
            Path making = Files.createTempDirectory(target.getParent(), ".import-");
            try {
                make(scenario, making, String.valueOf(target.getFileName()), source);
                move(making, target);
            } finally {
                delete(making);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder, e);
        }
    }

    private static void make(OsmScenario scenario, Path folder, String name, String source)
            throws IOException {
        RecipeFiles files =
                new RecipeFiles()
                        .network(scenario.roads().network())
                        .persons(scenario.roads().network(), scenario.persons());
        if (!scenario.signals().isEmpty()) {
            files.signals("", scenario.signals());
        }
        files.write(folder);
        write(folder, "config.xml", config(scenario, name));
        write(folder, "guesses.csv", guesses(scenario.guesses()));
        write(folder, "sources.csv", sources(source));
        write(folder, "data/assumptions.csv", assumptions(scenario));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void move(Path making, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(making)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Path place = target.resolve(making.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String guesses(List<Guess> guesses) {
        StringBuilder text = new StringBuilder("place,id,osm,what,value,because\n");
        for (Guess g : guesses) {
            text.append(
                    String.join(
                            ",",
                            g.place(),
                            cell(g.id()),
                            cell(g.osm()),
                            cell(g.what()),
                            cell(g.value()),
                            cell(g.because())));
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String sources(String source) {
        return """
                en,es
                "Map (%1$s): (c) OpenStreetMap contributors, ODbL 1.0, www.openstreetmap.org/copyright","Mapa (%1$s): (c) colaboradores de OpenStreetMap, ODbL 1.0, www.openstreetmap.org/copyright"
                "Traffic: made up so that something drives; it says nothing about the real town","Tráfico: inventado para que algo circule; no dice nada de la ciudad real"
                "Signal plans: proposed by Chalaco, not those of the street","Planes semafóricos: propuestos por Chalaco, no los de la calle"
                """
                .formatted(source.replace("\"", ""));
    }

    private static String assumptions(OsmScenario scenario) {
        StringBuilder text = new StringBuilder("key,value,unit,source,certainty\n");
        long links = scenario.roads().network().linkCount();
        add(text, "trips_made_up", scenario.persons().size(), "trips");
        add(text, "signals_proposed", scenario.signals().size(), "intersections");
        for (String what : List.of("lanes", "speed")) {
            long guessed =
                    scenario.guesses().stream()
                            .filter(g -> g.what().equals(what))
                            .map(Guess::id)
                            .distinct()
                            .count();
            add(
                    text,
                    what + "_guessed",
                    Math.round(100.0 * guessed / Math.max(1, links)),
                    "% of links");
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String key, long value, String unit) {
        text.append(
                String.format(
                        Locale.ROOT, "%s,%d,%s,import; see guesses.csv,low%n", key, value, unit));
    }

    private static String config(OsmScenario scenario, String name) {
        String signals =
                scenario.signals().isEmpty()
                        ? ""
                        : """
                          <module name="signalsystems">
                            <param name="useSignalsystems" value="true"/>
                            <param name="signalsystems" value="signalSystems.xml"/>
                            <param name="signalgroups" value="signalGroups.xml"/>
                            <param name="signalcontrol" value="signalControl.xml"/>
                            <param name="useAmbertimes" value="true"/>
                            <param name="ambertimes" value="amberTimes.xml"/>
                            <param name="useIntergreentimes" value="true"/>
                            <param name="intergreentimes" value="intergreenTimes.xml"/>
                          </module>

                        """;
        return CONFIG.formatted(scenario.roads().projection().code(), signals, plain(name));
    }

    /** What may stand in a file name and in XML. */
    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    }

    private static final String CONFIG =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE config SYSTEM "http://www.matsim.org/files/dtd/config_v2.dtd">
            <!-- A town from OpenStreetMap with made-up traffic from 07:00 to 08:00. -->
            <config>
              <module name="global">
                <param name="coordinateSystem" value="%s"/>
                <param name="randomSeed" value="4711"/>
                <param name="numberOfThreads" value="2"/>
              </module>

              <module name="network">
                <param name="inputNetworkFile" value="network.xml.gz"/>
              </module>

              <module name="plans">
                <param name="inputPlansFile" value="plans.xml.gz"/>
              </module>

            %s  <module name="qsim">
                <param name="startTime" value="07:00:00"/>
                <param name="endTime" value="09:00:00"/>
                <param name="numberOfThreads" value="2"/>
              </module>

              <module name="controller">
                <param name="outputDirectory" value="output/%s"/>
                <param name="firstIteration" value="0"/>
                <param name="lastIteration" value="1"/>
              </module>

              <module name="replanning">
                <parameterset type="strategysettings">
                  <param name="strategyName" value="ChangeExpBeta"/>
                  <param name="weight" value="0.9"/>
                </parameterset>
                <parameterset type="strategysettings">
                  <param name="strategyName" value="ReRoute"/>
                  <param name="weight" value="0.1"/>
                </parameterset>
              </module>

              <module name="scoring">
                <parameterset type="scoringParameters">
                  <parameterset type="activityParams">
                    <param name="activityType" value="home"/>
                    <param name="typicalDuration" value="12:00:00"/>
                  </parameterset>
                  <parameterset type="activityParams">
                    <param name="activityType" value="work"/>
                    <param name="typicalDuration" value="08:00:00"/>
                  </parameterset>
                  <parameterset type="modeParams">
                    <param name="mode" value="car"/>
                    <param name="marginalUtilityOfTraveling_util_hr" value="-6.0"/>
                  </parameterset>
                </parameterset>
              </module>

              <module name="chalaco">
                <param name="timeStep" value="0.5"/>
              </module>
            </config>
            """;
}
