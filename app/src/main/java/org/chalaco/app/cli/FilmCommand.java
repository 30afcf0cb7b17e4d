package org.chalaco.app.cli;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chalaco.app.film.FilmRequest;
import org.chalaco.app.film.FilmRun;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.progress.Console;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;
import org.chalaco.vision.render.Daylight;
import org.chalaco.vision.render.FilmLook;
import org.chalaco.vision.render.FilmTruth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chalaco film}: junctions of a scenario as a camera on a pole would see them. */
@Command(
        name = "film",
        description =
                "Film junctions of a scenario from rendered cameras, each with its site file and the"
                        + " exact truth, for chalaco watch.")
public final class FilmCommand implements Callable<Integer> {

    /** The light of a film, by name. */
    enum Light {
        day(Daylight.SUNNY),
        overcast(Daylight.OVERCAST),
        late(Daylight.LATE),
        dusk(Daylight.DUSK),
        night(Daylight.NIGHT);

        private final Daylight daylight;

        Light(Daylight daylight) {
            this.daylight = daylight;
        }
    }

    @Mixin private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--junction",
            paramLabel = "ID",
            split = ",",
            required = true,
            description = "Junction to film, a camera each. Repeatable.")
    private List<String> junctions = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "HH:MM",
            required = true,
            description = "When the film begins.")
    private String from;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "Length of the film (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "900",
            description = "How long the streets fill before it (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(
            names = "--light",
            paramLabel = "LIGHT",
            defaultValue = "day",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Light light;

    @Option(
            names = "--rain",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "0 dry to 1 a downpour (${DEFAULT-VALUE}).")
    private double rain;

    @Option(
            names = "--shake",
            paramLabel = "PIXELS",
            defaultValue = "0",
            description = "Sway of the pole (${DEFAULT-VALUE}).")
    private double shake;

    @Option(
            names = "--noise",
            paramLabel = "LEVELS",
            defaultValue = "3",
            description = "Noise of the sensor, of 255 levels (${DEFAULT-VALUE}).")
    private double noise;

    @Option(
            names = "--quality",
            paramLabel = "1-100",
            defaultValue = "60",
            description = "Quality of the JPEG pictures (${DEFAULT-VALUE}).")
    private int quality;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "640x360",
            description = "Size of the picture, pixels (${DEFAULT-VALUE}).")
    private String size;

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "10",
            description = "Frames per second: 1, 2, 5 or 10 (${DEFAULT-VALUE}).")
    private int framesPerSecond;

    @Option(
            names = "--pole",
            paramLabel = "M",
            defaultValue = "10",
            description = "Height of the lens above the road (${DEFAULT-VALUE}).")
    private double pole;

    @Option(
            names = "--field-of-view",
            paramLabel = "DEGREES",
            defaultValue = "90",
            description = "From the left to the right edge of the picture (${DEFAULT-VALUE}).")
    private double fieldOfView;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write; one folder in it for each junction.")
    private Path output;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Spec private CommandSpec spec;

    private final Console console;
    private final FilmRun run;

    @Inject
    FilmCommand(Console console, FilmRun run) {
        this.console = console;
        this.run = run;
    }

    @Override
    public Integer call() throws IOException {
        FilmRequest request = request();
        int[] told = {-1};
        List<FilmTruth> truths =
                run.film(
                        request,
                        done -> {
                            int tenth = (int) (10 * done);
                            if (tenth > told[0]) {
                                told[0] = tenth;
                                console.err().printf("filmed %d %%%n", 10 * tenth);
                                console.err().flush();
                            }
                        });
        for (int k = 0; k < junctions.size(); k++) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %d vehicles crossed the lines, %d turned in sight%n",
                            junctions.get(k),
                            truths.get(k).crossings().size(),
                            truths.get(k).movements().size());
        }
        console.out().printf("Films, site files and truth: %s%n", output);
        console.out().flush();
        return ExitCode.OK;
    }

    private FilmRequest request() {
        List<String> problems = new ArrayList<>();
        double start = clock(problems);
        int[] pixels = pixels(problems);
        if (!(seconds > 0 && seconds <= 86_400)) {
            problems.add("A film of (%s) seconds shows nothing.%nMaybe 60?".formatted(seconds));
        }
        if (!(warmUp >= 0)) {
            problems.add("A warm-up of (%s) seconds is none.%nMaybe 900?".formatted(warmUp));
        }
        if (!List.of(1, 2, 5, 10).contains(framesPerSecond)) {
            problems.add(
                    "(%d) frames per second do not divide the ten steps of a second.%nMaybe 10?"
                            .formatted(framesPerSecond));
        }
        if (quality < 1 || quality > 100) {
            problems.add(
                    "The quality (%d) is not between 1 and 100.%nMaybe 80?".formatted(quality));
        }
        FilmLook look = look(problems);
        obstacle(problems);
        if (!problems.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
        return new FilmRequest(
                scenario.request(null, null, false),
                junctions,
                start,
                seconds,
                warmUp,
                new FilmRequest.Camera(pole, fieldOfView, pixels[0], pixels[1], framesPerSecond),
                look,
                quality,
                output);
    }

    private double clock(List<String> problems) {
        if (!from.matches("\\d{1,2}:[0-5]\\d(:[0-5]\\d)?")) {
            problems.add("The time (%s) is not like 07:30.".formatted(from));
            return 0;
        }
        String[] parts = from.split(":");
        int s = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        return 3600.0 * Integer.parseInt(parts[0]) + 60 * Integer.parseInt(parts[1]) + s;
    }

    private int[] pixels(List<String> problems) {
        if (!size.matches("\\d{2,4}x\\d{2,4}")) {
            problems.add("The size (%s) is not like 640x360.".formatted(size));
            return new int[] {640, 360};
        }
        String[] parts = size.split("x");
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }

    private FilmLook look(List<String> problems) {
        try {
            return new FilmLook(light.daylight, rain, noise, shake, 0.004, scenario.seedOr(1));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return FilmLook.DAY;
        }
    }

    private void obstacle(List<String> problems) {
        String obstacle =
                OutputFolder.findObstacle(
                        output,
                        force
                                ? OverwriteFiles.OVERWRITE_EXISTING_FILES
                                : OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS);
        if (obstacle != null) {
            problems.add("The output folder (%s) is in use.%nMaybe add --force?".formatted(output));
        }
    }
}
