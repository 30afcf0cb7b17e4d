package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chalaco.app.demand.DemandRequest;
import org.chalaco.app.demand.DemandRun;
import org.chalaco.app.demand.DemandSummary;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.run.RunRequest;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chalaco demand}: demand rebuilt from counts, with the simulator in the loop. */
@Command(
        name = "demand",
        description =
                "Fit demand to counts: simulate, see who passed which station when, fit, and simulate"
                        + " again until it gets no better. Writes plans and a report.",
        // A footer of one's own replaces the inherited one.
        footer = {
            ExitCode.HELP,
            "",
            "Counts: MATSim counts (.xml), or CSV: station,links,from,until,vehicles[,to,class,error,quality];"
                    + " detector,time,vehicles[,minutes] or SCATS tables with --detectors."
        })
public final class DemandCommand implements Callable<Integer> {

    @Option(names = "--counts", paramLabel = "FILE", description = "Counts of the street.")
    private Path counts;

    @Option(
            names = "--proof",
            paramLabel = "N",
            description =
                    "Instead of counts: simulate the scenario, count at N intersections, forget the"
                            + " demand, and rebuild it.")
    private Integer proof;

    @Option(
            names = "--detectors",
            paramLabel = "FILE",
            description = "Where sensors lie: detector,links[,to].")
    private Path detectors;

    @Option(
            names = "--network",
            paramLabel = "DIR|FILE",
            required = true,
            description = "A scenario (name or folder), or a network file alone.")
    private String network;

    @Option(
            names = "--prior",
            paramLabel = "WHAT",
            description =
                    "Demand to begin with: scenario (its plans; default), gravity (nothing is known;"
                            + " default for a network alone and for --proof), stale (its plans, distorted as"
                            + " by an old survey), or a plans file.")
    private String prior;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "Plans to write, for example plans.xml.gz.")
    private Path output;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder of the report; default: beside the plans, demand-report.")
    private Path report;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "ENTROPY",
            description = "entropy, least_squares or gradient (${DEFAULT-VALUE}).")
    private DemandRequest.Method method;

    @Option(
            names = "--prior-weight",
            paramLabel = "X",
            description =
                    "What a trip of the prior weighs against a counted vehicle; default: 0.01 for gravity,"
                            + " 0.1 otherwise.")
    private Double priorWeight;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Share of the stations that is only compared with (${DEFAULT-VALUE}).")
    private double holdout;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Rounds at most (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--zones",
            paramLabel = "N",
            defaultValue = "50",
            description = "About so many zones (${DEFAULT-VALUE}).")
    private int zones;

    @Option(
            names = "--slice",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description = "Departures are fitted in slices of so many minutes (${DEFAULT-VALUE}).")
    private double slice;

    @Option(
            names = "--factor",
            paramLabel = "X",
            defaultValue = "20",
            description = "Cells stay between the prior over X and times X (${DEFAULT-VALUE}).")
    private double factor;

    @Option(
            names = "--mode",
            paramLabel = "MODE=SHARE",
            description = "Share of a mode in a gravity prior, for example car=0.9. Repeatable.")
    private Map<String, Double> modes = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "MODULE.PARAM=VALUE",
            description = "Set a config parameter of the scenario. Repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "4711",
            description = "Seed of stations held out and persons made (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to work on; default: all cores. Changes no result.")
    private Integer threads;

    @Option(names = "--force", description = "Write over existing plans.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    private final Console console;
    private final DemandRun run;
    private final Interruption interruption;

    @Inject
    DemandCommand(Console console, DemandRun run, Interruption interruption) {
        this.console = console;
        this.run = run;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        check();
        interruption.listen();
        try {
            DemandSummary summary = run.run(request());
            ProblemPrinter.print(summary.warnings(), console.err());
            console.out().print(summary.text());
            console.out().flush();
            if (json != null) {
                summary.json().write(json);
            }
            return ExitCode.OK;
        } catch (Interruption.RunInterrupted e) {
            console.err().println("stopped; nothing was written");
            console.err().flush();
            return ExitCode.INTERRUPTED;
        } finally {
            interruption.finished();
        }
    }

    private DemandRequest request() {
        Path file = Path.of(network);
        boolean alone = Files.isRegularFile(file);
        Path folder = output.toAbsolutePath().getParent();
        return new DemandRequest(
                alone
                        ? null
                        : new RunRequest(network, null, settings, List.of(), null, null, false),
                alone ? file : null,
                counts,
                detectors,
                priorOrDefault(),
                method,
                weight(),
                holdout,
                proof == null ? 0 : proof,
                zones,
                slice * 60,
                modes,
                rounds,
                factor,
                seed,
                threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                output,
                report == null ? folder.resolve("demand-report") : report);
    }

    private String priorOrDefault() {
        boolean nothingKnown = Files.isRegularFile(Path.of(network)) || proof != null;
        return prior == null ? (nothingKnown ? "gravity" : "scenario") : prior;
    }

    private double weight() {
        double usual = priorOrDefault().equals("gravity") ? 0.01 : 0.1;
        return priorWeight == null ? usual : priorWeight;
    }

    /** All that is wrong with the command, at once. */
    private void check() {
        Problems problems = new Problems();
        List<String> wrong = new ArrayList<>();
        if ((counts == null) == (proof == null)) {
            wrong.add("Either --counts FILE or --proof N is needed, not both.");
        }
        if (proof != null && (proof < 1 || Files.isRegularFile(Path.of(network)))) {
            wrong.add("A proof needs a scenario with plans, and at least one intersection.");
        }
        if (!(holdout >= 0 && holdout < 1)) {
            wrong.add(
                    "The share of stations held out (%s) is not between 0 and 1."
                            .formatted(holdout));
        }
        if (priorWeight != null && !(priorWeight > 0)) {
            wrong.add("The weight of the prior (%s) is not positive.".formatted(priorWeight));
        }
        if (rounds < 1 || zones < 2 || !(slice >= 1) || !(factor > 1)) {
            wrong.add(
                    "At least 1 round, 2 zones, slices of 1 minute and a factor above 1 are needed; given are %d, %d, %s and %s."
                            .formatted(rounds, zones, slice, factor));
        }
        if (modes.values().stream().anyMatch(share -> !(share > 0))) {
            wrong.add("The shares of the modes (%s) are not all positive.".formatted(modes));
        }
        if (Files.exists(output) && !force) {
            wrong.add("The file (%s) exists already; maybe add --force?".formatted(output));
        }
        for (Path file : java.util.Arrays.asList(counts, detectors, file(prior))) {
            if (file != null && !Files.isRegularFile(file)) {
                wrong.add("There is no file (%s).".formatted(file));
            }
        }
        wrong.forEach(text -> problems.error(ProblemType.DEMAND_SETTING, "", text, ""));
        problems.throwIfErrors();
    }

    private static Path file(String prior) {
        return prior == null
                        || prior.equals("scenario")
                        || prior.equals("gravity")
                        || prior.equals("stale")
                ? null
                : Path.of(prior);
    }
}
