package org.chalaco.app.sumo;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.ClockWindow;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.formats.sumo.SumoFiles;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.traffic.Departure;

/**
 * Writes the first day of a scenario as SUMO files, once for each set of plans, and lets SUMO and
 * our mobsim drive the same vehicles.
 *
 * <p>Vehicles that drive several times leave in SUMO when they left in our run with the present
 * plans, so that demand is the same whatever the plans.
 */
public final class SumoJudge {

    /** Name of the plans that the scenario has. */
    public static final String PRESENT = "present";

    /** Time for those who departed in a window to arrive, s. */
    private static final double TO_ARRIVE = 4 * 3600;

    private final FirstDay firstDay;
    private final Console console;

    @Inject
    SumoJudge(FirstDay firstDay, Console console) {
        this.firstDay = firstDay;
        this.console = console;
    }

    /** The version of SUMO that is installed, if any. */
    public static Optional<String> findSumo() {
        return SumoProcess.findVersion();
    }

    /**
     * The scenario with its own plans and with those of other control files, by name.
     *
     * @param window only those who depart then; their run begins with it and goes on for some hours
     *     more. Null: the whole run
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public Map<String, ScenarioTraffic> read(
            RunRequest request, List<Path> controls, ClockWindow window) {
        Map<String, ScenarioTraffic> days = new LinkedHashMap<>();
        days.put(PRESENT, during(window, firstDay.of(request)));
        for (Path control : controls) {
            Map<String, String> settings = new LinkedHashMap<>(request.settings());
            settings.put("signalsystems.signalcontrol", control.toAbsolutePath().toString());
            RunRequest other =
                    new RunRequest(
                            request.scenario(),
                            request.config(),
                            settings,
                            request.variants(),
                            null,
                            null,
                            false);
            days.put(name(control, days), during(window, firstDay.of(other)));
        }
        return days;
    }

    private static ScenarioTraffic during(ClockWindow window, ScenarioTraffic day) {
        if (window == null) {
            return day;
        }
        double end = window.until() + TO_ARRIVE;
        return new ScenarioTraffic(
                day.title(),
                day.network(),
                day.signals(),
                day.parameters().withTimes(window.from(), end),
                day.day(),
                day.warnings());
    }

    /** A file is known by its name, or by its folder's if several have the usual one. */
    private static String name(Path control, Map<String, ScenarioTraffic> taken) {
        String plain = control.getFileName().toString().replaceFirst("\\.xml(\\.gz)?$", "");
        String name = plain;
        for (int k = 2; taken.containsKey(name); k++) {
            name = plain + "-" + k;
        }
        return name;
    }

    /** Writes a folder of SUMO files for each set of plans; with SUMO there, its network too. */
    public void write(Map<String, ScenarioTraffic> days, Path root, ClockWindow window)
            throws IOException {
        boolean installed = findSumo().isPresent();
        ScenarioTraffic present = days.get(PRESENT);
        RecordedTrips trips = drive(present, present.parameters().seed(), window);
        for (Map.Entry<String, ScenarioTraffic> day : days.entrySet()) {
            Path folder = root.resolve(day.getKey());
            Files.createDirectories(folder);
            ScenarioTraffic traffic = day.getValue();
            SumoFiles files = new SumoFiles(folder, traffic.network(), traffic.signals());
            files.writeNetwork();
            files.writeTraffic(traffic.day().types(), trips.departures(), traffic.parameters());
            if (installed) {
                SumoRun.netconvert(folder);
            }
        }
    }

    private static RecordedTrips drive(ScenarioTraffic traffic, long seed, ClockWindow window) {
        RecordedTrips trips = new RecordedTrips(traffic.day(), window);
        List<Departure> first = List.copyOf(trips.departures());
        MicroSimulation.on(traffic.network())
                .signals(traffic.signals())
                .demand(traffic.day().types(), first)
                .follow(trips)
                .parameters(traffic.parameters().withSeed(seed))
                .run();
        return trips;
    }

    /**
     * Lets both simulators drive what {@link #write} wrote.
     *
     * @param window that it wrote, or null
     * @param seeds how many runs of each
     */
    public List<PlanJudgement> judge(
            Map<String, ScenarioTraffic> days, Path root, ClockWindow window, int seeds)
            throws IOException {
        List<PlanJudgement> judgements = new ArrayList<>();
        for (Map.Entry<String, ScenarioTraffic> day : days.entrySet()) {
            double[] ours = new double[seeds];
            List<SumoRun> runs = new ArrayList<>();
            for (int k = 0; k < seeds; k++) {
                long seed = day.getValue().parameters().seed() + k;
                ours[k] = drive(day.getValue(), seed, window).meanSeconds();
                runs.add(SumoRun.of(root.resolve(day.getKey()), seed));
                console.err()
                        .printf(
                                Locale.ROOT,
                                "%s, seed %d: %.1f s a trip here, %.1f s in SUMO%n",
                                day.getKey(),
                                seed,
                                ours[k],
                                runs.get(k).meanTripSeconds());
                console.err().flush();
            }
            judgements.add(PlanJudgement.of(day.getKey(), ours, runs));
        }
        return judgements;
    }
}
