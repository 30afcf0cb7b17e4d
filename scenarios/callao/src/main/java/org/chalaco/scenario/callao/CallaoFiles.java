package org.chalaco.scenario.callao;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.network.NetworkWriter;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.formats.plans.PopulationWriter;
import org.chalaco.formats.signals.SignalFiles;
import org.chalaco.formats.signals.SignalsWriter;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.formats.vehicles.VehiclesWriter;

/** The scenario as MATSim files, all but the config, which is written by hand. */
final class CallaoFiles {

    static final String NETWORK = "network.xml.gz";
    static final String PLANS = "plans.xml.gz";
    static final String VEHICLES = "vehicles.xml";
    static final String SIGNAL_SYSTEMS = "signalSystems.xml";
    static final String SIGNAL_GROUPS = "signalGroups.xml";
    static final String SIGNAL_CONTROL = "signalControl.xml";
    static final String AMBER_TIMES = "amberTimes.xml";
    static final String INTERGREEN_TIMES = "intergreenTimes.xml";

    /** Everything the recipe writes. */
    static final List<String> ALL =
            List.of(
                    NETWORK,
                    PLANS,
                    VEHICLES,
                    SIGNAL_SYSTEMS,
                    SIGNAL_GROUPS,
                    SIGNAL_CONTROL,
                    AMBER_TIMES,
                    INTERGREEN_TIMES);

    private CallaoFiles() {}

    /** Writes all files into the folder, replacing what is there. */
    static void write(CallaoMorning morning, Path folder) {
        NetworkWriter.write(folder.resolve(NETWORK), morning.callao().network());
        PopulationWriter.write(
                folder.resolve(PLANS), morning.callao().network(), morning.persons().iterator());
        VehiclesWriter.write(folder.resolve(VEHICLES), new Vehicles(morning.types(), Map.of()));
        SignalsWriter.write(SignalFiles.inFolder(folder), morning.signals());
    }

    /** Names of the files whose uncompressed content differs between two folders. */
    static List<String> listDifferences(Path a, Path b) {
        List<String> different = new ArrayList<>();
        for (String name : ALL) {
            if (!Arrays.equals(content(a.resolve(name)), content(b.resolve(name)))) {
                different.add(name);
            }
        }
        return different;
    }

    /** Whether the plans of a folder take the same people to the same places by the same modes. */
    static boolean hasJourneysOf(CallaoMorning morning, Path folder) {
        Path plans = folder.resolve(PLANS);
        if (!Files.exists(plans)) {
            return false;
        }
        List<Person> read = PopulationReader.read(plans, morning.callao().network());
        return read.stream()
                .map(CallaoFiles::journey)
                .toList()
                .equals(morning.persons().stream().map(CallaoFiles::journey).toList());
    }

    /** Who goes where by what; when and by which roads is learnt. */
    private static List<Object> journey(Person person) {
        List<Object> journey = new ArrayList<>(List.of(person.id(), person.attributes()));
        for (Activity a : person.selectedPlan().activities()) {
            journey.add(a.type());
            journey.add(a.linkIndex());
        }
        person.selectedPlan().legs().forEach(leg -> journey.add(leg.mode()));
        return journey;
    }

    private static byte[] content(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(in).readAllBytes()
                    : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
