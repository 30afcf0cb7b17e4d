package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.study.StudyOutcome;
import org.chalaco.app.study.StudyRun;
import org.chalaco.app.study.StudySettings;
import org.chalaco.scenario.habana.SignalLayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chalaco study habana}: the experiment of the Havana study, with our search beside it. */
@Command(
        name = "study",
        description =
                "Repeat the experiment of the Havana study: its search many times, ours beside it,"
                        + " all plans judged on fresh seeds.",
        // A footer of one's own replaces the inherited one.
        footer = {
            ExitCode.HELP,
            "",
            "Every generation is saved: Ctrl-C keeps what is done, and the same command with --resume"
                    + " goes on to the same end."
        })
public final class StudyCommand implements Callable<Integer> {

    private static final String HABANA = "habana";

    @Parameters(index = "0", paramLabel = "NAME", description = "Which study: habana.")
    private String name;

    @Option(
            names = "--searches",
            paramLabel = "N",
            defaultValue = "53",
            description = "Searches by the study's algorithm (${DEFAULT-VALUE}).")
    private int searches;

    @Option(
            names = "--own-searches",
            paramLabel = "N",
            defaultValue = "5",
            description = "Searches by our default (${DEFAULT-VALUE}).")
    private int ownSearches;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "30",
            description = "Fresh seeds on which all plans are judged (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--replications",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "Replications of a candidate in the study's search, at most (${DEFAULT-VALUE}).")
    private int replications;

    @Option(
            names = "--no-racing",
            description =
                    "Give all candidates of the study's search all replications, not only the"
                            + " promising ones.")
    private boolean noRacing;

    @Option(
            names = "--population",
            paramLabel = "N",
            defaultValue = "30",
            description = "Candidates of a generation (${DEFAULT-VALUE}).")
    private int population;

    @Option(
            names = "--generations",
            paramLabel = "N",
            defaultValue = "50",
            description = "Generations of a search (${DEFAULT-VALUE}).")
    private int generations;

    @Option(
            names = "--signals",
            paramLabel = "N",
            defaultValue = "28",
            description = "28 signals, as in the study's program, or 29, as in its report.")
    private int signals;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Simulations at once; default: all cores. Changes no result.")
    private Integer threads;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "20230125",
            description = "Seed of everything random (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "output/study-habana",
            description = "Output folder (${DEFAULT-VALUE}).")
    private Path output;

    @Option(names = "--resume", description = "Go on with the experiment in the output folder.")
    private boolean resume;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    @Spec private CommandSpec spec;

    private final Console console;
    private final StudyRun run;
    private final Interruption interruption;

    @Inject
    StudyCommand(Console console, StudyRun run, Interruption interruption) {
        this.console = console;
        this.run = run;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        StudySettings settings = settings();
        check(settings);
        try {
            StudyOutcome outcome = run.run(settings, output, resume);
            console.out().print(outcome.table());
            console.out().flush();
            if (json != null && !outcome.interrupted()) {
                outcome.json().write(json);
            }
            return outcome.interrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
        } finally {
            interruption.finished();
        }
    }

    private StudySettings settings() {
        return new StudySettings(
                searches,
                ownSearches,
                seeds,
                replications,
                !noRacing,
                population,
                generations,
                signals == 29 ? SignalLayout.PAPER_FIGURE : SignalLayout.CODE_RUN,
                threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                seed);
    }

    private void check(StudySettings settings) throws IOException {
        List<String> problems = new ArrayList<>();
        if (!name.equals(HABANA)) {
            problems.add("There is no study (%s).%nMaybe %s?".formatted(name, HABANA));
        }
        if (signals != 28 && signals != 29) {
            problems.add("There is no map with (%d) signals.%nMaybe 28 or 29?".formatted(signals));
        }
        problems.addAll(run.problems(settings, output, resume));
        if (!problems.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
    }
}
