package org.chalaco.bench.sumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.bench.process.ChildProcess;
import org.chalaco.formats.sumo.SumoFiles;

/** SUMO with one network and one demand, ready to run as often as wanted. */
public final class Sumo {

    private static final String STATISTICS = "statistics.xml";

    private final Path folder;
    private final double stepSeconds;
    private final ChildProcess loading;

    /**
     * What a run came to.
     *
     * @param cpuSeconds CPU time of the process, less what loading network and routes takes, s
     * @param wallSeconds likewise, s
     * @param peakBytes most resident memory of the process, B
     * @param arrived vehicles that reached their destination
     * @param teleported vehicles that SUMO took out of a deadlock and put down further on
     * @param vehicleSeconds time on the road of those who arrived, s
     * @param meanTripSeconds mean time from the wished departure to the arrival, s
     */
    public record Outcome(
            double cpuSeconds,
            double wallSeconds,
            double peakBytes,
            long arrived,
            long teleported,
            double vehicleSeconds,
            double meanTripSeconds) {}

    private Sumo(Path folder, double stepSeconds) throws IOException {
        this.folder = folder;
        this.stepSeconds = stepSeconds;
        // A run that ends at once has loaded everything and done nothing.
        loading = start(List.of("--end=" + stepSeconds));
    }

    /** The version that is installed, or null. */
    public static String findVersion() {
        try {
            String text = ChildProcess.run(Path.of("."), List.of("sumo", "--version")).output();
            return text.lines().findFirst().orElse("SUMO").replace("Eclipse SUMO sumo", "SUMO");
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Writes the scenario as SUMO's files and lets netconvert build the network.
     *
     * @param folder to write into
     */
    public static Sumo prepare(ScenarioTraffic traffic, Path folder) throws IOException {
        Files.createDirectories(folder);
        SumoFiles files = new SumoFiles(folder, traffic.network(), traffic.signals());
        files.writeNetwork();
        files.writeTraffic(traffic.day().types(), traffic.day().departures(), traffic.parameters());
        ChildProcess.run(folder, List.of("netconvert", "-c", SumoFiles.NETCONVERT))
                .orFail("netconvert");
        return new Sumo(folder, traffic.parameters().stepSeconds());
    }

    /** Runs the whole day. */
    public Outcome run() throws IOException {
        ChildProcess cost = start(List.of());
        String text = Files.readString(folder.resolve(STATISTICS));
        double trips = number(text, "vehicleTripStatistics", "count");
        double duration = number(text, "vehicleTripStatistics", "duration");
        double delay = number(text, "vehicleTripStatistics", "departDelay");
        return new Outcome(
                cost.cpuSeconds() - loading.cpuSeconds(),
                cost.wallSeconds() - loading.wallSeconds(),
                cost.peakBytes(),
                Math.round(trips),
                Math.round(number(text, "teleports", "total")),
                trips * duration,
                duration + delay);
    }

    private ChildProcess start(List<String> more) throws IOException {
        List<String> command = new ArrayList<>(more);
        command.addAll(
                0,
                List.of(
                        "sumo",
                        "-c",
                        SumoFiles.CONFIG,
                        "--route-steps=0",
                        "--no-warnings",
                        "--duration-log.statistics",
                        "--statistic-output=" + STATISTICS));
        return ChildProcess.run(folder, command).orFail("sumo");
    }

    private static double number(String text, String element, String attribute) {
        Matcher found =
                Pattern.compile("<" + element + "[^>]* " + attribute + "=\"([-0-9.]+)\"")
                        .matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}
