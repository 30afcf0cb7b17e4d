package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.ClockWindow;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.app.sumo.PlanJudgement;
import org.chalaco.app.sumo.SumoJudge;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;
import org.chalaco.tuning.evaluation.Interval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chalaco sumo}: a scenario as SUMO files, and plans judged by SUMO. */
@Command(
        name = "sumo",
        description =
                "Write the first day of a scenario as SUMO files: network, routes, signal programs."
                        + " With --run, SUMO drives it beside our mobsim.",
        // A footer of one's own replaces the inherited one.
        footer = {
            ExitCode.HELP,
            "",
            "SUMO is not part of Chalaco. Where netconvert and sumo are on the path, the network is"
                    + " made and --run works; elsewhere: netconvert -c netconvert.netccfg, then sumo"
                    + " -c scenario.sumocfg."
        })
public final class SumoCommand implements Callable<Integer> {

    @Mixin private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write; one folder in it for each set of plans.")
    private Path output;

    @Option(
            names = "--control",
            paramLabel = "FILE",
            description =
                    "Another signal control file of the scenario, to be judged beside the present"
                            + " one. Repeatable.")
    private List<Path> controls = new ArrayList<>();

    @Option(
            names = "--window",
            paramLabel = "FROM-UNTIL",
            description =
                    "Only vehicles that depart then, such as 08:00-09:00; they begin on empty roads."
                            + " Default: all.")
    private String window;

    @Option(names = "--run", description = "Run SUMO and our mobsim and compare.")
    private boolean run;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "5",
            description = "With --run: runs of each (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    @Spec private CommandSpec spec;

    private final Console console;
    private final SumoJudge judge;

    @Inject
    SumoCommand(Console console, SumoJudge judge) {
        this.console = console;
        this.judge = judge;
    }

    @Override
    public Integer call() throws IOException {
        check();
        ClockWindow asked = window == null ? null : ClockWindow.parse(window).orElseThrow();
        Map<String, ScenarioTraffic> days =
                judge.read(scenario.request(null, null, false), controls, asked);
        judge.write(days, output, asked);
        console.out().printf("SUMO files: %s%n", output);
        ResultsJson results = new ResultsJson("sumo", ChalacoVersion.current());
        results.put("output", output.toString());
        if (run) {
            List<PlanJudgement> judgements = judge.judge(days, output, asked, seeds);
            print(judgements);
            judgements.forEach(j -> put(results, j));
        }
        console.out().flush();
        if (json != null) {
            results.write(json);
        }
        return ExitCode.OK;
    }

    private void check() {
        List<String> problems = new ArrayList<>();
        if (seeds < 1) {
            problems.add("(%d) seeds are none.%nMaybe --seeds 5?".formatted(seeds));
        }
        if (window != null && ClockWindow.parse(window).filter(ClockWindow::isForward).isEmpty()) {
            problems.add("(%s) is no time.%nMaybe --window 08:00-09:00?".formatted(window));
        }
        for (Path control : controls) {
            if (!Files.isRegularFile(control)) {
                problems.add("There is no file (%s).".formatted(control));
            }
        }
        if (run && SumoJudge.findSumo().isEmpty()) {
            problems.add("SUMO is not installed.%nMaybe leave out --run?".formatted());
        }
        String obstacle =
                OutputFolder.findObstacle(
                        output,
                        force
                                ? OverwriteFiles.OVERWRITE_EXISTING_FILES
                                : OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS);
        if (obstacle != null) {
            problems.add("The output folder (%s) is in use.%nMaybe add --force?".formatted(output));
        }
        if (!problems.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
    }

    private void print(List<PlanJudgement> judgements) {
        console.out()
                .printf(
                        "%-20s %22s %22s %22s %9s %11s%n",
                        "plans",
                        "trip here s",
                        "trip in SUMO s",
                        "delay in SUMO s",
                        "arrived",
                        "teleported");
        for (PlanJudgement j : judgements) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%-20s %22s %22s %22s %9.0f %11.1f%n",
                            j.plan(),
                            text(j.oursTripSeconds(), judgements.get(0).oursTripSeconds()),
                            text(j.sumoTripSeconds(), judgements.get(0).sumoTripSeconds()),
                            text(j.sumoDelaySeconds(), judgements.get(0).sumoDelaySeconds()),
                            j.sumoArrived(),
                            j.sumoTeleported());
        }
    }

    private static String text(Interval value, Interval present) {
        if (Double.isNaN(value.mean())) {
            return "not all arrive";
        }
        String plain =
                Double.isNaN(value.halfWidth())
                        ? String.format(Locale.ROOT, "%.1f", value.mean())
                        : String.format(
                                Locale.ROOT, "%.1f ± %.1f", value.mean(), value.halfWidth());
        return value == present
                ? plain
                : String.format(
                        Locale.ROOT,
                        "%s (%+.1f %%)",
                        plain,
                        100 * (value.mean() / present.mean() - 1));
    }

    private static void put(ResultsJson results, PlanJudgement j) {
        put(results, j.plan() + ".tripHere", j.oursTripSeconds());
        put(results, j.plan() + ".tripInSumo", j.sumoTripSeconds());
        put(results, j.plan() + ".delayInSumo", j.sumoDelaySeconds());
        results.put(j.plan() + ".arrivedInSumo", j.sumoArrived(), "veh");
        results.put(j.plan() + ".teleportedInSumo", j.sumoTeleported(), "veh");
    }

    private static void put(ResultsJson results, String name, Interval value) {
        results.put(name, value.mean(), "s");
        results.put(name + ".halfWidth95", value.halfWidth(), "s");
    }
}
