package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.progress.Console;
import org.chalaco.app.train.KindTrainingRun;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;
import org.chalaco.vision.training.KindReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chalaco train}: the network that chalaco watch ships, trained again. */
@Command(
        name = "train",
        description =
                "Train the network that tells kinds of vehicles apart, on rendered frames, and write"
                        + " it as ONNX with its test results.")
public final class TrainCommand implements Callable<Integer> {

    private static final String KINDS = "vehicle-kinds";

    @Parameters(index = "0", paramLabel = "NETWORK", description = "Which one: vehicle-kinds.")
    private String network;

    @Option(
            names = "--scenes",
            paramLabel = "N",
            defaultValue = "300",
            description = "Rendered crossings to learn from (${DEFAULT-VALUE}).")
    private int scenes;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "30",
            description = "At most so many passes over all of them (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "5",
            description = "Stop after so many passes without improvement (${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of everything random (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "output/vehicle-kinds",
            description = "Folder to write (${DEFAULT-VALUE}).")
    private Path output;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Spec private CommandSpec spec;

    private final Console console;

    @Inject
    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check();
        KindTrainingRun run =
                new KindTrainingRun(
                        new KindTrainingRun.Request(scenes, epochs, patience, seed, output),
                        line -> {
                            console.err().println(line);
                            console.err().flush();
                        });
        KindReport report = run.run();
        console.out().print(report.table());
        console.out()
                .printf(
                        Locale.ROOT,
                        "%nOn %d crops of scenes never seen: %.1f ± %.1f %% right.%nNetwork: %s%n",
                        report.crops(),
                        100 * report.accuracy(),
                        100 * report.halfWidth(),
                        output);
        console.out().flush();
        return ExitCode.OK;
    }

    private void check() {
        List<String> problems = new ArrayList<>();
        if (!network.equals(KINDS)) {
            problems.add("There is no network (%s) to train.%nMaybe %s?".formatted(network, KINDS));
        }
        if (scenes < 1 || scenes > 100_000) {
            problems.add("(%d) scenes are not between 1 and 100000.%nMaybe 300?".formatted(scenes));
        }
        if (epochs < 1 || patience < 1) {
            problems.add(
                    "(%d) epochs and a patience of (%d) train nothing.%nMaybe 30 and 5?"
                            .formatted(epochs, patience));
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
}
