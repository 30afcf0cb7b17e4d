package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chalaco.app.compare.CompareOutcome;
import org.chalaco.app.compare.CompareRequest;
import org.chalaco.app.compare.CompareRun;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chalaco compare}: ways to control signals on the same traffic, with statistics. */
@Command(
        name = "compare",
        description =
                "Compare ways to control the signals: scenarios by strategies by seeds, the same traffic"
                        + " for every strategy, with intervals, tests and a report.",
        footer = {
            ExitCode.HELP,
            "",
            "Ctrl-C keeps every finished run; the same command with --resume makes the others and ends"
                    + " as if it had never been stopped. More seeds and strategies may be added so."
        })
public final class CompareCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "SCENARIO[@FROM-UNTIL]",
            description =
                    "Shipped scenarios or folders, each with a window of its own if it has one:"
                            + " arterial@07:00-07:30.")
    private List<String> scenarios = new ArrayList<>();

    @Mixin private SettingOptions settings = new SettingOptions();

    @Option(
            names = "--strategies",
            paramLabel = "NAMES",
            defaultValue = "present,webster,green-wave,actuated",
            description =
                    "Strategies, the first of which the others are compared with. Plans: present,"
                            + " uniform, webster, green-wave. Controllers: actuated and whatever else the"
                            + " class path holds; a wrong name lists them. Parameters as in"
                            + " actuated:gap=4,longest-green=60."
                            + " Default: ${DEFAULT-VALUE}.")
    private List<String> strategies;

    @Option(
            names = "--plans",
            paramLabel = "NAME=FILE",
            description =
                    "Fixed plans from a signalControl.xml, or from the folder of a search, as a"
                            + " strategy of this name. Repeatable; the same name for each scenario.")
    private List<String> plans = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "NUMBER",
            defaultValue = "10",
            description = "Replications, the same for every strategy (${DEFAULT-VALUE}).")
    private int seeds;

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
            names = "--spread",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "Departures move by up to this much from one replication to the next"
                            + " (${DEFAULT-VALUE}).")
    private double spread;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            defaultValue = "delay",
            description =
                    "What strategies are ranked by: delay, trip-time, p95-delay, co2, ..."
                            + " (${DEFAULT-VALUE}).")
    private String measure;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Output folder. Default: output/comparison.")
    private Path output;

    @Option(names = "--resume", description = "Go on with the runs kept in the output folder.")
    private boolean resume;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    private final Console console;
    private final CompareRun run;
    private final Interruption interruption;

    @Inject
    CompareCommand(Console console, CompareRun run, Interruption interruption) {
        this.console = console;
        this.run = run;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        try {
            CompareOutcome outcome = run.run(request());
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

    private CompareRequest request() {
        Problems problems = new Problems();
        check(problems, "--seeds", seeds >= 1, seeds, "Maybe 10?");
        check(problems, "--warm-up", warmUp >= 0, warmUp, "Maybe 900?");
        check(problems, "--spread", spread >= 0, spread, "Maybe 120?");
        Integer threads = settings.threads();
        check(problems, "--threads", threads == null || threads >= 1, or(threads), "Maybe 2?");
        Map<String, List<Path>> files = files(problems);
        Map<String, String> all = settings.settings();
        problems.throwIfErrors();
        return new CompareRequest(
                scenarios,
                all,
                settings.variants(),
                String.join(",", strategies),
                files,
                seeds,
                window,
                warmUp,
                spread,
                measure,
                output,
                resume,
                threads);
    }

    private static double or(Integer threads) {
        return threads == null ? 1 : threads;
    }

    private Map<String, List<Path>> files(Problems problems) {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (String text : plans) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                problems.add(
                        ProblemType.COMPARISON_PLANS.error(
                                "--plans",
                                text,
                                "(%s) is not NAME=FILE.".formatted(text),
                                "Maybe --plans tuned=output/tuned/signals/signalControl.xml?"));
            } else {
                files.computeIfAbsent(text.substring(0, equals), n -> new ArrayList<>())
                        .add(Path.of(text.substring(equals + 1)));
            }
        }
        return files;
    }

    private static void check(
            Problems problems, String option, boolean fine, double value, String remedy) {
        if (!fine) {
            String text = value == Math.rint(value) ? "%.0f".formatted(value) : "" + value;
            problems.add(
                    ProblemType.COMPARISON_SETTING.error(
                            option, text, "%s cannot be (%s).".formatted(option, text), remedy));
        }
    }
}
