package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chalaco.app.progress.Console;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.watch.WatchOutcome;
import org.chalaco.app.watch.WatchRequest;
import org.chalaco.app.watch.WatchRun;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chalaco watch}: vehicles in the videos of a camera, counted. */
@Command(name = "watch", description = "Count the vehicles in videos of a camera.")
public final class WatchCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SITE", description = "Site file of the camera (JSON).")
    private Path site;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "VIDEO",
            description =
                    "Video files, folders of pictures, patterns such as f_%%04d.jpg, or addresses"
                            + " (rtsp, http).")
    private List<String> videos;

    @Option(
            names = "--live",
            description = "The source goes on for ever; it is opened anew when it is lost.")
    private boolean live;

    @Option(
            names = "--fps",
            paramLabel = "RATE",
            description = "Frames per second, for pictures and files that say it wrongly.")
    private double framesPerSecond = Double.NaN;

    @Option(
            names = "--start",
            paramLabel = "HH:MM:SS",
            defaultValue = "00:00:00",
            description = "Time of day at which a recording begins (${DEFAULT-VALUE}).")
    private String start;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "Stop after so much of each video. Default: its end.")
    private double duration = Double.POSITIVE_INFINITY;

    @Option(
            names = "--interval",
            paramLabel = "MINUTES",
            defaultValue = "15",
            description = "Interval of the counts: 5, 15 or 60 (${DEFAULT-VALUE}).")
    private int interval;

    @Option(
            names = "--ffmpeg",
            paramLabel = "FILE",
            description =
                    "The ffmpeg program. Default: one on the PATH, else the one beside the app.")
    private Path ffmpeg;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Descriptor of a detection network (JSON beside an ONNX file).")
    private Path model;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description = "MATSim network that the site's links must be in.")
    private Path network;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Crossings marked by hand (CSV); shows how well the count agrees.")
    private Path truth;

    @Option(
            names = "--kinds",
            description =
                    "Let the shipped network tell cars, buses, trucks, motorcycles and mototaxis"
                            + " apart; it learned on rendered frames.")
    private boolean kinds;

    @Option(
            names = "--pictures",
            description = "Write an annotated video and a contact sheet of all counted vehicles.")
    private boolean pictures;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "output/watch",
            description = "Output folder (${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results and their units as JSON.")
    private Path json;

    private final Console console;
    private final WatchRun run;
    private final Interruption interruption;

    @Inject
    WatchCommand(Console console, WatchRun run, Interruption interruption) {
        this.console = console;
        this.run = run;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        try {
            WatchOutcome outcome = run.run(request());
            console.out().print(outcome.summary());
            console.out().flush();
            console.err().print(outcome.left().text());
            console.err().flush();
            if (json != null) {
                outcome.json().write(json);
            }
            return outcome.interrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
        } finally {
            interruption.finished();
        }
    }

    private WatchRequest request() {
        Problems problems = new Problems();
        if (!start.matches("([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?")) {
            bad(problems, "--start", start, "Maybe 07:30:00?");
            start = "0:0:0";
        }
        if (interval < 1 || 60 % interval != 0) {
            bad(problems, "--interval", String.valueOf(interval), "Maybe 5, 15 or 60?");
        }
        if (framesPerSecond <= 0) {
            bad(problems, "--fps", String.valueOf(framesPerSecond), "Maybe 25?");
        }
        if (!(duration > 0)) {
            bad(problems, "--duration", String.valueOf(duration), "Maybe 3600?");
        }
        problems.throwIfErrors();
        String[] parts = start.split(":");
        double seconds =
                Integer.parseInt(parts[0]) * 3600.0
                        + Integer.parseInt(parts[1]) * 60.0
                        + (parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
        return new WatchRequest(
                site,
                videos,
                live,
                framesPerSecond,
                seconds,
                duration,
                interval * 60.0,
                ffmpeg,
                model,
                network,
                truth,
                output,
                kinds,
                pictures);
    }

    private static void bad(Problems problems, String option, String value, String remedy) {
        problems.add(
                ProblemType.SETTING_FORM.error(
                        option, value, "%s cannot be (%s).".formatted(option, value), remedy));
    }
}
