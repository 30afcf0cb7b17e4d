package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.tune.TuneOutcome;
import org.chalaco.app.tune.TuneRequest;
import org.chalaco.app.tune.TuneRun;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.search.Racing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chalaco tune}: searches better signal plans for a scenario and proves them. */
@Command(
        name = "tune",
        description =
                "Search better signal plans for a scenario and compare them with the present ones.",
        footer = {
            ExitCode.HELP,
            "",
            "Ctrl-C keeps the best plans so far and every complete generation; the same command with"
                    + " --resume goes on to the same end as a search that was never stopped."
        })
public final class TuneCommand implements Callable<Integer> {

    @Mixin private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "genetic",
            description =
                    "genetic, genetic-plain, hill-climb, cma-es, random, study (and its kin, such as"
                            + " study-proportional-geometric), webster, uniform, hcm or green-wave."
                            + " Default: ${DEFAULT-VALUE}.")
    private String method;

    @Option(
            names = "--objective",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "delay-stops",
            description =
                    "delay-stops, delay, stops, travel-time, person-delay, pedestrian-delay,"
                            + " largest-link-time, total-link-time, square-weighted-link-time, co2 or"
                            + " nox; two of them for a Pareto front. Default: ${DEFAULT-VALUE}.")
    private List<String> objectives;

    @Option(
            names = "--window",
            paramLabel = "FROM-UNTIL",
            description = "Time that counts, such as 08:00-08:30. Default: the whole run.")
    private String window;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description = "Simulated before the window to fill the roads (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(
            names = "--population",
            paramLabel = "NUMBER",
            defaultValue = "30",
            description = "Candidates of a generation (${DEFAULT-VALUE}).")
    private int population;

    @Option(
            names = "--generations",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "Most generations (${DEFAULT-VALUE}).")
    private int generations;

    @Option(
            names = "--steady",
            paramLabel = "NUMBER",
            defaultValue = "12",
            description =
                    "Stop when so many generations improved nothing; 0: never (${DEFAULT-VALUE}).")
    private int steady;

    @Option(
            names = "--replications",
            paramLabel = "NUMBER",
            defaultValue = "8",
            description =
                    "Replications of the best candidates; others get fewer (${DEFAULT-VALUE}).")
    private int replications;

    @Option(
            names = "--final-replications",
            paramLabel = "NUMBER",
            defaultValue = "30",
            description = "Fresh replications of the last comparison (${DEFAULT-VALUE}).")
    private int finalReplications;

    @Option(
            names = "--spread",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "Departures move by up to this much from one replication to the next"
                            + " (${DEFAULT-VALUE}).")
    private double spread;

    @Option(
            names = "--reserve",
            paramLabel = "PERCENT",
            defaultValue = "20",
            description =
                    "The search prepares for up to so much more traffic than usual, so that plans keep"
                            + " a reserve; the last comparison is without (${DEFAULT-VALUE}).")
    private double reserve;

    @Option(
            names = "--cycles",
            paramLabel = "FROM-TO",
            defaultValue = "40-150",
            description = "Shortest and longest cycle, s (${DEFAULT-VALUE}).")
    private String cycles;

    @Option(
            names = "--min-green",
            paramLabel = "SECONDS",
            defaultValue = "7",
            description = "Shortest green of a stage (${DEFAULT-VALUE}).")
    private int minimumGreen;

    @Option(
            names = "--walk",
            paramLabel = "SECONDS",
            defaultValue = "7",
            description =
                    "Time for pedestrians to step onto the road, before they cross at 1.2 m/s"
                            + " (${DEFAULT-VALUE}).")
    private int walk;

    @Option(
            names = "--stage-order",
            description = "Search the order of stages too: leading and lagging left turns.")
    private boolean stageOrder;

    @Option(
            names = "--one-cycle",
            description = "No intersection may have half or double the cycle of its zone.")
    private boolean oneCycle;

    @Option(
            names = "--pedestrians",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description =
                    "Pedestrians per hour at every crossing, for person-delay and"
                            + " pedestrian-delay (${DEFAULT-VALUE}).")
    private double pedestrians;

    @Option(
            names = "--stop-worth",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Delay that a stop is worth in delay-stops (${DEFAULT-VALUE}).")
    private double stopWorth;

    @Option(
            names = "--remove-signals",
            paramLabel = "ID",
            split = ",",
            description = "Signal systems that the search may switch off; all: any of them.")
    private List<String> removable = new ArrayList<>();

    @Option(
            names = "--add-signals",
            paramLabel = "ID",
            split = ",",
            description = "Junctions where the search may put a signal.")
    private List<String> addable = new ArrayList<>();

    @Option(
            names = "--signal-cost",
            paramLabel = "COST",
            defaultValue = "0",
            description = "Cost of a signal in the unit of the objective (${DEFAULT-VALUE}).")
    private double signalCost;

    @Option(
            names = "--backend",
            paramLabel = "ADDRESS",
            description =
                    "Cluster to simulate on, such as spark://host:7077, if its libraries are on the"
                            + " class path (deploy/spark). Default: threads of this process. Changes"
                            + " no result.")
    private String backend;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Output folder. Default: output/SCENARIO-tuned.")
    private Path output;

    @Option(
            names = "--overwrite",
            paramLabel = "POLICY",
            description =
                    "What to do with an existing output folder: failIfDirectoryExists,"
                            + " deleteDirectoryIfExists or overwriteExistingFiles."
                            + " optimization_results.csv is kept in any case.")
    private String overwrite;

    @Option(
            names = "--resume",
            description = "Go on from the last generation saved in the output folder.")
    private boolean resume;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    private final Console console;
    private final TuneRun run;
    private final Interruption interruption;

    @Inject
    TuneCommand(Console console, TuneRun run, Interruption interruption) {
        this.console = console;
        this.run = run;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Problems problems = new Problems();
            TuneOutcome outcome = run.run(request(problems), problems);
            console.out().print(outcome.summary());
            console.out().flush();
            if (json != null) {
                outcome.json().write(json);
            }
            return outcome.interrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
        } finally {
            interruption.finished();
        }
    }

    /** What is impossible is reported and replaced, so that all else can be looked at too. */
    private TuneRequest request(Problems problems) {
        int[] range = cycleRange(problems);
        checkNumbers(problems);
        boolean fine = !problems.hasErrors();
        return new TuneRequest(
                scenario.request(output, overwrite, resume),
                method,
                objectives,
                stopWorth,
                fine ? settings() : TuningSettings.STANDARD,
                fine ? rules(range) : TimingRules.STANDARD,
                window,
                Math.max(0, warmUp),
                Math.max(0, spread),
                fine ? reserve / 100 : 0,
                Math.max(0, pedestrians),
                new TuneRequest.PlacementRequest(removable, addable, signalCost),
                backend);
    }

    private void checkNumbers(Problems problems) {
        check(problems, "--population", population >= 2, population, "Maybe 30?");
        check(problems, "--generations", generations >= 1, generations, "Maybe 50?");
        check(problems, "--steady", steady >= 0, steady, "Maybe 12?");
        check(problems, "--replications", replications >= 1, replications, "Maybe 8?");
        boolean last = finalReplications >= 2;
        check(problems, "--final-replications", last, finalReplications, "Maybe 30?");
        check(problems, "--min-green", minimumGreen >= 1, minimumGreen, "Maybe 7?");
        check(problems, "--walk", walk >= 0, walk, "Maybe 7?");
        check(problems, "--warm-up", warmUp >= 0, warmUp, "Maybe 900?");
        check(problems, "--spread", spread >= 0, spread, "Maybe 120?");
        check(problems, "--reserve", reserve >= 0 && reserve <= 100, reserve, "Maybe 20?");
        check(problems, "--pedestrians", pedestrians >= 0, pedestrians, "Maybe 200?");
        check(problems, "--stop-worth", stopWorth >= 0, stopWorth, "Maybe 10?");
    }

    private TuningSettings settings() {
        return TuningSettings.STANDARD
                .withSize(population, generations)
                .withSteadyStop(steady, TuningSettings.STANDARD.steadyImprovement())
                .withReplications(Racing.halving(replications), finalReplications);
    }

    private TimingRules rules(int[] range) {
        TimingRules standard = TimingRules.STANDARD;
        int longestGreen = Math.max(minimumGreen, Math.max(standard.maximumGreen(), range[1]));
        return standard.withCycles(range[0], range[1])
                .withGreens(minimumGreen, longestGreen)
                .withPedestrians(walk, standard.walkingSpeed())
                .withStageOrder(stageOrder)
                .withHalfAndDouble(!oneCycle);
    }

    private int[] cycleRange(Problems problems) {
        boolean form = cycles.matches("\\d{1,4}-\\d{1,4}");
        int dash = cycles.indexOf('-');
        int[] range =
                form
                        ? new int[] {
                            Integer.parseInt(cycles.substring(0, dash)),
                            Integer.parseInt(cycles.substring(dash + 1))
                        }
                        : new int[] {0, 0};
        if (range[0] < 1 || range[1] < range[0]) {
            problems.add(
                    ProblemType.TUNING_SETTING.error(
                            "--cycles",
                            cycles,
                            "(%s) are no cycles.".formatted(cycles),
                            "Maybe 40-150?"));
        }
        return range;
    }

    private static void check(
            Problems problems, String option, boolean fine, double value, String remedy) {
        if (!fine) {
            String text = value == Math.rint(value) ? "%.0f".formatted(value) : "" + value;
            problems.add(
                    ProblemType.TUNING_SETTING.error(
                            option, text, "%s cannot be (%s).".formatted(option, text), remedy));
        }
    }
}
