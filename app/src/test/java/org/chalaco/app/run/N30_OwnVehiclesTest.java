package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.chalaco.formats.Problems;
import org.chalaco.formats.events.EventsReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: persons drive the vehicles that MATSim's plans say are theirs. */
class N30_OwnVehiclesTest {

    @TempDir private Path folder;
    private Path scenario;

    @BeforeEach
    void listVehicles() throws IOException {
        scenario = TinyScenario.copyTo(folder.resolve("scenario"));
        StringBuilder vehicles = new StringBuilder();
        for (int p = 0; p < 60; p++) {
            vehicles.append("<vehicle id=\"own%02d\" type=\"car\"/>%n".formatted(p));
        }
        vehicles.append("<vehicle id=\"parked\" type=\"car\"/>%n".formatted());
        replace("vehicles.xml", "</vehicleDefinitions>", vehicles + "</vehicleDefinitions>");
        replace("config.xml", "modeVehicleTypesFromVehiclesData", "fromVehiclesData");
        String plans = Files.readString(scenario.resolve("plans.xml"));
        Files.writeString(
                scenario.resolve("plans.xml"),
                plans.replaceAll(
                        "<person id=\"p(\\d+)\">",
                        "$0<attributes><attribute name=\"vehicles\" class=\"org.matsim.vehicles.PersonVehicles\">{\"car\":\"own$1\",\"bike\":\"parked\"}</attribute></attributes>"));
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(scenario.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(scenario.resolve(file), text.replace(before, after));
    }

    private static Set<String> vehicles(Path output) {
        Set<String> vehicles = new TreeSet<>();
        EventsReader.read(
                output.resolve("output_events.xml.gz"),
                new Problems(),
                e -> vehicles.add(e.attributes().getOrDefault("vehicle", "own00")));
        return vehicles;
    }

    @Test
    void eventsNameThem() {
        Path output = folder.resolve("output");
        CommandLineRun run =
                CommandLineRun.of("run", scenario, "--iterations", 0, "--output", output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("CH-VEH-002").contains("parked");
        assertThat(vehicles(output)).hasSize(60).allMatch(v -> v.matches("own\\d\\d"));

        Path again = folder.resolve("again");
        CommandLineRun second =
                CommandLineRun.of(
                        "run",
                        output,
                        "--config",
                        output.resolve("output_config.xml"),
                        "--output",
                        again);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(vehicles(again)).isEqualTo(vehicles(output));
    }

    @Test
    void thoseThatAreNotThereAreErrors() throws IOException {
        replace("plans.xml", "\"own07\"", "\"own077\"");
        replace("plans.xml", "{\"car\":\"own08\"", "{car");
        CommandLineRun run = CommandLineRun.of("validate", scenario);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out() + run.err())
                .contains("own077")
                .contains("Maybe own07?")
                .contains("p08")
                .contains("not a JSON object");
    }
}
