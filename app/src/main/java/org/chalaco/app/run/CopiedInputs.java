package org.chalaco.app.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.formats.config.Config;

/**
 * Inputs that a run leaves as they are and lays beside its results, so that the output folder is a
 * scenario again: the timetable, its vehicles and the changes of the network.
 */
final class CopiedInputs {

    private static final String SCHEDULE = "output_transitSchedule.xml.gz";
    private static final String VEHICLES = "output_transitVehicles.xml.gz";
    private static final String CHANGES = "output_change_events.xml.gz";

    private CopiedInputs() {}

    /** Copies what the scenario has of them. */
    static void copy(Scenario scenario, OutputFolder folder) throws IOException {
        if (scenario.files().transit() != null) {
            copy(scenario.files().transit().schedule(), folder.file(SCHEDULE));
            copy(scenario.files().transit().vehicles(), folder.file(VEHICLES));
        }
        if (scenario.files().changes() != null) {
            copy(scenario.files().changes(), folder.file(CHANGES));
        }
    }

    /** The config that names the copies. */
    static Config name(Scenario scenario, Config config) {
        Config named = config;
        if (scenario.files().transit() != null) {
            named =
                    named.with("transit", "transitScheduleFile", SCHEDULE)
                            .with("transit", "vehiclesFile", VEHICLES);
        }
        return scenario.files().changes() == null
                ? named
                : named.with("network", "inputChangeEventsFile", CHANGES);
    }

    /** Copies a file, zipped or not, into one that is. */
    static void copy(Path from, Path to) throws IOException {
        OutputFolder.writeWhole(to, temporary -> zip(from, temporary));
    }

    private static void zip(Path from, Path to) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(from));
                InputStream in = from.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
            in.transferTo(out);
        }
    }
}
